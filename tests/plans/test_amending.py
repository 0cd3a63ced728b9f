"""Small changes after the review: published without another one, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.kit.clock import today
from engage.kit.errors import NotAllowed, OutOfTurn
from engage.plans import actions
from engage.plans.amending import amend_plan, revision_of
from engage.plans.assignments.actions import take_lead
from engage.plans.drafting import add_row, delete_row, living, save_row, save_section
from engage.plans.exports import file_name, frozen_copy
from engage.plans.imprint import label_of, letters, number_of
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register, find_section
from engage.plans.page import way_of
from engage.plans.papers.actions import note_clearance
from engage.plans.papers.details import ClearanceDetails
from engage.plans.queries import latest_version
from engage.plans.review.actions import complete_review, take_up
from engage.plans.review.queue import Wish, queue
from engage.plans.review.vocabulary import Cut
from engage.plans.vocabulary import Status
from tests.factories import make_user
from tests.pages import parse, text_of
from tests.plans.answers import fill_in, typed

SignIn = Callable[[FlaskClient, User], FlaskClient]
REVIEWED, LATER = "2026-03-02T09:00:00Z", "2026-06-05T09:00:00Z"


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    """A plan whose review was completed in March, and which is being revised."""
    assert focal_point.party is not None
    plan = fill_in(focal_point, actions.draft_plan(focal_point, focal_point.party))
    with time_machine.travel(REVIEWED):
        review(session, focal_point, plan)
    with time_machine.travel(LATER):
        actions.revise_plan(focal_point, plan)
    session.flush()
    return plan


def review(session: Session, focal_point: User, plan: Plan) -> None:
    reviewer = make_user(session, Role.REVIEWER)
    actions.submit_plan(focal_point, plan)
    take_up(reviewer, plan)
    if plan.lead_id != reviewer.id:
        take_lead(reviewer, plan)
    complete_review(reviewer, plan, "Clear.")


def change_row(actor: User, plan: Plan, **answers: object) -> None:
    found = find_register("activities")
    assert found is not None
    [row] = living(plan, "activities")
    kept = {code: row.content.get(code) for code in answers}
    save_row(actor, plan, found[1], row, typed({**row.content, **answers}, {**row.content, **kept}))


def change_section(actor: User, plan: Plan, code: str, **answers: object) -> None:
    section = find_section(code)
    assert section is not None
    [kept] = [each.content for each in plan.sections if each.code == code]
    save_section(actor, plan, section, typed({**kept, **answers}, kept))


def small_change(actor: User, plan: Plan, status: str = "held") -> None:
    change_row(actor, plan, when={"start": "2026-09"}, status=status)


def test_small_changes_are_published_without_another_review(plan: Plan, focal_point: User) -> None:
    small_change(focal_point, plan)
    version = amend_plan(focal_point, plan)
    assert (version.number, version.round, version.minor) == (1, 2, 1)
    assert (plan.status, plan.version, plan.round) == (Status.COMPLETE, 1, 2)
    assert label_of(plan) == number_of(plan) == "1a"
    [activity] = version.document["sections"]["activities"]["registers"]["activities"]
    assert (activity["values"]["status"], activity["values"]["when"]) == (
        "held",
        {"start": "2026-09"},
    )
    assert entries_for(("plan", plan.id))[0].sentence == (
        f"{focal_point.name} published version 1a with small changes"
    )


def test_papers_call_a_small_change_by_its_letter(plan: Plan, focal_point: User) -> None:
    small_change(focal_point, plan)
    copy = frozen_copy(plan, amend_plan(focal_point, plan))
    assert (copy.label, copy.status) == ("1a", Status.COMPLETE)
    assert file_name(copy, "summary", "en", "pdf") == f"{plan.ref}-v1a-summary-en.pdf"


def test_the_review_stays_complete_since_it_ended(plan: Plan, focal_point: User) -> None:
    small_change(focal_point, plan)
    amend_plan(focal_point, plan)
    assert f"{plan.moved_at:%Y-%m-%d}" == "2026-03-02"
    dates = [mark.date for mark in way_of(plan, entries_for(("plan", plan.id)))]
    assert dates[1:] == ["2 March 2026"] * 3


def test_the_secretariat_sees_the_newest_text_and_nothing_waits_for_it(
    session: Session, plan: Plan, focal_point: User
) -> None:
    small_change(focal_point, plan)
    amend_plan(focal_point, plan)
    session.flush()
    [line] = [each for each in queue(Wish(cut=Cut.COMPLETE)).lines if each.url.endswith(plan.ref)]
    assert line.version == "Version 1a, small changes after the review"
    assert not [each for each in queue(Wish()).lines if each.url.endswith(plan.ref)]
    latest = latest_version(plan)
    assert latest is not None
    assert latest.minor == 1


def test_later_small_changes_follow_by_letter_and_a_new_version_begins_from_the_last(
    session: Session, plan: Plan, focal_point: User
) -> None:
    for status in ("held", "cancelled"):
        small_change(focal_point, plan, status)
        amend_plan(focal_point, plan)
        actions.revise_plan(focal_point, plan)
        assert (plan.version, label_of(plan)) == (2, "2")
    assert [(each.number, each.round, each.minor) for each in plan.versions] == [
        (1, 1, 0),
        (1, 2, 1),
        (1, 3, 2),
    ]
    revision = revision_of(plan)
    assert revision is not None
    assert (revision.reviewed.minor, revision.comparison.changes) == (2, ())
    change_section(focal_point, plan, "purpose", purpose="Something else.")
    review(session, focal_point, plan)
    assert (plan.version, plan.round, plan.minor, label_of(plan)) == (2, 1, 0, "2")


def test_a_withdrawn_version_does_not_stand_in_the_way(plan: Plan, focal_point: User) -> None:
    small_change(focal_point, plan)
    actions.submit_plan(focal_point, plan)
    actions.withdraw_plan(focal_point, plan)
    assert amend_plan(focal_point, plan).minor == 1
    actions.revise_plan(focal_point, plan)
    assert (plan.version, plan.round) == (2, 1)
    assert actions.submit_plan(focal_point, plan).round == 2


def add(actor: User, plan: Plan) -> None:
    found = find_register("activities")
    assert found is not None
    add_row(actor, plan, found[1])


def delete(actor: User, plan: Plan) -> None:
    delete_row(actor, plan, living(plan, "stakeholders")[0])


def number(actor: User, plan: Plan) -> None:
    living(plan, "activities")[0].number = "1.1"


LARGER: dict[str, Callable[[User, Plan], None]] = {
    "another purpose": lambda who, plan: change_section(who, plan, "purpose", purpose="Another."),
    "another title": lambda who, plan: change_row(who, plan, title="Another."),
    "a new row": add,
    "a row that is gone": delete,
    "a row of another number": number,
}


@pytest.mark.parametrize("change", LARGER)
def test_anything_else_needs_a_review(plan: Plan, focal_point: User, change: str) -> None:
    small_change(focal_point, plan)
    LARGER[change](focal_point, plan)
    with pytest.raises(NotAllowed):
        amend_plan(focal_point, plan)
    assert (plan.status, plan.version, len(plan.versions)) == (Status.DRAFT, 2, 1)


def test_an_open_must_holds_up_small_changes_too(plan: Plan, focal_point: User) -> None:
    change_row(focal_point, plan, when=None)
    with pytest.raises(actions.Incomplete):
        amend_plan(focal_point, plan)


def test_a_first_draft_has_no_review_that_small_changes_could_follow(session: Session) -> None:
    focal_point = make_user(session)
    assert focal_point.party is not None
    plan = fill_in(focal_point, actions.draft_plan(focal_point, focal_point.party))
    assert revision_of(plan) is None
    with pytest.raises(NotAllowed):
        amend_plan(focal_point, plan)


def test_a_contributor_publishes_nothing(session: Session, plan: Plan, focal_point: User) -> None:
    small_change(focal_point, plan)
    with pytest.raises(NotAllowed):
        amend_plan(make_user(session, Role.CONTRIBUTOR, party=plan.party), plan)


def test_who_publishes_second_is_told_who_was_quicker(plan: Plan, focal_point: User) -> None:
    small_change(focal_point, plan)
    amend_plan(focal_point, plan)
    with pytest.raises(OutOfTurn, match=f"{focal_point.name} published version 1a"):
        amend_plan(focal_point, plan)


def test_a_plan_with_small_changes_can_be_closed(plan: Plan, focal_point: User) -> None:
    small_change(focal_point, plan)
    amend_plan(focal_point, plan)
    actions.close_plan(focal_point, plan)
    assert (plan.status, label_of(plan)) == (Status.CLOSED, "1a")


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (1, 2, 26, 27, 52, 53, 702, 703)] == [
        *("a", "b", "z", "aa", "az", "ba", "zz", "aaa")
    ]


# ---------------------------------------------------------------- on pages


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, focal_point: User) -> FlaskClient:
    return signed_in(client, focal_point)


def test_small_changes_are_published_from_the_page_of_submission(
    pages: FlaskClient, plan: Plan, focal_point: User
) -> None:
    small_change(focal_point, plan)
    page = pages.get(f"/plans/{plan.ref}/submit")
    assert "Publish as version 1a" in page.text
    assert pages.post(f"/plans/{plan.ref}/amend").location == f"/plans/{plan.ref}"
    shown = pages.get(f"/plans/{plan.ref}").text
    assert "Version 1a is published." in shown
    assert text_of(parse(shown)).count("version 1a") == 1
    assert "· round" not in shown
    assert "1a" in pages.get("/plans").text
    assert "My plan · version 1a" in pages.get("/start").text
    history = pages.get(f"/plans/{plan.ref}/history").text
    assert "Version 1a, small changes after the review, published on" in history


def test_the_page_of_submission_says_what_makes_a_review_necessary(
    pages: FlaskClient, plan: Plan, focal_point: User
) -> None:
    change_section(focal_point, plan, "purpose", purpose="Another.")
    add(focal_point, plan)
    change_row_of_new(focal_point, plan)
    page = pages.get(f"/plans/{plan.ref}/submit").text
    assert "Publish as version" not in page
    listed = [text_of(each) for each in parse(page).iter("li")]
    assert "Activities · 2 Second assembly" in listed
    assert f'href="/plans/{plan.ref}/changes?since=1.1"' in page
    assert pages.post(f"/plans/{plan.ref}/amend").status_code == 422


def change_row_of_new(actor: User, plan: Plan) -> None:
    """Fill the second activity in as the first one is."""
    first, second = living(plan, "activities")
    second.content = {**first.content, "title": "Second assembly"}


def test_what_lies_on_paper_goes_with_the_plan(
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    plan: Plan,
    focal_point: User,
) -> None:
    """Or it would come up again with the next version, whose text it never was."""
    given = ClearanceDetails("the minister", today(), None, "", "en")
    note = note_clearance(focal_point, plan, given)
    assert (note.version, note.round) == (2, 1)
    session.commit()
    signed_in(client, focal_point)
    assert client.post(f"/plans/{plan.ref}/amend").status_code == 303
    session.refresh(note)
    assert (note.version, note.round) == (plan.version, plan.round) == (1, 2)
