"""What can be asked about journeys; every answer is limited to what the reader may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import selectinload, undefer

from engage.accounts.models import User
from engage.journeys import rules
from engage.journeys.models import BatonItem, Journey, JourneyParty, Stop
from engage.journeys.reading import SeenStop, in_order, seen_stops
from engage.journeys.route import OFF
from engage.journeys.vocabulary import AGREED
from engage.kit.db import db
from engage.kit.errors import NotFound, ensure

WHOLE = (
    selectinload(Journey.parties).joinedload(JourneyParty.party),
    selectinload(Journey.stops).joinedload(Stop.party),
)


def visible_to(reader: User | None) -> sa.ColumnElement[bool]:
    """Journeys that are open; all for the secretariat; for a Party also those it is asked in."""
    if rules.may_plan(reader):
        return sa.true()
    if reader is None or reader.party_code is None:
        return Journey.is_open.is_(True)
    asked = sa.select(Stop.journey_id).where(
        Stop.party_code == reader.party_code, Stop.deleted_at.is_(None)
    )
    return sa.or_(Journey.is_open.is_(True), Journey.id.in_(asked))


def seen_by(reader: User | None) -> sa.ColumnElement[bool]:
    """Stops that the reader may know of, joined with their journeys; the same as `rules.may_see`,
    in SQL, for questions over all journeys."""
    seen: list[sa.ColumnElement[bool]] = [Stop.state.in_([state.value for state in AGREED])]
    if rules.may_plan(reader):
        seen.append(sa.true())
    elif reader is not None and reader.party_code is not None:
        seen.append(Stop.party_code == reader.party_code)
    return sa.and_(Stop.deleted_at.is_(None), visible_to(reader), sa.or_(*seen))


def journeys(reader: User | None) -> Sequence[Journey]:
    """With their stops and Parties, in a set number of queries; the oldest first."""
    found = sa.select(Journey).where(visible_to(reader)).options(*WHOLE).order_by(Journey.id)
    return db.session.scalars(found).all()


def get_journey(ref: str, reader: User | None, *, lock: bool = False) -> Journey:
    """The journey with its stops and Parties. Raises NotFound also where it may not be seen.

    What the reader may see of its stops says `stops_for`.
    """
    found = sa.select(Journey).where(Journey.ref == ref, visible_to(reader)).options(*WHOLE)
    if lock:
        found = found.with_for_update(of=Journey).execution_options(populate_existing=True)
    journey = db.session.scalars(found).one_or_none()
    if journey is None:
        raise NotFound(_("There is no such journey, or you have no access to it."))
    return journey


def stops_for(journey: Journey, reader: User | None) -> tuple[SeenStop, ...]:
    """The stops that the reader may know of, in their order.

    Pages, papers, feeds and totals all ask here: a stop is in none of them for the public before
    its host has accepted.
    """
    return seen_stops(journey.stops, reader)


def seen_stop(journey: Journey, key: str, reader: User | None) -> SeenStop:
    """One of them."""
    for stop in stops_for(journey, reader):
        if stop.key == key:
            return stop
    raise NotFound(_("There is no such stop, or you have no access to it."))


def find_stop(journey: Journey, key: str, reader: User | None, *, removed: bool = False) -> Stop:
    """A stop as it is kept, without its private answers; a removed one only if it is asked for."""
    for stop in journey.stops:
        if stop.key == key and (rules.may_see(reader, stop) or (removed and stop.deleted_at)):
            return stop
    raise NotFound(_("There is no such stop, or you have no access to it."))


def own_stop(journey: Journey, key: str, writer: User) -> Stop:
    """A stop with its private answers, for the secretariat and the host."""
    ensure(
        rules.may_edit(writer, find_stop(journey, key, writer)),
        NotFound(_("There is no such stop, or you have no access to it.")),
    )
    found = (
        sa.select(Stop)
        .where(Stop.journey_id == journey.id, Stop.key == key)
        .options(undefer(Stop.private))
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(found).one()


def contacts_of(journey: Journey, reader: User | None) -> Mapping[int, Mapping[str, Any]]:
    """The private answers of the stops by their id, for papers: of all stops for the secretariat,
    of its own for a host, of none for everybody else."""
    wanted = [stop.id for stop in journey.stops if rules.may_edit(reader, stop)]
    if not wanted:
        return {}
    found = db.session.execute(sa.select(Stop.id, Stop.private).where(Stop.id.in_(wanted)))
    return {row.id: row.private for row in found}


def stops_of_party(party_code: str) -> Sequence[Stop]:
    """The stops that a Party hosts or is asked to host, by day, with their journeys."""
    found = (
        sa.select(Stop)
        .where(Stop.party_code == party_code, Stop.deleted_at.is_(None))
        .options(selectinload(Stop.journey))
        .order_by(Stop.first_day.is_(None), Stop.first_day, Stop.id)
    )
    return db.session.scalars(found).all()


def stop_before(stop: Stop) -> Stop | None:
    """The stop from which things are passed on to this one."""
    way = [each for each in in_order(stop.journey.stops) if each.state not in OFF or each is stop]
    place = way.index(stop) if stop in way else 0
    return way[place - 1] if place else None


def stop_after(stop: Stop) -> Stop | None:
    """The stop to which things are passed on from this one."""
    way = [each for each in in_order(stop.journey.stops) if each.state not in OFF or each is stop]
    place = way.index(stop) + 1 if stop in way else len(way)
    return way[place] if place < len(way) else None


def baton_of(journey: Journey, reader: User | None) -> Mapping[int, Sequence[BatonItem]]:
    """What stands on the baton lists that the reader may read, by the id of their stop."""
    living = in_order(journey.stops)
    wanted = [s.id for s in living if rules.may_read_baton(reader, s, stop_before(s))]
    if not wanted:
        return {}
    found = (
        sa.select(BatonItem)
        .where(BatonItem.stop_id.in_(wanted), BatonItem.deleted_at.is_(None))
        .options(selectinload(BatonItem.done_by), selectinload(BatonItem.saved_by))
        .order_by(BatonItem.stop_id, BatonItem.position, BatonItem.id)
    )
    lists: dict[int, list[BatonItem]] = {id_: [] for id_ in wanted}
    for item in db.session.scalars(found):
        lists[item.stop_id].append(item)
    return lists


def find_item(stop: Stop, key: str, reader: User) -> BatonItem:
    """A thing on the list of the stop, also one that was removed."""
    if rules.may_read_baton(reader, stop, stop_before(stop)):
        for item in stop.baton:
            if item.key == key:
                return item
    raise NotFound(_("There is nothing of this kind on the list."))


def passed_on_from(journey_id: int, source: str) -> Sequence[BatonItem]:
    """What an event put on the lists of the journey, also what was taken off again."""
    found = (
        sa.select(BatonItem)
        .join(Stop, BatonItem.stop_id == Stop.id)
        .where(Stop.journey_id == journey_id, BatonItem.source == source)
        .order_by(BatonItem.id)
    )
    return db.session.scalars(found).all()


def taken_refs(stem: str) -> frozenset[str]:
    """The references of journeys that begin so."""
    found = sa.select(Journey.ref).where(Journey.ref.startswith(stem, autoescape=True))
    return frozenset(db.session.scalars(found))
