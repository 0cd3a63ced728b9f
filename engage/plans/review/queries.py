"""What can be asked about comments and letters; every answer is limited to what one may read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, raiseload

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.vocabulary import Verb
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.values.base import Line
from engage.plans.linked import Linked, rows_in
from engage.plans.models import Plan
from engage.plans.queries import latest_version, versions_of
from engage.plans.review.disputes import Disputes
from engage.plans.review.models import Comment, Letter
from engage.plans.review.moved import Pair
from engage.plans.review.objections import objections_on
from engage.plans.review.places import InWords
from engage.plans.review.reading import Beside, ReadComment, by_section
from engage.plans.review.sentences import NO_COMMENT, NO_LETTER
from engage.plans.review.vocabulary import CommentKind, CommentState
from engage.plans.rules import is_own
from engage.plans.vocabulary import Status

# The steps between a Party and the secretariat; what a Party does inside is its own affair.
WAY = frozenset(
    {
        Verb.SUBMITTED,
        Verb.WITHDRAWN,
        Verb.TAKEN_UP,
        Verb.RETURNED,
        Verb.COMPLETED,
        Verb.REVISED,
        Verb.AMENDED,
        Verb.CLOSED,
    }
)

# What rows are called, to name the places of comments by; the stamp is new with each change.
_names: Memo[Mapping[str, Line]] = Memo(600)


def comments_for(
    actor: User, plan: Plan, places: InWords | None = None
) -> dict[str, tuple[ReadComment, ...]]:
    """The comments beside each section, in words, for this reader; blank for the whole plan."""
    return by_section(actor, comments_on(actor, plan), beside(actor, plan, places))


def beside(actor: User, plan: Plan, places: InWords | None = None) -> Beside:
    """What comments are read with; `places` where the document is at hand already."""
    if is_own(actor, plan):
        return Beside(places or in_words(plan, inside=True))
    objections = objections_on(actor, plan)
    return Beside(places or in_words(plan, inside=False), Disputes(objections))


def in_words(plan: Plan, *, inside: bool) -> InWords:
    """Places as the Party reads them in its plan, the secretariat in what was submitted last."""
    language = plan.language if inside else plan.submitted_language
    return InWords(_Remembered(plan, inside), language)


@dataclass(frozen=True, slots=True)
class _Remembered:
    """What rows are called, read only when one is met that nobody has asked for since a change."""

    plan: Plan
    inside: bool

    def names(self, register: str) -> Mapping[str, Line]:
        key = (self.plan.stamp, self.inside, register, current())
        return _names.get(key, lambda: self._linked().names(register))

    def _linked(self) -> Linked:
        if self.inside:
            return Linked.in_plan(self.plan, current())
        version = latest_version(self.plan)
        return Linked(lambda code: rows_in(version.document, code) if version else (), current())


def comments_on(actor: User, plan: Plan) -> Sequence[Comment]:
    """All that concerns the present version, and what is still open of earlier ones."""
    asked = {"plan_id": plan.id, "version": plan.version}
    return db.session.scalars(_present(_side_of(actor, plan)), asked).all()


def get_comment(actor: User, plan: Plan, comment_id: int) -> Comment:
    comment = db.session.scalar(_read_by(actor, plan).where(Comment.id == comment_id))
    if comment is None:
        raise NotFound(str(NO_COMMENT))
    return comment


def unanswered(plan: Plan) -> Sequence[Comment]:
    """What the Party must answer before it submits again (rule K7 of the field table).

    Every question, must and suggestion that came with a return of this version and was neither
    answered in full nor closed. Ask it before `submit_plan`, and refuse while anything is left.
    """
    if plan.status != Status.RETURNED:
        return []
    found = (
        sa.select(Comment)
        .where(
            Comment.plan_id == plan.id,
            Comment.version == plan.version,
            Comment.from_secretariat,
            Comment.sent_at.is_not(None),
            Comment.closed_at.is_(None),
            Comment.kind != CommentKind.PRAISE.value,
            sa.or_(
                Comment.answer.is_(None),
                Comment.kept_open_at.is_not(None),
                sa.and_(Comment.answer != "done", Comment.answer_text == ""),
            ),
        )
        .order_by(Comment.id)
    )
    return db.session.scalars(found).all()


def draft_letter(actor: User, plan: Plan) -> Letter | None:
    """What this reviewer has written so far for the present round."""
    return db.session.scalar(
        _letters(plan, plan.version, plan.round).where(
            Letter.written_by_id == actor.id, Letter.sent_at.is_(None)
        )
    )


def get_letter(plan: Plan, number: int, round_: int) -> Letter:
    """The letter that went out for a round."""
    letter = db.session.scalar(_letters(plan, number, round_).where(Letter.sent_at.is_not(None)))
    if letter is None:
        raise NotFound(str(NO_LETTER))
    return letter


def letters_of(plan: Plan) -> Sequence[Letter]:
    """The letters that went out, the latest first."""
    found = (
        sa.select(Letter)
        .where(Letter.plan_id == plan.id, Letter.sent_at.is_not(None))
        .order_by(Letter.sent_at.desc(), Letter.id.desc())
    )
    return db.session.scalars(found).all()


def pair_to_compare(plan: Plan) -> Pair | None:
    """What was submitted last, beside the version that the reviewers last wrote a letter on.

    Without a letter it stands beside the one before; None where there was none.
    """
    versions = versions_of(plan)
    if len(versions) < 2:
        return None
    latest, *earlier = versions
    written_on = {(letter.version, letter.round) for letter in letters_of(plan)}
    found = (each for each in earlier if (each.number, each.round) in written_on)
    return Pair(next(found, earlier[0]), latest)


def comments_in(actor: User, plan: Plan, letter: Letter) -> Sequence[Comment]:
    """What a letter brings: all that it brought when it was sent, of a draft what is open now."""
    if letter.sent_at is None:
        return comments_to_send(actor, plan)
    found = _read_by(actor, plan).where(Comment.from_secretariat, Comment.dropped_at.is_(None))
    if letter.listed is not None:
        found = found.where(Comment.id.in_(letter.listed))
    else:
        found = found.where(Comment.version == letter.version, Comment.round == letter.round)
    return db.session.scalars(found).all()


def comments_to_send(actor: User, plan: Plan) -> Sequence[Comment]:
    """The comments of the present round, and those of earlier ones that still ask for something."""
    return [
        each
        for each in comments_on(actor, plan)
        if each.from_secretariat
        and each.dropped_at is None
        and (each.sent_at is None or each.state is CommentState.OPEN)
    ]


def unsent_comments(plan: Plan) -> Sequence[Comment]:
    """What the reviewers have written and the Party does not read yet; dropped ones never go."""
    found = sa.select(Comment).where(
        Comment.plan_id == plan.id,
        Comment.from_secretariat,
        Comment.sent_at.is_(None),
        Comment.dropped_at.is_(None),
    )
    return db.session.scalars(found.order_by(Comment.id)).all()


class _Side(Enum):
    """From where a reader looks at the comments of a plan."""

    PARTY = auto()
    SECRETARIAT = auto()
    OUTSIDE = auto()


def _side_of(actor: User, plan: Plan) -> _Side:
    if is_own(actor, plan):
        return _Side.PARTY
    return _Side.SECRETARIAT if actor.may(Permission.PLAN_REVIEW) else _Side.OUTSIDE


def _read_from(side: _Side) -> sa.Select[Comment]:
    """A Party reads its own people and what was sent to it; the secretariat what it wrote."""
    may_read: dict[_Side, sa.ColumnElement[bool]] = {
        _Side.PARTY: sa.or_(
            sa.not_(Comment.from_secretariat),
            sa.and_(Comment.sent_at.is_not(None), Comment.dropped_at.is_(None)),
        ),
        _Side.SECRETARIAT: Comment.from_secretariat.is_(True),
        _Side.OUTSIDE: sa.false(),
    }
    return (
        sa.select(Comment)
        .where(may_read[side])
        .options(
            joinedload(Comment.written_by).joinedload(User.party),
            raiseload(Comment.answered_by),
        )
        .order_by(Comment.version, Comment.round, Comment.id)
    )


@cache
def _present(side: _Side) -> sa.Select[Comment]:
    """Built once: every page of a plan asks it. Takes `plan_id` and `version`."""
    is_open = sa.and_(Comment.closed_at.is_(None), Comment.dropped_at.is_(None))
    belongs = sa.or_(Comment.version == sa.bindparam("version"), is_open)
    return _read_from(side).where(Comment.plan_id == sa.bindparam("plan_id"), belongs)


def _read_by(actor: User, plan: Plan) -> sa.Select[Comment]:
    return _read_from(_side_of(actor, plan)).where(Comment.plan_id == plan.id)


def _letters(plan: Plan, number: int, round_: int) -> sa.Select[Letter]:
    return sa.select(Letter).where(
        Letter.plan_id == plan.id, Letter.version == number, Letter.round == round_
    )
