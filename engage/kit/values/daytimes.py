"""Reading times of the day: `9:30`, `9.30`, `9h30`, `0930`, `9 p.m.`, `下午3点`, `٩:٣٠ ص`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engage.kit.folding import fold
from engage.kit.values.clean import latin_digits

LONGEST_LINE = 60
_FIRST = "am|a m|ص|صباحا|上午|早上|凌晨|утра|du matin|de la manana"
_SECOND = "pm|p m|م|مساء|下午|晚上|дня|вечера|du soir|de la tarde|de la noche"
_HALF = rf"{_FIRST}|{_SECOND}"
_HOUR_MARK = r"(?:heures?|hours?|hrs?|horas?|h|часа?|часов|ч|时|点|الساعه)"
_TIME = re.compile(
    rf"(?:(?P<first>{_HALF})\s*)?(?P<hour>[0-9]{{1,2}}?)"
    rf"(?:(?:\s*[:.٫]\s*|\s*{_HOUR_MARK}\s*)?(?P<minute>[0-9]{{2}})(?::00)?\s*(?:分|минут|мин|min)?)?"
    rf"\s*{_HOUR_MARK}?(?:\s*(?P<last>{_HALF}))?"
)
_DOT_OF_WORD = re.compile(r"(?<=[^\W\d_])\.")
_BEGINNING = re.compile(r"(?:from|de|du|desde|с|от|من|从)\s+")
_PARTING = re.compile(
    r"\s*[-–—−‒~至]\s*|\s+(?:to|till|until|a|al|hasta|au|до|الي|حتي)\s+"  # dashes
)


@dataclass(frozen=True, slots=True)
class DayTime:
    """`09:30`; `halved` where the half of the day was said, `either` where it may be meant."""

    plain: str
    halved: bool = False
    either: bool = False


def read_time(text: str) -> DayTime | None:
    return _time(_plain(text))


def read_times(text: str) -> tuple[DayTime, DayTime] | None:
    """From one time to another on one line, where there is only one way to read it."""
    line = _BEGINNING.sub("", _plain(text), count=1)
    found = []
    for place in _PARTING.finditer(line):
        start, end = _time(line[: place.start()]), _time(line[place.end() :])
        if start and end:
            found.append((start, end))
    return found[0] if len(found) == 1 else None


def may_differ_by_noon(start: DayTime, end: DayTime) -> bool:
    """One of the two says its half of the day, and the other might mean either: `2 – 5 p.m.`."""
    return (start.halved and end.either) or (end.halved and start.either)


def _plain(text: str) -> str:
    if len(text) > LONGEST_LINE:
        return ""
    return _DOT_OF_WORD.sub("", fold(latin_digits(text)))


def _time(line: str) -> DayTime | None:
    found = _TIME.fullmatch(line.strip())
    if not found or (found["first"] and found["last"]):
        return None
    half = found["first"] or found["last"] or ""
    hour, minute = _in_the_day(int(found["hour"]), half), int(found["minute"] or 0)
    if hour is None or minute > 59 or hour * 60 + minute > 24 * 60:
        return None
    either = not half and 1 <= hour <= 12 and not found["hour"].startswith("0")
    return DayTime(f"{hour % 24:02}:{minute:02}", halved=bool(half), either=either)


def _in_the_day(hour: int, half: str) -> int | None:
    """The hour of 24; twelve begins its half of the day."""
    if not half:
        return hour
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half in _SECOND.split("|") else 0)
