"""What concerns the work on all plans: the rules by which it is shared out, and who has how much.

Who reads one plan stands among the pages of its desk, in `review.pages.people`.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit import locales
from engage.kit.clock import today
from engage.kit.errors import Invalid
from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.plans.assignments.actions import add_rule, remove_rule
from engage.plans.assignments.forms import RuleForm
from engage.plans.assignments.models import AssignmentRule
from engage.plans.assignments.queries import (
    Load,
    get_rule,
    reviewers_by_name,
    rules_in_use,
    workload,
)
from engage.plans.assignments.vocabulary import Topic
from engage.reference.vocabulary.identity import Region

blueprint = Blueprint("assignments", __name__)


@blueprint.get("/review/rules")
@allowed_to(Permission.PLAN_REVIEW)
def rules() -> ResponseReturnValue:
    return _rules_page(_form())


@blueprint.post("/review/rules")
@allowed_to(Permission.PLAN_REVIEW)
@commits
def add() -> ResponseReturnValue:
    form = _form()
    if not form.validate_on_submit():
        return _rules_page(form), 422
    try:
        add_rule(actor(), form.details())
    except Invalid as refused:
        form.topic.errors = [*form.topic.errors, refused.sentence]
        return _rules_page(form), refused.status
    flash(_("The rule is added. It counts for plans that are submitted from now on."))
    return redirect(url_for("assignments.rules"), 303)


@blueprint.post("/review/rules/<int:rule_id>/remove")
@allowed_to(Permission.PLAN_REVIEW)
@commits
def remove(rule_id: int) -> ResponseReturnValue:
    remove_rule(actor(), get_rule(rule_id))
    flash(_("The rule is removed. Whoever was named by it stays named."))
    return redirect(url_for("assignments.rules"), 303)


@blueprint.get("/review/workload")
@allowed_to(Permission.PLAN_REVIEW)
def work() -> ResponseReturnValue:
    lines = [_work_line(load) for load in workload()]
    return render_template("plans/assignments/workload_page.html", lines=lines)


def _form() -> RuleForm:
    form = RuleForm()
    form.offer(reviewers_by_name())
    return form


def _rules_page(form: RuleForm) -> str:
    lines = [_rule_line(rule) for rule in rules_in_use()]
    return render_template("plans/assignments/rules_page.html", form=form, lines=lines)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in words."""

    id: int
    topic: str
    annex: str
    language: str
    reviewer: str


def _rule_line(rule: AssignmentRule) -> RuleLine:
    return RuleLine(
        id=rule.id,
        topic=str(Topic(rule.topic).label),
        annex=str(Region(rule.annex).label) if rule.annex else _("Any annex"),
        language=locales.language(rule.language).name if rule.language else _("Any language"),
        reviewer=rule.reviewer.name,
    )


@dataclass(frozen=True, slots=True)
class WorkLine:
    """What one reviewer has, in words."""

    url: str
    name: str
    leads: int
    topics: str
    longest: str


def _work_line(load: Load) -> WorkLine:
    named = [
        _("%(topic)s: %(count)s", topic=topic.label, count=count)
        for topic, count in load.topics.items()
    ]
    return WorkLine(
        url=f"/review?reviewer={load.reviewer_id}",
        name=load.name,
        leads=load.leads,
        topics=show_items(named, language=current()) or _("None"),
        longest=_longest(load),
    )


def _longest(load: Load) -> str:
    if load.since is None:
        return _("Nothing waits")
    days = (today() - load.since.date()).days
    return ngettext("%(num)s day", "%(num)s days", days)
