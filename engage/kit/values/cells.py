"""One cell of a sheet as the boxes of a kind: what people write in one place, the form asks apart.

`USD 18,500` becomes an amount and a currency, `about 40` a number and how sure it is, `20–22 March
2027` a start and an end. What is not understood goes where words may stand, as it is written; a
kind without words keeps it as typed, with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, singledispatch

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.formats import show_items
from engage.kit.locales import CODES, current, force
from engage.kit.values.amounts import read_whole
from engage.kit.values.base import ANSWER, AS_TYPED, BECAUSE, Answer, Json, Kind, Problem, Taken
from engage.kit.values.choice import WORDS, Choice, Choices
from engage.kit.values.clean import lines_of, short, tidy
from engage.kit.values.contact import Contact
from engage.kit.values.days import Unread, read_line, write_boxes
from engage.kit.values.figures import read_figure
from engage.kit.values.money import Money
from engage.kit.values.named import codes_by_name, currency_of, names_of_part, plain
from engage.kit.values.number import Count
from engage.kit.values.options import Option
from engage.kit.values.spans import Span, Unclear, read_span
from engage.kit.values.text import Texts
from engage.kit.values.vocabulary import Label
from engage.kit.values.when import When

DAY_OR_MONTH = "day_or_month"
SHOWN_MOST = 12
_SEMICOLONS = re.compile(r"[;；؛]")
_COMMAS = re.compile(r"[,，،、]")
_COLON = re.compile(r"[:：]")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_PHONE = re.compile(r"[+(]?[0-9][0-9 ()./-]{4,}[0-9]")

Boxes = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Habits:
    """What a sheet says outside of its cells: the order of day and month, and the currency and
    unit of amounts that name none."""

    month_leads: bool | None = None
    currency: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Boxes as a person would have filled them; where there are problems they stay as typed."""

    boxes: Boxes
    problems: tuple[Problem, ...] = ()


def take_cells(kind: Kind, cells: Iterable[Cell]) -> Taken:
    """The value of all the cells that belong to one answer."""
    boxes: Boxes = {}
    problems: list[Problem] = []
    for cell in cells:
        problems += cell.problems
        for part, texts in cell.boxes.items():
            boxes[part] = list(dict.fromkeys([*boxes.get(part, []), *texts]))
    if WORDS in boxes and WORDS not in kind.repeated:
        boxes[WORDS] = ["; ".join(boxes[WORDS])]
    if problems:
        kept: dict[str, Json] = {part: list(texts) for part, texts in boxes.items()}
        return Taken({AS_TYPED: kept}, tuple(problems))
    return kind.take(boxes)


def read_cell(kind: Kind, text: str, habits: Habits, part: str = "") -> Cell:
    """A cell of a column that holds the whole answer, or one part of it."""
    text = tidy(text)
    if not text:
        return Cell({})
    if part:
        return _read_part(kind, part, text, habits)
    return _answer_in(kind, text) or read_whole_cell(kind, text, habits)


# ---------------------------------------------------------------- other answers


def _answer_in(kind: Kind, text: str) -> Cell | None:
    """`Not known`, or `Does not apply, because: …`, in any language."""
    code = codes_by_name(Answer).get(_one_name(text), "")
    if code in kind.answers:
        return Cell({ANSWER: [code]})
    head, *reason = _COLON.split(text, maxsplit=1)
    if Answer.NOT_APPLICABLE in kind.answers and any(reason) and plain(head) in _reasons():
        return Cell({ANSWER: [Answer.NOT_APPLICABLE.value], BECAUSE: [tidy(reason[0])]})
    return None


@cache
def _reasons() -> frozenset[str]:
    """What stands before the reason why something does not apply."""
    said = set()
    for language in CODES:
        with force(language):
            said |= {plain(_("Does not apply, because:")), plain(str(Answer.NOT_APPLICABLE.label))}
    return frozenset(said)


# ---------------------------------------------------------------- words, lists and choices


@singledispatch
def read_whole_cell(kind: Kind, text: str, _habits: Habits) -> Cell:
    """Kinds of one box take the text as it stands; others part it as their first box does."""
    return Cell(kind.boxes_for(text))


def pieces_of(text: str) -> list[str]:
    """The entries of a list: lines where there are several, else what stands between “;”."""
    lines = lines_of(text)
    return lines if len(lines) > 1 else [p for p in map(tidy, _SEMICOLONS.split(text)) if p]


@read_whole_cell.register
def _read_texts(_kind: Texts, text: str, _habits: Habits) -> Cell:
    return Cell({"": ["\n".join(pieces_of(text))]})


@read_whole_cell.register
def _read_choice(kind: Choice, text: str, _habits: Habits) -> Cell:
    code = codes_by_name(kind.vocabulary, kind.extra).get(_one_name(text))
    return Cell({"": [code]}) if code else _not_listed(text, kind.options())


@read_whole_cell.register
def _read_choices(kind: Choices, text: str, _habits: Habits) -> Cell:
    known = codes_by_name(kind.vocabulary, kind.extra)
    chosen: list[str] = []
    strangers: list[str] = []
    for piece in [text] if _one_name(text) in known else pieces_of(text):
        parted = [piece] if plain(piece) in known else _COMMAS.split(piece)
        codes = [code for each in parted if (code := known.get(plain(each)))]
        chosen += codes if len(codes) == len(parted) else [piece]
        strangers += [] if len(codes) == len(parted) else [piece]
    if strangers and not kind.open:
        told = _not_listed("; ".join(strangers), kind.options())
        return Cell({"": chosen}, told.problems)
    items: list[Json] = [{WORDS: each} if each in strangers else each for each in chosen]
    return Cell(kind.typed(list({str(item): item for item in items}.values())))


def _one_name(text: str) -> str:
    """The text as a name, which may be broken over lines; none where a line holds marks alone."""
    return plain(text) if all(map(plain, lines_of(text))) else ""


def _not_listed(text: str, options: Sequence[Option], part: str = "") -> Cell:
    labels = [str(option.label) for option in options]
    shown = [*labels[:SHOWN_MOST], "…"] if len(labels) > SHOWN_MOST else labels
    sentence = _l(
        "“%(text)s” is not in the list. Known are: %(labels)s.",
        text=short(text),
        labels=show_items(shown, language=current()),
    )
    return Cell({part: [text]}, (Problem("unknown_code", sentence, part),))


@read_whole_cell.register
def _read_contact(_kind: Contact, text: str, _habits: Habits) -> Cell:
    """E-mail address and telephone are known by their looks; the rest is the name."""
    boxes: Boxes = {}
    rest = []
    for piece in (tidy(each) for line in pieces_of(text) for each in _COMMAS.split(line)):
        part = "email" if _EMAIL.fullmatch(piece) else "phone" if _PHONE.fullmatch(piece) else ""
        if part and part not in boxes:
            boxes[part] = [piece]
        elif piece:
            rest.append(piece)
    return Cell({"name": [", ".join(rest)], **boxes} if rest else boxes)


# ---------------------------------------------------------------- figures


@read_whole_cell.register
def _read_count(_kind: Count, text: str, _habits: Habits) -> Cell:
    figure = read_figure(text)
    if figure is None or not figure.is_bare or read_whole(figure.number) is None:
        return Cell({WORDS: [text]})
    return Cell(_filled(number=figure.number, certainty=figure.certainty))


@read_whole_cell.register
def _read_money(_kind: Money, text: str, habits: Habits) -> Cell:
    """A sign that several currencies share is kept in the words unless the sheet names one."""
    figure = read_figure(text)
    if not figure:
        return Cell({WORDS: [text]})
    currency = figure.currency or habits.currency
    return Cell(
        _filled(
            amount=figure.number,
            currency=currency,
            unit=figure.unit or habits.unit,
            certainty=figure.certainty,
            words=text if figure.sign and not currency else "",
        )
    )


def _filled(**parts: str) -> Boxes:
    return {part: [text] for part, text in parts.items() if text}


# ---------------------------------------------------------------- time


@read_whole_cell.register
def _read_when(kind: When, text: str, habits: Habits) -> Cell:
    pieces = [piece for line in lines_of(text) for piece in pieces_of(line)]
    read = [(piece, _time_of(kind, piece, habits)) for piece in pieces]
    if not any(found for _piece, found in read):
        read = [(text, None)]
    boxes: Boxes = {}
    for piece, found in read:
        if isinstance(found, Unclear | Unread):
            return _kept_day("start", text, found)
        if isinstance(found, str):
            boxes.setdefault("frequency", []).append(found)
        elif found is None or not _put_days(kind, found, boxes) or found.loose:
            boxes.setdefault(WORDS, []).append(piece)
    return _kept_day("start", text) if WORDS in boxes and WORDS not in kind.only else Cell(boxes)


def _time_of(kind: When, text: str, habits: Habits) -> Span | Unclear | Unread | str | None:
    if "frequency" in kind.only and (code := codes_by_name(kind.frequencies).get(plain(text))):
        return code
    return read_span(text, month_leads=habits.month_leads)


def _put_days(kind: When, span: Span, boxes: Boxes) -> bool:
    """The first days are start and end, single days after them are further ones."""
    keys = [key for key in ("start", "end") if getattr(span, key)]
    if "start_year" not in boxes and "end_year" not in boxes and set(keys) <= set(kind.only):
        for key in keys:
            boxes |= _day_boxes(key, getattr(span, key))
        return True
    if "further" not in kind.only or keys != ["start"]:
        return False
    boxes["further"] = ["\n".join([*boxes.get("further", []), span.start])]
    return True


def _day_boxes(key: str, day: str) -> Boxes:
    return {f"{key}_{box}": [text] for box, text in write_boxes(day).items()}


def _kept_day(key: str, text: str, why: Unclear | Unread | None = None) -> Cell:
    """Kept in a box for figures, so that the form goes on to ask about it."""
    code = DAY_OR_MONTH if isinstance(why, Unclear) else "date"
    sentence = why.sentence if why else _no_day(text)
    return Cell({f"{key}_day": [text]}, (Problem(code, sentence, f"{key}_day"),))


def _no_day(text: str) -> Label:
    read = read_line(text)
    return read.sentence if isinstance(read, Unread) else _l("Expected a date such as 2026-03-20.")


# ---------------------------------------------------------------- parts


def _read_part(kind: Kind, part: str, text: str, habits: Habits) -> Cell:
    if isinstance(kind, When) and part in ("start", "end"):
        return _read_one_day(kind, part, text, habits)
    if part == "further":
        read = [read_span(each, month_leads=habits.month_leads) for each in pieces_of(text)]
        days = [each.start for each in read if isinstance(each, Span) and not each.end]
        return Cell({part: ["\n".join(days)]}) if len(days) == len(read) else Cell({part: [text]})
    if part == "currency":
        return Cell({part: [currency_of(text) or text]})
    options = kind.options(part)
    code = names_of_part(kind, part).get(plain(text)) if options else text
    return Cell({part: [code]}) if code else _not_listed(text, options, part)


def _read_one_day(kind: When, part: str, text: str, habits: Habits) -> Cell:
    """A start or an end in a column of its own; what is no day stands in the words."""
    read = read_span(text, month_leads=habits.month_leads)
    if isinstance(read, Span) and read.start and not read.end:
        return Cell(_day_boxes(part, read.start) | _filled(words=text if read.loose else ""))
    if isinstance(read, Unclear | Unread) or WORDS not in kind.only:
        return _kept_day(part, text, None if isinstance(read, Span) else read)
    return Cell({WORDS: [text]})
