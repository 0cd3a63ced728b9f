"""The plan on paper: summary and full plan, as a print page and as PDF, and its document.

What was submitted is printed as it was submitted; a plan that the Party holds, as it stands.
"""

from __future__ import annotations

import json

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.languages import only_this_answer
from engage.frame.papers import (
    Manuscript,
    in_each_language,
    language_of_paper,
    named,
    pdf_answer,
)
from engage.kit.locales import CODES, force
from engage.plans import exports
from engage.plans.document import compose
from engage.plans.models import Plan, Version
from engage.plans.queries import get_plan, get_version, latest_version
from engage.plans.rules import is_own
from engage.plans.workflow import EDITABLE

blueprint = Blueprint("paper", __name__)

KINDS = "any(summary, full)"
AT = "/plans/<ref>"
AT_VERSION = "/plans/<ref>/versions/<int:number>.<int:round_>"


@blueprint.get(f"{AT}/<{KINDS}:kind>")
@blueprint.get(f"{AT_VERSION}/<{KINDS}:kind>")
@allowed_to(Permission.PLAN_READ)
def page(ref: str, kind: str, number: int = 0, round_: int = 0) -> ResponseReturnValue:
    copy, language = _copy(*_place(ref, number, round_)), language_of_paper()
    here = request.path.rpartition("/")[0]
    only_this_answer()
    with force(language):
        return render_template(
            f"plans/{kind}_page.html",
            payload=exports.paper(kind, copy, language),
            plan_url=f"/plans/{ref}",
            pdf_url=f"{here}/{kind}.pdf?lang={language}",
            other_url=f"{here}/{'full' if kind == 'summary' else 'summary'}?lang={language}",
            languages=in_each_language(f"{here}/{kind}"),
        )


@blueprint.get(f"{AT}/<{KINDS}:kind>.pdf")
@blueprint.get(f"{AT_VERSION}/<{KINDS}:kind>.pdf")
@allowed_to(Permission.PLAN_READ)
def pdf(ref: str, kind: str, number: int = 0, round_: int = 0) -> ResponseReturnValue:
    plan, version = _place(ref, number, round_)
    language = language_of_paper()
    key = (_stand_of(plan, version), kind, language)
    return pdf_answer(key, lambda: _manuscript(kind, _copy(plan, version), language))


@blueprint.get(f"{AT}/document.json")
@blueprint.get(f"{AT_VERSION}/document.json")
@allowed_to(Permission.PLAN_READ)
def document(ref: str, number: int = 0, round_: int = 0) -> ResponseReturnValue:
    copy = _copy(*_place(ref, number, round_))
    answer = make_response(json.dumps(copy.document, ensure_ascii=False, indent=2))
    answer.mimetype = "application/json"
    return named(answer, exports.file_name(copy, "document", "", "json"))


def _place(ref: str, number: int, round_: int) -> tuple[Plan, Version | None]:
    """The plan, and the version of it that is printed; None for the plan as it stands."""
    plan = get_plan(ref, visible_to=actor())
    return plan, get_version(plan, number, round_) if number else _present_version(plan)


def _stand_of(plan: Plan, version: Version | None) -> tuple[object, ...]:
    """All that a paper depends on, besides the minute: content, state, and the Party's names."""
    party = (*(plan.party.name(code) for code in CODES), plan.party.is_rehearsal)
    return plan.stamp, plan.status, plan.moved_at, version.id if version else 0, party


def _manuscript(kind: str, copy: exports.Copy, language: str) -> Manuscript:
    name = exports.file_name(copy, kind, language, "pdf")
    return Manuscript(kind, exports.paper(kind, copy, language), name)


def _copy(plan: Plan, version: Version | None) -> exports.Copy:
    if version is None:
        return exports.draft_copy(plan, compose(plan))
    return exports.frozen_copy(plan, version)


def _present_version(plan: Plan) -> Version | None:
    """None for the Party while it writes: then the plan is printed as it stands."""
    if is_own(actor(), plan) and plan.status in EDITABLE:
        return None
    return latest_version(plan)
