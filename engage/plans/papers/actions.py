"""Noting with whom a plan lies on paper, and attaching signed pages to its papers."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now, today
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn, ensure
from engage.kit.uploads import Upload, digest_of
from engage.plans.document import compose
from engage.plans.models import Plan
from engage.plans.numbers import code_of
from engage.plans.papers import rules
from engage.plans.papers.details import ClearanceDetails, PaperAt
from engage.plans.papers.files import SHELF
from engage.plans.papers.models import Clearance, SignedPage
from engage.plans.papers.queries import Attached, papers_to_sign
from engage.plans.papers.sentences import NOT_THIS_PAPER, TOO_MANY
from engage.plans.queries import get_version, last_entry, versions_of
from engage.plans.rules import is_own
from engage.plans.sentences import MAY_NOT, too_late
from engage.plans.vocabulary import Paper

MOST_PAGES = 10  # of one paper


def note_clearance(actor: User, plan: Plan, details: ClearanceDetails) -> Clearance:
    """Note to whom the plan was given on paper, with the code of its text as it stands."""
    _ensure_may_note(actor, plan)
    clearance = Clearance(
        plan=plan,
        version=plan.version,
        round=plan.round + 1,
        code=_code_given(plan, details.given_on),
    )
    _put(actor, clearance, details)
    db.session.add(clearance)
    _tell(actor, clearance, Verb.GIVEN)
    if clearance.back_on is not None:
        _tell(actor, clearance, Verb.CAME_BACK)
    db.session.flush()  # the page names it by its id
    return clearance


def _code_given(plan: Plan, day: dt.date) -> str:
    """Blank for a day that has passed: the text may have been another then."""
    return code_of(compose(plan)) if day >= today() else ""


def change_clearance(actor: User, clearance: Clearance, details: ClearanceDetails) -> None:
    """Correct the note, or note that the plan came back."""
    _ensure_may_note(actor, clearance.plan)
    was_out = clearance.back_on is None
    _put(actor, clearance, details)
    if was_out and clearance.back_on is not None:
        _tell(actor, clearance, Verb.CAME_BACK)
    db.session.flush()  # what is refused is refused here


def remove_clearance(actor: User, clearance: Clearance) -> None:
    _ensure_may_note(actor, clearance.plan)
    db.session.delete(clearance)
    db.session.flush()  # the page no longer shows it


def attach_page(actor: User, plan: Plan, at: PaperAt, upload: Upload) -> SignedPage:
    """Keep a signed page with one of one's own papers; `upload` is what `files.examined` gives."""
    ensure(rules.may_attach(actor, plan), NotAllowed(str(MAY_NOT)))
    ensure(at in papers_to_sign(actor, plan), Invalid(str(NOT_THIS_PAPER)))
    ensure(_pages_at(plan, at) < MOST_PAGES, Invalid(str(TOO_MANY)))
    page = SignedPage(
        plan=plan,
        paper=at.paper.value,
        version=at.version,
        round=at.round,
        file_name=upload.name,
        media_type=upload.media_type,
        size=len(upload.data),
        digest=digest_of(upload.data),
        code=_code_at(plan, at),
        stored_as=SHELF.keep(upload),
        from_secretariat=not is_own(actor, plan),
        attached_by=actor,
        attached_at=now(),
    )
    db.session.add(page)
    verb = Verb.LETTER_SIGNED if page.from_secretariat else Verb.PAGE_ATTACHED
    record(actor, verb, ("plan", plan.id), number=at.number(plan.ref))
    return page


def _code_at(plan: Plan, at: PaperAt) -> str:
    """Of the text that the paper speaks of: a version, or what the Party writes now."""
    there = ((each.number, each.round) for each in versions_of(plan))
    if (at.version, at.round) in there:
        return code_of(get_version(plan, at.version, at.round).document)
    return code_of(compose(plan))


def remove_page(actor: User, attached: Attached) -> None:
    """Take one's own signed page away, with its file, while the other side cannot see it."""
    page = attached.page
    may = rules.may_remove_page(actor, page, is_sent=attached.is_sent)
    ensure(may, NotAllowed(str(MAY_NOT)))
    number = PaperAt(Paper(page.paper), page.version, page.round).number(page.plan.ref)
    verb = Verb.LETTER_UNSIGNED if page.from_secretariat else Verb.PAGE_REMOVED
    SHELF.remove_at_end([page.stored_as])
    db.session.delete(page)
    record(actor, verb, ("plan", page.plan_id), number=number)


def follow(plan: Plan, filed: PaperAt) -> None:
    """What lies on paper goes with its plan where that is published under another number."""
    at = {"version": plan.version, "round": plan.round}
    for model in (Clearance, SignedPage):
        where = model.plan_id == plan.id, model.version == filed.version
        moved = sa.update(model).where(*where, model.round == filed.round)
        db.session.execute(moved.values(**at))
    db.session.flush()


def forget_papers(plans: sa.Select[int]) -> None:
    """Everything on paper of plans that are removed, by their ids; the files too."""
    kept = sa.select(SignedPage.stored_as).where(SignedPage.plan_id.in_(plans))
    SHELF.remove_at_end(db.session.scalars(kept).all())
    for model in (SignedPage, Clearance):
        db.session.execute(sa.delete(model).where(model.plan_id.in_(plans)))


def _ensure_may_note(actor: User, plan: Plan) -> None:
    """One who could note before, but comes too late, is told who did what when."""
    may_ever = is_own(actor, plan) and rules.may_attach(actor, plan)
    ensure(may_ever, NotAllowed(str(MAY_NOT)))
    ensure(rules.may_note_clearance(actor, plan), OutOfTurn(too_late(last_entry(plan), actor)))


def _put(actor: User, clearance: Clearance, details: ClearanceDetails) -> None:
    words = details.with_whom.strip(), details.note.strip()
    if words != (clearance.with_whom, clearance.note):
        clearance.language = details.language
    clearance.with_whom, clearance.note = words
    clearance.given_on, clearance.back_on = details.given_on, details.back_on
    clearance.noted_by, clearance.noted_at = actor, now()


def _tell(actor: User, clearance: Clearance, verb: Verb) -> None:
    record(
        actor,
        verb,
        ("plan", clearance.plan.id),
        clearance.with_whom,
        language=clearance.language,
    )


def _pages_at(plan: Plan, at: PaperAt) -> int:
    found = sa.select(sa.func.count()).where(
        SignedPage.plan_id == plan.id,
        SignedPage.paper == at.paper.value,
        SignedPage.version == at.version,
        SignedPage.round == at.round,
    )
    return db.session.scalar(found) or 0
