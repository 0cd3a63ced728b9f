"""Who may do what with the papers of a plan: asked by the button, the page and the action alike."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.plans import rules
from engage.plans.models import Plan
from engage.plans.papers.models import SignedPage
from engage.plans.workflow import EDITABLE


def may_see_clearance(actor: User, plan: Plan) -> bool:
    """To whom a plan was given at home is nobody else's affair, and so is its clearance sheet."""
    return rules.is_own(actor, plan)


def may_print_clearance(actor: User, plan: Plan) -> bool:
    return may_see_clearance(actor, plan) and plan.status in EDITABLE


def may_note_clearance(actor: User, plan: Plan) -> bool:
    return rules.may_edit(actor, plan)


def may_attach(actor: User, plan: Plan) -> bool:
    """Each side attaches signed pages to its own papers."""
    is_of_a_side = rules.is_own(actor, plan) or actor.party_code is None
    return is_of_a_side and actor.may(Permission.PAPER_ATTACH)


def may_remove_page(actor: User, page: SignedPage, *, is_sent: bool) -> bool:
    """One's own side's, while the other side cannot have seen it."""
    is_ours = page.from_secretariat is not rules.is_own(actor, page.plan)
    return is_ours and not is_sent and may_attach(actor, page.plan)
