"""Who has which page of a plan open: people of one Party who write at the same time.

A page that is open says so every half minute; one that was not heard of for two minutes is closed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager

from engage.accounts.models import User
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.kit.pieces import Cell, run_on, woven
from engage.plans.document import KEY
from engage.plans.models import Plan, Presence
from engage.plans.outline.plan import find_register, find_section
from engage.plans.outline.shape import Section

CLOSED_AFTER = dt.timedelta(minutes=2)


def note_presence(actor: User, plan: Plan, place: str) -> Sequence[Presence]:
    """The actor has the place open; answers with the pages that colleagues have open.

    The plan must come locked: of two notes at once the second finds the first.
    """
    moment = now()
    of_plan = Presence.plan_id == plan.id
    closed = Presence.seen_at < moment - CLOSED_AFTER
    db.session.execute(sa.delete(Presence).where(of_plan, closed))
    mine = sa.select(Presence).where(of_plan, Presence.place == place, Presence.user == actor)
    known = db.session.scalars(mine).one_or_none()
    if known is None:
        known = Presence(plan_id=plan.id, place=place, user=actor)
        db.session.add(known)
    known.seen_at = moment
    db.session.flush()
    others = (
        sa.select(Presence)
        .join(Presence.user)
        .where(of_plan, User.id != actor.id, User.party_code == actor.party_code)
        .options(contains_eager(Presence.user))
        .order_by(User.name, Presence.id)
    )
    return db.session.scalars(others).all()


def section_at(place: str) -> Section:
    """The section that a page belongs to: `sections/CODE`, or `rows/REGISTER/KEY`."""
    kind, _slash, rest = place.partition("/")
    code, _slash, key = rest.partition("/")
    section = find_section(code) if kind == "sections" and not key else None
    found = find_register(code) if kind == "rows" and re.fullmatch(KEY, key) else None
    section = found[0] if found else section
    if section is None:
        raise NotFound(_("The plan has no such section."))
    return section


def told_of(others: Iterable[Presence], place: str) -> list[Cell]:
    """Who has the same page open, and who is elsewhere in the plan, in sentences."""
    here: dict[str, None] = {}
    there: dict[int, dict[str, None]] = {}
    for each in others:
        people = here if each.place == place else there.setdefault(_number(each), {})
        people[each.user.name] = None
    lines: list[Cell] = []
    if here:
        lines.append(woven(_("Also on this page now: %(people)s"), people=_named(here)))
    for number, people in sorted(there.items()):
        pattern = _("Now in section %(number)s: %(people)s")
        lines.append(woven(pattern, number=str(number), people=_named(people)))
    return lines


def _number(presence: Presence) -> int:
    return section_at(presence.place).number


def _named(people: Iterable[str]) -> Cell:
    """Names one after the other, each a piece of its own."""
    joint = show_items(["", ""], language=current())
    cells: list[Cell] = []
    for name in people:
        cells += [joint, {"text": name}]
    return run_on(*cells[1:])
