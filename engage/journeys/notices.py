"""Who is told of a step of a stop: called by the step, in its transaction."""

from __future__ import annotations

from collections.abc import Iterable

from engage.accounts.models import User
from engage.accounts.queries import reviewers
from engage.journeys import rules
from engage.journeys.models import Stop
from engage.journeys.reading import language_of, names_of
from engage.plans.notices import writers_of
from engage.post.actions import tell
from engage.post.vocabulary import Cause

# Where a Party finds the stops it hosts, also after one of them is no longer its own.
MINE = "/journeys/mine"


def stop_proposed(actor: User, stop: Stop) -> None:
    _tell(actor, stop, _people_of_host(stop), Cause.STOP_PROPOSED)


def stop_answered(actor: User, stop: Stop) -> None:
    _tell(actor, stop, reviewers(), Cause.STOP_ANSWERED)


def stop_changed(actor: User, stop: Stop, *, is_gone: bool = False) -> None:
    """`is_gone` where the Party is no longer asked to host it."""
    hidden = is_gone or stop.deleted_at is not None
    _tell(actor, stop, _people_of_host(stop), Cause.STOP_CHANGED, is_gone=hidden)


def _people_of_host(stop: Stop) -> list[User]:
    return writers_of(stop.party_code) if stop.party_code else []


def _tell(
    actor: User, stop: Stop, people: Iterable[User], cause: Cause, *, is_gone: bool = False
) -> None:
    """The `turn` is the Party, so that who is asked after another one is told anew."""
    for person in people:
        if person.id == actor.id:
            continue
        tell(
            [person],
            cause,
            ("stop", stop.id),
            stop.party_code or "",
            what="stop",
            title=str(stop.content.get("place", "")),
            language=language_of(stop.content),
            journey=names_of(stop.journey),
            party=dict(stop.party.names) if stop.party else {},
            url=MINE if is_gone else _address(stop, person),
        )


def _address(stop: Stop, person: User) -> str:
    """Who answers for the Party is led to the answer, everybody else to the stop."""
    there = f"/journeys/{stop.journey.ref}/stops/{stop.key}"
    return f"{there}/answer" if rules.may_answer(person, stop) else there
