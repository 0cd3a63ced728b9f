"""Who reads what of one plan: naming people, leading the review, and having finished a topic."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import EngageError, Invalid, ensure
from engage.kit.transaction import commits
from engage.plans.assignments import rules
from engage.plans.assignments.actions import assign, finish_topic, reopen_topic, take_lead
from engage.plans.assignments.forms import PeopleForm, people_form
from engage.plans.assignments.queries import assignments_of, get_assignment, reviewers_by_name
from engage.plans.assignments.reading import in_words
from engage.plans.assignments.sentences import NO_REVIEWER, named_meanwhile
from engage.plans.assignments.vocabulary import Topic
from engage.plans.models import Plan
from engage.plans.queries import get_plan
from engage.plans.review.pages.desk import caption_of, title_of, version_under_review
from engage.plans.review.pages.late import small_step


@allowed_to(Permission.PLAN_REVIEW)
def people(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    return _page(plan, _form(plan))


@allowed_to(Permission.PLAN_REVIEW)
@commits
def save_people(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    form = _form(plan)
    if not form.validate_on_submit():
        return _page(plan, form), 422
    if _has_clashes(plan, form):
        return _page(plan, form), 409
    known = {person.id: person for person in reviewers_by_name()}
    try:
        for topic, chosen in form.changes():
            ensure(not chosen or chosen in known, Invalid(str(NO_REVIEWER)))
            assign(actor(), plan, topic, known.get(chosen))
    except EngageError as refused:
        form.form_errors.append(refused.sentence)
        return _page(plan, form), refused.status
    flash(_("Saved. Whoever is new to the plan is told by letter."))
    return redirect(url_for("review.people", ref=ref), 303)


@allowed_to(Permission.PLAN_REVIEW)
@commits
def lead(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)

    def take() -> str:
        take_lead(actor(), plan)
        flash(_("You lead this review now, and decide."))
        return url_for("review.desk", ref=ref)

    return small_step(plan, take)


@allowed_to(Permission.PLAN_REVIEW)
@commits
def finish(ref: str, topic: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)

    def take() -> str:
        finish_topic(actor(), plan, get_assignment(plan, topic))
        flash(_("You have finished this topic. The lead sees it."))
        return url_for("review.desk", ref=ref)

    return small_step(plan, take)


@allowed_to(Permission.PLAN_REVIEW)
@commits
def reopen(ref: str, topic: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)

    def take() -> str:
        reopen_topic(actor(), plan, get_assignment(plan, topic))
        flash(_("You read this topic again."))
        return url_for("review.desk", ref=ref)

    return small_step(plan, take)


def _form(plan: Plan) -> PeopleForm:
    return people_form(assignments_of(plan), reviewers_by_name())


def _has_clashes(plan: Plan, form: PeopleForm) -> bool:
    """Say at each box whom a colleague named meanwhile; saving again is then a choice."""
    present = {Topic(each.topic): each.reviewer for each in assignments_of(plan)}
    clashes = form.clashes({topic: str(person.id) for topic, person in present.items()})
    for topic in clashes:
        person, box = present.get(topic), form.reader(topic)
        box.errors = [*box.errors, named_meanwhile(person.name if person else "")]
        form.seen(topic).data = str(person.id) if person else ""
    return bool(clashes)


def _page(plan: Plan, form: PeopleForm) -> str:
    version = version_under_review(plan)
    for reader in in_words(actor(), assignments_of(plan)):
        form.reader(reader.topic).description = reader.state
    return render_template(
        "plans/review/people_page.html",
        plan=plan,
        version=version,
        caption=caption_of(plan, version),
        title=title_of(version),
        form=form,
        topics=list(Topic),
        may_assign=rules.may_assign(actor(), plan),
    )
