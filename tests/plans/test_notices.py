"""Who gets a letter about a step of a plan: written with the step, and to nobody else."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.plans.actions import submit_plan, withdraw_plan
from engage.plans.assignments.models import Assignment
from engage.plans.models import Plan
from engage.plans.notices import plan_submitted
from engage.plans.review.actions import complete_review, return_plan, take_up
from engage.plans.vocabulary import Status
from engage.post.models import Notice
from tests.factories import make_party, make_plan, make_user
from tests.plans.answers import fill_in


@pytest.fixture
def people(session: Session) -> dict[str, User]:
    """A Party, its people, a stranger of another Party, and the secretariat."""
    party = make_party(session)
    roles = {
        "focal point": Role.FOCAL_POINT,
        "contributor": Role.CONTRIBUTOR,
        "adviser": Role.ADVISER,
        "gone": Role.CONTRIBUTOR,
    }
    people = {name: make_user(session, role, party=party) for name, role in roles.items()}
    people["gone"].is_active = False
    people["stranger"] = make_user(session)
    for name in ("lead", "topic", "idle"):
        people[name] = make_user(session, Role.REVIEWER)
    people["keeper"] = make_user(session, Role.ADMINISTRATOR)
    session.flush()
    return people


def plan_of(session: Session, people: dict[str, User], status: Status) -> Plan:
    return make_plan(session, status, party=people["focal point"].party)


def told(session: Session, people: dict[str, User], cause: str) -> set[str]:
    found = set(session.scalars(sa.select(Notice.person_id).where(Notice.cause == cause)))
    return {name for name, person in people.items() if person.id in found}


def assign(session: Session, plan: Plan, reviewer: User, topic: str) -> None:
    session.add(Assignment(plan=plan, topic=topic, reviewer=reviewer, assigned_at=now()))
    session.flush()


def test_all_reviewers_are_told_while_a_plan_has_none_of_its_own(
    session: Session, people: dict[str, User]
) -> None:
    plan = fill_in(people["focal point"], plan_of(session, people, Status.DRAFT))
    submit_plan(people["focal point"], plan)
    withdraw_plan(people["focal point"], plan)
    assert told(session, people, "submitted") == {"lead", "topic", "idle"}
    assert told(session, people, "withdrawn") == {"lead", "topic", "idle"}


def test_lead_and_topic_are_told_of_what_is_theirs(
    session: Session, people: dict[str, User]
) -> None:
    plan = plan_of(session, people, Status.SUBMITTED)
    assign(session, plan, people["lead"], "lead")
    assign(session, plan, people["topic"], "gender")
    plan_submitted(people["focal point"], plan)
    assert told(session, people, "submitted") == {"lead", "topic"}


def test_the_party_is_told_of_the_review_but_not_its_advisers_nor_another_party(
    session: Session, people: dict[str, User]
) -> None:
    plan = plan_of(session, people, Status.SUBMITTED)
    take_up(people["lead"], plan)
    return_plan(people["lead"], plan, "Clear.", "One point.")
    other = plan_of(session, people, Status.IN_REVIEW)
    complete_review(people["lead"], other, "Clear.")
    for cause in ("taken_up", "returned", "completed"):
        assert told(session, people, cause) == {"focal point", "contributor"}


def test_the_letter_of_a_return_leads_to_its_round(
    session: Session, people: dict[str, User]
) -> None:
    plan = plan_of(session, people, Status.IN_REVIEW)
    return_plan(people["lead"], plan, "Clear.", "One point.")
    notice = session.scalars(sa.select(Notice)).first()
    assert notice is not None
    assert (notice.turn, notice.details["number"], notice.details["round"]) == ("1.1", 1, 1)


def test_the_secretariat_is_told_the_title_that_was_submitted_not_the_one_of_the_draft(
    session: Session, people: dict[str, User]
) -> None:
    plan = plan_of(session, people, Status.SUBMITTED)
    plan.title, plan.language = "A secret name", "fr"
    plan_submitted(people["focal point"], plan)
    details = session.scalars(sa.select(Notice.details)).all()
    assert {(each["title"], each["language"]) for each in details} == {
        ("People of the grassland", "en")
    }


def test_a_step_that_is_undone_leaves_no_letter(session: Session, people: dict[str, User]) -> None:
    plan = plan_of(session, people, Status.SUBMITTED)
    session.commit()
    take_up(people["lead"], plan)
    session.rollback()
    assert plan.status == Status.SUBMITTED
    assert told(session, people, "taken_up") == set()


def test_who_takes_a_step_is_not_told_of_it(session: Session, people: dict[str, User]) -> None:
    plan = plan_of(session, people, Status.SUBMITTED)
    plan_submitted(people["idle"], plan)
    assert told(session, people, "submitted") == {"lead", "topic"}
