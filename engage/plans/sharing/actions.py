"""Sharing what a plan does, borrowing what another shares, and beginning a plan from a set.

Whoever borrows holds the plan it goes into (`own_plan(…, lock=True)`) and the activity
(`get_offer(…, lock=True)`), so that two colleagues do not take the same one over twice.
"""

from __future__ import annotations

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import NotAllowed, OutOfTurn, ensure
from engage.plans import rules as plan_rules
from engage.plans.actions import name_mandates
from engage.plans.document import Json
from engage.plans.drafting import add_row
from engage.plans.imports import plan_of
from engage.plans.incoming import read_document
from engage.plans.models import Plan, PlanRow, Version
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.sentences import LOCKED, MAY_NOT
from engage.plans.sharing import rules
from engage.plans.sharing.beginnings import Beginning
from engage.plans.sharing.content import (
    origin_in_words,
    shared_in,
    taken_over,
    words_to_find,
)
from engage.plans.sharing.documents import for_a_plan
from engage.plans.sharing.models import Borrowing, Offer
from engage.plans.sharing.queries import offers_of, standing_of
from engage.reference.models import Party


def offer_activities(plan: Plan, version: Version) -> None:
    """Share what the Party lets others borrow of a version whose review is complete.

    What was shared before and is no longer is closed; what others took over stays with them.
    """
    found = shared_in(version.document)
    known = {offer.key: offer for offer in offers_of(plan)}
    for key, content in found.items():
        offer = known.get(key) or _new_offer(plan, key)
        _tell(offer, content, version.language)
    for key, offer in known.items():
        offer.is_open = key in found
    db.session.flush()


def borrow(actor: User, offer: Offer, plan: Plan) -> PlanRow:
    """Take an activity over into a plan; the Party it comes from sees that, and what."""
    ensure(rules.may_borrow(actor, offer), NotAllowed(str(MAY_NOT)))
    ensure(rules.may_borrow_into(actor, offer, plan), NotAllowed(str(LOCKED)))
    stands = any(each.plan.id == plan.id for each in standing_of(actor, offer))
    ensure(not stands, OutOfTurn(_("The activity stands in that plan already.")))
    row = add_row(actor, plan, ACTIVITIES)
    row.content = taken_over(offer.content, _origin(offer, plan.language))
    db.session.add(
        Borrowing(
            offer=offer, plan_id=plan.id, key=row.key, borrowed_at=now(), borrowed_by_id=actor.id
        )
    )
    db.session.flush()
    _write_down(actor, offer, plan)
    return row


def begin_from(actor: User, party: Party, beginning: Beginning) -> Plan:
    """A new plan from a set or a template; dates, signatures and consents are left behind."""
    ensure(plan_rules.may_draft(actor), NotAllowed(str(MAY_NOT)))
    plan = plan_of(read_document(for_a_plan(beginning.document)), party, actor)
    plan.copied_from = beginning.mark
    db.session.flush()  # the history needs the plan's id
    name_mandates(plan)
    details = {"title": beginning.name, "language": beginning.name_language}
    record(actor, Verb.COPIED, ("plan", plan.id), **details)
    return plan


def _new_offer(plan: Plan, key: str) -> Offer:
    offer = Offer(plan=plan, key=key, year=plan.created_at.year, offered_at=now(), content={})
    db.session.add(offer)
    return offer


def _tell(offer: Offer, content: Json, language: str) -> None:
    """What says the same as before was offered when it was."""
    said_before = offer.is_open and (offer.content, offer.language) == (content, language)
    if said_before:
        return
    offer.content, offer.language, offer.title = content, language, content["title"]
    offer.search_text = words_to_find(content)
    offer.offered_at = now()


def _origin(offer: Offer, language: str) -> str:
    party, ref = offer.plan.party.name(language), offer.plan.ref
    return origin_in_words(party, offer.year, ref, offer.content, language)


def _write_down(actor: User, offer: Offer, plan: Plan) -> None:
    """In both plans; where it comes from stands no person of the other Party, and no plan."""
    told = {"title": offer.title, "language": offer.language}
    origin = offer.plan
    record(
        actor,
        Verb.BORROWED,
        ("plan", plan.id),
        party=origin.party.names,
        ref=origin.ref,
        **told,
    )
    if origin.party_code != plan.party_code:
        record(None, Verb.LENT, ("plan", origin.id), party=plan.party.names, **told)
