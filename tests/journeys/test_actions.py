"""Journeys are planned by the secretariat, stops are answered for and written by their hosts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.journeys import actions, baton, drafting
from engage.journeys.details import Promise
from engage.journeys.models import Journey, Stop
from engage.journeys.queries import baton_of, get_journey, journeys, own_stop, stops_for
from engage.journeys.reading import in_order, is_changed_since
from engage.journeys.vocabulary import JourneyKind, StopState
from engage.kit.errors import Invalid, NotAllowed, NotFound
from engage.kit.values.fingerprint import fingerprints
from engage.plans.drafting import Typed
from engage.post.models import Notice
from engage.reference.towns import towns_called
from tests.factories import make_journey, make_party, make_stop, make_user


@dataclass
class World:
    journey: Journey
    planner: User
    host: User
    other: User

    @property
    def places(self) -> list[object]:
        return [stop.content["place"] for stop in in_order(self.journey.stops)]


@pytest.fixture
def world(session: Session) -> World:
    """A journey of three stops: two of a host, one of another Party, all accepted."""
    journey, planner = make_journey(session), make_user(session, Role.REVIEWER)
    host, other = make_user(session), make_user(session)
    for place, person in (("Osh", host), ("Naryn", other), ("Almaty", host)):
        make_stop(session, journey, person.party, place=place)
    return World(journey, planner, host, other)


def typed(stop: Stop, **values: object) -> Typed:
    return Typed(values=values, seen=fingerprints(stop.content | stop.private))


def told(session: Session, person: User) -> list[str]:
    found = sa.select(Notice.cause).where(Notice.person_id == person.id).order_by(Notice.id)
    return list(session.scalars(found))


def keys(stops: Sequence[object]) -> list[str]:
    return [getattr(stop, "key", "") for stop in stops]


def test_a_new_journey_is_seen_by_the_secretariat_alone(session: Session) -> None:
    planner, host = make_user(session, Role.REVIEWER), make_user(session)
    name = {"en": "Caravan of the Wells", "fr": "Caravane des puits"}
    journey = drafting.plan_journey(planner, name, JourneyKind.JOURNEY)
    assert journey.ref == "caravan-of-the-wells"
    assert drafting.plan_journey(planner, name, JourneyKind.JOURNEY).ref == f"{journey.ref}-2"
    assert journey in journeys(planner)
    for reader in (None, host):
        with pytest.raises(NotFound):
            get_journey(journey.ref, reader)
    actions.open_journey(planner, journey, is_open=True)
    assert get_journey(journey.ref, None) is journey


def test_a_name_without_latin_letters_makes_an_address_too(session: Session) -> None:
    planner = make_user(session, Role.REVIEWER)
    journey = drafting.plan_journey(planner, {"ar": "قافلة"}, JourneyKind.CAMPAIGN)
    assert journey.ref == "campaign"


def test_nobody_but_the_secretariat_plans(world: World) -> None:
    stop, party = world.journey.stops[0], world.host.party
    assert party is not None
    for refused in (
        lambda: drafting.plan_journey(world.host, {"en": "Ours"}, JourneyKind.JOURNEY),
        lambda: drafting.add_stop(world.host, world.journey),
        lambda: actions.place_stop(world.host, stop, 3),
        lambda: actions.propose_to(world.host, stop, party),
        lambda: actions.open_journey(world.host, world.journey, is_open=False),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_the_public_learns_of_a_stop_only_once_its_host_has_accepted(
    session: Session, world: World
) -> None:
    asked = drafting.add_stop(world.planner, world.journey, place="Khorog")
    stranger = make_user(session)
    assert world.host.party is not None
    actions.propose_to(world.planner, asked, world.host.party)
    for reader in (None, stranger, world.other):
        assert asked.key not in keys(stops_for(world.journey, reader))
    for reader in (world.planner, world.host):
        assert asked.key in keys(stops_for(world.journey, reader))
    actions.accept_stop(world.host, asked)
    assert stops_for(world.journey, None)[-1].party_code == world.host.party_code
    actions.decline_stop(world.host, asked, "The pass is closed.")
    assert asked.key not in keys(stops_for(world.journey, None))
    assert [stop.reason for stop in stops_for(world.journey, world.planner)][-1] == asked.reason


def test_a_party_that_is_asked_sees_a_journey_that_is_not_open(
    session: Session, world: World
) -> None:
    world.journey.is_open = False
    session.flush()
    assert get_journey(world.journey.ref, world.host) is world.journey
    with pytest.raises(NotFound):
        get_journey(world.journey.ref, make_user(session))


def test_the_host_is_asked_and_the_secretariat_told_of_the_answer(
    session: Session, world: World
) -> None:
    stop = drafting.add_stop(world.planner, world.journey, place="Khorog")
    assert world.host.party is not None
    actions.propose_to(world.planner, stop, world.host.party)
    actions.propose_to(world.planner, stop, world.host.party)
    letter = session.scalars(sa.select(Notice).where(Notice.person_id == world.host.id)).one()
    assert letter.details["url"] == f"/journeys/{world.journey.ref}/stops/{stop.key}/answer"
    assert letter.details["title"] == "Khorog"
    actions.accept_stop(world.host, stop)
    assert told(session, world.planner) == ["stop_answered"]


def test_a_stop_is_declined_with_a_reason_only_and_by_its_own_focal_point(
    session: Session, world: World
) -> None:
    stop = world.journey.stops[0]
    contributor = make_user(session, Role.CONTRIBUTOR, party=world.host.party)
    with pytest.raises(Invalid):
        actions.decline_stop(world.host, stop, "  ")
    for person in (world.other, contributor, world.planner):
        with pytest.raises(NotAllowed):
            actions.decline_stop(person, stop, "We cannot.")
    assert stop.state == StopState.ACCEPTED


def test_another_host_begins_with_a_new_question(session: Session, world: World) -> None:
    stop = world.journey.stops[0]
    assert world.other.party is not None
    actions.propose_to(world.planner, stop, world.other.party)
    assert (stop.state, stop.decided_at) == (StopState.PROPOSED, None)
    assert told(session, world.host) == ["stop_changed"]
    assert told(session, world.other) == ["stop_proposed"]
    with pytest.raises(NotAllowed):
        actions.accept_stop(world.host, stop)


def test_two_who_write_the_same_answer_are_shown_both_texts(world: World) -> None:
    stop = own_stop(world.journey, world.journey.stops[0].key, world.planner)
    opened = typed(stop)
    mine = Typed({"note": "By the river", "contact": {"name": "Aida"}}, opened.seen)
    theirs = Typed({"note": "At the school"}, opened.seen)
    assert not drafting.save_stop(world.host, stop, mine).collisions
    collided = drafting.save_stop(world.planner, stop, theirs).collisions
    assert [each.code for each in collided] == ["note"]
    assert stop.content["note"] == "By the river"
    assert stop.private == {"contact": {"name": "Aida"}}


def test_a_host_edits_its_own_stop_and_no_other(world: World) -> None:
    first, second = world.journey.stops[0], world.journey.stops[1]
    with pytest.raises(NotFound):
        own_stop(world.journey, second.key, world.host)
    stop = own_stop(world.journey, first.key, world.host)
    with pytest.raises(NotAllowed):
        drafting.save_stop(world.other, stop, typed(stop, place="Batken"))


def test_a_change_by_the_secretariat_is_told_to_the_host_until_it_agrees(
    session: Session, world: World
) -> None:
    stop = own_stop(world.journey, world.journey.stops[0].key, world.planner)
    actions.accept_stop(world.host, stop)
    sequence = stop.sequence
    drafting.save_stop(world.planner, stop, typed(stop, note="Bring the flag"))
    assert (stop.sequence, told(session, world.host)) == (sequence, [])
    drafting.save_stop(world.planner, stop, typed(stop, when={"start": "2026-10-08"}))
    assert (stop.sequence, told(session, world.host)) == (sequence + 1, ["stop_changed"])
    assert (stop.state, is_changed_since(stop)) == (StopState.ACCEPTED, True)
    assert stops_for(world.journey, None)[0].changed_since is False
    actions.accept_stop(world.host, stop)
    assert not is_changed_since(stop)
    drafting.save_stop(world.host, stop, typed(stop, when={"start": "2026-10-09"}))
    assert not is_changed_since(stop)


def test_the_order_changes_and_the_days_stay(session: Session, world: World) -> None:
    first, second, third = world.journey.stops
    actions.move_stop(world.planner, third, up=True)
    assert world.places == ["Osh", "Almaty", "Naryn"]
    actions.place_stop(world.planner, third, 1)
    assert world.places == ["Almaty", "Osh", "Naryn"]
    actions.swap_stops(world.planner, third, second)
    assert world.places == ["Naryn", "Osh", "Almaty"]
    actions.move_stop(world.planner, second, up=True)
    assert world.places == ["Naryn", "Osh", "Almaty"]
    actions.place_stop(world.planner, first, 99)
    assert world.places == ["Naryn", "Almaty", "Osh"]
    assert told(session, world.host) == ["stop_changed"] * 2
    assert told(session, world.other) == ["stop_changed"]


def test_a_stop_taken_off_the_way_comes_back_as_it_was(world: World) -> None:
    stop = world.journey.stops[1]
    actions.set_stop_aside(world.planner, stop, aside=True)
    assert world.places == ["Osh", "Almaty"]
    assert [seen.number for seen in stops_for(world.journey, None)] == [1, 2]
    actions.set_stop_aside(world.planner, stop, aside=False)
    assert world.places == ["Osh", "Naryn", "Almaty"]


def test_only_an_accepted_stop_takes_place_or_is_skipped(world: World) -> None:
    stop = world.journey.stops[0]
    actions.note_stop(world.host, stop, StopState.SKIPPED)
    assert stops_for(world.journey, None)[0].state == StopState.SKIPPED
    actions.note_stop(world.planner, stop, StopState.ACCEPTED)
    actions.note_stop(world.host, stop, StopState.HELD)
    asked = drafting.add_stop(world.planner, world.journey)
    for person, refused in ((world.planner, asked), (world.other, stop)):
        with pytest.raises(NotAllowed):
            actions.note_stop(person, refused, StopState.HELD)


def test_a_town_gives_position_and_zone_and_leaves_the_name(world: World) -> None:
    stop = world.journey.stops[0]
    drafting.take_town(world.host, stop, towns_called("Osh", "KG")[0])
    assert (stop.content["place"], stop.content["zone"]) == ("Osh", "Asia/Bishkek")
    assert set(stop.content["coordinates"]) == {"lat", "lon"}


def test_what_was_promised_lies_with_the_next_stop_and_never_twice(world: World) -> None:
    first, second, third = world.journey.stops
    fence = Promise(key="r1", what="Two routes stay open", who="District")
    well = Promise(key="r2", what="A well", when={"start": "2027-03"})
    for _again in range(2):
        baton.pass_on(world.host, first, "E-1", [fence, well])
    kept = baton_of(world.journey, world.other)[second.id]
    assert [item.content["what"] for item in kept] == ["Two routes stay open", "A well"]
    actions.place_stop(world.planner, third, 2)
    baton.pass_on(world.host, first, "E-1", [Promise(key="r1", what="Three routes")])
    assert [each.content["what"] for each in baton_of(world.journey, world.planner)[second.id]] == [
        "Three routes"
    ]
    assert not baton_of(world.journey, world.planner)[third.id]


def test_what_somebody_wrote_on_the_list_is_not_overwritten_from_the_event(world: World) -> None:
    first, second, _third = world.journey.stops
    promise = Promise(key="r1", what="A well")
    (item,) = baton.pass_on(world.host, first, "E-1", [promise])
    seen = fingerprints(item.content)
    baton.save_item(world.other, item, Typed({"what": "A well at Naryn"}, seen))
    baton.pass_on(world.host, first, "E-1", [promise])
    baton.pass_on(world.host, first, "E-1", [])
    kept = baton_of(world.journey, world.other)[second.id]
    assert [each.content["what"] for each in kept] == ["A well at Naryn"]


def test_the_host_before_adds_to_the_list_and_changes_only_what_it_added(
    session: Session, world: World
) -> None:
    _first, second, _third = world.journey.stops
    ours, theirs = baton.add_item(world.other, second), baton.add_item(world.host, second)
    baton.tick_item(world.other, theirs, done=True)
    baton.tick_item(world.planner, theirs, done=True)
    assert theirs.done_by is world.other
    with pytest.raises(NotAllowed):
        baton.tick_item(world.host, ours, done=True)
    with pytest.raises(NotAllowed):
        baton.add_item(make_user(session), second)
    baton.move_item(world.other, theirs, up=True)
    baton.set_item_aside(world.other, ours, aside=True)
    assert keys(baton_of(world.journey, world.other)[second.id]) == [theirs.key]


def test_the_participating_parties_are_chosen_by_the_secretariat(
    session: Session, world: World
) -> None:
    one, two = make_party(session), make_party(session)
    actions.choose_parties(world.planner, world.journey, [one, two])
    actions.choose_parties(world.planner, world.journey, [two])
    assert [each.party for each in world.journey.parties] == [two]
