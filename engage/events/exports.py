"""An event on paper and as its document, for one reader, from what `document.compose` lets out.

The same payload is printed by the page (`templates/events/print_page.html`) and set by Typst, as
whole plans are, so that the two cannot say different things.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _
from flask_babel import pgettext

from engage.accounts.models import User
from engage.config import settings
from engage.events import safety
from engage.events.counted import GRIDS, TOTALS
from engage.events.counting.telling import RULES
from engage.events.document import Json, compose
from engage.events.models import Event
from engage.events.outline.event import FIELDS
from engage.events.queries import cards, parts_of
from engage.events.reading import not_told, read_event, told_apart
from engage.events.rules import is_inside, names_partner
from engage.events.vocabulary import EventStatus, is_called_off
from engage.journeys.vocabulary import AGREED
from engage.kit.clock import now
from engage.kit.formats import show_items, show_moment
from engage.kit.locales import CODES, direction, force
from engage.kit.paper import Entry, Full, Line, Section
from engage.kit.pieces import Cell
from engage.kit.values.fingerprint import fingerprint
from engage.plans import imprint
from engage.plans.chapters import chapter, shown_entry
from engage.plans.reading import ReadSection
from engage.plans.tables import cell_of
from engage.reference.models import Party

# What the heading of the paper says already.
IN_SHORT = frozenset({"paragraph"})
Names = Mapping[str, str]  # of a Party, by language


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An event as one reader may see it, with its own words in `language`; holds nothing of the
    database."""

    document: Json
    ref: str
    language: str
    party: Names | None  # none: the secretariat
    partners: tuple[Names, ...]
    is_rehearsal: bool
    printed_at: dt.datetime

    @property
    def mark(self) -> str:
        """Tells apart copies that say different things, whenever they are printed."""
        names = [dict(each) for each in (self.party or {}, *self.partners)]
        return fingerprint([self.document, self.language, self.is_rehearsal, *names])


def copy_for(reader: User | None, event: Event) -> Copy:
    """What the reader may see of an event that `queries.get_event` gave."""
    partners = [each.party for each in event.partners if names_partner(each)]
    return Copy(
        document=document_for(reader, event),
        ref=event.ref,
        language=event.language,
        party=_names(event.party) if event.party else None,
        partners=tuple(_names(each) for each in partners),
        is_rehearsal=bool(event.party and event.party.is_rehearsal),
        printed_at=now(),
    )


def document_for(reader: User | None, event: Event) -> Json:
    """The event document, with what the event belongs to as far as the reader may know of it:

        {…, "part_of": "XA-E-2026-1", "parts": ["XA-E-2026-3", …], "journey": "silk-road",
         "stop": "s1"}

    An event whose place is kept back belongs to nothing for those outside: a stop, a larger event
    and its parts have places of their own.
    """
    moment, inside = now(), is_inside(reader, event.party_code)
    document = compose(event, inside=inside, moment=moment)
    found: Json = {}
    if inside or not safety.hides_place(event.safety, event.told_after, moment):
        found = _belonging(reader, event)
    return document | {key: value for key, value in found.items() if value}


def _belonging(reader: User | None, event: Event) -> Json:
    above = cards(reader, Event.id == event.parent_id) if event.parent_id else []
    journey = event.journey if event.journey and event.journey.is_open else None
    stop = event.stop if journey and event.stop and event.stop.state in AGREED else None
    return {
        "part_of": above[0].ref if above else None,
        "parts": [each.ref for each in parts_of(event, reader)],
        "journey": journey.ref if journey else None,
        "stop": stop.key if stop and stop.deleted_at is None else None,
    }


def _names(party: Party) -> Names:
    return {code: party.name(code) for code in CODES}


# ---------------------------------------------------------------- on paper


def paper(copy: Copy, language: str) -> Full:
    """What the print page prints and Typst sets."""
    read = read_event(copy.document, language)
    with force(language):
        title, title_language = _title(copy, language)
        party = copy.party[language] if copy.party else _("Secretariat of the Convention")
        return {
            "lang": language,
            "dir": "rtl" if direction(language) == "rtl" else "ltr",
            "own_lang": copy.language,
            "title": title,
            "title_lang": title_language,
            "kind": _("Event"),
            "party": party,
            "draft": _draft(copy.document["fields"]),
            "facts": _facts(copy, party, language),
            "signatures": [],
            "foot": imprint.foot(
                _(
                    "Prepared by %(party)s. Not an official document of the United Nations.",
                    party=party,
                ),
                _printed_line(copy, language),
                copy.ref,
            ),
            "words": {
                "glyphs_missing": _("Some characters cannot be printed here: □ stands for each.")
            },
            "sections": [
                *_in_short(copy, read, language),
                *_chapters(read),
                *_how_counted(copy.document),
            ],
        }


def file_name(copy: Copy, language: str, ending: str) -> str:
    """`XA-E-2026-1-en.pdf`."""
    return "-".join(part for part in (copy.ref, language) if part) + f".{ending}"


def _title(copy: Copy, language: str) -> tuple[str, str]:
    """In the reader's language if there is one, else as it was written; with its language."""
    fields = copy.document["fields"]
    titles = fields.get("titles")
    translated = titles.get(language) if isinstance(titles, dict) else None
    if isinstance(translated, str):
        return translated, language
    written = fields.get("title")
    if isinstance(written, str):
        return written, copy.language
    return _("An event without a title yet"), language


def _draft(fields: Json) -> str | None:
    """What stands in capitals on an event that will not be, or was not."""
    status = str(fields.get("status"))
    return str(EventStatus(status).label) if is_called_off(status) else None


def _facts(copy: Copy, party: str, language: str) -> list[tuple[str, Cell]]:
    facts: list[tuple[str, Cell]] = [(pgettext("event", "Party"), party)]
    if copy.partners:
        partners = [each[language] for each in copy.partners]
        facts.append((_("Held jointly with"), show_items(partners, language=language)))
    return facts + [(label, _fact(copy, code, language)) for code, label in _labels().items()]


def _labels() -> dict[str, str]:
    return {
        "status": _("State"),
        "when": pgettext("event", "When"),
        "place": _("Place"),
        "organiser": _("Organizer"),
    }


def _fact(copy: Copy, code: str, language: str) -> Cell:
    field = next(each for each in FIELDS if each.code == code)
    lines = field.kind.show(copy.document["fields"].get(code), language)
    hidden = code in not_told(copy.document)
    blank = _("not shown, to keep people safe") if hidden else _("not filled in yet")
    return cell_of(lines, blank)


def _printed_line(copy: Copy, language: str) -> str:
    moment = show_moment(copy.printed_at, language=language, zone=settings().time_zone)
    if copy.is_rehearsal:
        return _("Rehearsal · printed %(moment)s", moment=moment)
    return _("Printed %(moment)s", moment=moment)


def _in_short(copy: Copy, read: Sequence[ReadSection], language: str) -> list[Section]:
    """The paragraph for the list, and in words what this reader is not told."""
    entries = [
        shown_entry(one)
        for each in read
        for one in each.entries
        if one.code in IN_SHORT and one.lines
    ]
    told = told_apart(copy.document, language)
    if told:
        lines: list[Line] = [{"text": each, "own": False} for each in told]
        entries.append({"label": _("What is left out"), "lines": lines})
    if not entries:
        return []
    return [{"number": "", "title": _("In short"), "entries": entries, "registers": []}]


def _chapters(read: Sequence[ReadSection]) -> Iterator[Section]:
    """The sections in which something is said, less what stands above them."""
    for each in read:
        rest = replace(each, entries=tuple(e for e in each.entries if e.code not in IN_SHORT))
        if rest.lists or any(entry.lines for entry in rest.entries):
            yield chapter(rest)


def _how_counted(document: Json) -> Iterator[Section]:
    """The rules of counting, below whatever was counted."""
    if not {*TOTALS, *GRIDS} & {*document["fields"], *document["few"], *document["withheld"]}:
        return
    entries: list[Entry] = [
        {"label": str(number), "lines": [{"text": str(rule), "own": False}]}
        for number, rule in enumerate(RULES, start=1)
    ]
    yield {"number": "", "title": _("How it is counted"), "entries": entries, "registers": []}
