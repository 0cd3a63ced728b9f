"""Writing a section: its boxes and its registers. Saving always works."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import NotAllowed, NotFound, ensure
from engage.kit.transaction import commits
from engage.kit.values.fingerprint import Merge
from engage.plans import rules
from engage.plans.cost import cost_here_in_words
from engage.plans.drafting import change_depth, save_section, section_of
from engage.plans.forms import (
    depth_shown,
    posted,
    seen_after,
    seen_by,
    shown,
    typed_of,
    with_mine,
)
from engage.plans.models import Plan, PlanSection
from engage.plans.outline.asked import leaves_of_section, lists_asked
from engage.plans.outline.plan import SECTIONS, find_section
from engage.plans.outline.shape import Register, Section
from engage.plans.page import standing_line
from engage.plans.queries import get_plan, own_plan, own_section
from engage.plans.sentences import LOCKED
from engage.plans.views.advised import above_form, news_of
from engage.plans.views.beside import put_hints
from engage.plans.views.depth import DEPTHS, besides
from engage.plans.views.pasting import pasted_just_now
from engage.plans.views.remembered import overview
from engage.plans.views.rowlist import ClosedRow, closed_rows, rows_in_html, rows_to_link
from engage.plans.views.saved import collisions_in_words, saved_answer, saved_sentence
from engage.reference.vocabulary.identity import Depth

blueprint = Blueprint("writing", __name__)


@blueprint.get("/plans/<ref>/sections/<code>")
@allowed_to(Permission.PLAN_EDIT)
def section(ref: str, code: str) -> ResponseReturnValue:
    plan, section = _place(ref, code)
    return _page(plan, section)


@blueprint.post("/plans/<ref>/sections/<code>")
@allowed_to(Permission.PLAN_EDIT)
@commits
def save(ref: str, code: str) -> ResponseReturnValue:
    plan, section = _place(ref, code, lock=True)
    typed, advice = typed_of(posted(section.fields)), above_form(plan, section)
    merged = save_section(actor(), plan, section, typed)
    if "HX-Request" in request.headers:
        kept = section_of(plan, section.code)
        news = news_of(advice, above_form(plan, section))
        return saved_answer(kept, merged, seen_after(typed, merged), advice=news)
    if merged.collisions:
        return _page(plan, section, merged), 409
    return redirect(_after(plan, section), 303)


def _after(plan: Plan, section: Section) -> str:
    """Where to go after the section was saved: its button says."""
    do = request.form.get("do")
    if do == "next":
        return _next(plan, section)
    if do in DEPTHS:
        change_depth(actor(), plan, Depth(do))
    return url_for("writing.section", ref=plan.ref, code=section.code)


def _place(ref: str, code: str, *, lock: bool = False) -> tuple[Plan, Section]:
    section = find_section(code)
    if section is None:
        raise NotFound(_("The plan has no such section."))
    reader = actor()
    plan = (
        own_plan(ref, visible_to=reader, lock=True, rows=False)
        if lock
        else get_plan(ref, visible_to=reader)
    )
    ensure(rules.may_edit(actor(), plan), NotAllowed(LOCKED))
    return plan, section


def _page(plan: Plan, section: Section, merged: Merge | None = None) -> str:
    kept = _kept(plan, section)
    values = kept.content | kept.private
    leaves = leaves_of_section(section, depth_shown(plan), with_mine(values, merged))
    form = shown(leaves.all, values, plan.language, merged, offered=rows_to_link(plan))
    put_hints(form, plan, section)
    registers = _lists_asked(plan, section)
    return render_template(
        "plans/section_page.html",
        plan=plan,
        standing=standing_line(plan),
        section=section,
        form=form,
        advice=above_form(plan, section),
        leaves=leaves,
        seen=seen_by(form, leaves.all, values),
        saved=saved_sentence(kept),
        kept_once=kept.saved_at is not None,
        collisions=collisions_in_words(section.fields, merged, kept),
        registers=[_listed(plan, each) for each in registers],
        besides=besides(section.fields, leaves, section.registers, registers),
        cost=cost_here_in_words(overview(plan).findings, section.code),
        outline=SECTIONS,
        count=len(SECTIONS),
        gone=request.args.get("gone", ""),
        pasted=pasted_just_now(plan),
        next_url=_next(plan, section),
    )


def _kept(plan: Plan, section: Section) -> PlanSection:
    """The answers as kept, or none, without making a place for them: a page only reads."""
    found = own_section(plan, section.code)
    return found or PlanSection(code=section.code, content={}, private={})


def _lists_asked(plan: Plan, section: Section) -> tuple[Register, ...]:
    """What has rows, or had some until now."""
    filled = {register for register, _key in overview(plan).names}
    gone = request.args.get("gone", "").partition(".")[0]
    return lists_asked(section, Depth(plan.depth), filled | {gone})


def _listed(plan: Plan, register: Register) -> tuple[Register, Sequence[ClosedRow], Markup]:
    return register, closed_rows(plan, register), rows_in_html(plan, register)


def _next(plan: Plan, section: Section) -> str:
    if section.number < len(SECTIONS):
        following = SECTIONS[section.number]
        return url_for("writing.section", ref=plan.ref, code=following.code)
    return url_for("plans.plan", ref=plan.ref)
