"""The time line of a plan: what each side reads of the steps, comments, letters and papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import telling
from engage.kit.pieces import plain
from engage.plans.actions import withdraw_plan
from engage.plans.models import Plan
from engage.plans.notices import plan_submitted
from engage.plans.review.actions import answer_comment, comment_on, return_plan, take_up
from engage.plans.review.details import AnswerDetails, CommentDetails
from engage.plans.review.records import timeline_for
from engage.plans.review.vocabulary import CommentKind
from engage.plans.telling import tell_about
from engage.plans.vocabulary import Status
from engage.post.vocabulary import Cause
from engage.reference.vocabulary.identity import AnswerToComment
from tests.factories import make_party, make_plan, make_user
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
KINDS = (
    CommentKind.MUST_CHANGE,
    CommentKind.QUESTION,
    CommentKind.QUESTION,
    CommentKind.PRAISE,
)


@pytest.fixture
def people(session: Session) -> dict[Role, User]:
    party = make_party(session, "Orvanda")
    names = {
        Role.FOCAL_POINT: "Ilen Dorrin",
        Role.CONTRIBUTOR: "Sefa Maron",
        Role.ADVISER: "Tovi Hale",
    }
    found = {role: make_user(session, role, party=party, name=name) for role, name in names.items()}
    return {**found, Role.REVIEWER: make_user(session, Role.REVIEWER, name="Maro Selten")}


@pytest.fixture
def plan(session: Session, people: dict[Role, User]) -> Plan:
    """Begun, submitted, returned with four comments, answered, and submitted again."""
    focal_point, reviewer = people[Role.FOCAL_POINT], people[Role.REVIEWER]
    plan = make_plan(session, Status.SUBMITTED, party=focal_point.party)
    plan.versions[0].submitted_by.is_active = False  # a colleague of no concern here
    days = (START + dt.timedelta(day) for day in range(5))
    with telling(next(days)):
        record(focal_point, Verb.STARTED, ("plan", plan.id))
        submitted(focal_point, plan, 1)
    with telling(next(days)):
        take_up(reviewer, plan)
    with telling(next(days)):
        comments = [
            comment_on(reviewer, plan, "purpose", CommentDetails(kind, "Look.", "en"))
            for kind in KINDS
        ]
        return_plan(reviewer, plan, "Clear.", "Three points.")
    with telling(next(days)):
        for comment in comments[:2]:
            answer_comment(focal_point, comment, AnswerDetails(AnswerToComment.DONE, ""))
    with telling(next(days)):
        submitted(focal_point, plan, 2)
    return plan


def submitted(actor: User, plan: Plan, round_: int) -> None:
    """The step as it is written down; what it freezes is of no concern here."""
    plan.status, plan.round = Status.SUBMITTED, round_
    label = "1" if round_ == 1 else f"1.{round_}"
    record(actor, Verb.SUBMITTED, ("plan", plan.id), version=label)
    plan_submitted(actor, plan)


def told(reader: User, plan: Plan) -> list[str]:
    """Each moment with the lines below it."""
    return [
        " | ".join([plain(each.sentence), *(plain(line) for line in each.lines)])
        for each in timeline_for(reader, plan)
    ]


CAME = "4 comments came with the letter: 1 must change; 2 questions; 1 word of praise"
WRITERS = "Told by letter: Ilen Dorrin; Sefa Maron"
REVIEWER = "Told by letter: Maro Selten"


def test_the_party_reads_all_and_of_the_secretariat_no_names(
    people: dict[Role, User], plan: Plan
) -> None:
    assert told(people[Role.FOCAL_POINT], plan) == [
        "Ilen Dorrin submitted version 1.2 | The Party answered 2 of 3 comments",
        f"The secretariat returned version 1 for revision | {CAME} | {WRITERS}",
        f"The secretariat took up the review of version 1 | {WRITERS}",
        "Ilen Dorrin submitted version 1",
        "Ilen Dorrin started the plan",
    ]


def test_the_secretariat_reads_what_passed_between_the_two(
    people: dict[Role, User], plan: Plan
) -> None:
    assert told(people[Role.REVIEWER], plan) == [
        f"Ilen Dorrin submitted version 1.2 | The Party answered 2 of 3 comments | {REVIEWER}",
        f"Maro Selten returned version 1 for revision | {CAME}",
        "Maro Selten took up the review of version 1",
        f"Ilen Dorrin submitted version 1 | {REVIEWER}",
    ]


def test_the_letter_of_the_secretariat_is_linked(people: dict[Role, User], plan: Plan) -> None:
    moments = timeline_for(people[Role.FOCAL_POINT], plan)
    assert [each.letter for each in moments if each.letter] == [f"/plans/{plan.ref}/letter/1.1"]
    assert [each.note for each in moments if each.note] == ["Three points."]


def test_what_is_answered_while_the_party_writes_is_not_seen_before_it_submits(
    people: dict[Role, User], plan: Plan
) -> None:
    withdraw_plan(people[Role.FOCAL_POINT], plan)
    [_withdrawn, again, *_rest] = told(people[Role.REVIEWER], plan)
    assert "The Party answered 2 of 3 comments" in again


def test_paper_and_other_letters_are_for_the_own_side(
    session: Session, people: dict[Role, User], plan: Plan
) -> None:
    subject = ("plan", plan.id)
    record(people[Role.FOCAL_POINT], Verb.GIVEN, subject)
    record(people[Role.FOCAL_POINT], Verb.PAGE_ATTACHED, subject, number="CS/1.2")
    record(people[Role.REVIEWER], Verb.LETTER_SIGNED, subject, number="LT/1.1")
    tell_about(plan, (people[Role.ADVISER],), Cause.DRAFT_RESTS, days=40)
    of_the_party = {
        "Ilen Dorrin noted to whom the plan was given on paper",
        "Ilen Dorrin attached a signed page to CS/1.2",
        "Letter: A draft rests | Told by letter: Tovi Hale",
    }
    signed = "Maro Selten attached a signed page to the letter LT/1.1"
    for role in (Role.CONTRIBUTOR, Role.ADVISER):
        read = told(people[role], plan)
        assert of_the_party <= set(read)
        assert signed not in read
    read = told(people[Role.REVIEWER], plan)
    assert not of_the_party & set(read)
    assert signed in read


def test_three_letters_take_as_many_queries_as_one(
    app: Flask,
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    people: dict[Role, User],
    plan: Plan,
) -> None:
    for role, address in ((Role.FOCAL_POINT, "/plans/"), (Role.REVIEWER, "/review/")):
        signed_in(client, session.get_one(User, people[role].id))
        counts = []
        for letters in (1, 3):
            for number in range(letters):
                for reader in (people[Role.CONTRIBUTOR], people[Role.REVIEWER]):
                    tell_about(plan, (reader,), Cause.REVIEW_WAITS, f"{role}{letters}{number}")
            with count_queries(app) as counted:
                assert client.get(f"{address}{plan.ref}/history").status_code == 200
            counts.append(len(counted))
        assert counts[0] == counts[1]
