"""Tables as they come out of a spreadsheet: bytes into text, text into rows of cells.

Reads what is copied from Excel, LibreOffice and Google Sheets (cells parted by tabs, those with
line breaks in quotation marks) and files of comma- or semicolon-separated values.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from engage.kit.values.clean import clean

TAB, SEMICOLON, COMMA, NONE = "\t", ";", ",", ""
MARKS = (TAB, SEMICOLON, COMMA, NONE)

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Windows writes where nobody asked for Unicode, in the order in which it is tried.
_WINDOWS = {"ar": "cp1256", "ru": "cp1251"}
_OTHERS = ("cp1252", "cp1251", "cp1256")
_CHINESE = "gb18030"
_RARE = 1000  # one stray character in so many does not make a text unreadable
_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"\r\n|\r|\n")


# ---------------------------------------------------------------- bytes


def decode(content: bytes, languages: Sequence[str] = ()) -> str | None:
    """The text of a file; `languages` are those it may be in. Nothing where it is no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\0" in content:
        return _decoded(content, _sixteen_bits(content))
    text = _decoded(content, "utf-8")
    return text if text is not None else _from_windows(content, languages)


def _sixteen_bits(content: bytes) -> str:
    """UTF-16 without a mark: text with marks between its cells has noughts on one side."""
    return "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"


def _from_windows(content: bytes, languages: Sequence[str]) -> str | None:
    """Chinese says itself whether it fits; of the others the one with the fewest odd words."""
    if "zh" in languages and (text := _decoded(content, _CHINESE)) is not None:
        return text
    own = [_WINDOWS[code] for code in languages if code in _WINDOWS]
    read = [_decoded(content, encoding) for encoding in dict.fromkeys((*own, *_OTHERS))]
    return min((text for text in read if text is not None), key=_oddness, default=None)


def _decoded(content: bytes, encoding: str) -> str | None:
    """The text; nothing where bytes do not fit, or where much in it is what nobody types."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    strange = len(text) - len(clean(text))
    return text if strange * _RARE <= len(text) else None


def _oddness(text: str) -> int:
    return sum(_is_odd(word) for word in _WORD.findall(text))


def _is_odd(word: str) -> bool:
    """Two scripts or stray capitals in one word, or more accents than any language has."""
    if word.isascii():
        return False
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    if len(scripts) > 1 or any(a.islower() and b.isupper() for a, b in pairwise(word)):
        return True
    accents = sum(not letter.isascii() for letter in word)
    return scripts == {"LATIN"} and len(word) > 3 and accents > len(word) / 2


# ---------------------------------------------------------------- cells


def cells_of(text: str, mark: str) -> list[list[str]]:
    """The rows of a text, blank ones too, so that a row keeps its number; ends are cut off."""
    rows = [[cell.strip() for cell in row] for row in _rows(clean(text), mark)]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def likely_mark(text: str) -> str:
    """The mark between the cells: a tab if there is one; else what parts all rows alike."""
    if TAB in text:
        return TAB
    counted = {mark: _widths(text, mark) for mark in (SEMICOLON, COMMA)}
    even = [mark for mark, widths in counted.items() if len(widths) == 1 and max(widths) > 1]
    return max(even, key=lambda mark: max(counted[mark]), default=NONE)


def _widths(text: str, mark: str) -> set[int]:
    return {len(row) for row in _rows(clean(text), mark) if any(row)}


def _rows(text: str, mark: str) -> Iterator[list[str]]:
    if mark == NONE:
        yield from ([line] for line in _LINE.split(text))
        return
    row: list[str] = []
    for cell, ends_row in _cells(text, mark):
        row.append(cell)
        if ends_row:
            yield row
            row = []


def _cells(text: str, mark: str) -> Iterator[tuple[str, bool]]:
    """Each cell, and whether its row ends there."""
    quoted, bare, at = _quoted(mark), _bare(mark), 0
    while at <= len(text):
        found = quoted.match(text, at)
        cell = found[1].replace('""', '"') if found else ""
        if found is None or not _is_wrapped(found[1], mark):
            found = bare.match(text, at)
            cell = found[0] if found else ""
        at = found.end() if found else at
        ends_row = not text.startswith(mark, at)
        yield cell, ends_row
        at += 2 if text.startswith("\r\n", at) else 1


def _quoted(mark: str) -> re.Pattern[str]:
    """Quotation marks around a cell: what follows is the end of the cell."""
    return re.compile(rf'[ ]*"((?:[^"]|"")*+)"[ ]*(?={re.escape(mark)}|[\r\n]|\Z)')


def _bare(mark: str) -> re.Pattern[str]:
    return re.compile(rf"[^{re.escape(mark)}\r\n]*")


def _is_wrapped(inner: str, mark: str) -> bool:
    """Whether quotation marks belong to the table and not to the words of the cell.

    Between tabs only a cell that holds breaks, tabs or quotation marks is wrapped in them.
    """
    return mark != TAB or bool(re.search(r'[\t\r\n]|""', inner))
