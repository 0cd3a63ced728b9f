"""My topics: the sections that a reviewer of topics looks at, with the comments beside them."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.plans.assignments.queries import topics_of
from engage.plans.assignments.vocabulary import SECTIONS_OF
from engage.plans.queries import get_plan
from engage.plans.review import rules
from engage.plans.review.pages.desk import desk_head, version_as_read, version_under_review
from engage.plans.review.queries import comments_for, pair_to_compare


@allowed_to(Permission.PLAN_REVIEW)
def topics(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    version, mine = version_under_review(plan), topics_of(actor(), plan)
    codes = {code for topic in mine for code in SECTIONS_OF[topic]}
    return render_template(
        "plans/review/topics_page.html",
        topics=[each.label for each in mine],
        sections=[each for each in version_as_read(version) if each.code in codes],
        comments=comments_for(actor(), plan),
        may_comment=rules.may_comment(actor(), plan),
        **desk_head(plan, version, pair_to_compare(plan)),
    )
