"""The start page of each role: what waits, what others have, letters, what is next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from xml.etree.ElementTree import Element

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now, today
from engage.kit.formats import show_date
from engage.plans.assignments.models import Assignment
from engage.plans.checks.models import InternalCheck
from engage.plans.models import Plan, PlanRow
from engage.plans.papers.models import Clearance
from engage.plans.review.actions import answer_comment, comment_on, return_plan
from engage.plans.review.details import AnswerDetails, CommentDetails
from engage.plans.review.models import Comment, Objection
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status
from engage.post.actions import tell
from engage.post.models import Mailing
from engage.post.vocabulary import Cause
from engage.reference.models import CallForPlans, Initiative
from engage.reference.vocabulary.identity import AnswerToComment
from tests.factories import make_plan, make_user
from tests.pages import parse, text_of
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
Lists = dict[str, str]


@pytest.fixture
def start(client: FlaskClient, signed_in: SignIn) -> Callable[[User], Lists]:
    """The lists on a person's start page, each as one text, by its heading."""

    def read(person: User) -> Lists:
        page = parse(signed_in(client, person).get("/start").text)
        sections = [each for each in page.iter("section") if each.find("h2") is not None]
        return {text_of(each[0]).split(" · ")[0].strip(): said(each) for each in sections}

    return read


def said(section: Element) -> str:
    """The text with a space between its parts, but none inside a sentence."""
    parts = [part for item in section.iter("li") for part in item] or section[1:]
    return " ".join(text_of(part) for part in parts)


def lead(session: Session, plan: Plan, reviewer: User, topic: str = "lead") -> None:
    session.add(Assignment(plan=plan, topic=topic, reviewer=reviewer, assigned_at=now()))
    if topic == "lead":
        plan.lead = reviewer
    session.flush()


def check(session: Session, plan: Plan, adviser: User, asked_by: User) -> InternalCheck:
    made = InternalCheck(
        plan=plan,
        version=plan.version,
        adviser=adviser,
        language="en",
        asked_by=asked_by,
        asked_at=now() - dt.timedelta(6),
    )
    session.add(made)
    session.flush()
    return made


def returned_with(session: Session, person: User, *kinds: CommentKind) -> list[Comment]:
    reviewer = make_user(session, Role.REVIEWER)
    plan = make_plan(session, Status.IN_REVIEW, party=person.party, title="Valley")
    comments = [
        comment_on(reviewer, plan, "purpose", CommentDetails(kind, "Look.", "en")) for kind in kinds
    ]
    return_plan(reviewer, plan, "Clear.", "One point.")
    return comments


def test_nothing_waits_for_anybody_at_first(
    session: Session, start: Callable[[User], Lists]
) -> None:
    for role in Role:
        lists = start(make_user(session, role))
        assert lists["Yours to do"] == "Nothing waits for you."
        assert lists["Last letters"] == "There is no letter that you have not read."


def test_a_party_is_asked_for_its_answers_by_the_heaviest_of_them(
    session: Session, start: Callable[[User], Lists]
) -> None:
    person = make_user(session)
    kinds = CommentKind.PRAISE, CommentKind.QUESTION, CommentKind.MUST_CHANGE
    _praise, question, must = returned_with(session, person, *kinds)
    lists = start(person)
    assert "Answer 2 comments on “Valley” 1 must change" in lists["Yours to do"]
    assert "Your plan was returned for revision" in lists["Last letters"]
    done = AnswerDetails(AnswerToComment.DONE, "")
    answer_comment(person, must, done)
    assert "Answer 1 comment on “Valley” 1 question" in start(person)["Yours to do"]
    answer_comment(person, question, done)
    assert "Submit “Valley” again all answered" in start(person)["Yours to do"]
    contributor = make_user(session, Role.CONTRIBUTOR, party=person.party)
    assert "Go on with “Valley” all answered" in start(contributor)["Yours to do"]


def test_what_others_have_is_with_the_secretariat_with_an_adviser_or_on_paper(
    session: Session, start: Callable[[User], Lists]
) -> None:
    person = make_user(session)
    make_plan(session, Status.SUBMITTED, party=person.party, title="Sent")
    draft = make_plan(session, party=person.party, title="Dunes")
    adviser = make_user(session, Role.ADVISER, party=person.party, name="Tovi Hale")
    asked = check(session, draft, adviser, person)
    session.add(
        Clearance(
            plan=draft,
            version=1,
            round=1,
            code="a code",
            language="en",
            with_whom="the minister",
            given_on=today() - dt.timedelta(12),
            noted_by=person,
            noted_at=now(),
        )
    )
    session.flush()
    others = start(person)["Others have it"]
    assert "See “Sent” today It was submitted on" in others
    assert "See the internal check of “Dunes” 6 days Asked on" in others
    given = show_date(today() - dt.timedelta(12), language="en")
    assert f"See the papers of “Dunes” {given}" in others
    assert "On paper with the minister for 12 days." in others
    assert "Check “Dunes” 6 days" in start(adviser)["Yours to do"]
    assert "Read “Sent”" in start(adviser)["Plans of your Party"]
    contributor = make_user(session, Role.CONTRIBUTOR, party=person.party, name="Sefa Maron")
    check(session, draft, contributor, person)
    assert "Check “Dunes”" in start(contributor)["Yours to do"]
    assert "Sefa Maron" not in start(contributor)["Others have it"]
    assert "Sefa Maron" in start(person)["Others have it"]
    asked.finished_at = now()
    assert "Read what was said in the internal check of “Dunes”" in start(person)["Yours to do"]
    assert "Nothing waits" in start(adviser)["Yours to do"]


def test_nothing_of_a_party_is_seen_by_another(
    session: Session, start: Callable[[User], Lists]
) -> None:
    person = make_user(session)
    returned_with(session, person, CommentKind.QUESTION)
    draft = make_plan(session, party=person.party, title="Dunes")
    check(session, draft, make_user(session, Role.ADVISER, party=person.party), person)
    for role in (Role.FOCAL_POINT, Role.ADVISER):
        said = " ".join(start(make_user(session, role)).values())
        assert "Valley" not in said
        assert "Dunes" not in said


def test_a_reviewer_finds_what_is_led_or_led_by_nobody_and_the_topics(
    session: Session, start: Callable[[User], Lists]
) -> None:
    reviewer, colleague = (make_user(session, Role.REVIEWER) for _each in range(2))
    titles = {
        "Mine": (Status.SUBMITTED, reviewer),
        "Led": (Status.IN_REVIEW, reviewer),
        "Free": (Status.SUBMITTED, None),
        "Theirs": (Status.SUBMITTED, colleague),
        "Back": (Status.RETURNED, reviewer),
    }
    plans = {}
    for title, (status, leader) in titles.items():
        plans[title] = make_plan(session, status, title=title)
        if leader:
            lead(session, plans[title], leader)
    plans["Mine"].submitted_round = 2
    lead(session, plans["Theirs"], reviewer, "gender")
    make_plan(session, title="Draft")
    remark = CommentDetails(CommentKind.SUGGESTION, "Shorter.", "en")
    comment = comment_on(colleague, plans["Led"], "purpose", remark)
    session.add(
        Objection(comment=comment, text="No.", language="en", written_by=reviewer, written_at=now())
    )
    session.flush()
    lists = start(reviewer)
    yours = lists["Yours to do"]
    for said in (
        "Decide on 1 objection to a comment on “Led”",
        "Read the answers on “Mine”",
        "Take up “Free” Arrived today Aridland. Nobody leads the review yet.",
        "Read your topics in “Theirs” Arrived today Aridland. Topics: Gender",
        "Go on with the review of “Led” Arrived today Aridland. You lead the review.",
    ):
        assert said in yours
    assert "Take up “Theirs”" not in yours
    assert "See “Back” With the Party since today" in lists["Others have it"]
    assert "Draft" not in " ".join(lists.values())


def test_of_many_plans_the_first_stand_on_the_page_which_stays_light(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    party = make_user(session).party
    for number in range(40):
        make_plan(session, Status.IN_REVIEW, party=party, title=f"Plan number {number}")
    page = signed_in(client, make_user(session, Role.REVIEWER)).get("/start")
    assert page.text.count("Go on with the review of") == 20
    assert "See 20 more" in page.text
    assert len(brotli.compress(page.data, quality=6)) < 12 * 1024


def test_an_administrator_is_told_of_mail_and_of_names_that_lack(
    session: Session, start: Callable[[User], Lists]
) -> None:
    keeper = make_user(session, Role.ADMINISTRATOR)
    moments = dict.fromkeys(("written_at", "due_at"), now())
    texts = dict.fromkeys(("address", "subject", "plain", "html"), "x")
    facts = {"message_id": "<1@x>", "person_id": keeper.id, "language": "en", "state": "failed"}
    session.add(Mailing(**facts, **moments, **texts))
    session.add(Initiative(code="new", names={"en": "New"}))
    session.flush()
    yours = start(keeper)["Yours to do"]
    assert "Look at 1 e-mail that could not be sent" in yours
    assert "Name what lacks a name: Initiatives 1 entry has no name" in yours


def test_next_come_calls_and_what_the_plan_has_put_down(
    session: Session, start: Callable[[User], Lists]
) -> None:
    person, day = make_user(session), today() + dt.timedelta(20)
    plan = make_plan(session, party=person.party)
    values = {"title": "Radio round table", "when": {"start": day.isoformat()}}
    for key, status in (("radio", "planned"), ("off", "cancelled")):
        content = {**values, "title": f"{values['title']} {key}", "status": status}
        row = PlanRow(register="activities", key=key, position=1, content=content, private={})
        plan.rows.append(row)
    session.add(
        CallForPlans(code="call", names={"en": "For the session"}, opens_on=today(), due_on=today())
    )
    session.flush()
    dates = start(person)["Next dates"]
    assert "For the session" in dates
    assert "Call for plans. By this day a plan helps most" in dates
    assert f"{day.day}" in dates
    assert "Radio round table radio" in dates
    assert "round table off" not in dates
    assert "Radio" not in start(make_user(session, Role.REVIEWER))["Next dates"]


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.ADVISER, Role.REVIEWER])
def test_three_of_everything_take_as_many_queries_as_one_and_the_page_is_light(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn, role: Role
) -> None:
    person = make_user(session, role)
    party = person.party or make_user(session).party
    writer = make_user(session, party=party)
    counts = []
    for many in (1, 2):  # one of each, then three
        for _more in range(many):
            adviser = person if role is Role.ADVISER else make_user(session, Role.ADVISER)
            check(session, make_plan(session, party=party), adviser, writer)
            returned_with(session, writer, CommentKind.QUESTION)
            for status in (Status.SUBMITTED, Status.IN_REVIEW, Status.RETURNED):
                plan = make_plan(session, status, party=party)
                if person.party is None:
                    lead(session, plan, person)
                    lead(session, plan, person, "gender")
            tell((person,), Cause.ASSIGNED, ("plan", plan.id), ref=plan.ref, title=plan.title)
        signed_in(client, person).get("/start")
        with count_queries(app) as counted:
            page = client.get("/start")
        counts.append(len(counted))
    assert counts[0] == counts[1]
    assert len(brotli.compress(page.data, quality=6)) < 12 * 1024
