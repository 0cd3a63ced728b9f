"""What can be asked about the papers of a plan; every answer is limited to what one may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.memo import Memo
from engage.plans.models import Plan, Version
from engage.plans.numbers import code_of
from engage.plans.papers import rules
from engage.plans.papers.details import PaperAt
from engage.plans.papers.models import Clearance, SignedPage
from engage.plans.papers.sentences import NO_CLEARANCE, NO_PAGE
from engage.plans.queries import versions_of
from engage.plans.review.models import Comment, Letter
from engage.plans.review.queries import letters_of
from engage.plans.review.vocabulary import CommentKind
from engage.plans.rules import is_own
from engage.plans.vocabulary import Paper, Status
from engage.plans.workflow import EDITABLE

CODES = 2000
_codes: Memo[str] = Memo(CODES)


@dataclass(frozen=True, slots=True)
class Attached:
    """A signed page, and whether the other side can see it."""

    page: SignedPage
    is_sent: bool


def clearances_of(actor: User, plan: Plan) -> Sequence[Clearance]:
    """To whom the Party gave the plan on paper, the latest first; nobody else is told."""
    if not rules.may_see_clearance(actor, plan):
        return []
    found = sa.select(Clearance).where(Clearance.plan_id == plan.id)
    return db.session.scalars(found.order_by(*_LATEST)).all()


def get_clearance(actor: User, plan: Plan, clearance_id: int) -> Clearance:
    found = sa.select(Clearance).where(Clearance.plan_id == plan.id, Clearance.id == clearance_id)
    clearance = db.session.scalar(found) if rules.may_see_clearance(actor, plan) else None
    if clearance is None:
        raise NotFound(str(NO_CLEARANCE))
    return clearance


def clearances_out(party_code: str) -> Sequence[Clearance]:
    """What lies with somebody on paper of all that a Party writes on, the longest first."""
    found = _out().where(Plan.party_code == party_code)
    return db.session.scalars(found.order_by(Clearance.given_on, Clearance.id)).all()


def clearances_out_of(actor: User, plan: Plan) -> Sequence[Clearance]:
    """With whom a plan lies now, the longest first; nothing once it is submitted."""
    if plan.status not in EDITABLE or not rules.may_see_clearance(actor, plan):
        return []
    found = _out().where(Clearance.plan_id == plan.id)
    return db.session.scalars(found.order_by(Clearance.given_on, Clearance.id)).all()


def pages_of(actor: User, plan: Plan) -> Sequence[Attached]:
    """The signed pages that one may see, as they were attached."""
    found = _pages(actor, plan).order_by(SignedPage.id)
    return [Attached(page, bool(is_sent)) for page, is_sent in db.session.execute(found)]


def get_page(actor: User, plan: Plan, page_id: int) -> Attached:
    found = db.session.execute(_pages(actor, plan).where(SignedPage.id == page_id)).one_or_none()
    if found is None:
        raise NotFound(str(NO_PAGE))
    page, is_sent = found
    return Attached(page, bool(is_sent))


def papers_to_sign(actor: User, plan: Plan) -> list[PaperAt]:
    """The papers to which one may attach a signed page, the latest first."""
    if not rules.may_attach(actor, plan):
        return []
    if not is_own(actor, plan):
        return _letters_to_sign(plan)
    to_come = [PaperAt(Paper.CLEARANCE, plan.version, plan.round + 1)]
    last = versions_of(plan)[:1]
    return [
        *(to_come if plan.status in EDITABLE else []),
        *(PaperAt(Paper.COVER, each.number, each.round) for each in last),
        *(PaperAt(Paper.CLEARANCE, each.number, each.round) for each in last),
    ]


def codes_of(versions: Sequence[Version]) -> Mapping[int, str]:
    """The code of each version, by its id. A version is frozen: its code is worked out once."""
    worked_out: dict[int, str] = {}
    found = sa.select(Version.id, Version.document).where(
        Version.id.in_([each.id for each in versions])
    )

    def work_out(version: Version) -> str:
        if not worked_out:
            worked_out.update({id_: code_of(each) for id_, each in db.session.execute(found)})
        return worked_out[version.id]

    return {
        each.id: _codes.get((each.id, each.submitted_at), partial(work_out, each))
        for each in versions
    }


def asked_before(version: Version) -> int:
    """How many comments the secretariat had sent on earlier rounds of a version.

    All are answered or closed when the version is submitted again (rule K7 of the field table).
    """
    found = sa.select(sa.func.count()).where(
        Comment.plan_id == version.plan_id,
        Comment.version == version.number,
        Comment.from_secretariat,
        Comment.kind != CommentKind.PRAISE.value,
        Comment.sent_at < version.submitted_at,
    )
    return db.session.scalar(found) or 0


_LATEST = (Clearance.given_on.desc(), Clearance.id.desc())


def _out() -> sa.Select[Clearance]:
    return (
        sa.select(Clearance)
        .join(Clearance.plan)
        .where(
            Clearance.back_on.is_(None),
            Plan.status.in_(EDITABLE),
            Clearance.version == Plan.version,
            Clearance.round == Plan.round + 1,
        )
        .options(contains_eager(Clearance.plan))
    )


def _pages(actor: User, plan: Plan) -> sa.Select[SignedPage, bool]:
    """Each side sees its own pages, and those of the other once their paper has gone out."""
    submitted = sa.exists().where(
        Version.plan_id == SignedPage.plan_id,
        Version.number == SignedPage.version,
        Version.round == SignedPage.round,
    )
    sent = sa.exists().where(
        Letter.plan_id == SignedPage.plan_id,
        Letter.version == SignedPage.version,
        Letter.round == SignedPage.round,
        Letter.sent_at.is_not(None),
    )
    is_sent = sa.case((SignedPage.from_secretariat, sent), else_=submitted)
    found = sa.select(SignedPage, is_sent).where(SignedPage.plan_id == plan.id)
    if is_own(actor, plan):
        return found.where(sa.or_(sa.not_(SignedPage.from_secretariat), sent))
    if actor.may(Permission.PLAN_REVIEW):
        return found.where(sa.or_(SignedPage.from_secretariat, submitted))
    return found.where(sa.false())


def _letters_to_sign(plan: Plan) -> list[PaperAt]:
    present = PaperAt(Paper.LETTER, plan.version, plan.round)
    sent = [PaperAt(Paper.LETTER, each.version, each.round) for each in letters_of(plan)]
    return [present, *sent] if plan.status == Status.IN_REVIEW else sent
