"""The rehearsal, and what some pages need besides to be seen at all."""

from __future__ import annotations

import datetime as dt
import json

from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import BrowserContext

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.accounts.queries import find_user
from engage.kit.db import db
from engage.plans.actions import close_plan, draft_plan, revise_plan, submit_plan
from engage.plans.checks.actions import ask_for_check
from engage.plans.checks.details import RequestDetails
from engage.plans.checks.queries import checks_waiting_for
from engage.plans.drafting import add_row, living
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.papers.actions import note_clearance
from engage.plans.papers.details import ClearanceDetails
from engage.plans.papers.queries import clearances_out
from engage.plans.queries import get_plan
from engage.plans.review.actions import comment_on, complete_review, keep_letter, take_up
from engage.plans.review.details import CommentDetails, LetterDetails
from engage.plans.review.models import Comment
from engage.plans.review.queries import comments_on, unanswered
from engage.plans.review.vocabulary import CommentKind
from engage.plans.sharing.details import TemplateDetails
from engage.plans.sharing.keeping import add_template
from engage.plans.sharing.queries import own_offers, templates
from engage.plans.sharing.starting import Start, document_of
from engage.plans.vocabulary import Step
from engage.post.queries import unread_for
from engage.reference.models import CallForPlans
from engage.reference.queries import MODELS, rows_of
from engage.reference.vocabulary.rows import RowKind
from engage.rehearsal.actions import load_rehearsal
from engage.rehearsal.people import ACCOUNTS
from tests.browser import outings
from tests.browser.live import Live
from tests.plans.answers import fill_in

RETURNED, COMPLETE, IN_REVIEW, SUBMITTED, DRAFT = (f"XA-2026-{number}" for number in range(1, 6))
READY, EMPTY, CLOSED, REVISED = (f"XA-2026-{number}" for number in range(6, 10))
COLLEAGUE = "lina.okoro@secretariat.example"
ROW = "first"  # the key of the one row in each register of the empty plan


def set_the_stage() -> None:
    """Besides the rehearsal: a plan that can be submitted, an empty one with a row in each
    register, a closed one, one with a small change since its review, a letter that can be looked
    at before it goes, a call for plans, an internal check, a plan that lies on paper with
    somebody, the comment of a colleague, and what `outings` sets out."""
    load_rehearsal()
    call = {"opens_on": dt.date(2026, 12, 1), "due_on": dt.date(2027, 2, 28)}
    db.session.add(CallForPlans(code="call", names={"en": "Call for plans"}, **call))
    writer = person(Role.FOCAL_POINT)
    asked = RequestDetails((person(Role.ADVISER).id,), "Are the dates right?", "en")
    ask_for_check(writer, get_plan(DRAFT, visible_to=writer), asked)
    party = writer.party
    assert party is not None
    drafts = [draft_plan(writer, party) for _ref in (READY, EMPTY, CLOSED, REVISED)]
    assert [plan.ref for plan in drafts] == [READY, EMPTY, CLOSED, REVISED]
    ready, empty, closed, revised = drafts
    fill_in(writer, ready)
    given = ClearanceDetails("the minister", dt.date(2026, 11, 18), None, "With the annexes.", "en")
    note_clearance(writer, ready, given)
    for section in SECTIONS:
        for register in section.registers:
            add_row(writer, empty, register, ROW)
    close_plan(writer, closed)
    reviewer = person(Role.REVIEWER)
    see_it_otherwise(reviewer)
    revise(writer, reviewer, fill_in(writer, revised))
    letter = LetterDetails("The plan names who asks whom.", "One point is open.", Step.RETURN, "en")
    keep_letter(reviewer, get_plan(IN_REVIEW, visible_to=reviewer, lock=True), letter)
    text = json.dumps(document_of(Start.FULL, "en"))
    names = {"en": "Plan of a dry region", "fr": "Plan d’une région sèche"}
    add_template(reviewer, TemplateDetails(names=names, note="", language="en", text=text))
    outings.set_out(writer, reviewer)


def revise(writer: User, reviewer: User, plan: Plan) -> None:
    """Bring the plan through its review, begin its next version, and move the one activity."""
    submit_plan(writer, plan)
    take_up(reviewer, plan)
    complete_review(reviewer, plan, "The plan names who asks whom.")
    revise_plan(writer, plan)
    [activity] = living(plan, "activities")
    activity.content = {**activity.content, "when": {"start": "2026-09"}}


def see_it_otherwise(reviewer: User) -> None:
    """A colleague comments on the plan in review."""
    details = UserDetails(email=COLLEAGUE, name="Lina Okoro", role=Role.REVIEWER)
    colleague = add_user(details, account(Role.REVIEWER)[1])
    plan = get_plan(IN_REVIEW, visible_to=reviewer)
    comment = CommentDetails(CommentKind.SUGGESTION, "More radio in winter.", "en")
    comment_on(colleague, plan, "awareness", comment)


def names() -> dict[str, object]:
    """Comments and rows by the names that addresses of `examples` have for them."""
    asked = unanswered(get_plan(RETURNED, visible_to=person(Role.REVIEWER)))[0]
    rows = {kind.value: rows_of(MODELS[kind])[0].code for kind in RowKind}
    return {
        **rows,
        **outings.names_out(person(Role.FOCAL_POINT)),
        "advice": comment_of(person(Role.ADVISER), DRAFT).id,
        "remark": comment_of(person(Role.REVIEWER), IN_REVIEW).id,
        "asked": asked.id,
        "otherwise": comment_of(find_user(COLLEAGUE), IN_REVIEW).id,
        "check": checks_waiting_for(person(Role.ADVISER))[0].id,
        "given": clearances_out("XA")[0].id,
        "letter": unread_for(person(Role.FOCAL_POINT), 1)[0].id,
        "offer": own_offers(person(Role.FOCAL_POINT))[0].id,
        "template": templates()[0].code,
    }


def comment_of(author: User | None, ref: str) -> Comment:
    assert author is not None
    written = comments_on(author, get_plan(ref, visible_to=author))
    return next(each for each in written if each.written_by == author)


def person(role: Role) -> User:
    found = find_user(account(role)[0])
    assert found is not None
    return found


def let_in(context: BrowserContext, live: Live, role: Role) -> None:
    """Sign somebody in without the page for it, which other tests walk through."""
    with live.app.app_context():
        held = {"_user_id": person(role).get_id(), "_fresh": True}
    serializer = SecureCookieSessionInterface().get_signing_serializer(live.app)
    assert serializer is not None
    name, value = live.app.config["SESSION_COOKIE_NAME"], str(serializer.dumps(held))
    context.add_cookies([{"name": name, "value": value, "url": live.url}])


def account(role: Role) -> tuple[str, str]:
    """E-mail address and password."""
    return next((each.email, each.password) for each in ACCOUNTS if each.role is role)
