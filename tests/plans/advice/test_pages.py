"""The page of all advice: read, set aside with a reason, taken up again, and by whom."""

from __future__ import annotations

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.actions import submit_plan
from engage.plans.models import Plan
from engage.plans.queries import own_plan
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.pages import parse, text_of
from tests.plans.advice.steps import NAME, REASON, advice_page, put, put_aside

SignIn = Callable[[FlaskClient, User], FlaskClient]


# ---------------------------------------------------------------- the page of all advice


def test_all_advice_stands_on_one_page_with_links_to_its_questions(
    party: FlaskClient, plan: Plan
) -> None:
    page = party.get(advice_page(plan))
    assert "no measure of inclusion is chosen" in page.text
    assert f"/plans/{plan.ref}/rows/stakeholders/weavers#inclusion-group" in page.text


def test_an_adviser_reads_the_advice_and_cannot_set_it_aside(
    client: FlaskClient, session: Session, signed_in: SignIn, plan: Plan
) -> None:
    adviser = make_user(session, Role.ADVISER, party=plan.party)
    page = signed_in(client, adviser).get(advice_page(plan))
    assert "no measure of inclusion is chosen" in page.text
    assert "Set aside, with a reason" not in page.text


def test_the_advice_on_another_partys_plan_is_not_found(
    party: FlaskClient, session: Session
) -> None:
    assert party.get(advice_page(make_plan(session)), read=False).status_code == 404


# ---------------------------------------------------------------- set aside


def test_advice_is_set_aside_with_its_reason(party: FlaskClient, plan: Plan) -> None:
    answer = put_aside(party, plan)
    assert answer.status_code == 303
    page = party.get(advice_page(plan))
    assert "no measure of inclusion is chosen" not in page.text
    assert REASON in page.text
    assert "Weavers’ circle" in page.text


def test_without_a_reason_it_is_not_set_aside_and_the_box_says_so(
    party: FlaskClient, plan: Plan
) -> None:
    answer = put_aside(party, plan, "  ")
    assert answer.status_code == 422
    assert "Please give a reason" in answer.text
    assert "no measure of inclusion is chosen" in party.get(advice_page(plan)).text


def test_a_reason_that_is_too_long_is_still_there(party: FlaskClient, plan: Plan) -> None:
    answer = put_aside(party, plan, "Because. " * 60)
    assert answer.status_code == 422
    boxes = [text_of(box) for box in parse(answer.text).iter("textarea")]
    assert "Because. " * 20 in "".join(boxes)


def test_advice_is_taken_up_again(party: FlaskClient, plan: Plan) -> None:
    put_aside(party, plan)
    assert party.post(f"/plans/{plan.ref}/advice/{NAME}/again").status_code == 303
    assert "no measure of inclusion is chosen" in party.get(advice_page(plan)).text


def test_advice_that_was_taken_up_again_is_set_aside_anew(party: FlaskClient, plan: Plan) -> None:
    put_aside(party, plan)
    party.post(f"/plans/{plan.ref}/advice/{NAME}/again")
    assert put_aside(party, plan, "They changed their mind.").status_code == 303
    page = party.get(advice_page(plan))
    assert "They changed their mind." in page.text
    assert REASON not in page.text


def test_advice_that_nobody_gives_cannot_be_set_aside(party: FlaskClient, plan: Plan) -> None:
    assert put_aside(party, plan, name="r_wom1-nobody").status_code == 404


def test_what_holds_up_submission_cannot_be_set_aside(
    party: FlaskClient, session: Session, author: User, plan: Plan
) -> None:
    mill = put(author, plan, "partnerships", "mill", name="Mill", type="private_sector")
    mill.content |= {"agreement": "mou", "state": "signed"}
    session.commit()
    assert put_aside(party, plan, name="r_pri1-mill").status_code == 404
    page = party.get(advice_page(plan))
    assert "the state of due diligence is blank" in page.text


def test_a_plan_under_review_is_not_advised_any_more(
    party: FlaskClient, session: Session, author: User, plan: Plan
) -> None:
    submit_plan(author, own_plan(plan.ref, visible_to=author))
    session.commit()
    assert put_aside(party, plan).status_code == 403
    assert "no measure of inclusion is chosen" in party.get(advice_page(plan)).text


def test_a_reason_is_kept_when_the_language_changes(party: FlaskClient, plan: Plan) -> None:
    data = {f"{NAME}-reason": REASON, "switch_language": "ar"}
    there = {"Referer": f"http://localhost{advice_page(plan)}"}
    answer = party.post(f"/plans/{plan.ref}/advice/{NAME}", data=data, headers=there)
    shown = party.get(answer.location)
    assert '<html lang="ar" dir="rtl"' in shown.text
    assert REASON in shown.text


# ---------------------------------------------------------------- the reviewer


def test_the_reviewer_reads_advice_and_reasons_of_what_was_submitted(
    party: FlaskClient,
    new_client: Callable[[], FlaskClient],
    session: Session,
    signed_in: SignIn,
    author: User,
    plan: Plan,
) -> None:
    put_aside(party, plan)
    submit_plan(author, own_plan(plan.ref, visible_to=author))
    session.commit()
    desk = signed_in(new_client(), make_user(session, Role.REVIEWER))
    assert f'href="{advice_page(plan)}"' in desk.get(f"/review/{plan.ref}").text
    page = desk.get(advice_page(plan))
    assert REASON in page.text
    assert "Set aside, with a reason" not in page.text
    assert "Take it up again" not in page.text


def test_the_reviewer_does_not_read_advice_on_a_later_draft(
    new_client: Callable[[], FlaskClient],
    session: Session,
    signed_in: SignIn,
    author: User,
    plan: Plan,
) -> None:
    submit_plan(author, own_plan(plan.ref, visible_to=author))
    put(author, _reopened(plan), "stakeholders", "spinners", name="Spinners", groups=["women"])
    session.commit()
    desk = signed_in(new_client(), make_user(session, Role.REVIEWER))
    page = desk.get(advice_page(plan))
    assert "Weavers’ circle" in page.text
    assert "Spinners" not in page.text


def test_the_reviewer_cannot_set_advice_aside(
    client: FlaskClient, session: Session, signed_in: SignIn, author: User, plan: Plan
) -> None:
    submit_plan(author, own_plan(plan.ref, visible_to=author))
    session.commit()
    desk = signed_in(client, make_user(session, Role.REVIEWER))
    assert put_aside(desk, plan).status_code == 403


def _reopened(plan: Plan) -> Plan:
    plan.status = Status.RETURNED
    return plan
