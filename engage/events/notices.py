"""Who is told of a joint event: called by the step, in its transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.accounts.queries import reviewers
from engage.events.models import Event, EventPartner
from engage.plans.notices import writers_of
from engage.post.actions import tell
from engage.post.vocabulary import Cause
from engage.reference.models import Party


def partner_asked(actor: User, event: Event, asked: Party) -> None:
    """Those who write for the Party; who may answer is led to where that is done."""
    for person in _others(actor, writers_of(asked.code)):
        answers = f"/partners/{asked.code}" if person.may(Permission.STOP_ANSWER) else ""
        _tell(person, Cause.PARTNER_ASKED, event, asked, event.party, answers)


def partner_answered(actor: User, event: Event, partner: EventPartner) -> None:
    for person in _others(actor, _writers(event)):
        _tell(person, Cause.PARTNER_ANSWERED, event, partner.party, partner.party, "/partners")


def _writers(event: Event) -> Sequence[User]:
    """Of the side that asked: at the secretariat, who saved the event last."""
    if event.party_code is not None:
        return writers_of(event.party_code)
    saver = event.saved_by
    return [saver] if saver is not None and saver.is_active else reviewers()


def _others(actor: User, people: Iterable[User]) -> list[User]:
    return [person for person in people if person.id != actor.id]


def _tell(
    person: User, cause: Cause, event: Event, asked: Party, partner: Party | None, place: str
) -> None:
    """The Party asked is the turn: one event may ask several on a day."""
    details: dict[str, Any] = {
        "what": "event",
        "ref": event.ref,
        "title": event.title,
        "language": event.language,
        "url": f"/events/{event.ref}{place}",
    }
    if partner is not None:
        details |= {"party": dict(partner.names), "partner": dict(partner.names)}
    tell((person,), cause, ("event", event.id), asked.code, **details)
