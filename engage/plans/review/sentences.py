"""Sentences of the review that are said in more than one place."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from engage.kit.clock import today, working_days
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.kit.values.vocabulary import Label
from engage.plans.imprint import version_label
from engage.plans.models import Plan
from engage.plans.vocabulary import Status

NO_COMMENT = _l("There is no such comment, or you have no access to it.")
NO_LETTER = _l("There is no such letter, or you have no access to it.")
NO_SECTION = _l("The plan has no such section.")
NO_PLACE = _l(
    "What the comment is about is not there, or the answer belongs to another list. Please choose "
    "again; for an answer of a row, choose the row too."
)
NO_OBJECTION = _l("Please write how you see it, then save it.")
NO_OBJECTION_THERE = _l("You have no objection to this comment.")
RESOLVED = _l(
    "The lead has resolved this meanwhile, or the comment is no longer there. Nothing was changed."
)
UNRESOLVED = _l(
    "Reviewers disagree about a comment. The lead keeps or drops it first; then the letter can go."
)
NO_TEXT = _l("Please write the comment, then save it.")
NO_STRENGTHS = _l("Please say first what is strong in the plan; the letter begins with it.")
NO_REASON = _l("Please give the reason for the return, in one or two sentences.")
NO_DECISION = _l("Please choose what happens next.")
NOT_NOW = _l(
    "The plan has moved on, so this cannot be changed now. Nothing was changed; your text is "
    "still below."
)

# What the secretariat is told beside who holds the plan.
EXPLAINED: dict[Status, Label] = {
    Status.DRAFT: _l(
        "The Party works on a draft, which only the Party sees. Below is the version that it "
        "submitted last."
    ),
    Status.SUBMITTED: _l(
        "Nobody has taken up the review yet. Once you do, the Party cannot withdraw the plan, and "
        "you can write comments."
    ),
    Status.IN_REVIEW: _l(
        "Comments go to the Party with the letter, which is written at the end of the page."
    ),
    Status.RETURNED: _l(
        "The Party revises the plan. Below is the version that it submitted last; what it writes "
        "now is seen once it submits again."
    ),
    Status.COMPLETE: _l("The Party carries the plan out. Comments that are open stay as advice."),
    Status.CLOSED: _l("The plan can only be read."),
}

WAITING = frozenset({Status.SUBMITTED, Status.IN_REVIEW})


def since(status: Status, submitted_at: dt.datetime | None, moved_at: dt.datetime) -> dt.datetime:
    """Since when a plan waits: for the secretariat since it was submitted."""
    return submitted_at if status in WAITING and submitted_at is not None else moved_at


def days_since(moment: dt.datetime) -> int:
    return max(0, (today() - moment.date()).days)


def waiting_sentence(status: Status, moment: dt.datetime) -> str:
    """How long the plan has been where it is, as a whole sentence."""
    if status in (Status.COMPLETE, Status.CLOSED):
        day = show_date(moment.date(), language=current())
        if status is Status.COMPLETE:
            return _("Complete since %(date)s", date=day)
        return _("Closed since %(date)s", date=day)
    return _days_in_words(status in WAITING, days_since(moment), current())


@lru_cache(maxsize=4096)
def _days_in_words(waits_for_us: bool, days: int, _language: str) -> str:
    if waits_for_us:
        if days == 0:
            return _("Arrived today")
        return ngettext("Waiting for %(num)s day", "Waiting for %(num)s days", days)
    if days == 0:
        return _("With the Party since today")
    return ngettext("With the Party for %(num)s day", "With the Party for %(num)s days", days)


def working_days_sentence(status: Status, submitted_at: dt.datetime | None) -> str:
    """How long the secretariat has had the plan, as it counts its own time; else nothing."""
    if status not in WAITING or submitted_at is None:
        return ""
    return _working_days_in_words(working_days(submitted_at.date(), today()), current())


@lru_cache(maxsize=1024)
def _working_days_in_words(days: int, _language: str) -> str:
    return ngettext(
        "%(num)s working day with the secretariat",
        "%(num)s working days with the secretariat",
        days,
    )


def target_sentence(days: int | None) -> str:
    """Within which time the secretariat answers; nothing where an administrator sets none."""
    if days is None:
        return ""
    return ngettext(
        "The secretariat normally answers within %(num)s working day.",
        "The secretariat normally answers within %(num)s working days.",
        days,
    )


def version_sentence(number: int, round_: int, minor: int = 0) -> str:
    """`Version 2, round 3`; the first round of a version needs no word."""
    return _version_in_words(number, round_, minor, current())


@lru_cache(maxsize=1024)
def _version_in_words(number: int, round_: int, minor: int, _language: str) -> str:
    if minor:
        label = version_label(number, round_, minor)
        return _("Version %(version)s, small changes after the review", version=label)
    if round_ > 1:
        return _("Version %(number)s, round %(round)s", number=number, round=round_)
    return _("Version %(number)s", number=number)


def time_with_us(plan: Plan) -> str:
    """Since when the secretariat has had the plan, or who has it now."""
    status = Status(plan.status)
    moment = since(status, plan.submitted_at, plan.moved_at)
    if status not in WAITING:
        return waiting_sentence(status, moment)
    days, day = days_since(moment), show_date(moment.date(), language=current())
    if days == 0:
        return _("submitted today")
    return ngettext(
        "submitted %(date)s, %(num)s day with us",
        "submitted %(date)s, %(num)s days with us",
        days,
        date=day,
    )
