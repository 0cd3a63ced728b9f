"""A journey as its public pages and papers tell it: facts, stops in words, the next stop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.journeys.models import Journey
from engage.journeys.reading import SeenStop, days_of, name_of, read_journey, read_stop
from engage.journeys.route import next_stop
from engage.journeys.vocabulary import JourneyKind, StopState
from engage.kit.clock import today
from engage.kit.collation import sort_key
from engage.kit.formats import show_number
from engage.kit.pieces import Piece, own
from engage.kit.values.base import Line
from engage.kit.values.tongues import Tongues

# The shape that stands beside a state, see components/icon.html.
SHAPES: Mapping[str, str] = {
    StopState.PROPOSED: "not_begun",
    StopState.ACCEPTED: "in_work",
    StopState.DECLINED: "not_applicable",
    StopState.HELD: "complete",
    StopState.SKIPPED: "not_applicable",
}
NOON = dt.time(12)


@dataclass(frozen=True, slots=True)
class Head:
    """A journey in short. `when` is its days as they follow from the stops, else its period."""

    ref: str
    name: Piece
    theme: Piece | None
    kind: str
    when: tuple[Line, ...]
    ahead: ToldStop | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A question and its answer in words."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ToldStop:
    """A stop in words. `host` is the Party, empty where none is asked; `lines` are the answers by
    the code of their question."""

    seen: SeenStop
    host: str
    state: str
    shape: str
    is_next: bool
    lines: Mapping[str, tuple[Line, ...]]

    @property
    def number(self) -> int:
        return self.seen.number


def told_stops(stops: Sequence[SeenStop], language: str, today: dt.date) -> tuple[ToldStop, ...]:
    """All stops that are given, in their order; the language must be spoken already."""
    ahead = next_stop(stops, today)
    return tuple(
        ToldStop(
            seen=stop,
            host=stop.party_name(language),
            state=str(StopState(stop.state).label),
            shape=SHAPES[stop.state],
            is_next=ahead is not None and stop.key == ahead.key,
            lines={entry.code: entry.lines for entry in read_stop(stop, language)},
        )
        for stop in stops
    )


def head_of(journey: Journey, stops: Sequence[SeenStop], language: str) -> Head:
    """What lists say of a journey; of all its stops only the next one is put into words."""
    ahead = next_stop(stops, today())
    told = told_stops([ahead] if ahead else [], language, today())
    days = days_of(stops, language)
    return Head(
        ref=journey.ref,
        name=name_of(journey, language),
        theme=said_of(journey, "theme", language),
        kind=_("Campaign") if journey.kind == JourneyKind.CAMPAIGN else _("Journey"),
        when=(Line(days, own=False),) if days else period_of(journey, language),
        ahead=told[0] if told else None,
    )


def facts_of(journey: Journey, stops: Sequence[SeenStop], language: str) -> tuple[Fact, ...]:
    """What stands below the name: who leads, when, how many said yes, what it belongs to."""
    entries = {entry.code: entry for entry in read_journey(journey, language)}
    days = days_of(stops, language)
    names = accepted(stops, language)
    number = show_number(len(names), language=language)
    found = [Fact(entries["lead"].label, entries["lead"].lines)]
    if days:
        found.append(Fact(_("First to last day"), (Line(days, own=False),)))
    found.append(Fact(entries["period"].label, entries["period"].lines))
    if journey.kind == JourneyKind.JOURNEY:
        found.append(Fact(_("Hosts that accepted"), (Line(number, own=False),)))
    found += [
        Fact(entries[code].label, entries[code].lines) for code in ("occasion", "initiatives")
    ]
    return tuple(each for each in found if each.lines)


def period_of(journey: Journey, language: str) -> tuple[Line, ...]:
    found = (entry.lines for entry in read_journey(journey, language) if entry.code == "period")
    return next(found, ())


def next_of(told: Sequence[ToldStop]) -> ToldStop | None:
    return next((each for each in told if each.is_next), None)


def said_of(journey: Journey, code: str, language: str) -> Piece | None:
    """What the journey says in several languages: in the reader's, else in one that there is."""
    text, spoken = Tongues.in_language(journey.content.get(code), language)
    return own(text, spoken) if text else None


def accepted(stops: Sequence[SeenStop], language: str) -> list[str]:
    """The names of the Parties that said yes to a stop, in the order of their names."""
    names = {stop.party_code: stop.party_name(language) for stop in stops if stop.is_agreed}
    return sorted(
        (name for name in names.values() if name), key=partial(sort_key, language=language)
    )


def taking_part(journey: Journey, language: str) -> list[str]:
    """The names of the Parties that a document names as participating, in their order."""
    names = [each.party.name(language) for each in journey.parties]
    return sorted(names, key=partial(sort_key, language=language))


def clocks_apart(stop: SeenStop, before: SeenStop) -> str:
    """How far the clocks of a place are from those of the stop before, at noon of its first day;
    empty where a zone or the day is not known."""
    zone, other, day = stop.values.get("zone"), before.values.get("zone"), stop.first_day
    if not (isinstance(zone, str) and isinstance(other, str) and day):
        return ""
    here, there = (
        dt.datetime.combine(day, NOON, ZoneInfo(each)).utcoffset() or dt.timedelta()
        for each in (zone, other)
    )
    return _apart(round((here - there).total_seconds() / 60))


def _apart(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return _("The time is the same as at the stop before.")
    if rest:
        time = f"{hours}:{rest:02}"
        if minutes > 0:
            return _("Clocks are ahead of those at the stop before, by %(time)s hours.", time=time)
        return _("Clocks are behind those at the stop before, by %(time)s hours.", time=time)
    if minutes > 0:
        return ngettext(
            "Clocks are ahead of those at the stop before, by %(num)s hour.",
            "Clocks are ahead of those at the stop before, by %(num)s hours.",
            hours,
        )
    return ngettext(
        "Clocks are behind those at the stop before, by %(num)s hour.",
        "Clocks are behind those at the stop before, by %(num)s hours.",
        hours,
    )
