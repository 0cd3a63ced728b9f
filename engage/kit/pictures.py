"""A chapter of pictures on paper and on a page: drawings, and tables that say the same.

Every sentence is already in the reader's language. Pages print it with the macros of
`plans/pictures`, papers with `pictures.typ`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NotRequired, TypedDict

from engage.kit.drawing import Drawing, Mark, Shape
from engage.kit.pieces import Cell

Label = Callable[[str], dict[str, Any]]
Piece = Callable[[Any], dict[str, Any]]
Look = Literal["plain", "full", "part", "none", "num"]


class Square(TypedDict):
    """A cell of a chart; `label` is said before it where the table becomes blocks."""

    text: Cell
    span: NotRequired[int]
    look: NotRequired[Look]
    label: NotRequired[str]


class Chart(TypedDict):
    """A table; the first square of a row heads it. `squared` has narrow columns of equal width."""

    title: str
    head: list[str]
    rows: list[list[Square]]
    squared: bool


class Key(TypedDict):
    """What a shape of a drawing means."""

    shapes: list[Shape]
    words: str


class Picture(TypedDict):
    """`says` are sentences above it, `notes` below; the charts say the same, or are the picture.

    `names` are what the numbers in a drawing stand for, read beside it where the charts are folded.
    """

    code: str
    title: str
    says: list[Cell]
    drawings: list[Drawing]
    names: list[Cell]
    legend: list[Key]
    charts: list[Chart]
    notes: list[Cell]


class Gallery(TypedDict):
    title: str
    as_table: str
    pictures: list[Picture]


def square(text: Cell, look: Look = "plain", *, span: int = 1, label: str = "") -> Square:
    made: Square = {"text": text, "look": look}
    if span != 1:
        made["span"] = span
    if label:
        made["label"] = label
    return made


def laid_gallery(gallery: Mapping[str, Any], label: Label, piece: Piece) -> dict[str, Any]:
    """What Typst reads: every text a piece with its language and direction."""
    return {
        "title": label(gallery["title"]),
        "pictures": [_picture(each, label, piece) for each in gallery["pictures"]],
    }


def _picture(picture: Mapping[str, Any], label: Label, piece: Piece) -> dict[str, Any]:
    return {
        "code": picture["code"],
        "title": label(picture["title"]),
        "says": [piece(each) for each in picture["says"]],
        "drawings": [_drawing(each, piece) for each in picture["drawings"]],
        "legend": laid_keys(picture["legend"], label),
        "charts": [_chart(each, label, piece) for each in picture["charts"]],
        "notes": [piece(each) for each in picture["notes"]],
    }


def laid_keys(legend: Iterable[Mapping[str, Any]], label: Label) -> list[dict[str, Any]]:
    return [{**each, "words": label(each["words"])} for each in legend]


def _drawing(drawing: Drawing, piece: Piece) -> dict[str, Any]:
    return {**drawing, "marks": [_mark(each, piece) for each in drawing["marks"]]}


def _mark(mark: Mark, piece: Piece) -> dict[str, Any]:
    return {**mark, "text": piece(mark["text"])} if mark["kind"] == "words" else {**mark}


def _chart(chart: Mapping[str, Any], label: Label, piece: Piece) -> dict[str, Any]:
    return {
        "title": label(chart["title"]),
        "head": [label(each) for each in chart["head"]],
        "rows": [[_square(each, piece) for each in row] for row in chart["rows"]],
        "squared": chart["squared"],
    }


def _square(square: Mapping[str, Any], piece: Piece) -> dict[str, Any]:
    return {
        "text": piece(square["text"]),
        "span": square.get("span", 1),
        "look": square.get("look", "plain"),
    }
