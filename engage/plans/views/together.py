"""Several people in one plan: who else is here, and what the server has."""

from __future__ import annotations

from hashlib import sha256

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.accounts.queries import names_of
from engage.kit.pieces import Cell, plain
from engage.kit.transaction import commits
from engage.plans.imprint import number_of
from engage.plans.presence import note_presence, section_at, told_of
from engage.plans.queries import get_plan, own_plan
from engage.plans.receipt import code_of, held_of

blueprint = Blueprint("together", __name__)


@blueprint.post("/plans/<ref>/here")
@allowed_to(Permission.PLAN_EDIT)
@commits
def here(ref: str) -> ResponseReturnValue:
    """A page that is open says so; it is answered only if what it shows of others has changed."""
    plan = get_plan(ref, visible_to=actor(), lock=True)
    place = request.form.get("place", "")
    section_at(place)
    lines = told_of(note_presence(actor(), plan, place), place)
    shown = _mark_of(lines)
    if request.form.get("shown", "") == shown:
        return "", 204
    return render_template("plans/_here.html", lines=lines, shown=shown)


def _mark_of(lines: list[Cell]) -> str:
    """Tells what a page shows now from what it would show; empty where that is nothing."""
    told = "\n".join(plain(each) for each in lines)
    return sha256(told.encode()).hexdigest()[:12] if told else ""


@blueprint.get("/plans/<ref>/receipt")
@allowed_to(Permission.PLAN_EDIT)
def receipt(ref: str) -> ResponseReturnValue:
    plan = own_plan(ref, visible_to=actor())
    held = held_of(plan)
    return render_template(
        "plans/receipt_page.html",
        plan=plan,
        number=number_of(plan),
        code=code_of(plan),
        held=held,
        names=names_of({each.saved_by for each in held if each.saved_by is not None}),
    )
