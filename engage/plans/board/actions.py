"""What a Party lets the secretariat know of its drafts."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.db import db
from engage.kit.errors import NotAllowed, ensure
from engage.plans.sentences import MAY_NOT
from engage.reference.models import Party
from engage.upkeep.actions import party_subject


def show_drafts(actor: User, party: Party, *, shows: bool) -> None:
    """Whether the board may say that the Party has a draft; its focal point decides."""
    is_own = actor.party_code == party.code
    ensure(is_own and actor.may(Permission.PLAN_SUBMIT), NotAllowed(str(MAY_NOT)))
    if shows == party.shows_drafts:
        return
    party.shows_drafts = shows
    record(actor, Verb.DRAFTS_SHOWN if shows else Verb.DRAFTS_HIDDEN, party_subject(party))
    db.session.flush()
