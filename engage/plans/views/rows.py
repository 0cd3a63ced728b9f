"""Writing the rows of a register: add, edit in place, duplicate, move, delete, undo."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import NotAllowed, NotFound, ensure
from engage.kit.transaction import commits
from engage.kit.values.fingerprint import Merge
from engage.plans import drafting, rules
from engage.plans.forms import (
    AnswersForm,
    depth_shown,
    posted,
    seen_after,
    seen_by,
    shown,
    typed_of,
    with_mine,
)
from engage.plans.linked import spoken_in
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.asked import Leaves, answered, leaves_of_row
from engage.plans.outline.plan import SECTIONS, find_register
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.page import standing_line
from engage.plans.queries import find_row, get_plan, own_row
from engage.plans.sentences import LOCKED
from engage.plans.views.advised import above_form, news_of
from engage.plans.views.beside import changed_lines, put_row_hints, row_lines, suggestions
from engage.plans.views.depth import DEPTHS, besides
from engage.plans.views.rowlist import closed_rows, rows_in_html, rows_to_link
from engage.plans.views.saved import collisions_in_words, saved_answer, saved_sentence
from engage.reference.vocabulary.identity import Depth

blueprint = Blueprint("rows", __name__)

Place = tuple[Plan, Section, Register]
NEAR = 3  # so many closed rows stand above and below the open one
LEAVES = {"first": "", "further": "further"}  # buttons that save, and turn to a leaf


@blueprint.get("/plans/<ref>/rows/<register>/<key>")
@blueprint.get("/plans/<ref>/rows/<register>/<key>/<any(further):leaf>")
@allowed_to(Permission.PLAN_EDIT)
def row(ref: str, register: str, key: str, leaf: str = "") -> ResponseReturnValue:
    """The open row in its list; a row of many questions asks the further ones on a second leaf."""
    plan, section, declared = _place(ref, register)
    found = own_row(plan, register, key)
    if found.deleted_at is not None:
        return redirect(_list_url(plan, section, declared))
    if leaf and not _leaves(plan, declared, found).further:
        return redirect(row_url(plan, declared, found))
    return _page((plan, section, declared), found, leaf)


@blueprint.post("/plans/<ref>/rows/<register>/<key>")
@blueprint.post("/plans/<ref>/rows/<register>/<key>/<any(further):leaf>")
@allowed_to(Permission.PLAN_EDIT)
@commits
def save(ref: str, register: str, key: str, leaf: str = "") -> ResponseReturnValue:
    plan, section, declared = _place(ref, register, lock=True)
    found = own_row(plan, register, key)
    form = posted(declared.fields)
    typed = typed_of(form, number=request.form.get("number"), parent=request.form.get("parent"))
    before, advice = row_lines(plan, declared, found), above_form(plan, section, found)
    merged = drafting.save_row(actor(), plan, declared, found, typed)
    if "HX-Request" in request.headers:
        beside = changed_lines(before, row_lines(plan, declared, found))
        news = news_of(advice, above_form(plan, section, found))
        return saved_answer(found, merged, seen_after(typed, merged), beside, news)
    if merged.collisions:
        return _page((plan, section, declared), found, leaf, merged), 409
    return redirect(_after(plan, section, declared, found, leaf), 303)


@blueprint.post("/plans/<ref>/rows/<register>/add")
@allowed_to(Permission.PLAN_EDIT)
@commits
def add(ref: str, register: str) -> ResponseReturnValue:
    plan, _section, declared = _place(ref, register, lock=True)
    added = drafting.add_row(actor(), plan, declared)
    if declared.nested and request.form.get("below"):
        added.parent_key = find_row(plan, register, request.form["below"]).key
    return redirect(row_url(plan, declared, added), 303)


@blueprint.post("/plans/<ref>/rows/<register>/<key>/<do>")
@allowed_to(Permission.PLAN_EDIT)
@commits
def change(ref: str, register: str, key: str, do: str) -> ResponseReturnValue:
    """A button of a closed row; nothing was typed, so nothing is saved besides."""
    plan, section, declared = _place(ref, register, lock=True)
    return redirect(_do(do, plan, section, declared, own_row(plan, register, key)), 303)


def _do(do: str, plan: Plan, section: Section, register: Register, row: PlanRow) -> str:
    """Carry out one of the row's buttons; answers with the address to go to."""
    match do:
        case "up" | "down":
            drafting.move_row(actor(), plan, register, row, up=do == "up")
        case "duplicate":
            return row_url(plan, register, drafting.duplicate_row(actor(), plan, register, row))
        case "delete":
            drafting.delete_row(actor(), plan, row)
            return _list_url(plan, section, register, gone=row.key)
        case "restore":
            drafting.restore_row(actor(), plan, row)
            flash(_("The row is back as it was."))
        case _:
            raise NotFound(_("There is no such step for a row."))
    return _list_url(plan, section, register)


def _after(plan: Plan, section: Section, register: Register, row: PlanRow, leaf: str) -> str:
    """Where to go after the open row was saved: its button says."""
    do = request.form.get("do", "")
    if do == "close":
        return _list_url(plan, section, register)
    if do in ("duplicate", "delete"):
        return _do(do, plan, section, register, row)
    if do in ("up", "down"):
        _do(do, plan, section, register, row)
    elif do in DEPTHS:
        drafting.change_depth(actor(), plan, Depth(do))
    return row_url(plan, register, row, LEAVES.get(do, leaf))


def _place(ref: str, code: str, *, lock: bool = False) -> Place:
    found = find_register(code)
    if found is None:
        raise NotFound(_("The plan has no such list."))
    plan = get_plan(ref, visible_to=actor(), lock=lock)
    ensure(rules.may_edit(actor(), plan), NotAllowed(LOCKED))
    return plan, *found


def _leaves(plan: Plan, register: Register, row: PlanRow, merged: Merge | None = None) -> Leaves:
    values = with_mine(row.content | row.private, merged)
    return leaves_of_row(register, depth_shown(plan), values)


def _page(place: Place, row: PlanRow, leaf: str, merged: Merge | None = None) -> str:
    plan, section, register = place
    values = row.content | row.private
    leaves = _leaves(plan, register, row, merged)
    asked = leaves.further if leaf else leaves.first
    form = _boxes(place, row, asked, merged)
    rows = closed_rows(plan, register)
    at = next(at for at, each in enumerate(rows) if each.key == row.key)
    return render_template(
        "plans/row_page.html",
        plan=plan,
        standing=standing_line(plan),
        section=section,
        register=register,
        row=row,
        rows=rows,
        opened=rows[at],
        before="" if leaf else rows_in_html(plan, register, max(0, at - NEAR), at),
        after="" if leaf else rows_in_html(plan, register, at + 1, at + 1 + NEAR),
        cut=(at > NEAR, at + 1 + NEAR < len(rows)),
        leaf=leaf,
        leaves=leaves,
        answered=[answered(each, values) for each in (leaves.first, leaves.further)],
        besides=besides(register.fields, leaves),
        form=form,
        advice=above_form(plan, section, row),
        suggested=suggestions(form, register, plan.language),
        seen=seen_by(form, asked, values),
        saved=saved_sentence(row),
        collisions=collisions_in_words(register.fields, merged, row),
        outline=SECTIONS,
        count=len(SECTIONS),
    )


def _boxes(
    place: Place, row: PlanRow, asked: tuple[Field, ...], merged: Merge | None
) -> AnswersForm:
    plan, section, register = place
    values = row.content | row.private
    form = shown(
        asked,
        values,
        plan.language,
        merged,
        offered=rows_to_link(plan, apart_from=row),
        spoken=spoken_in(register, values),
    )
    put_row_hints(form, plan, (section, register), row)
    return form


def row_url(plan: Plan, register: Register, row: PlanRow, leaf: str = "") -> str:
    there = url_for(
        "rows.row", ref=plan.ref, register=register.code, key=row.key, leaf=leaf or None
    )
    return f"{there}#open-row"


def _list_url(plan: Plan, section: Section, register: Register, gone: str = "") -> str:
    there = url_for(
        "writing.section",
        ref=plan.ref,
        code=section.code,
        gone=f"{register.code}.{gone}" if gone else None,
    )
    return f"{there}#list-{register.code}"
