"""The steps of a journey and of its stops: opened, put in order, proposed, answered, noted."""

from __future__ import annotations

from collections.abc import Sequence

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.journeys import notices, rules
from engage.journeys.drafting import note_change, sign, touch
from engage.journeys.models import Journey, JourneyParty, Stop
from engage.journeys.reading import in_order
from engage.journeys.sentences import (
    MAY_NOT_ANSWER,
    MAY_NOT_PLAN,
    MAY_NOT_WRITE,
    NO_REASON,
)
from engage.journeys.vocabulary import StopState
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, ensure
from engage.reference.models import Party

NOTED = {StopState.HELD: Verb.STOP_HELD, StopState.SKIPPED: Verb.STOP_SKIPPED}


def open_journey(actor: User, journey: Journey, *, is_open: bool) -> None:
    """Show it to everybody, or take it back from the public."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    if journey.is_open == is_open:
        return
    journey.is_open = is_open
    touch(journey)
    verb = Verb.JOURNEY_OPENED if is_open else Verb.JOURNEY_CLOSED
    record(actor, verb, ("journey", journey.id))


def choose_parties(actor: User, journey: Journey, parties: Sequence[Party]) -> None:
    """The participating Parties, as the document says that the journey names."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    wanted = {party.code: party for party in parties}
    kept = [each for each in journey.parties if each.party_code in wanted]
    there = {each.party_code for each in kept}
    added = [JourneyParty(party=party) for code, party in wanted.items() if code not in there]
    journey.parties = [*kept, *added]
    touch(journey)
    db.session.flush()


def move_stop(actor: User, stop: Stop, *, up: bool) -> None:
    """One place up or down; the ends stay."""
    stops = in_order(stop.journey.stops)
    place_stop(actor, stop, stops.index(stop) + (0 if up else 2))


def place_stop(actor: User, stop: Stop, number: int) -> None:
    """To a place in the order, counted from 1. Its days stay: what they say now is told."""
    stops = in_order(stop.journey.stops)
    others = [each for each in stops if each is not stop]
    place = min(max(number, 1), len(stops)) - 1
    _put_in_order(actor, stop.journey, [*others[:place], stop, *others[place:]])


def swap_stops(actor: User, one: Stop, other: Stop) -> None:
    """Each in the place of the other; their days stay."""
    places = {one: other, other: one}
    stops = in_order(one.journey.stops)
    _put_in_order(actor, one.journey, [places.get(each, each) for each in stops])


def set_stop_aside(actor: User, stop: Stop, *, aside: bool) -> None:
    """Take a stop off the way, or put it back as it was."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    stop.deleted_at = now() if aside else None
    sign(stop, actor)
    note_change(actor, stop)
    touch(stop.journey)
    db.session.flush()


def propose_to(actor: User, stop: Stop, party: Party) -> None:
    """Ask a Party to host the stop; whoever was asked before is no longer asked."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    if stop.party_code == party.code and stop.state == StopState.PROPOSED:
        return
    if stop.party_code not in (None, party.code) and stop.state != StopState.DECLINED:
        notices.stop_changed(actor, stop, is_gone=True)
    stop.party, stop.party_code = party, party.code
    stop.decided_at, stop.decided_by = None, None
    _set_state(stop, StopState.PROPOSED)
    sign(stop, actor)
    record(actor, Verb.STOP_PROPOSED, ("stop", stop.id), party=dict(party.names))
    notices.stop_proposed(actor, stop)


def accept_stop(actor: User, stop: Stop) -> None:
    """The Party hosts the stop, and may be named; said again, it agrees with what was changed."""
    _answer(actor, stop, StopState.ACCEPTED, Verb.STOP_ACCEPTED)


def decline_stop(actor: User, stop: Stop, reason: str) -> None:
    """The Party does not host the stop. Raises Invalid without a reason."""
    ensure(reason.strip(), Invalid(str(NO_REASON)))
    _answer(actor, stop, StopState.DECLINED, Verb.STOP_DECLINED, reason.strip())


def note_stop(actor: User, stop: Stop, state: StopState) -> None:
    """That a stop took place or is skipped; `ACCEPTED` takes such a note back."""
    ensure(rules.may_note(actor, stop), NotAllowed(str(MAY_NOT_WRITE)))
    if stop.state == state:
        return
    _set_state(stop, state)
    if state in NOTED:
        party = dict(stop.party.names) if stop.party else {}
        record(actor, NOTED[state], ("stop", stop.id), party=party)
    else:
        stop.decided_at = stop.changed_at  # the host's word stands as it stood
    db.session.flush()


def _answer(actor: User, stop: Stop, state: StopState, verb: Verb, reason: str = "") -> None:
    ensure(rules.may_answer(actor, stop), NotAllowed(str(MAY_NOT_ANSWER)))
    _set_state(stop, state, reason)
    stop.decided_at, stop.decided_by = stop.changed_at, actor
    party = dict(stop.party.names) if stop.party else {}
    record(actor, verb, ("stop", stop.id), note=reason, party=party)
    notices.stop_answered(actor, stop)


def _set_state(stop: Stop, state: StopState, reason: str = "") -> None:
    """Who stands behind a stop shows in calendars too: there it comes, or is called off."""
    stop.state, stop.reason = state.value, reason
    stop.sequence += 1
    stop.changed_at = now()
    touch(stop.journey)


def _put_in_order(actor: User, journey: Journey, wanted: Sequence[Stop]) -> None:
    """Number the stops anew; the hosts of those that stand elsewhere now are told."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    former = in_order(journey.stops)
    if list(wanted) == former:
        return
    for position, stop in enumerate(wanted, start=1):
        stop.position = position
    for was, is_now in zip(former, wanted, strict=True):
        if was is not is_now:
            note_change(actor, is_now)
    touch(journey)
    record(actor, Verb.STOPS_REORDERED, ("journey", journey.id))
