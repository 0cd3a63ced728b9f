"""Examples and good practice for a form: a page of its own, and piece by piece inside the form."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import NotFound
from engage.plans.hints.places import Hint, groups_in, hints_of
from engage.plans.models import Plan
from engage.plans.outline.plan import find_section
from engage.plans.outline.shape import Register, Section
from engage.plans.queries import get_plan, own_row
from engage.plans.views.beside import in_effect

blueprint = Blueprint("hints", __name__)


@blueprint.get("/plans/<ref>/hints/<section>")
@blueprint.get("/plans/<ref>/hints/<section>/<register>")
@allowed_to(Permission.PLAN_EDIT)
def page(ref: str, section: str, register: str = "") -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    asked_in, row = _place(section, register), request.args.get("row", "")
    hints = _hints(plan, asked_in, row)
    if "HX-Request" in request.headers:
        answer = make_response(_piece(hints, request.args.get("of", "")))
    else:
        title, back = asked_in.title, _form_url(plan, section, register, row)
        answer = make_response(
            render_template("plans/hints_page.html", plan=plan, title=title, hints=hints, back=back)
        )
    answer.headers["Vary"] = "HX-Request"
    return answer


def _place(section: str, register: str) -> Section | Register:
    found = find_section(section)
    place = found.register(register) if found and register else found
    if place is None:
        raise NotFound(_("The plan has no such section."))
    return place


def _hints(plan: Plan, place: Section | Register, key: str) -> tuple[Hint, ...]:
    """For the groups that a row names, as it is kept now; without a row for all of them."""
    groups = None
    if isinstance(place, Register) and key:
        groups = groups_in(place, in_effect(plan, place, own_row(plan, place.code, key)))
    return hints_of(place, place.fields, groups)


def _piece(hints: tuple[Hint, ...], code: str) -> str:
    found = next((each for each in hints if each.code == code), None)
    return render_template("plans/_hints.html", hint=found)


def _form_url(plan: Plan, section: str, register: str, row: str) -> str:
    if register and row:
        return url_for("rows.row", ref=plan.ref, register=register, key=row)
    return url_for("writing.section", ref=plan.ref, code=section)
