"""Who may borrow an activity, and which plan may become a template."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.plans import rules
from engage.plans.document import fields_of
from engage.plans.models import Plan, Version
from engage.plans.sharing.models import Offer
from engage.plans.vocabulary import Status
from engage.reference.vocabulary.identity import Visibility


def may_borrow(actor: User, offer: Offer) -> bool:
    """Who writes plans; the rehearsal borrows from itself only, and nobody from the rehearsal."""
    if not offer.is_open or not rules.may_draft(actor) or actor.party is None:
        return False
    return actor.party.is_rehearsal == offer.plan.party.is_rehearsal


def may_borrow_into(actor: User, offer: Offer, plan: Plan) -> bool:
    """Into a plan that may be written now, and not back into the plan it comes from."""
    return rules.may_edit(actor, plan) and plan.id != offer.plan_id


def may_become_template(actor: User, plan: Plan, version: Version) -> bool:
    """A plan that everybody may read in full once its review is complete, or a made-up one."""
    if not actor.may(Permission.TEMPLATE_EDIT):
        return False
    visibility = fields_of(version.document, "signature").get("visibility")
    is_public = plan.status == Status.COMPLETE and visibility == Visibility.PUBLIC_FULL
    return is_public or plan.party.is_rehearsal
