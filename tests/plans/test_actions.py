"""The steps of a plan: who may take them, what they leave behind, who comes too late."""

from __future__ import annotations

import pytest
import time_machine
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.kit.errors import NotAllowed, NotFound, OutOfTurn
from engage.plans import actions
from engage.plans.document import compose
from engage.plans.drafting import add_row, delete_row, save_section
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register, find_section
from engage.plans.queries import get_plan, own_plan
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.plans.answers import fill_in, kept_of, typed


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    assert focal_point.party is not None
    plan = fill_in(focal_point, actions.draft_plan(focal_point, focal_point.party))
    session.flush()
    return plan


def verbs(plan: Plan) -> list[str]:
    return [entry.verb for entry in entries_for(("plan", plan.id))]


def test_submitting_freezes_the_whole_plan_as_it_stands(plan: Plan, focal_point: User) -> None:
    stood = compose(plan)
    version = actions.submit_plan(focal_point, plan)
    assert (plan.status, version.number, version.round) == (Status.SUBMITTED, 1, 1)
    assert version.document == stood
    assert verbs(plan) == ["submitted", "started"]


def test_a_frozen_version_is_never_changed(session: Session, plan: Plan, focal_point: User) -> None:
    version = actions.submit_plan(focal_point, plan)
    version.document = {**version.document, "party": "ZZ"}
    with pytest.raises(ValueError, match="frozen"):
        session.flush()


def test_a_plan_with_an_open_must_is_not_submitted_and_says_what_is_open(
    plan: Plan, focal_point: User
) -> None:
    purpose = find_section("purpose")
    assert purpose is not None
    save_section(focal_point, plan, purpose, typed({"purpose": None}, kept_of(plan, "purpose")))
    with pytest.raises(actions.Incomplete) as refused:
        actions.submit_plan(focal_point, plan)
    assert [(each.section, each.field) for each in refused.value.found] == [("purpose", "purpose")]
    assert (plan.status, plan.versions) == (Status.DRAFT, [])


def test_a_signature_cannot_be_dated_after_the_submission(plan: Plan, focal_point: User) -> None:
    too_early = time_machine.travel("2026-02-01T12:00:00Z")
    with too_early, pytest.raises(actions.Incomplete) as refused:
        actions.submit_plan(focal_point, plan)
    assert [(each.rule, each.field) for each in refused.value.found] == [
        ("dated_ahead", "authorised_by")
    ]


def test_submitting_twice_tells_who_was_quicker_and_when(plan: Plan, focal_point: User) -> None:
    actions.submit_plan(focal_point, plan)
    with pytest.raises(OutOfTurn, match=f"{focal_point.name} submitted version 1"):
        actions.submit_plan(focal_point, plan)


def test_a_submitted_plan_can_be_withdrawn_and_submitted_again(
    plan: Plan, focal_point: User
) -> None:
    actions.submit_plan(focal_point, plan)
    actions.withdraw_plan(focal_point, plan)
    assert plan.status == Status.DRAFT
    assert actions.submit_plan(focal_point, plan).round == 2


def test_rows_that_were_deleted_are_gone_for_good_once_the_plan_is_submitted(
    session: Session, plan: Plan, focal_point: User
) -> None:
    found = find_register("activities")
    assert found is not None
    row = add_row(focal_point, plan, found[1])
    delete_row(focal_point, plan, row)
    actions.submit_plan(focal_point, plan)
    session.flush()
    assert [each.deleted_at for each in plan.rows if each.deleted_at] == []


def test_a_complete_plan_is_revised_as_the_next_version(session: Session) -> None:
    focal_point = make_user(session)
    plan = make_plan(session, Status.COMPLETE, party=focal_point.party)
    actions.revise_plan(focal_point, plan)
    assert (plan.status, plan.version, plan.round) == (Status.DRAFT, 2, 0)
    assert [(each.number, each.round) for each in plan.versions] == [(1, 1)]


def test_a_closed_plan_stays_closed(session: Session) -> None:
    focal_point = make_user(session)
    plan = make_plan(session, Status.COMPLETE, party=focal_point.party)
    actions.close_plan(focal_point, plan)
    with pytest.raises(OutOfTurn):
        actions.revise_plan(focal_point, plan)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.ADVISER])
def test_only_the_focal_point_submits(session: Session, plan: Plan, role: Role) -> None:
    helper = make_user(session, role, party=plan.party)
    with pytest.raises(NotAllowed):
        actions.submit_plan(helper, plan)


def test_a_copy_takes_the_chosen_sections_and_leaves_dates_and_signatures(
    session: Session, plan: Plan, focal_point: User
) -> None:
    former = own_plan(plan.ref, visible_to=focal_point)
    copy = actions.draft_plan(focal_point, plan.party, former, ["identity", "signature"])
    document = compose(copy)["sections"]
    assert document["identity"]["fields"]["title"] == "People of the grassland"
    assert "period" not in document["identity"]["fields"]
    assert document["signature"]["fields"] == {"visibility": "secretariat"}
    assert document["activities"]["registers"]["activities"] == []
    assert copy.copied_from == plan.ref


def test_plans_of_a_party_are_numbered_by_year(session: Session, focal_point: User) -> None:
    assert focal_point.party is not None
    with time_machine.travel("2026-05-01T12:00:00Z"):
        refs = [actions.draft_plan(focal_point, focal_point.party).ref for _ in range(2)]
    code = focal_point.party.code
    assert refs == [f"{code}-2026-1", f"{code}-2026-2"]


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.ADVISER, Role.REVIEWER])
def test_another_partys_draft_does_not_exist(session: Session, plan: Plan, role: Role) -> None:
    stranger = make_user(session, role)
    with pytest.raises(NotFound):
        get_plan(plan.ref, visible_to=stranger)


def test_the_secretariat_finds_a_plan_once_it_was_submitted(
    session: Session, plan: Plan, focal_point: User
) -> None:
    reviewer = make_user(session, Role.REVIEWER)
    actions.submit_plan(focal_point, plan)
    assert get_plan(plan.ref, visible_to=reviewer) is plan
