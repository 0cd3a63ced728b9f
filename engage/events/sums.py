"""What several events make together, as tables: for the page of a journey, a plan or a Party. Pure.

Planned and actual stand beside each other in columns of their own, each with how many events know
it; media stand apart, by channel and source; the rules of counting stand under all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext, pgettext

from engage.events.counting.adding import EventCounts, Total, media_total, total, totals_by_party
from engage.events.counting.grid import AGES, SEXES, Slot
from engage.events.counting.telling import number_shown, remarks
from engage.kit import pieces
from engage.kit.formats import show_sentences
from engage.kit.locales import force
from engage.kit.paper import Table
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Unit

ATTENDED = Slot(Stage.ACTUAL, Unit.ATTENDANCE)
EXPECTED = Slot(Stage.PLANNED, Unit.ATTENDANCE)
PERSONS = Slot(Stage.ACTUAL, Unit.PERSONS)
# Of these it is said even where no event knows them.
_ALWAYS = frozenset(
    {(Sex.ALL, Age.ALL), (Sex.WOMEN, Age.ALL), (Sex.MEN, Age.ALL), (Sex.ALL, Age.YOUTH)}
)


@dataclass(frozen=True, slots=True)
class Sums:
    """How many events they are, and their tables; no table where there is no event."""

    sentence: str
    tables: tuple[Table, ...]


def sums_of(
    events: Sequence[EventCounts], language: str, names: Mapping[str, str] | None = None
) -> Sums:
    """The totals of the events in one language; with the `names` of Parties by code also those
    of each Party."""
    with force(language):
        number = len({event.ref for event in events})
        sentence = ngettext(
            "%(num)s event. Events that were cancelled or did not take place are left out.",
            "%(num)s events. Events that were cancelled or did not take place are left out.",
            number,
        )
        if not events:
            return Sums(_("There is no event to count."), ())
        tables = [_people(events, language)]
        if names is not None:
            tables += _by_party(events, names, language)
        return Sums(sentence, (*tables, *_media(events)))


def _people(events: Sequence[EventCounts], language: str) -> Table:
    known = _("What is known of it")
    rows: list[list[pieces.Cell]] = [
        [label, *_told(actual, language), *_told(planned, language)]
        for label, actual, planned in _lines(events)
    ]
    return {
        "heading": _("Participants"),
        "head": [_("Who"), str(Stage.ACTUAL.label), known, str(Stage.PLANNED.label), known],
        "align": ["start", "end", "start", "end", "start"],
        "rows": rows,
        "more": "",
        "note": _("What a larger event counts is not counted again in its parts."),
    }


def _lines(events: Sequence[EventCounts]) -> Iterator[tuple[str, Total, Total]]:
    """All, then by sex, by age, by group: each from figures of its own, never from each other."""
    for slot, label in _slots():
        actual = total(events, slot)
        planned = total(events, slot._replace(stage=Stage.PLANNED))
        everyone = slot.row is GridRow.EVERYONE and slot.unit is Unit.ATTENDANCE
        if (everyone and (slot.sex, slot.age) in _ALWAYS) or _is_told(actual) or _is_told(planned):
            yield label, actual, planned


def _slots() -> Iterator[tuple[Slot, str]]:
    yield ATTENDED, str(Unit.ATTENDANCE.label)
    for sex in SEXES:
        yield ATTENDED._replace(sex=sex), str(sex.label)
    for age in AGES:
        yield ATTENDED._replace(age=age), str(age.label)
    for row in GridRow:
        if row is not GridRow.EVERYONE:
            yield ATTENDED._replace(row=row), str(row.label)
    yield PERSONS, str(Unit.PERSONS.label)


def _is_told(found: Total) -> bool:
    return bool(found.known or found.hidden)


def _told(found: Total, language: str) -> tuple[str, str]:
    return _number(found), show_sentences(remarks(found), language=language)


def _number(found: Total) -> str:
    return _("Not added up") if found.is_apart else number_shown(found)


def _by_party(
    events: Sequence[EventCounts], names: Mapping[str, str], language: str
) -> Iterator[Table]:
    """What each Party led, and what it held jointly under the lead of others: two numbers."""
    found = totals_by_party(events, ATTENDED)
    rows: list[list[pieces.Cell]] = [
        [names.get(code, code), *_told(each.own, language), *_shared(each.shared, language)]
        for code, each in found.items()
    ]
    others = [event for event in events if not event.lead_party]
    if others:
        led = _told(total(others, ATTENDED), language)
        rows.append([_("Secretariat"), *led, *_shared(Total(), language)])
    if not rows:
        return
    known = _("What is known of it")
    yield {
        "heading": _("Participants by Party"),
        "head": [_("Party"), _("Events it leads"), known, _("Joint events led by others"), known],
        "align": ["start", "end", "start", "end", "start"],
        "rows": rows,
        "more": "",
        "note": None,
    }


def _shared(found: Total, language: str) -> tuple[str, str]:
    return _told(found, language) if found.of else (pgettext("joint event", "None"), "")


def _media(events: Sequence[EventCounts]) -> Iterator[Table]:
    found = media_total(events)
    if not found:
        return
    rows: list[list[pieces.Cell]] = [
        [
            str(each.channel.label),
            pieces.own(each.source) if each.source else _("Not named"),
            number_shown(each.items),
            number_shown(each.reach),
        ]
        for each in found
    ]
    yield {
        "heading": _("Media and social media"),
        "head": [_("Kind of media"), _("Source"), _("Number of reports"), _("People reached")],
        "align": ["start", "start", "end", "end"],
        "rows": rows,
        "more": "",
        "note": _("These figures are what the sources say; they are added to no participants."),
    }
