"""Events held jointly: another Party is asked, answers, and may change its answer."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.accounts.models import User
from engage.events import notices, rules
from engage.events.models import Event, EventPartner
from engage.events.queries import living
from engage.events.sentences import MAY_NOT
from engage.events.vocabulary import PartnerState
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, NotFound, OutOfTurn, ensure
from engage.reference.models import Party

ANSWERED = _l(
    "A colleague of yours answered meanwhile. Look at the answer that stands now; if yours is "
    "another one, send it again."
)
_VERBS = {
    PartnerState.ACCEPTED: Verb.PARTNER_ACCEPTED,
    PartnerState.DECLINED: Verb.PARTNER_DECLINED,
}


def ask(actor: User, event: Event, party: Party) -> EventPartner:
    """Ask a Party; one that declined can be asked anew."""
    _ensure_own(actor, event)
    ensure(party.code != event.party_code, Invalid(_("This is the Party whose event it is.")))
    partner = next((each for each in event.partners if each.party_code == party.code), None)
    again = partner is None or partner.state == PartnerState.DECLINED
    ensure(again, Invalid(_("This Party is asked already. Its answer stands above.")))
    if partner is None:
        partner = EventPartner(party=party, party_code=party.code)
        event.partners.append(partner)
    partner.state, partner.reason = PartnerState.ASKED.value, ""
    partner.asked_at, partner.decided_at, partner.decided_by = now(), None, None
    record(actor, Verb.PARTNER_ASKED, ("event", event.id), party=party.names)
    notices.partner_asked(actor, event, party)
    return partner


def take_back(actor: User, event: Event, party_code: str) -> None:
    """The question is taken back; a Party that had accepted is named no longer."""
    _ensure_own(actor, event)
    event.partners = [each for each in event.partners if each.party_code != party_code]
    db.session.flush()


def answer(
    actor: User, event: Event, partner: EventPartner, state: PartnerState, reason: str, seen: str
) -> None:
    """Say yes or no for one's Party. `seen` is the mark of what stood there when it was read.

    Raises OutOfTurn where a colleague has answered in between.
    """
    ensure(rules.may_answer(actor, partner), NotAllowed(str(MAY_NOT)))
    ensure(seen == mark(partner), OutOfTurn(str(ANSWERED)))
    partner.state, partner.reason = state.value, reason
    partner.decided_at, partner.decided_by = now(), actor
    record(actor, _VERBS[state], ("event", event.id), party=partner.party.names)
    notices.partner_answered(actor, event, partner)


def mark(partner: EventPartner) -> str:
    """Changes with every question and answer."""
    return (partner.decided_at or partner.asked_at).isoformat()


def get_partner(event: Event, party_code: str) -> EventPartner:
    for each in event.partners:
        if each.party_code == party_code:
            return each
    raise NotFound(_("This Party is not asked about the event."))


def asked_of(party_code: str) -> Sequence[EventPartner]:
    """What a Party is asked: what waits for its answer first, the latest question on top."""
    waits = sa.case((EventPartner.state == PartnerState.ASKED.value, 0), else_=1)
    found = (
        sa.select(EventPartner)
        .join(EventPartner.event)
        .where(EventPartner.party_code == party_code, living())
        .order_by(waits, EventPartner.asked_at.desc(), EventPartner.id.desc())
    )
    return db.session.scalars(found).all()


def _ensure_own(actor: User, event: Event) -> None:
    ensure(rules.may_edit(actor, event), NotAllowed(str(MAY_NOT)))
