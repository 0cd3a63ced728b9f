"""Telling people about a plan: what every letter about one needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engage.accounts.models import User
from engage.plans.imprint import label_of, version_label
from engage.plans.models import Plan
from engage.post.actions import tell
from engage.post.models import Notice
from engage.post.vocabulary import Cause


def tell_about(
    plan: Plan, people: Iterable[User], cause: Cause, turn: str = "", **details: Any
) -> list[Notice]:
    """Write a letter about a plan to each person, in the transaction of the step.

    The secretariat reads of a plan what was submitted last, its Party what stands there now.
    """
    written = []
    for person in people:
        about = {**_of_plan(plan, person), **details}
        written += tell((person,), cause, ("plan", plan.id), turn, **about)
    return written


def _label_submitted(plan: Plan) -> str:
    return version_label(plan.submitted_version or 1, plan.submitted_round or 1, plan.minor)


def _of_plan(plan: Plan, person: User) -> dict[str, Any]:
    inside = person.party_code is not None
    return {
        "ref": plan.ref,
        "title": plan.title if inside else plan.submitted_title,
        "language": plan.language if inside else plan.submitted_language,
        "version": label_of(plan) if inside else _label_submitted(plan),
        "party": dict(plan.party.names),
    }
