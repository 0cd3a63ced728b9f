from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.actions import sign_in
from engage.accounts.permissions import Role
from engage.accounts.queries import find_user
from engage.history.queries import entries_for
from engage.kit import clock
from engage.kit.errors import Invalid
from engage.kit.locales import CODES
from engage.plans.completeness import findings, holds_up
from engage.plans.document import compose, fields_of, rows_of
from engage.plans.models import Plan
from engage.plans.queries import get_plan, own_plan
from engage.plans.review.models import Comment, Letter
from engage.plans.review.queries import unanswered
from engage.plans.telling import tell_about
from engage.plans.vocabulary import Status
from engage.post.models import Mailing, Notice
from engage.post.vocabulary import Cause
from engage.reference.queries import get_party
from engage.reference.vocabulary.groups import Group
from engage.rehearsal.actions import load_rehearsal, reset_rehearsal
from engage.rehearsal.people import ACCOUNTS, CODE
from tests.factories import make_party, make_plan, make_user

PLANS = {
    "XA-2026-1": Status.RETURNED,
    "XA-2026-2": Status.COMPLETE,
    "XA-2026-3": Status.IN_REVIEW,
    "XA-2026-4": Status.SUBMITTED,
    "XA-2026-5": Status.DRAFT,
}


@pytest.fixture(autouse=True)
def _on_a_day_of_november(session: Session) -> Any:
    with time_machine.travel(dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC), tick=True):
        yield


def plans(session: Session) -> list[Plan]:
    return list(session.scalars(sa.select(Plan).order_by(Plan.ref)))


def test_there_is_a_plan_in_every_state(session: Session) -> None:
    load_rehearsal()
    assert {plan.ref: plan.status for plan in plans(session)} == PLANS
    assert [plan.language for plan in plans(session)] == ["en", "fr", "es", "ar", "en"]


def test_the_party_is_marked_and_named_in_six_languages(session: Session) -> None:
    load_rehearsal()
    party = get_party(CODE)
    assert party.is_rehearsal
    assert all(party.name(language) for language in CODES)


def test_every_account_can_sign_in(session: Session) -> None:
    for account in load_rehearsal():
        assert sign_in(account.email, account.password, "127.0.0.1").role == account.role
    assert {account.role for account in ACCOUNTS} == set(Role)


def test_the_story_lies_in_the_past_and_goes_forward(session: Session) -> None:
    load_rehearsal()
    for plan in plans(session):
        moments = [entry.at for entry in reversed(entries_for(("plan", plan.id)))]
        assert moments == sorted(moments)
        assert moments[0] == plan.created_at
        assert plan.created_at <= plan.moved_at <= plan.changed_at <= clock.now()
        assert [version.submitted_at for version in plan.versions] == sorted(
            version.submitted_at for version in plan.versions
        )


def test_the_returned_plan_is_as_rich_as_in_real_life(session: Session) -> None:
    load_rehearsal()
    plan = get_plan("XA-2026-1", visible_to=focal_point())
    document = compose(plan)
    assert (plan.version, plan.round, len(plan.versions)) == (2, 2, 3)
    activities = [row["values"] for row in rows_of(document, "activities", "activities")]
    assert 8 <= len(activities) <= 12
    lengths = {len(each["when"].get("start", "")) for each in activities}
    assert lengths == {0, len("2027"), len("2027-01"), len("2027-01-02")}
    currencies = {each["cost"].get("currency") for each in activities if "cost" in each}
    assert {"USD", "EUR"} <= currencies
    stakeholders = rows_of(document, "stakeholders", "stakeholders")
    groups = {group for row in stakeholders for group in row["values"].get("groups", [])}
    reasons = set(fields_of(document, "stakeholders")["not_relevant"])
    assert groups | reasons == {group.value for group in Group}
    assert [row["key"] for row in stakeholders if row.get("parent") == "min"] == ["dir", "sur"]


def test_what_came_back_is_being_worked_on(session: Session) -> None:
    load_rehearsal()
    plan = get_plan("XA-2026-1", visible_to=focal_point())
    assert [f.field for f in holds_up(findings(compose(plan)))] == ["responsible"]
    assert len(unanswered(plan)) == 3
    steps = session.scalars(sa.select(Letter.step).where(Letter.plan_id == plan.id)).all()
    assert sorted(map(str, steps)) == ["complete", "return", "return"]
    kinds = session.scalars(sa.select(Comment.kind).where(Comment.plan_id == plan.id))
    assert set(kinds) == {"praise", "question", "suggestion", "must_change"}


def test_private_answers_are_there_for_the_party_alone(session: Session) -> None:
    load_rehearsal()
    plan = own_plan("XA-2026-1", visible_to=focal_point())
    private = [section.private for section in plan.sections if section.private]
    assert len(private) == 1
    assert "fence around the reserve" not in str(compose(plan))
    assert sum(bool(row.private) for row in plan.rows) == 4


def test_the_draft_keeps_a_date_that_could_not_be_read(session: Session) -> None:
    load_rehearsal()
    plan = get_plan("XA-2026-5", visible_to=focal_point())
    assert "as_typed" in [finding.rule for finding in findings(compose(plan))]


def focal_point() -> Any:
    return find_user("ilen.dorrin@orvanda.example")


def test_loaded_again_it_stays_as_testers_left_it(session: Session) -> None:
    load_rehearsal()
    plans(session)[4].title = "Changed by a tester"
    load_rehearsal()
    assert len(plans(session)) == len(PLANS)
    assert plans(session)[4].title == "Changed by a tester"


def test_reset_puts_it_back_and_leaves_others_alone(session: Session) -> None:
    load_rehearsal()
    other = make_plan(session, party=make_party(session))
    kept = other.ref
    [draft] = [plan for plan in plans(session) if plan.ref == "XA-2026-5"]
    draft.title = "Changed by a tester"
    [letter] = tell_about(draft, [focal_point()], Cause.RETURNED, "tested")
    assert letter.mailing is not None
    written = letter.mailing.message_id
    focal_point().is_active = False
    reset_rehearsal()
    assert {plan.ref: plan.status for plan in plans(session) if plan.ref != kept} == PLANS
    assert kept in {plan.ref for plan in plans(session)}
    assert focal_point().is_active
    assert "Changed by a tester" not in {plan.title for plan in plans(session)}
    assert len(entries_for(("plan", own_plan("XA-2026-5", visible_to=focal_point()).id))) == 1
    assert session.scalar(sa.select(Notice).where(Notice.turn == "tested")) is None
    assert session.scalar(sa.select(Mailing).where(Mailing.message_id == written)) is None


def test_it_is_not_loaded_where_people_work(session: Session) -> None:
    make_user(session)
    with pytest.raises(Invalid):
        load_rehearsal()
    assert plans(session) == []


def test_it_is_never_put_on_top_of_a_party(session: Session) -> None:
    party = make_party(session, "A real one", code=CODE, iso3="XAA")
    for load in (load_rehearsal, reset_rehearsal):
        with pytest.raises(Invalid):
            load()
    assert party.name("en") == "A real one"
    assert plans(session) == []


@pytest.mark.parametrize("ref", PLANS)
def test_every_page_of_every_plan_can_be_read(
    session: Session, client: FlaskClient, signed_in: Any, ref: str
) -> None:
    load_rehearsal()
    session.flush()
    signed_in(client, focal_point())
    for name in ("", "?section=stakeholders", "/summary", "/full?lang=ar", "/history"):
        assert client.get(f"/plans/{ref}{name}").status_code == 200
    assert "Rehearsal" in client.get(f"/plans/{ref}/summary").text
