"""Sentences with somebody's own words in them, which keep their language and their direction.

A cell is a plain sentence, a `Piece` where it is somebody's own words or stands out, or several of
both, which follow each other as they stand. Pages print one with the macro `pieces`, papers with
`say`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NotRequired, TypedDict

from engage.kit.values.base import Line

_PLACE = re.compile(r"%\((\w+)\)s")


class Piece(TypedDict):
    """Words with a language of their own; `own` alone means the plan's language."""

    text: str
    lang: NotRequired[str]
    own: NotRequired[bool]
    bold: NotRequired[bool]


Cell = str | Piece | Sequence[str | Piece]


def own(text: str, lang: str = "") -> Piece:
    """Somebody's own words, in the plan's language unless another is named."""
    return {"text": text, "own": True, "lang": lang} if lang else {"text": text, "own": True}


def said(line: Line) -> str | Piece:
    """A line of a value as a piece, or as the plain sentence it is."""
    return own(line.text, line.language) if line.own else line.text


def woven(pattern: str, **words: Cell) -> Cell:
    """A sentence as `gettext` gives it without its words, with each word in its place."""
    texts = _PLACE.split(pattern)  # text, name, text, name, … text
    cells: list[Cell] = []
    for place, text in enumerate(texts):
        cells.append(words[text] if place % 2 else text.replace("%%", "%"))
    return run_on(*cells)


def run_on(*cells: Cell) -> Cell:
    """Cells behind each other; plain sentences become one, and stay plain if nothing else is."""
    joined: list[str | Piece] = []
    for one in (one for cell in cells for one in _each(cell)):
        if isinstance(one, str) and joined and isinstance(joined[-1], str):
            joined[-1] += one
        elif one:
            joined.append(one)
    if len(joined) == 1:
        return joined[0]
    return joined or ""


def plain(cell: Cell) -> str:
    """What a cell says, where no language can be told."""
    return "".join(one if isinstance(one, str) else one["text"] for one in _each(cell))


def _each(cell: Cell) -> Iterator[str | Piece]:
    if isinstance(cell, str | Mapping):
        yield cell
    else:
        yield from cell
