from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.actions import keep_text
from engage.accounts.details import Typed
from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.plans.models import Plan
from engage.plans.review.models import Comment
from engage.plans.review.queries import unanswered
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.filled import filled_form

SignIn = Callable[[FlaskClient, User], FlaskClient]


def test_the_party_reads_its_letter_and_no_other_party_does(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> None:
    plan, comment = returned
    signed_in(client, make_user(session, party=plan.party))
    page = client.get(f"/plans/{plan.ref}/letter/1.1").text
    assert comment.text in page
    assert "Maro Selten" not in page
    assert client.get(f"/plans/{plan.ref}/letter/1.2").status_code == 404
    signed_in(client, make_user(session))
    assert client.get(f"/plans/{plan.ref}/letter/1.1").status_code == 404


def test_the_party_answers_all_comments_in_one_form(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> None:
    plan, comment = returned
    signed_in(client, make_user(session, party=plan.party))
    there = f"/plans/{plan.ref}/comments"
    page = client.get(there).text
    assert "Maro Selten" not in page
    seen = page.partition(f'name="seen_{comment.id}"')[2].partition('value="')[2].partition('"')[0]
    half = {f"answer_{comment.id}": "not_done", f"seen_{comment.id}": seen}
    assert client.post(there, data=half).status_code == 303
    page = client.get(there).text
    assert "Please say in a few words what is left, and why." in page
    assert len(unanswered(plan)) == 1
    seen = page.partition(f'name="seen_{comment.id}"')[2].partition('value="')[2].partition('"')[0]
    whole = {**half, f"text_{comment.id}": "In spring.", f"seen_{comment.id}": seen}
    client.post(there, data=whole)
    assert not unanswered(plan)


def test_an_answer_of_somebody_else_is_not_overwritten(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> None:
    plan, comment = returned
    signed_in(client, make_user(session, party=plan.party))
    data = {f"answer_{comment.id}": "done", f"text_{comment.id}": "Mine.", f"seen_{comment.id}": ""}
    there = f"/plans/{plan.ref}/comments"
    answer = client.post(there, data=data)
    assert answer.status_code == 409
    assert "Mine." in answer.text
    session.refresh(comment)
    assert comment.answer is None
    saved = client.post(there, data=data, headers={"HX-Request": "true"})
    assert saved.status_code == 409
    assert "Somebody else answered" in saved.text


def test_the_page_of_comments_saves_itself(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> None:
    plan, comment = returned
    signed_in(client, make_user(session, party=plan.party))
    there = f"/plans/{plan.ref}/comments"
    page = client.get(there).text
    seen = page.partition(f'name="seen_{comment.id}"')[2].partition('value="')[2].partition('"')[0]
    data = {f"answer_{comment.id}": "done", f"seen_{comment.id}": seen}
    saved = client.post(there, data=data, headers={"HX-Request": "true"})
    assert saved.status_code == 200
    assert "Saved at" in saved.text
    assert 'hx-swap-oob="true"' in saved.text
    assert not unanswered(plan)


def test_answers_that_come_too_late_are_not_lost(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> None:
    plan, comment = returned
    plan.status = Status.SUBMITTED
    signed_in(client, make_user(session, party=plan.party))
    data = {f"answer_{comment.id}": "done", f"text_{comment.id}": "We did it."}
    answer = client.post(f"/plans/{plan.ref}/comments", data=data)
    assert answer.status_code == 409
    assert "We did it." in answer.text


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.ADVISER])
def test_each_role_of_the_party_reads_the_comments_in_every_state(
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    returned: tuple[Plan, Comment],
    role: Role,
) -> None:
    plan, comment = returned
    signed_in(client, make_user(session, role, party=plan.party))
    for status in (Status.RETURNED, Status.SUBMITTED, Status.COMPLETE):
        plan.status = status
        page = client.get(f"/plans/{plan.ref}/comments").text
        assert comment.text in page
        may_answer = status is Status.RETURNED and role is not Role.ADVISER
        assert ("Save the answers" in page) is may_answer


def test_an_adviser_comments_inside_the_party(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    plan = make_plan(session, Status.DRAFT)
    signed_in(client, make_user(session, Role.ADVISER, party=plan.party))
    there = f"/plans/{plan.ref}/comment/identity"
    assert "Only your Party reads this comment." in client.get(there).text
    client.post(there, data={"kind": "suggestion", "text": "Shorter, please."})
    (comment,) = session.query(Comment).all()
    page = client.get(f"/plans/{plan.ref}/comments").text
    assert "Shorter, please." in page
    client.post(f"/plans/{plan.ref}/comments/{comment.id}/close")
    session.refresh(comment)
    assert comment.closed_at is not None


def test_answers_typed_before_signing_out_stand_in_the_form_again(
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    returned: tuple[Plan, Comment],
) -> None:
    plan, comment = returned
    who = make_user(session, party=plan.party)
    there = f"/plans/{plan.ref}/comments"
    fields = {f"text_{comment.id}": ["In spring."], f"seen_{comment.id}": ["as seen then"]}
    keep_text(who, Typed(place=there, posted_to=there, fields=fields))
    page = signed_in(client, who).get(there).text
    assert "In spring." in page
    assert 'value="as seen then"' in page


def test_an_answer_that_was_not_enough_is_asked_for_anew_and_not_forgotten(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> None:
    plan, comment = returned
    comment.answer, comment.answer_text, comment.answered_at = "done", "In spring.", now()
    comment.kept_open_at = now()
    session.flush()
    signed_in(client, make_user(session, party=plan.party))
    there = f"/plans/{plan.ref}/comments"
    page = client.get(there).text
    assert "The secretariat asks again." in page
    assert "In spring." in page
    sent = filled_form(page)
    assert f"answer_{comment.id}" not in sent  # nothing is chosen before the Party chooses
    client.post(there, data=sent)
    assert (comment.answer, unanswered(plan)) == ("done", [comment])
    client.post(there, data={**sent, f"answer_{comment.id}": ["done"]})
    assert not unanswered(plan)
