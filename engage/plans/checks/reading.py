"""Internal checks put into words for the people of the Party; templates only print."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.kit.pieces import Cell, woven
from engage.plans.checks import rules
from engage.plans.checks.models import InternalCheck


@dataclass(frozen=True, slots=True)
class ReadCheck:
    """Who was asked by whom and when, and what both wrote."""

    id: int
    person: str
    role: str
    asked: str
    request: str
    language: str
    shape: str
    state: str
    remark: str
    remark_language: str
    may_finish: bool


def read_check(reader: User, check: InternalCheck) -> ReadCheck:
    asked_on = show_date(check.asked_at.date(), language=current())
    state = _("In check since %(date)s", date=asked_on)
    if check.finished_at is not None:
        finished_on = show_date(check.finished_at.date(), language=current())
        state = _("Finished, %(date)s", date=finished_on)
    return ReadCheck(
        id=check.id,
        person=check.adviser.name,
        role=str(Role(check.adviser.role).label),
        asked=_(
            "Asked on %(date)s, version %(version)s. Who asked: %(person)s",
            person=check.asked_by.name,
            date=asked_on,
            version=check.version,
        ),
        request=check.request,
        language=check.language,
        shape="complete" if check.finished_at else "in_work",
        state=state,
        remark=check.remark,
        remark_language=check.remark_language,
        may_finish=rules.may_finish(reader, check),
    )


def in_check(check: InternalCheck) -> Cell:
    """Who reads the plan now, and since when: a line of the plan's page."""
    since = show_date(check.asked_at.date(), language=current())
    sentence = _("In internal check since %(date)s: %(person)s")
    return woven(sentence, person={"text": check.adviser.name}, date=since)
