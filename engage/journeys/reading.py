"""Journeys as one reader may see them, put into words once for page, paper and feed alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.journeys import rules
from engage.journeys.models import Journey, Stop
from engage.journeys.outline import JOURNEY_FIELDS, OPEN_FIELDS
from engage.journeys.route import Doubt, Flag, span
from engage.journeys.vocabulary import AGREED, StopState
from engage.kit.formats import show_items, show_number
from engage.kit.locales import CODES, DEFAULT
from engage.kit.pieces import Piece, own
from engage.kit.values.base import Line, record
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.plans.linked import Linked
from engage.plans.reading import Entry, read_fields
from engage.reference.models import name_in

SPAN = When(only=("words", "start", "end"))


@dataclass(frozen=True, slots=True)
class SeenStop:
    """A stop as its reader may see it.

    `number` is its place among those that the reader sees; `values` are its answers without the
    private ones; the days are the widest reading of its dates, None where none is known. What the
    host answered, and whether something was changed since, is for those inside only.
    """

    id: int
    key: str
    number: int
    party_code: str | None
    party_names: Mapping[str, str]
    state: str
    values: Mapping[str, Any]
    first_day: dt.date | None
    last_day: dt.date | None
    precision: str
    sequence: int
    changed_at: dt.datetime
    is_inside: bool = False
    reason: str = ""
    changed_since: bool = False

    @property
    def is_agreed(self) -> bool:
        return self.state in AGREED

    @property
    def place(self) -> str:
        found = self.values.get("place")
        return found if isinstance(found, str) else ""

    @property
    def language(self) -> str:
        """That of the words written of it."""
        return language_of(self.values)

    def party_name(self, language: str) -> str:
        return name_in(self.party_names, language)


def seen_stops(stops: Sequence[Stop], reader: User | None) -> tuple[SeenStop, ...]:
    """The stops that the reader may know of, in their order: the one scope for every output."""
    seen = [stop for stop in in_order(stops) if rules.may_see(reader, stop)]
    return tuple(_seen(stop, number, reader) for number, stop in enumerate(seen, start=1))


def in_order(stops: Sequence[Stop]) -> list[Stop]:
    """Those that were not removed."""
    living = (stop for stop in stops if stop.deleted_at is None)
    return sorted(living, key=lambda stop: (stop.position, stop.id))


def is_changed_since(stop: Stop) -> bool:
    """Whether day, place or order became different after the host had accepted, by others."""
    return (
        stop.state == StopState.ACCEPTED
        and stop.decided_at is not None
        and stop.changed_at > stop.decided_at
    )


def language_of(values: Mapping[str, Any]) -> str:
    """The language of what is written of a stop or on a list."""
    found = values.get("language")
    return found if isinstance(found, str) else DEFAULT


def name_of(journey: Journey, language: str) -> Piece:
    """Its name in the language, or in another that there is; else its reference."""
    text, spoken = Tongues.in_language(journey.content.get("name"), language)
    return own(text, spoken) if text else {"text": journey.ref}


def place_of(stop: Stop | SeenStop) -> Piece:
    """What a stop is called: its place, in the language in which it was written."""
    values = stop.content if isinstance(stop, Stop) else stop.values
    place = values.get("place")
    if isinstance(place, str) and place:
        return own(place, language_of(values))
    return {"text": _("Without a name yet")}


def names_of(journey: Journey) -> dict[str, str]:
    """Its names by language, for letters."""
    found = record(journey.content.get("name"))
    return {code: str(text) for code, text in found.items() if code in CODES}


def days_of(stops: Sequence[SeenStop], language: str) -> str:
    """“from 8 October 2026 to June 2027”, from the stops; empty where no day is known."""
    lines = SPAN.show(span(stops) or None, language)
    return lines[0].text if lines else ""


def days_of_stop(stop: SeenStop, language: str) -> tuple[Line, ...]:
    """When it is, as exactly as it is known."""
    return SPAN.show(stop.values.get("when"), language)


def read_journey(journey: Journey, language: str) -> tuple[Entry, ...]:
    """Its answers in words; the first is its name."""
    return read_fields(JOURNEY_FIELDS, journey.content, language, nothing_linked(language))


def read_stop(stop: SeenStop, language: str) -> tuple[Entry, ...]:
    """Its answers in words, without the private ones."""
    linked = nothing_linked(language)
    return read_fields(OPEN_FIELDS, stop.values, language, linked, spoken=stop.language)


def nothing_linked(language: str) -> Linked:
    """No answer here leads to a row of a plan."""
    return Linked(lambda _register: (), language)


def told(flag: Flag, language: str) -> str:
    """A doubt as a whole sentence; the numbers are those of the stops."""
    numbers = [show_number(each, language=language) for each in flag.numbers]
    listed = show_items(numbers, language=language)
    if flag.doubt is Doubt.NO_DAY:
        return _("Stops without a day yet: %(numbers)s.", numbers=listed)
    if flag.doubt is Doubt.NO_POINT:
        return _("Stops without a position on the map: %(numbers)s.", numbers=listed)
    first, second = numbers
    if flag.doubt is Doubt.OVERLAP:
        return _("Stop %(first)s and stop %(second)s share days.", first=first, second=second)
    if flag.doubt is Doubt.ORDER:
        return _("Stop %(second)s ends before stop %(first)s begins.", first=first, second=second)
    return _told_hop(flag, first, second, language)


def _told_hop(flag: Flag, first: str, second: str, language: str) -> str:
    return _(
        "From stop %(first)s to stop %(second)s it is %(km)s km in a straight line. Days for it: "
        "%(days)s.",
        first=first,
        second=second,
        km=show_number(flag.km, language=language),
        days=show_number(flag.days, language=language),
    )


def _seen(stop: Stop, number: int, reader: User | None) -> SeenStop:
    inside = rules.may_see_inner(reader, stop)
    return SeenStop(
        id=stop.id,
        key=stop.key,
        number=number,
        party_code=stop.party_code,
        party_names=stop.party.names if stop.party else {},
        state=stop.state,
        values=stop.content,
        first_day=stop.first_day,
        last_day=stop.last_day,
        precision=stop.precision,
        sequence=stop.sequence,
        changed_at=stop.changed_at,
        is_inside=inside,
        reason=stop.reason if inside else "",
        changed_since=inside and is_changed_since(stop),
    )
