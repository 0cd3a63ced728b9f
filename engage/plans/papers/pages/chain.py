"""The page that lists all papers of a plan, with what is signed and with whom the plan lies."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.clock import today
from engage.plans.document import compose
from engage.plans.imprint import day_of
from engage.plans.models import Plan
from engage.plans.numbers import code_of
from engage.plans.papers import rules
from engage.plans.papers.listing import Facts, ListedPage, turns
from engage.plans.papers.queries import (
    clearances_of,
    clearances_out_of,
    codes_of,
    pages_of,
    papers_to_sign,
)
from engage.plans.papers.sentences import SAME_CODE, given_to, lies_with
from engage.plans.queries import get_plan, versions_of
from engage.plans.review.queries import letters_of


@allowed_to(Permission.PLAN_READ)
def papers_page(ref: str) -> ResponseReturnValue:
    plan, reader = get_plan(ref, visible_to=actor()), actor()
    facts = facts_of(reader, plan)
    out = clearances_out_of(reader, plan)
    is_ours = rules.may_see_clearance(reader, plan)
    return render_template(
        "plans/papers/papers_page.html",
        plan=plan,
        title=_title(plan, is_ours=is_ours),
        turns=turns(facts),
        draft_code=facts.draft_code,
        same_code=SAME_CODE,
        is_ours=is_ours,
        clearances=[
            (each, given_to(each.with_whom, each.language, each.given_on, each.back_on))
            for each in clearances_of(reader, plan)
        ],
        lying=[lies_with(each.with_whom, each.language, each.given_on) for each in out],
        may_note=rules.may_note_clearance(reader, plan),
        may_attach=bool(papers_to_sign(reader, plan)),
    )


def facts_of(reader: User, plan: Plan) -> Facts:
    versions = versions_of(plan)
    may_print = rules.may_print_clearance(reader, plan)
    return Facts(
        plan=plan,
        versions=versions,
        codes=codes_of(versions),
        letters={
            (each.version, each.round): day_of(each.sent_at)
            for each in letters_of(plan)
            if each.sent_at is not None
        },
        pages=[
            ListedPage(
                each.page,
                each.is_sent,
                rules.may_remove_page(reader, each.page, is_sent=each.is_sent),
            )
            for each in pages_of(reader, plan)
        ],
        draft_code=code_of(compose(plan)) if may_print else None,
        today=today(),
    )


def _title(plan: Plan, *, is_ours: bool) -> tuple[str, str]:
    """The title of the plan with its language: to the secretariat that of the last submission."""
    if is_ours:
        return plan.title, plan.language
    return plan.submitted_title, plan.submitted_language
