"""Who may do what with a journey: one predicate each, asked by the button, page and action."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.journeys.models import BatonItem, Journey, Stop
from engage.journeys.vocabulary import AGREED, StopState

# A host that has said no has nothing more to write there; it may still change its mind.
WITH_HOST = frozenset(StopState) - {StopState.DECLINED}
# Where the day has come, the host's word is no longer asked for.
BEFORE = frozenset({StopState.PROPOSED, StopState.ACCEPTED, StopState.DECLINED})


def may_plan(actor: User | None) -> bool:
    """The secretariat owns its journeys and the order of their stops."""
    return actor is not None and actor.may(Permission.JOURNEY_PLAN)


def is_host(reader: User | None, stop: Stop) -> bool:
    """Whether the reader works for the Party that hosts the stop or is asked to."""
    return (
        reader is not None and stop.party_code is not None and reader.party_code == stop.party_code
    )


def may_see_journey(reader: User | None, journey: Journey) -> bool:
    """Everybody once it is open; before that the secretariat, and the Parties that it asked."""
    return (
        journey.is_open
        or may_plan(reader)
        or any(is_host(reader, stop) for stop in journey.stops if stop.deleted_at is None)
    )


def may_see(reader: User | None, stop: Stop) -> bool:
    """A stop is nobody's business before its host has accepted, but that of those who plan it."""
    if stop.deleted_at is not None:
        return False
    return stop.state in AGREED or may_see_inner(reader, stop)


def may_see_inner(reader: User | None, stop: Stop) -> bool:
    """What the host answered and when, also where it is not public."""
    return may_plan(reader) or is_host(reader, stop)


def may_edit(actor: User | None, stop: Stop) -> bool:
    """The secretariat edits every stop, a host its own."""
    if actor is None or stop.deleted_at is not None:
        return False
    if may_plan(actor):
        return True
    return is_host(actor, stop) and actor.may(Permission.EVENT_EDIT) and stop.state in WITH_HOST


def may_answer(actor: User | None, stop: Stop) -> bool:
    """The focal point says yes or no for its Party, and may change its mind until the day."""
    return (
        actor is not None
        and actor.may(Permission.STOP_ANSWER)
        and is_host(actor, stop)
        and stop.deleted_at is None
        and stop.state in BEFORE
    )


def is_asked(actor: User | None, stop: Stop) -> bool:
    """Whether the answer is still to be given: what was answered is read and filled instead."""
    return may_answer(actor, stop) and stop.state == StopState.PROPOSED


def may_note(actor: User | None, stop: Stop) -> bool:
    """Only what was accepted takes place or is skipped: both name the Party in public."""
    return may_edit(actor, stop) and stop.state in AGREED


def may_read_baton(reader: User | None, stop: Stop, before: Stop | None) -> bool:
    """The host, the secretariat, and the host of the stop before, which passes things on."""
    return may_edit(reader, stop) or (before is not None and may_edit(reader, before))


def may_change_item(actor: User, item: BatonItem, stop: Stop) -> bool:
    """Those who keep the list change all that stands on it, the others what they put there."""
    if may_edit(actor, stop):
        return True
    return item.saved_by is not None and item.saved_by.party_code == actor.party_code
