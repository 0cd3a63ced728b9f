"""Reading numbers as people write them: `1 807 547`, `1,807,547.00`, `18500,50`, `٢٥٠٠`.

A lone mark with three digits after it (`1,234`) can be read in two ways; whoever asks decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engage.kit.values.clean import latin_digits

WHOLE_DIGITS = 18
DECIMALS = 6
_NUMBER = re.compile(r"[0-9]+(?:[ ,.'٫][0-9]+)*")
_MARK = re.compile(r"[ ,.'٫]")
_SAME_MARK = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f\u2008\u2002\u2003\u2006\u3000\t", " ")
    | dict.fromkeys("’‘ʼ´`٬＇", "'")
    | {"،": ",", "，": ",", "．": ".", "。": "."}
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in its plain form. `in_doubt`: it was read with a thousands mark, but the mark
    could also stand before decimals."""

    plain: str
    in_doubt: bool = False


def read_amount(text: str) -> Amount | None:
    """The decimal number that the text writes; nothing where no reading is sound."""
    number = latin_digits(text).translate(_SAME_MARK)
    if not _NUMBER.fullmatch(number):
        return None
    marks, groups = _MARK.findall(number), _MARK.split(number)
    if not marks:
        return _amount(number)
    if marks[-1] == "٫" or len(set(marks)) == 2:
        return _with_decimals(marks, groups)
    if len(set(marks)) > 1:
        return None
    if marks == [","] or marks == ["."]:
        return _with_lone_mark(*groups)
    return _amount("".join(groups)) if _are_thousands(groups) else None


def read_whole(text: str) -> int | None:
    """The whole number that the text writes; every mark in it can only part thousands."""
    number = latin_digits(text).translate(_SAME_MARK)
    if not _NUMBER.fullmatch(number):
        return None
    marks, groups = set(_MARK.findall(number)), _MARK.split(number)
    if "٫" in marks or len(marks) > 1:
        return None
    if marks and not _are_thousands(groups):
        return None
    digits = "".join(groups).lstrip("0") or "0"
    return int(digits) if len(digits) <= WHOLE_DIGITS else None


def write_amount(plain: str) -> str:
    """So written that it is read without doubt: a nought in front rules out thousands."""
    return f"0{plain}" if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", plain) else plain


def _amount(whole: str, decimals: str = "", *, in_doubt: bool = False) -> Amount | None:
    whole = whole.lstrip("0") or "0"
    if len(whole) > WHOLE_DIGITS or len(decimals) > DECIMALS:
        return None
    return Amount(f"{whole}.{decimals}" if decimals else whole, in_doubt)


def _with_decimals(marks: list[str], groups: list[str]) -> Amount | None:
    """The last mark stands before decimals, the others part thousands."""
    last, others = marks[-1], marks[:-1]
    if last in " '" or last in others or len(set(others)) > 1:
        return None
    if others and not _are_thousands(groups[:-1]):
        return None
    return _amount("".join(groups[:-1]), groups[-1])


def _with_lone_mark(whole: str, rest: str) -> Amount | None:
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return _amount(whole, rest)
    return _amount(whole + rest, in_doubt=True)


def _are_thousands(groups: list[str]) -> bool:
    """Threes, or twos before the last three as in India (`18,07,547`)."""
    first, *middle, last = groups
    if first.startswith("0") or len(last) != 3:
        return False
    size = 2 if middle and all(len(group) == 2 for group in middle) else 3
    return len(first) <= size and all(len(group) == size for group in middle)
