from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.plans.assignments.actions import add_rule, assign, take_lead
from engage.plans.assignments.details import RuleDetails
from engage.plans.assignments.models import AssignmentRule
from engage.plans.assignments.queries import assignments_of, get_assignment, workload
from engage.plans.assignments.rules import is_finished
from engage.plans.assignments.vocabulary import Topic
from engage.plans.models import Plan
from engage.plans.review.models import Letter
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.pages import parse
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]


def boxes(page: str) -> dict[str, str]:
    """What the form of the people holds, as a browser would send it."""
    sent = {}
    for box in parse(page).iter("select"):
        chosen = [each for each in box.iter("option") if each.get("selected") is not None]
        sent[str(box.get("name"))] = str(chosen[0].get("value")) if chosen else ""
    for box in parse(page).iter("input"):
        if str(box.get("name")).startswith("seen_"):
            sent[str(box.get("name"))] = str(box.get("value") or "")
    return sent


def readers(plan: Plan) -> dict[str, str]:
    return {each.topic: each.reviewer.name for each in assignments_of(plan)}


def test_people_are_named_in_one_form(
    desk: FlaskClient, plan: Plan, maro: User, lina: User
) -> None:
    there = f"/review/{plan.ref}/people"
    sent = boxes(desk.get(there).text)
    assert len(sent) == 2 * len(Topic)
    sent |= {"reader_lead": str(maro.id), "reader_gender": str(lina.id)}
    assert desk.post(there, data=sent).status_code == 303
    assert readers(plan) == {"lead": "Maro Selten", "gender": "Lina Okoro"}
    page = desk.get(there).text
    assert boxes(page)["seen_gender"] == str(lina.id)
    desk.post(there, data=boxes(page) | {"reader_gender": ""})
    assert readers(plan) == {"lead": "Maro Selten"}


def test_two_who_name_people_at_once_do_not_overwrite_each_other(
    desk: FlaskClient, plan: Plan, maro: User, lina: User
) -> None:
    there = f"/review/{plan.ref}/people"
    before = boxes(desk.get(there).text)
    assign(lina, plan, Topic.GENDER, lina)
    assign(lina, plan, Topic.LAND, lina)
    answer = desk.post(there, data=before | {"reader_gender": str(maro.id)})
    assert answer.status_code == 409
    assert "A colleague has named" in answer.text
    assert "Lina Okoro" in answer.text
    assert readers(plan) == {"gender": "Lina Okoro", "land": "Lina Okoro"}
    again = boxes(answer.text)
    assert again["reader_gender"] == str(maro.id)
    assert desk.post(there, data=again).status_code == 303
    assert readers(plan) == {"gender": "Maro Selten", "land": "Lina Okoro"}


def test_a_person_who_does_not_review_cannot_be_named(
    session: Session, desk: FlaskClient, plan: Plan
) -> None:
    there = f"/review/{plan.ref}/people"
    sent = boxes(desk.get(there).text) | {"reader_gender": str(make_user(session).id)}
    assert desk.post(there, data=sent).status_code == 422


def test_who_no_longer_reviews_stays_but_is_not_named_anew(
    session: Session, desk: FlaskClient, plan: Plan, maro: User, lina: User
) -> None:
    there = f"/review/{plan.ref}/people"
    assign(maro, plan, Topic.GENDER, lina)
    lina.is_active = False
    session.commit()
    sent = boxes(desk.get(there).text)
    assert desk.post(there, data=sent | {"reader_youth": str(lina.id)}).status_code == 422
    assert desk.post(there, data=sent | {"reader_youth": str(maro.id)}).status_code == 303
    assert readers(plan) == {"gender": "Lina Okoro", "youth": "Maro Selten"}


def test_a_topic_is_finished_on_the_desk_and_nothing_typed_is_lost(
    desk: FlaskClient, plan: Plan, maro: User, lina: User
) -> None:
    assign(lina, plan, Topic.GENDER, maro)
    there = f"/review/{plan.ref}"
    assert "I have finished" in desk.get(there).text
    typed = {"desk": "1", "feedback-kind": "question", "feedback-text": "Who leads?"}
    assert desk.post(f"{there}/topics/gender/finish", data=typed).status_code == 303
    assert is_finished(get_assignment(plan, "gender"))
    page = desk.get(there).text
    assert "Who leads?" in page
    assert "I go on reading" in page
    desk.post(f"{there}/topics/gender/reopen")
    assert not is_finished(get_assignment(plan, "gender"))
    assert desk.post(f"{there}/topics/youth/finish").status_code == 404
    assert desk.post(f"{there}/topics/odd/finish").status_code == 404


def test_a_colleague_of_the_lead_comments_and_may_become_the_lead(
    session: Session, desk: FlaskClient, plan: Plan, lina: User
) -> None:
    take_lead(lina, plan)
    there = f"/review/{plan.ref}"
    page = desk.get(there).text
    assert "Preview the letter" not in page
    assert "Add a comment here" in page
    assert "leads this review and decides" in page
    letter = {"strengths": "My own words.", "step": "complete"}
    answer = desk.post(f"{there}/decision", data=letter)
    assert answer.status_code == 409
    assert "Lina Okoro" in answer.text
    assert "My own words." in answer.text
    assert session.query(Letter).count() == 0
    assert desk.post(f"{there}/lead").status_code == 303
    assert "Preview the letter" in desk.get(there).text
    assert "became the lead of the review" in desk.get(f"{there}/history").text
    assert desk.post(f"{there}/lead").status_code == 409


def test_the_party_reads_no_name_of_a_reviewer(
    session: Session, client: FlaskClient, signed_in: SignIn, plan: Plan, lina: User
) -> None:
    take_lead(lina, plan)
    signed_in(client, make_user(session, party=plan.party))
    for page in (f"/plans/{plan.ref}", f"/plans/{plan.ref}/history"):
        assert "Lina Okoro" not in client.get(page).text


def test_rules_are_added_and_removed(
    session: Session, desk: FlaskClient, maro: User, lina: User
) -> None:
    there = "/review/rules"
    desk.get(there)
    rule = {"topic": "gender", "annex": "asia", "language": "fr", "reviewer": str(lina.id)}
    assert desk.post(there, data=rule).status_code == 303
    assert "Lina Okoro" in desk.get(there).text
    answer = desk.post(there, data=rule | {"reviewer": str(maro.id)})
    assert answer.status_code == 422
    assert "There is a rule for this topic, annex and language already." in answer.text
    assert desk.post(there, data=rule | {"reviewer": ""}).status_code == 422
    remove = f"{there}/{session.query(AssignmentRule).one().id}/remove"
    assert desk.post(remove).status_code == 303
    assert session.query(AssignmentRule).count() == 0
    assert desk.post(remove).status_code == 404


def test_the_workload_counts_what_is_open_now_and_is_ordered_by_name(
    session: Session, desk: FlaskClient, maro: User, lina: User
) -> None:
    days_ago = [now() - dt.timedelta(days) for days in (30, 12, 3)]
    first, second, third = (
        make_plan(session, Status.IN_REVIEW, submitted_at=moment) for moment in days_ago
    )
    third.status = Status.COMPLETE
    assign(maro, first, Topic.LEAD, maro)
    assign(maro, first, Topic.GENDER, lina)
    assign(maro, second, Topic.GENDER, lina)
    assign(maro, third, Topic.GENDER, lina)
    get_assignment(first, "gender").finished_at = now()
    loads = {load.name: load for load in workload()}
    assert list(loads) == ["Lina Okoro", "Maro Selten"]
    assert (loads["Lina Okoro"].leads, loads["Lina Okoro"].topics) == (0, {Topic.GENDER: 1})
    assert loads["Lina Okoro"].since == second.submitted_at
    assert (loads["Maro Selten"].leads, loads["Maro Selten"].topics) == (1, {})
    page = desk.get("/review/workload").text
    for told in ("Gender: 1", "12 days", "30 days"):
        assert told in page


@pytest.mark.parametrize("page", ["/review/{ref}", "/review/{ref}/people", "/review/rules"])
def test_pages_take_as_many_queries_for_three_topics_as_for_one(
    app: Flask, session: Session, desk: FlaskClient, plan: Plan, maro: User, lina: User, page: str
) -> None:
    counts = []
    for topics in ([Topic.GENDER], [Topic.YOUTH, Topic.LAND]):
        for topic in topics:
            person = make_user(session, Role.REVIEWER)
            assign(maro, plan, topic, person)
            add_rule(maro, RuleDetails(topic.value, "", "", person.id))
        session.expire_all()
        with count_queries(app) as counted:
            desk.get(page.format(ref=plan.ref))
        counts.append(len(counted))
    assert counts[0] == counts[1]
