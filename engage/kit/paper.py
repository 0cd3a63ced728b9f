"""What a printed plan is made of: the shapes that `engage.kit.pdf.typeset` takes.

Every sentence is already in the reader's language; neither the templates nor this room know one.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from engage.kit.pictures import Gallery, Key
from engage.kit.pieces import Cell
from engage.kit.route_map import RouteMap


class Paragraph(TypedDict):
    """`lang` is the language of a plain text, where it is not the reader's."""

    heading: str
    text: Cell
    lang: NotRequired[str]


class Table(TypedDict):
    """`more` holds {n}: how many rows stand only in the full plan."""

    heading: str
    head: list[str]
    align: list[Literal["start", "end"]]
    rows: list[list[Cell]]
    more: str
    empty: NotRequired[str | None]
    note: NotRequired[str | None]


class Signature(TypedDict):
    """Each of `lines` is printed with a dotted rule behind it."""

    role: str
    name: Cell
    lines: list[str]


class Foot(TypedDict):
    """`page` holds {page} and {pages}."""

    prepared: str
    print: str
    page: str
    code: str


class Words(TypedDict):
    """Said at the end when it happened: □ stands for a character, … for the rest of a text."""

    glyphs_missing: str
    shortened: NotRequired[str]


class Sheet(TypedDict):
    """What both documents share; a template that shows the map prints its notes with it."""

    lang: str
    dir: Literal["ltr", "rtl"]
    own_lang: NotRequired[str]
    title: str
    title_lang: NotRequired[str]
    kind: str
    party: str
    draft: str | None
    facts: list[tuple[str, Cell]]
    signatures: list[Signature]
    foot: Foot
    words: Words
    map: NotRequired[RouteMap]


class Summary(Sheet):
    """At most two pages: tables in print order, the last one after the paragraphs."""

    purpose: Paragraph
    tables: list[Table]
    paragraphs: list[Paragraph]


class Line(TypedDict):
    """`lang` is the language of own words, where it is not the plan's."""

    text: str
    own: bool
    lang: NotRequired[str]


class Entry(TypedDict):
    label: str
    lines: list[Line]


class Row(TypedDict):
    """`own` and `lang` are those of the title."""

    number: str
    title: str
    own: NotRequired[bool]
    lang: NotRequired[str]
    entries: list[Entry]


class Register(TypedDict):
    title: str
    empty: NotRequired[str | None]
    rows: list[Row]


class Section(TypedDict):
    number: str
    title: str
    entries: list[Entry]
    registers: list[Register]


class Full(Sheet):
    """Any length; the plan at a glance comes last."""

    sections: list[Section]
    glance: NotRequired[Gallery]


class Slip(Sheet):
    """A page of the paper chain: to whom it goes, what it says, what follows, and who signs.

    `pledge` stands above the signatures; `size` is that of the sheet, where it is not A4.
    """

    size: NotRequired[Literal["a4", "us-letter"]]
    address: list[str]
    opening: str
    entries: list[Entry]
    closing: list[str]
    pledge: Paragraph | None


class Route(Sheet):
    """A route sheet: what it opens with, what the looks on its map mean, answers, and tables."""

    opening: Cell
    legend: list[Key]
    entries: list[Entry]
    lists: list[Table]


class Remark(TypedDict):
    """One comment: its kind in words, its weight as the tags name it, and what it says.

    `place` is the row or the answer that it is about.
    """

    place: NotRequired[Cell]
    level: str
    kind: str
    text: str
    lang: str


class Remarks(TypedDict):
    """The comments on a section; the whole plan has no number."""

    number: str
    title: str
    remarks: list[Remark]


class Letter(Sheet):
    """Any length: an opening, strengths first, then the reason, the comments, what help is offered,
    and a closing."""

    opening: str
    strengths: Paragraph
    praised: list[Remarks]
    reason: Paragraph | None
    comments: str
    chapters: list[Remarks]
    support: Paragraph | None
    closing: str
    sender: str
