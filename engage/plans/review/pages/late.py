"""A step of the desk that comes too late: somebody was quicker, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from engage.kit.errors import EngageError
from engage.plans.models import Plan
from engage.plans.outline.plan import find_section
from engage.plans.review.forms import DecisionForm
from engage.plans.review.pages.unsent import MARK, comment_boxes, keep_unsent
from engage.plans.review.places import WHOLE_PLAN


def small_step(plan: Plan, take: Callable[[], str]) -> ResponseReturnValue:
    """Take a step beside the text of the desk, which comes along, and go where the step leads."""
    keep_unsent(plan)
    try:
        return redirect(take(), 303)
    except EngageError as refused:
        if MARK not in request.form:
            raise
        return too_late(plan, refused)


def too_late(plan: Plan, refused: EngageError) -> ResponseReturnValue:
    """Say who was quicker, with the letter and the comments that were typed, to copy."""
    texts = [
        (_heading(code), box.text.data) for code, box in comment_boxes().items() if box.text.data
    ]
    return too_late_with(plan, refused, DecisionForm(), texts)


def too_late_with(
    plan: Plan, refused: EngageError, form: DecisionForm, texts: list[tuple[str, str]]
) -> ResponseReturnValue:
    page = render_template(
        "plans/review/too_late_page.html",
        plan=plan,
        refused=str(refused.sentence),
        typed=form.details(),
        texts=texts,
    )
    return page, refused.status


def _heading(code: str) -> str:
    section = find_section(code)
    return f"{section.number} {section.title}" if section else str(WHOLE_PLAN)
