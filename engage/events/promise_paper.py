"""“You said, we did” on paper, for the groups of an event: what was said and promised before.

It is handed out to people, so it is set in large type and names no place; the same payload is
printed by its page (`templates/events/promises_print_page.html`) and set by Typst.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import pgettext

from engage.config import settings
from engage.events.ledger import Made, MadeAt
from engage.events.models import Event
from engage.events.outline.results import OUTCOMES, RESULTS
from engage.events.outline.what import WHAT
from engage.events.promises import feedback_of, promises_before
from engage.events.safety import hides_time
from engage.kit.clock import now
from engage.kit.formats import show_date, show_moment
from engage.kit.locales import direction, force
from engage.kit.paper import Entry, Full, Line, Register, Row, Section
from engage.kit.pieces import Cell, own
from engage.plans import imprint
from engage.plans.linked import Linked
from engage.plans.reading import lines_of
from engage.plans.tables import cell_of

Heard = tuple[MadeAt, Mapping[str, Any]]

# What is said of a promise to those to whom it was made; its name stands above.
SHOWN = ("who", "quantity", "due", "state", "state_note")


@dataclass(frozen=True, slots=True)
class Copy:
    """An event and what came before it; holds nothing of the database."""

    ref: str
    title: str
    own_language: str
    party: str
    is_rehearsal: bool
    fields: Mapping[str, Any]
    promises: tuple[Made, ...]
    heard: Sequence[Heard]
    printed_at: dt.datetime


def copy_of(event: Event, language: str) -> Copy:
    with force(language):
        promises = promises_before(event).all
        return Copy(
            ref=event.ref,
            title=event.title,
            own_language=event.language,
            party=event.party.name(language) if event.party else _("Secretariat of the Convention"),
            is_rehearsal=bool(event.party and event.party.is_rehearsal),
            fields=dict(event.content),
            promises=promises,
            heard=feedback_of(event, {each.event.id for each in promises}),
            printed_at=now(),
        )


def paper(copy: Copy, language: str) -> Full:
    with force(language):
        return {
            "lang": language,
            "dir": "rtl" if direction(language) == "rtl" else "ltr",
            "own_lang": copy.own_language,
            "title": _("You said, we did"),
            "title_lang": language,
            "kind": _("What became of it"),
            "party": copy.party,
            "draft": None,
            "facts": _facts(copy, language),
            "signatures": [],
            "foot": imprint.foot(
                _(
                    "Prepared by %(party)s. Not an official document of the United Nations.",
                    party=copy.party,
                ),
                _printed_line(copy, language),
                copy.ref,
            ),
            "words": {
                "glyphs_missing": _("Some characters cannot be printed here: □ stands for each.")
            },
            "sections": [_section(each, copy, language) for each in copy.heard],
        }


def file_name(copy: Copy, language: str) -> str:
    """`XA-E-2026-1-promises-en.pdf`."""
    return f"{copy.ref}-promises-{language}.pdf"


def _facts(copy: Copy, language: str) -> list[tuple[str, Cell]]:
    title = own(copy.title, copy.own_language) if copy.title else copy.ref
    return [
        (_("For the event"), title),
        (pgettext("event", "When"), _answer("when", copy, language)),
        (_("Groups"), _answer("groups", copy, language)),
    ]


def _answer(code: str, copy: Copy, language: str) -> Cell:
    field = next(each for each in WHAT.fields if each.code == code)
    return cell_of(field.kind.show(copy.fields.get(code), language), _("not filled in yet"))


def _printed_line(copy: Copy, language: str) -> str:
    moment = show_moment(copy.printed_at, language=language, zone=settings().time_zone)
    if copy.is_rehearsal:
        return _("Rehearsal · printed %(moment)s", moment=moment)
    return _("Printed %(moment)s", moment=moment)


def _section(heard: Heard, copy: Copy, language: str) -> Section:
    event, values = heard
    rows = [_row(each) for each in copy.promises if each.event.id == event.id]
    register: Register = {"title": _("What was promised"), "empty": None, "rows": rows}
    name: Line = {"text": event.title or event.ref, "own": bool(event.title)}
    return {
        "number": "",
        "title": _heading(event, copy.printed_at, language),
        "entries": [
            {"label": _("Event"), "lines": [name | {"lang": event.language}]},
            *_said(event, values, language),
        ],
        "registers": [register] if rows else [],
    }


def _heading(event: MadeAt, moment: dt.datetime, language: str) -> str:
    """Its day, unless it is kept back from those outside."""
    if event.first_day is None or hides_time(event.safety, event.last_day, moment):
        return _("An earlier event")
    return _("Event of %(date)s", date=show_date(event.first_day, language=language))


def _said(event: MadeAt, values: Mapping[str, Any], language: str) -> list[Entry]:
    labels = (_("You said"), _("We answered"), str(RESULTS.fields[-1].label))
    linked = Linked(lambda _register: (), language)
    found = [
        (label, lines_of(field, values.get(field.code), language, linked, event.language))
        for label, field in zip(labels, RESULTS.fields, strict=True)
    ]
    return [{"label": label, "lines": _lines(lines)} for label, lines in found if lines]


def _row(each: Made) -> Row:
    row = each.promise.row
    entries: list[Entry] = [
        {"label": entry.label, "lines": _lines(entry.lines, each.event.language)}
        for code in SHOWN
        if (entry := row.entry(code)) and entry.lines
    ]
    if not each.promise.lines("state"):
        label = str(OUTCOMES.field("state").label)
        entries.append({"label": label, "lines": [_house(str(each.promise.state.label))]})
    return {
        "number": "",
        "title": row.title,
        "own": row.title_is_own,
        "lang": each.event.language,
        "entries": entries,
    }


def _lines(lines: Sequence[Any], spoken: str = "") -> list[Line]:
    return [
        {"text": line.text, "own": True, "lang": line.language or spoken}
        if line.own
        else _house(line.text)
        for line in lines
    ]


def _house(text: str) -> Line:
    return {"text": text, "own": False}
