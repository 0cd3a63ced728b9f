"""What can be asked about shared activities and templates; a reader finds what is meant for them.

A Party finds what others share, and what it shares itself; the rehearsal Party finds its own only,
and nobody else finds that. The secretariat finds what real Parties share.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, defer

from engage.accounts.models import User
from engage.kit.collation import sort_key
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.locales import current
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.sharing.models import Borrowing, Offer, PlanTemplate
from engage.reference.models import Party
from engage.reference.queries import name_of_party


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a borrowed activity stands already."""

    plan: Plan
    key: str


@dataclass(frozen=True, slots=True)
class Borrower:
    """Who borrowed an activity, and when: what the Party it comes from may know."""

    party: str
    at: dt.datetime


def open_to(actor: User) -> sa.ColumnElement[bool]:
    """What this reader may find, in a query of offers, plans and Parties."""
    rehearses = actor.party is not None and actor.party.is_rehearsal
    return sa.and_(Offer.is_open, Party.is_rehearsal.is_(rehearses))


def get_offer(offer_id: int, *, visible_to: User, lock: bool = False) -> Offer:
    """An activity that may be borrowed now. Raises NotFound for all others."""
    found = (
        sa.select(Offer)
        .join(Offer.plan)
        .join(Plan.party)
        .where(Offer.id == offer_id, open_to(visible_to))
        .options(contains_eager(Offer.plan).contains_eager(Plan.party))
    )
    if lock:
        found = found.with_for_update(of=Offer).execution_options(populate_existing=True)
    offer = db.session.scalars(found).one_or_none()
    if offer is None:
        raise NotFound(_("There is no such activity, or it is no longer shared."))
    return offer


def offers_of(plan: Plan) -> Sequence[Offer]:
    """All that was ever shared of a plan, open or not."""
    return db.session.scalars(
        sa.select(Offer).where(Offer.plan_id == plan.id).order_by(Offer.id)
    ).all()


def times_borrowed(offer: Offer) -> int:
    found = sa.select(sa.func.count()).where(Borrowing.offer_id == offer.id)
    return db.session.scalars(found).one()


def standing_of(actor: User, offer: Offer) -> list[Standing]:
    """The plans of the reader's Party in which the activity stands already."""
    found = (
        sa.select(Plan, Borrowing.key)
        .join(Plan, Plan.id == Borrowing.plan_id)
        .join(
            PlanRow,
            sa.and_(
                PlanRow.plan_id == Borrowing.plan_id,
                PlanRow.key == Borrowing.key,
                PlanRow.register == ACTIVITIES.code,
                PlanRow.deleted_at.is_(None),
            ),
        )
        .where(Borrowing.offer_id == offer.id, Plan.party_code == actor.party_code)
        .order_by(Borrowing.id)
    )
    return [Standing(plan, key) for plan, key in db.session.execute(found)]


def own_offers(actor: User) -> Sequence[Offer]:
    """What the reader's Party shares or shared, the latest first; without the content."""
    found = (
        sa.select(Offer)
        .join(Offer.plan)
        .where(Plan.party_code == actor.party_code)
        .options(contains_eager(Offer.plan), defer(Offer.content))
        .order_by(Offer.is_open.desc(), Offer.offered_at.desc(), Offer.id.desc())
    )
    return db.session.scalars(found).all()


def borrowers_of(actor: User) -> dict[int, list[Borrower]]:
    """Who borrowed what the reader's Party shares, by offer, the latest first."""
    origin, borrower = sa.orm.aliased(Plan), sa.orm.aliased(Plan)
    found = (
        sa.select(Borrowing.offer_id, name_of_party(current()), Borrowing.borrowed_at)
        .join(Offer, Offer.id == Borrowing.offer_id)
        .join(origin, origin.id == Offer.plan_id)
        .join(borrower, borrower.id == Borrowing.plan_id)
        .join(Party, Party.code == borrower.party_code)
        .where(origin.party_code == actor.party_code)
        .order_by(Borrowing.borrowed_at.desc(), Borrowing.id.desc())
    )
    by_offer: dict[int, list[Borrower]] = {}
    for offer_id, party, at in db.session.execute(found):
        by_offer.setdefault(offer_id, []).append(Borrower(party, at))
    return by_offer


def get_template(code: str) -> PlanTemplate:
    template = find_template(code)
    if template is None:
        raise NotFound(_("There is no such template."))
    return template


def find_template(code: str) -> PlanTemplate | None:
    return db.session.scalar(sa.select(PlanTemplate).where(PlanTemplate.code == code))


def templates(*, with_inactive: bool = False) -> list[PlanTemplate]:
    """The templates in the order of their names, without their documents."""
    found = sa.select(PlanTemplate).options(defer(PlanTemplate.document))
    if not with_inactive:
        found = found.where(PlanTemplate.is_active)
    language = current()
    return sorted(
        db.session.scalars(found),
        key=lambda each: (sort_key(each.name(language), language=language), each.id),
    )
