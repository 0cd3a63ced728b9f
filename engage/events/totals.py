"""The counts of the events that a reader may count, in a set number of queries.

Each event is filtered before anything is added up: those outside its side get what `for_others`
leaves of it. What is asked for by time goes through `dated_for`, so that no total tells when an
event is whose time stays back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.events.counted import cells_of, figure_of
from engage.events.counting.adding import Band, EventCounts, Media, for_others
from engage.events.models import Event, EventPartner, EventRow
from engage.events.queries import dated_for, living, visible_to
from engage.events.rules import is_inside
from engage.events.safety import LISTS_OF_TIME
from engage.events.vocabulary import CALLED_OFF, PartnerState
from engage.kit.clock import now
from engage.kit.db import db
from engage.reference.models import AgeBand
from engage.reference.vocabulary.counting import MediaChannel, Stage

Condition = sa.ColumnElement[bool]
_IN_MEDIA = ("media", "social")


def event_counts(reader: User | None, *conditions: Condition) -> list[EventCounts]:
    """The counts of the visible events that meet all conditions, as the reader may see them."""
    chosen = (living(), visible_to(reader), Event.status.not_in(CALLED_OFF), *conditions)
    events = db.session.execute(
        sa.select(Event.id, Event.ref, Event.party_code, Event.parent_id, Event.content)
        .where(*chosen)
        .order_by(Event.first_day, Event.id)
    ).all()
    ids = sa.select(Event.id).where(*chosen)
    partners, media, meanings = _partners(ids), _media(reader, ids), bands()
    found = {
        event.id: counts_of(event, partners.get(event.id, ()), media.get(event.id, ()), meanings)
        for event in events
    }
    counted = counted_once(found, {event.id: event.parent_id for event in events})
    return [
        counted[event.id] if is_inside(reader, event.party_code) else for_others(counted[event.id])
        for event in events
        if event.id in counted
    ]


def counted_once(
    events: Mapping[int, EventCounts], parents: Mapping[int, int | None]
) -> dict[int, EventCounts]:
    """The events by id, without what a larger event among them counts already.

    Where it has figures of a stage, those of its sessions and sites are in them. A part of which
    nothing is left is no event of its own for the totals.
    """
    kept = {}
    for id_, event in events.items():
        stages = {cell.stage for above in _above(id_, parents) for cell in events[above].cells}
        cells = tuple(cell for cell in event.cells if cell.stage not in stages)
        if not stages or cells or event.media:
            kept[id_] = replace(event, cells=cells)
    return kept


def _above(id_: int, parents: Mapping[int, int | None]) -> Iterator[int]:
    """The events above this one, the nearest first, as far as they are among those asked for."""
    seen, above = {id_}, parents[id_]
    while above is not None and above in parents and above not in seen:
        yield above
        seen.add(above)
        above = parents[above]


def counts_of(
    event: Any,
    partners: Iterable[str],
    media: Iterable[Media],
    meanings: Mapping[str, Band],
) -> EventCounts:
    """Of an event, or a row with `ref`, `party_code` and `content`, with all its figures."""
    return EventCounts(
        ref=event.ref,
        lead_party=event.party_code or "",
        parties=frozenset(partners),
        cells=cells_of(event.content),
        band=meanings.get(str(event.content.get("age_band"))),
        media=tuple(media),
    )


def bands() -> dict[str, Band]:
    """What counts as youth, by code; also the meanings that are no longer offered."""
    rows = db.session.execute(sa.select(AgeBand.code, AgeBand.from_age, AgeBand.to_age))
    return {code: Band(from_age, to_age) for code, from_age, to_age in rows}


def in_period(reader: User | None, first: date | None, last: date | None) -> Sequence[Condition]:
    """Events of which some day lies in the period, and whose time the reader may know."""
    if first is None and last is None:
        return ()
    conditions: list[Condition] = [dated_for(reader, now()), Event.first_day.is_not(None)]
    if first is not None:
        conditions.append(sa.func.coalesce(Event.last_day, Event.first_day) >= first)
    if last is not None:
        conditions.append(Event.first_day <= last)
    return conditions


def with_group(code: str) -> Condition:
    return Event.groups.contains(f",{code},", autoescape=True)


def _partners(ids: sa.Select[Any]) -> dict[int, list[str]]:
    """The Parties that accepted, by event."""
    rows = db.session.execute(
        sa.select(EventPartner.event_id, EventPartner.party_code)
        .where(EventPartner.state == PartnerState.ACCEPTED, EventPartner.event_id.in_(ids))
        .order_by(EventPartner.id)
    )
    found: dict[int, list[str]] = {}
    for event_id, party in rows:
        found.setdefault(event_id, []).append(party)
    return found


def _media(reader: User | None, ids: sa.Select[Any]) -> dict[int, list[Media]]:
    """What media did, by event. A report whose kind of media nobody chose is in no total; what
    stays back with the time of its event (`safety.LISTS_OF_TIME`) is in none for those outside."""
    rows = db.session.execute(
        sa.select(EventRow.event_id, EventRow.register, EventRow.content)
        .join(EventRow.event)
        .where(
            EventRow.register.in_(_IN_MEDIA),
            sa.or_(EventRow.register.not_in(LISTS_OF_TIME), dated_for(reader, now())),
            EventRow.deleted_at.is_(None),
            EventRow.event_id.in_(ids),
        )
        .order_by(EventRow.position, EventRow.id)
    )
    found: dict[int, list[Media]] = {}
    for event_id, register, content in rows:
        media = _social(content) if register == "social" else _report(content)
        if media is not None:
            found.setdefault(event_id, []).append(media)
    return found


def _report(content: Mapping[str, Any]) -> Media | None:
    kind = _words(content.get("kind"))
    if kind not in MediaChannel.labels():
        return None
    source = content.get("source") or content.get("outlet")
    items, audience = figure_of(content.get("items")), figure_of(content.get("audience"))
    return Media(Stage.ACTUAL, MediaChannel(kind), _words(source), items, audience)


def _social(content: Mapping[str, Any]) -> Media:
    platform, reach = _words(content.get("platform")), figure_of(content.get("reach"))
    return Media(Stage.ACTUAL, MediaChannel.SOCIAL, platform, None, reach)


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""
