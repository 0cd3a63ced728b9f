"""Entries: what stands in a calendar, whether it is an event, a stop or a day of the Convention.

Made of what its reader may see (`events.cards`), in codes and own words: which language is spoken
is a matter of those who show it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from engage.calendar.months import Span
from engage.calendar.vocabulary import EntryKind
from engage.events.cards import Card
from engage.events.vocabulary import CALLED_OFF, EventStatus, HourKind
from engage.journeys.vocabulary import StopState
from engage.kit.values.base import listed, record
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.days import first_day, is_full, last_day
from engage.kit.values.meant import LONGEST_SPAN
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.reference.norms import KnownOccasion

OPEN = frozenset({EventStatus.PROPOSED, EventStatus.PLANNED, EventStatus.POSTPONED})
A_DAY = timedelta(days=1)
YEARS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Session:
    """Hours as clocks at the place show them. `key` names the row for good; without a day they
    hold for each day, without a zone nobody knows for which clocks. `end` is blank if unknown."""

    key: str
    start: str
    end: str
    zone: str
    day: date | None
    what: str
    is_elsewhere: bool

    def ends_on(self, day: date) -> date:
        """Hours that end before they begin go past midnight."""
        return day + A_DAY if self.end and self.end <= self.start else day


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`ref` names it for good among all entries. `days` are those that are known, in order, and
    `begin` the first one of the row of days that is meant before all; `precision` is `day`, `month`
    or `year`, `first` and `last` the widest reading. `titles` are further ones by language, and
    `journey` the name of the journey that a stop belongs to."""

    kind: EntryKind
    ref: str
    url: str = ""
    title: str = ""
    language: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    journey: Mapping[str, str] = field(default_factory=dict)
    first: date
    last: date
    precision: str
    days: tuple[date, ...] = ()
    begin: date | None = None
    sessions: tuple[Session, ...] = ()
    party: str = ""
    place: str = ""
    coordinates: tuple[float, float] | None = None
    online: str = ""
    type: str = ""
    occasion: str = ""
    status: str = ""
    paragraph: str = ""
    website: str = ""
    groups: tuple[str, ...] = ()
    sequence: int = 0
    changed_at: datetime | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it stands on days; otherwise only a month or a year is known."""
        return self.precision == "day"

    @property
    def is_called_off(self) -> bool:
        return self.status in CALLED_OFF or self.status == StopState.SKIPPED

    @property
    def is_open(self) -> bool:
        """It may still be held otherwise, or not at all."""
        return self.status in OPEN or self.status == StopState.PROPOSED

    def touches(self, span: Span) -> bool:
        """Whether some day of it lies in the span. Of a time too long to be told day by day only
        the first and the last one are known here, and every day between is one of it."""
        is_long = len(self.days) <= 2 and (self.last - self.first).days >= LONGEST_SPAN
        return not self.is_dated or is_long or bool(self.days_in(span))

    def days_in(self, span: Span) -> list[date]:
        return [day for day in self.days if span.holds(day)] if self.is_dated else []

    def title_in(self, language: str) -> tuple[str, str]:
        """The title in the language if there is one, else as it was written; and its language."""
        if language in self.titles:
            return self.titles[language], language
        return self.title, self.language

    def own_sessions(self) -> tuple[Session, ...]:
        """Without those that tell the same moment for another place."""
        return tuple(each for each in self.sessions if not each.is_elsewhere)


def of_event(card: Card) -> Entry | None:
    """None of an event whose days nobody knows, or may know."""
    if card.first_day is None or card.last_day is None:
        return None
    values = card.values
    when = record(values.get("when"))
    return Entry(
        kind=EntryKind.EVENT,
        ref=card.ref,
        url=f"/events/{card.ref}",
        title=card.title,
        language=card.language,
        titles=_texts(values.get("titles")),
        first=card.first_day,
        last=card.last_day,
        precision=card.precision,
        days=_days_of(values.get("when"), card.first_day, card.last_day),
        begin=_begin(when),
        sessions=tuple(_sessions(card.hours, _text(values, "zone"))),
        party=card.party_code or "",
        place=_text(values, "place") or _text(values, "province"),
        coordinates=Coordinates.point(values.get("coordinates")),
        online=_text(values, "online_link"),
        type=_text(values, "type"),
        occasion=_text(values, "occasion"),
        status=_text(values, "status"),
        paragraph=_text(values, "paragraph"),
        website=_text(values, "website"),
        groups=tuple(str(each) for each in listed(values.get("groups"))),
        sequence=card.sequence,
        changed_at=card.changed_at,
    )


def of_stop(row: Any) -> Entry:
    """Of a row with the columns of `queries.STOP`, which its reader may see."""
    values: Mapping[str, Any] = row.content
    when = values.get("when")
    return Entry(
        kind=EntryKind.STOP,
        ref=f"{row.ref}-{row.key}",
        url=f"/journeys/{row.ref}",
        title=_text(values, "place"),
        journey=_texts(record(row.journey).get("name")),
        first=row.first_day,
        last=row.last_day,
        precision=row.precision,
        days=_days_of(when, row.first_day, row.last_day),
        begin=_begin(record(when)),
        party=row.party_code or "",
        place=_text(values, "place") or _text(values, "province"),
        coordinates=Coordinates.point(values.get("coordinates")),
        occasion=_text(record(row.journey), "occasion"),
        status=row.state,
        sequence=row.sequence,
        changed_at=row.changed_at,
    )


def of_occasion(occasion: KnownOccasion, names: Mapping[str, str], span: Span) -> Iterator[Entry]:
    """A day of every year once for each year of the span; a longer time once if it touches it."""
    for year, start, end in _times_of(occasion, span):
        first, last = first_day(start), last_day(end)
        if first <= span.last and last >= span.first:
            yield Entry(
                kind=EntryKind.OCCASION,
                ref=f"{occasion.code}-{year}",
                titles=names,
                title=names.get("en", occasion.code),
                language="en",
                first=first,
                last=last,
                precision=_precision(start, end),
                days=tuple(Span(first, last).days()) if is_full(start) and is_full(end) else (),
                begin=first,
                occasion=occasion.code,
            )


def _times_of(occasion: KnownOccasion, span: Span) -> Iterator[tuple[int, str, str]]:
    """Year, and the first and last day as written; days that come back are told for some years."""
    if occasion.month and occasion.day:
        last = min(span.last.year, span.first.year + YEARS_TOLD)
        for year in range(span.first.year, last + 1):
            day = f"{year}-{occasion.month:02}-{occasion.day:02}"
            if _exists(day):
                yield year, day, day
    elif occasion.starts:
        yield first_day(occasion.starts).year, occasion.starts, occasion.ends or occasion.starts


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:  # 29 February
        return False
    return True


def _precision(start: str, end: str) -> str:
    return {4: "year", 7: "month", 10: "day"}[min(len(start), len(end))]


def _days_of(when: Any, first: date, last: date) -> tuple[date, ...]:
    """A span that is no row of days any more is shown by its first and its last one."""
    return When.days(when).days or tuple(sorted({first, last}))


def _begin(when: Mapping[str, Any]) -> date | None:
    start = str(when.get("start", ""))
    return first_day(start) if is_full(start) else None


def _sessions(rows: Sequence[Mapping[str, Any]], zone: str) -> Iterator[Session]:
    """Hours that say no zone are those of the place, where its zone is known."""
    for row in rows:
        hours = record(row.get("hours"))
        if "from" in hours:
            day = str(record(row.get("day")).get("start", ""))
            yield Session(
                key=str(row.get("key", "")),
                start=str(hours["from"]),
                end=str(hours.get("to", "")),
                zone=_text(row, "zone") or zone,
                day=first_day(day) if is_full(day) else None,
                what=_text(row, "what"),
                is_elsewhere=row.get("kind") == HourKind.SAME_MOMENT,
            )


def _text(values: Mapping[str, Any], code: str) -> str:
    found = values.get(code)
    return found if isinstance(found, str) else ""


def _texts(value: Any) -> dict[str, str]:
    """A text by language, without what could not be read."""
    return {
        code: text
        for code in Tongues().parts()
        if isinstance(text := record(value).get(code), str) and text
    }
