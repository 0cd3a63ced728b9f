"""Sentences that the start pages of several roles say."""

from __future__ import annotations

import datetime as dt

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from engage.kit.clock import today
from engage.kit.formats import isolated, show_date
from engage.kit.locales import current
from engage.kit.pieces import Cell, own
from engage.plans.models import Plan
from engage.plans.vocabulary import Status

NOTHING_WAITS = _l("Nothing waits for you.")
NOTHING_ELSEWHERE = _l("Nothing is with others.")


def title_of(plan: Plan) -> Cell:
    """As its Party reads it."""
    return own(plan.title, plan.language) if plan.title else isolated(plan.ref)


def submitted_title_of(plan: Plan) -> Cell:
    """As the secretariat reads it: of a draft it sees nothing."""
    title = plan.submitted_title
    return own(title, plan.submitted_language) if title else isolated(plan.ref)


def day_of(moment: dt.datetime | dt.date) -> str:
    day = moment.date() if isinstance(moment, dt.datetime) else moment
    return show_date(day, language=current())


def days_from(day: dt.date) -> str:
    """How many days have gone by since then."""
    days = max(0, (today() - day).days)
    return _("today") if days == 0 else ngettext("%(num)s day", "%(num)s days", days)


def with_secretariat(plan: Plan) -> str:
    if plan.state is Status.IN_REVIEW:
        date = day_of(plan.moved_at)
        return _("The secretariat has been reviewing it since %(date)s.", date=date)
    date = day_of(plan.moved_at)
    return _("It was submitted on %(date)s. The review has not begun.", date=date)
