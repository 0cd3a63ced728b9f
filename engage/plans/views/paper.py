"""The plan on paper: summary and full plan, as a print page and as PDF, and its document.

What was submitted is printed as it was submitted; a plan that the Party holds, as it stands.
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.db import db
from engage.kit.locales import CODES, current, force
from engage.plans import exports
from engage.plans.document import compose
from engage.plans.models import Plan
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
    copy = _copy(ref, number, round_)
    with force(_language()):
        paper = exports.paper(kind, copy, _language())
        return render_template(f"plans/{kind}_page.html", paper=paper, copy=copy)


@blueprint.get(f"{AT}/<{KINDS}:kind>.pdf")
@blueprint.get(f"{AT_VERSION}/<{KINDS}:kind>.pdf")
@allowed_to(Permission.PLAN_READ)
def pdf(ref: str, kind: str, number: int = 0, round_: int = 0) -> ResponseReturnValue:
    copy = _copy(ref, number, round_)
    db.session.rollback()  # nothing is held open while the pages are set
    answer = make_response(exports.pdf(kind, copy, _language()))
    answer.mimetype = "application/pdf"
    return _named(answer, exports.file_name(copy, kind, _language(), "pdf"))


@blueprint.get(f"{AT}/document.json")
@blueprint.get(f"{AT_VERSION}/document.json")
@allowed_to(Permission.PLAN_READ)
def document(ref: str, number: int = 0, round_: int = 0) -> ResponseReturnValue:
    copy = _copy(ref, number, round_)
    return _named(jsonify(copy.document), exports.file_name(copy, "document", "", "json"))


def _copy(ref: str, number: int, round_: int) -> exports.Copy:
    plan = get_plan(ref, visible_to=actor())
    if number:
        return exports.frozen_copy(plan, get_version(plan, number, round_))
    return _present_copy(plan)


def _present_copy(plan: Plan) -> exports.Copy:
    """The plan as it stands for its Party while it writes; otherwise the version last sent."""
    if is_own(actor(), plan) and plan.status in EDITABLE:
        return exports.draft_copy(plan, compose(plan))
    version = latest_version(plan)
    if version is not None:
        return exports.frozen_copy(plan, version)
    return exports.draft_copy(plan, compose(plan))


def _language() -> str:
    """The language of the labels: the one asked for in the address, else the reader's."""
    asked = request.args.get("lang", "")
    return asked if asked in CODES else current()


def _named(answer: Response, name: str) -> Response:
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
