from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn
from engage.plans.checks.actions import ask_for_check, finish_check
from engage.plans.checks.details import RemarkDetails, RequestDetails
from engage.plans.checks.queries import checks_of, checks_waiting_for, open_checks, people_to_ask
from engage.plans.queries import last_entry
from engage.plans.review.records import timeline_for
from engage.plans.vocabulary import Status
from engage.post.models import Notice
from tests.factories import make_user
from tests.plans.checks.conftest import House

REMARK = RemarkDetails("The dates fit.", "en")


def asking(*people: User) -> RequestDetails:
    return RequestDetails(tuple(each.id for each in people), "Look at the dates.", "en")


def told(session: Session, person: User) -> list[tuple[str, str]]:
    found = session.query(Notice).filter_by(person_id=person.id).order_by(Notice.id)
    return [(each.cause, each.details["by"]) for each in found]


def test_several_people_are_asked_and_each_gets_a_letter(session: Session, house: House) -> None:
    asked = ask_for_check(house.focal_point, house.plan, asking(house.adviser, house.contributor))
    assert [each.adviser for each in asked] == [house.adviser, house.contributor]
    assert told(session, house.adviser) == [("check_asked", "Ona Tel")]
    assert told(session, house.contributor) == [("check_asked", "Ona Tel")]
    assert open_checks(house.adviser, house.plan) == asked
    assert checks_waiting_for(house.adviser) == asked[:1]


def test_who_asked_is_told_by_each_that_finishes(session: Session, house: House) -> None:
    for check in ask_for_check(
        house.focal_point, house.plan, asking(house.adviser, house.contributor)
    ):
        finish_check(check.adviser, check, REMARK)
        assert (check.remark, check.remark_language) == ("The dates fit.", "en")
    assert told(session, house.focal_point) == [
        ("check_done", "Sefa Maron"),
        ("check_done", "Rui Besk"),
    ]
    assert open_checks(house.focal_point, house.plan) == []
    assert checks_waiting_for(house.adviser) == []
    assert people_to_ask(house.focal_point, house.plan) == [house.contributor, house.adviser]


def test_nobody_is_asked_twice_nor_from_elsewhere(session: Session, house: House) -> None:
    ask_for_check(house.focal_point, house.plan, asking(house.adviser))
    for person in (house.adviser, house.focal_point, make_user(session, Role.ADVISER)):
        with pytest.raises(Invalid):
            ask_for_check(house.focal_point, house.plan, asking(person))
    with pytest.raises(Invalid):
        ask_for_check(house.focal_point, house.plan, asking())


def test_who_may_ask_and_who_may_finish(session: Session, house: House) -> None:
    (check,) = ask_for_check(house.contributor, house.plan, asking(house.adviser))
    other, reviewer = make_user(session), make_user(session, Role.REVIEWER)
    for stranger in (house.adviser, other, reviewer):
        with pytest.raises(NotAllowed):
            ask_for_check(stranger, house.plan, asking(house.focal_point))
    for stranger in (house.focal_point, other, reviewer):
        with pytest.raises(NotAllowed):
            finish_check(stranger, check, REMARK)
    finish_check(house.adviser, check, REMARK)
    with pytest.raises(OutOfTurn):
        finish_check(house.adviser, check, REMARK)


def test_a_submission_does_not_wait_for_a_check(house: House) -> None:
    (check,) = ask_for_check(house.focal_point, house.plan, asking(house.adviser))
    house.plan.status, house.plan.submitted_at = Status.SUBMITTED, house.plan.changed_at
    assert open_checks(house.adviser, house.plan) == []
    assert checks_waiting_for(house.adviser) == []
    finish_check(house.adviser, check, REMARK)
    assert check.remark == "The dates fit."


def test_the_secretariat_and_other_parties_learn_nothing_of_a_check(
    session: Session, house: House
) -> None:
    (check,) = ask_for_check(house.focal_point, house.plan, asking(house.adviser))
    finish_check(house.adviser, check, REMARK)
    verbs = [each.verb for each in entries_for(("plan", house.plan.id))]
    assert sorted(verbs) == ["check_asked", "check_done"]
    for stranger in (make_user(session), make_user(session, Role.REVIEWER)):
        assert timeline_for(stranger, house.plan) == []
        assert checks_of(stranger, house.plan) == []
        assert people_to_ask(stranger, house.plan) == []
    assert len(timeline_for(house.adviser, house.plan)) == 2
    assert last_entry(house.plan) is None  # so that nobody is told of it who comes too late
