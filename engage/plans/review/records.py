"""What the time line of a plan is made of, as far as its reader may know; so many queries always.

The Party reads its own affairs and what passed between the two; the secretariat only the latter.
Who was told is said of the reader's own side.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from engage.accounts.models import User
from engage.history.models import Entry
from engage.history.queries import entries_for
from engage.history.vocabulary import WITHIN_SECRETARIAT, Verb
from engage.kit.db import db
from engage.plans.models import Plan
from engage.plans.review.models import Comment
from engage.plans.review.queries import WAY, letters_of
from engage.plans.review.timeline import Moment, Records, Step, timeline
from engage.plans.rules import is_own
from engage.plans.sentences import told_to
from engage.post.models import Notice


def timeline_for(actor: User, plan: Plan) -> list[Moment]:
    """What happened to the plan, the latest first."""
    inside = is_own(actor, plan)
    entries = entries_for(("plan", plan.id))
    records = Records(
        steps=[_step(actor, entry) for entry in entries if _reads(entry, inside=inside)],
        comments=_sent_comments(plan),
        letters=letters_of(plan),
        notices=_notices(plan, inside=inside),
    )
    return timeline(records, plan.ref)


def _reads(entry: Entry, *, inside: bool) -> bool:
    """Each side reads what passed between the two, and its own."""
    within = entry.verb in WITHIN_SECRETARIAT
    return not within if inside else within or entry.verb in WAY


def _step(actor: User, entry: Entry) -> Step:
    """The Party reads of the secretariat as a whole, its own people by name."""
    return Step(
        at=entry.at,
        verb=Verb(entry.verb),
        version=str(entry.details.get("version", "")),
        sentence=told_to(actor, entry),
        note=entry.note,
        language=entry.details.get("language", ""),
    )


def _sent_comments(plan: Plan) -> Sequence[Comment]:
    """What went to the Party with a letter."""
    found = sa.select(Comment).where(
        Comment.plan_id == plan.id, Comment.from_secretariat, Comment.sent_at.is_not(None)
    )
    return db.session.scalars(found.order_by(Comment.id)).all()


def _notices(plan: Plan, *, inside: bool) -> Sequence[Notice]:
    """Letters about the plan to the people of the reader's side."""
    side = User.party_code == plan.party_code if inside else User.party_code.is_(None)
    found = (
        sa.select(Notice)
        .join(Notice.person)
        .where(Notice.subject_kind == "plan", Notice.subject_id == plan.id, side)
        .options(contains_eager(Notice.person))
        .order_by(Notice.written_at.desc(), User.name, Notice.id)
    )
    return db.session.scalars(found).all()
