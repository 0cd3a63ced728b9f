"""Templates: their list, one as it is read, and the form that adds or changes it."""

from __future__ import annotations

import json

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.papers import named
from engage.history.queries import entries_for
from engage.kit.errors import EngageError, NotAllowed, OutOfTurn
from engage.kit.locales import current, language
from engage.kit.transaction import commits
from engage.kit.values.vocabulary import Label
from engage.plans.imports import NotTaken
from engage.plans.incoming import LeftOut
from engage.plans.models import Plan, Version
from engage.plans.queries import get_plan, latest_version
from engage.plans.reading import read_plan
from engage.plans.sentences import MAY_NOT
from engage.plans.sharing import rules
from engage.plans.sharing.forms import TemplateForm, filled
from engage.plans.sharing.keeping import (
    add_template,
    add_template_of,
    change_template,
    left_out_of,
    put_in_use,
    subject,
)
from engage.plans.sharing.models import PlanTemplate
from engage.plans.sharing.queries import get_template, templates
from engage.upkeep.actions import stamp
from engage.upkeep.lines import row_line

SHOWN = 120


@allowed_to(Permission.TEMPLATE_EDIT)
def list_page() -> ResponseReturnValue:
    found = templates(with_inactive=True)
    lines = [(row_line(each, current()), language(each.language).name) for each in found]
    return render_template("plans/sharing/templates_page.html", lines=lines)


@allowed_to(Permission.TEMPLATE_EDIT)
def template_page(code: str) -> ResponseReturnValue:
    template = get_template(code)
    return render_template(
        "plans/sharing/template_page.html",
        template=template,
        name=template.name(current()),
        written_in=language(template.language),
        sections=read_plan(template.document, current()),
        left_out=_lines(left_out_of(template.document)),
        entries=entries_for(subject(template)),
    )


@allowed_to(Permission.TEMPLATE_EDIT)
def document(code: str) -> ResponseReturnValue:
    template = get_template(code)
    answer = make_response(json.dumps(template.document, ensure_ascii=False, indent=2))
    answer.mimetype = "application/json"
    return named(answer, f"{template.code}.json")


@allowed_to(Permission.TEMPLATE_EDIT)
def new() -> ResponseReturnValue:
    """An empty form, or one over a plan that may become a template."""
    form = TemplateForm()
    if not form.is_kept and request.args.get("plan"):
        plan, version = _plan_of(request.args["plan"])
        names = {version.language: version.title} if version.title else {}
        form = filled(names, language=version.language, plan=plan.ref)
    return _form_page(form)


@allowed_to(Permission.TEMPLATE_EDIT)
@commits
def create() -> ResponseReturnValue:
    form = TemplateForm()
    if not form.is_sound(needs_document=not form.plan.data):
        return _form_page(form), 422
    try:
        template = _added(form)
    except EngageError as refused:
        return _refused(form, refused)
    flash(_("“%(name)s” is added.", name=template.name(current())))
    return redirect(url_for("sharing.template", code=template.code), 303)


@allowed_to(Permission.TEMPLATE_EDIT)
def edit(code: str) -> ResponseReturnValue:
    template = get_template(code)
    facts = {"language": template.language, "note": template.note, "seen": stamp(template)}
    return _form_page(filled(template.names, **facts), template)


@allowed_to(Permission.TEMPLATE_EDIT)
@commits
def save(code: str) -> ResponseReturnValue:
    template, form = get_template(code), TemplateForm()
    if not form.is_sound(needs_document=False):
        return _form_page(form, template), 422
    try:
        change_template(actor(), template, form.details(), seen=form.seen.data or "")
    except EngageError as refused:
        return _refused(form, refused, template)
    flash(_("“%(name)s” is saved.", name=template.name(current())))
    return redirect(url_for("sharing.template", code=code), 303)


@allowed_to(Permission.TEMPLATE_EDIT)
@commits
def step(code: str, step: str) -> ResponseReturnValue:
    """Out of use, or in use again."""
    template, in_use = get_template(code), step == "restore"
    put_in_use(actor(), template, in_use=in_use)
    flash(
        _("The template is offered again.")
        if in_use
        else _("The template is no longer offered. Plans that began from it stay as they are.")
    )
    return redirect(url_for("sharing.template", code=code), 303)


def _added(form: TemplateForm) -> PlanTemplate:
    if form.plan.data:
        return add_template_of(actor(), form.details(), *_plan_of(form.plan.data))
    return add_template(actor(), form.details())


def _plan_of(ref: str) -> tuple[Plan, Version]:
    plan = get_plan(ref, visible_to=actor())
    version = latest_version(plan)
    if version is None or not rules.may_become_template(actor(), plan, version):
        raise NotAllowed(str(MAY_NOT))
    return plan, version


def _refused(
    form: TemplateForm, refused: EngageError, template: PlanTemplate | None = None
) -> ResponseReturnValue:
    """Say what is so, list what cannot be taken, and keep what was typed."""
    form.form_errors.append(refused.sentence)
    if isinstance(refused, OutOfTurn) and template is not None:
        form.seen.data = stamp(template)
    left_out = refused.left_out if isinstance(refused, NotTaken) else ()
    return _form_page(form, template, left_out), refused.status


def _form_page(
    form: TemplateForm, template: PlanTemplate | None = None, left_out: tuple[LeftOut, ...] = ()
) -> str:
    form.show_what_was_uploaded()
    return render_template(
        "plans/sharing/template_form_page.html",
        form=form,
        template=template,
        heading=template.name(current()) if template else _("Add a template"),
        left_out=_lines(left_out),
    )


def _lines(left_out: tuple[LeftOut, ...]) -> list[tuple[str, str, Label]]:
    """Where it stands, what it is, and what was expected there."""
    return [(each.path or "/", _short(each.value), each.expected) for each in left_out]


def _short(value: object) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
