"""The page of all advice on a plan, and the two steps with it: set aside, and take up again."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import NotAllowed, NotFound, ensure
from engage.kit.fields import EngageForm
from engage.kit.locales import force
from engage.kit.pieces import plain
from engage.kit.transaction import commits
from engage.plans import drafting, rules
from engage.plans.advice.shape import Advice
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Section
from engage.plans.outline.signature import SET_ASIDE
from engage.plans.queries import find_row, get_plan, latest_version, own_plan
from engage.plans.sentences import LOCKED
from engage.plans.views.advised import Advised, Shown
from engage.plans.vocabulary import Level

blueprint = Blueprint("advising", __name__)

LONGEST_REASON = 400
LONGEST_ABOUT = 200


class ReasonForm(EngageForm):
    """Why an advice is set aside; one form for each, told apart by the name of the advice."""

    reason = TextAreaField(
        SET_ASIDE.field("reason").label,
        [
            DataRequired(_l("Please give a reason, so that the reviewer need not ask.")),
            Length(max=LONGEST_REASON),
        ],
    )


@dataclass(frozen=True, slots=True)
class SectionOfAdvice:
    section: Section
    advice: list[Shown]


@blueprint.get("/plans/<ref>/advice")
@allowed_to(Permission.PLAN_READ)
def advice(ref: str) -> ResponseReturnValue:
    return _page(get_plan(ref, visible_to=actor()))


@blueprint.post("/plans/<ref>/advice/<name>")
@allowed_to(Permission.PLAN_EDIT)
@commits
def set_aside(ref: str, name: str) -> ResponseReturnValue:
    plan = own_plan(ref, visible_to=actor(), lock=True)
    ensure(rules.may_edit(actor(), plan), NotAllowed(LOCKED))
    advised = Advised.plan(plan)
    given, form = advised.find(name), ReasonForm(prefix=name)
    if given is None or given.level is Level.MUST:
        raise NotFound(_("There is no such advice on this plan now."))
    if not form.validate_on_submit():
        return _page(plan, form), 422
    drafting.set_aside(actor(), plan, name, _values(plan, advised, given, form))
    flash(_("The advice is set aside. Reviewers read your reason."))
    return redirect(url_for("advising.advice", ref=ref, _anchor="aside"), 303)


@blueprint.post("/plans/<ref>/advice/<name>/again")
@allowed_to(Permission.PLAN_EDIT)
@commits
def take_up_again(ref: str, name: str) -> ResponseReturnValue:
    plan = own_plan(ref, visible_to=actor(), lock=True)
    drafting.delete_row(actor(), plan, find_row(plan, SET_ASIDE.code, name))
    return redirect(url_for("advising.advice", ref=ref), 303)


def _values(plan: Plan, advised: Advised, given: Advice, form: ReasonForm) -> dict[str, str]:
    """The row in which it is set aside: what it was about stands in the plan's language."""
    with force(plan.language):
        about = plain(advised.title_of(given))
    values = {
        "about": about[:LONGEST_ABOUT],
        "advice": given.code.value,
        "row": f"{given.register}.{given.key}" if given.key else "",
        "reason": (form.reason.data or "").strip(),
    }
    return {code: value for code, value in values.items() if value}


def _page(plan: Plan, typed: ReasonForm | None = None) -> str:
    inside = actor().party_code is not None
    version = None if inside else latest_version(plan)
    advised = Advised.version(plan, version) if version else Advised.plan(plan)
    may_write = rules.may_edit(actor(), plan)
    return render_template(
        "plans/advice_page.html",
        plan=plan,
        inside=inside,
        title=version.title if version else plan.title,
        language=advised.language,
        sections=_by_section(advised),
        aside=advised.aside_in_words(),
        may_write=may_write,
        forms=_forms(advised, plan, typed) if may_write else {},
        typed=typed,
    )


def _by_section(advised: Advised) -> list[SectionOfAdvice]:
    found = ((each, advised.in_words(advised.in_section(each.code))) for each in SECTIONS)
    return [SectionOfAdvice(section, shown) for section, shown in found if shown]


def _forms(advised: Advised, plan: Plan, typed: ReasonForm | None) -> dict[str, ReasonForm]:
    """A form for each advice that can be set aside; the one that was sent as it was typed."""
    forms = {
        each.name: ReasonForm(prefix=each.name)
        for each in advised.standing
        if each.level is not Level.MUST
    }
    for name, form in forms.items():
        form.reason.render_kw = {"lang": plan.language}
        if typed is not None and typed.reason.name == form.reason.name:
            forms[name] = typed
    return forms
