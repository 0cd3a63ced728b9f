"""The first page of a Party's people: what waits for them, what is with others, and their plan."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.clock import now, today
from engage.kit.formats import isolated, show_date
from engage.kit.locales import current
from engage.kit.pieces import Cell, own, woven
from engage.plans import rules
from engage.plans.imprint import number_of
from engage.plans.models import Plan
from engage.plans.queries import plans_of
from engage.plans.review.vocabulary import STATE_SHAPES
from engage.plans.views.figures import Figures, figures_of
from engage.plans.views.remembered import overview
from engage.plans.vocabulary import HELD_BY, Holder, Status

blueprint = Blueprint("start", __name__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: a link that begins with a verb, why, and since when."""

    url: str
    text: Cell
    sentence: str
    end: str
    level: str = ""


@blueprint.get("/start")
@allowed_to(Permission.PLAN_READ)
def start() -> ResponseReturnValue:
    if actor().party_code is None:
        return redirect(url_for("review.queue"))
    plans = plans_of(actor())
    latest = plans[0] if plans else None
    return render_template(
        "plans/start_page.html",
        today=today(),
        yours=[_yours(plan) for plan in plans if _holder(plan) is Holder.PARTY],
        others=[_others(plan) for plan in plans if _holder(plan) is Holder.SECRETARIAT],
        latest=latest,
        number=number_of(latest) if latest else "",
        figures=_figures(latest),
        shapes=STATE_SHAPES,
        may_draft=rules.may_draft(actor()),
    )


def _holder(plan: Plan) -> Holder:
    """A plan whose review is complete waits for nobody."""
    return Holder.NOBODY if plan.state is Status.COMPLETE else HELD_BY[plan.state]


def _figures(plan: Plan | None) -> Figures | None:
    return figures_of(overview(plan)) if plan else None


def _yours(plan: Plan) -> Waiting:
    day = show_date(plan.moved_at.date(), language=current())
    if plan.state is Status.RETURNED:
        return Waiting(
            url=f"/plans/{plan.ref}",
            text=woven(_("Answer the secretariat on “%(title)s”"), title=_title(plan)),
            sentence=_("The secretariat returned the plan on %(date)s.", date=day),
            end=_("returned"),
            level="question",
        )
    changed = show_date(plan.changed_at.date(), language=current())
    return Waiting(
        url=f"/plans/{plan.ref}",
        text=woven(_("Go on with “%(title)s”"), title=_title(plan)),
        sentence=_("A draft that only your Party sees."),
        end=_("changed on %(date)s", date=changed),
    )


def _others(plan: Plan) -> Waiting:
    days = (now() - plan.moved_at).days
    day = show_date(plan.moved_at.date(), language=current())
    in_review = plan.state is Status.IN_REVIEW
    return Waiting(
        url=f"/plans/{plan.ref}",
        text=woven(_("See “%(title)s”"), title=_title(plan)),
        sentence=(
            _("The secretariat has been reviewing it since %(date)s.", date=day)
            if in_review
            else _("It was submitted on %(date)s. The review has not begun.", date=day)
        ),
        end=ngettext("%(num)s day", "%(num)s days", days),
    )


def _title(plan: Plan) -> Cell:
    return own(plan.title, plan.language) if plan.title else isolated(plan.ref)
