"""What changed, in words and on its page: for the Party while it writes, for reviewers as sent."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.locales import CODES, force
from engage.plans import actions
from engage.plans.compared import Compared, ReadChange, ReadSection
from engage.plans.comparison import compare
from engage.plans.document import Json, compose, fields_of, rows_of
from engage.plans.drafting import add_row, delete_row, living, move_row, save_row, save_section
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, every_field, find_register, find_section
from engage.plans.queries import own_plan
from engage.plans.review.actions import return_plan, take_up
from engage.plans.views.changes import PLACES
from tests.factories import make_user
from tests.pages import parse, text_of
from tests.plans.answers import fill_in, kept_of, typed
from tests.plans.documents import filled_document
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
SECRET = "kept to ourselves"


def told(before: Json, after: Json) -> tuple[ReadSection, ...]:
    return Compared(before, after).sections(compare(before, after))


def every_change(section: ReadSection) -> list[ReadChange]:
    rows = [row for register in section.registers for row in register.rows]
    return [*section.changes, *(change for row in rows for change in row.changes)]


def test_every_declared_answer_is_told_where_it_came_or_went(session: Session) -> None:
    full, empty = filled_document(), copy.deepcopy(filled_document())
    for section in SECTIONS:
        fields_of(empty, section.code).clear()
        for register in section.registers:
            for row in rows_of(empty, section.code, register.code):
                row["values"].clear()
    for code in CODES:
        with force(code):
            labels = {str(field.label) for _s, _r, field in every_field() if not field.private}
            shown = [change for read in told(empty, full) for change in every_change(read)]
            assert {change.label for change in shown} == labels
            assert all(change.now and not change.was for change in shown)


def test_a_row_that_came_is_told_with_all_its_answers(session: Session) -> None:
    full = filled_document()
    less = copy.deepcopy(full)
    rows_of(less, "activities", "activities").clear()
    [section] = told(less, full)
    [register] = section.registers
    [row] = register.rows
    assert (section.number, row.label, row.is_whole) == (5, "Added", True)
    assert row.changes[0].lines[0].text in row.title.text
    [[gone]] = [register.rows for register in told(full, less)[0].registers]
    assert (gone.label, gone.title, len(gone.changes)) == (
        "Taken away",
        row.title,
        len(row.changes),
    )


def test_a_row_is_told_from_where_it_moved(session: Session) -> None:
    document, moved = filled_document(), filled_document()
    for each, keys in ((document, "ab"), (moved, "ba")):
        rows = rows_of(each, "activities", "activities")
        rows[:] = [{"key": key, "values": {"title": f"Assembly {key}"}} for key in keys]
    [row] = told(document, moved)[0].registers[0].rows
    [place] = row.changes
    assert (row.label, place.label) == ("Moved", "Comes after")
    assert [line.text for line in (*place.was, *place.now)] == ["1 Assembly a", "No other row"]


# ---------------------------------------------------------------- the page


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def reviewer(session: Session) -> User:
    return make_user(session, Role.REVIEWER)


@pytest.fixture
def plan(session: Session, focal_point: User, reviewer: User) -> Plan:
    """A plan that was returned, changed since, and not submitted again yet."""
    assert focal_point.party is not None
    plan = fill_in(focal_point, actions.draft_plan(focal_point, focal_point.party))
    actions.submit_plan(focal_point, plan)
    take_up(reviewer, plan)
    return_plan(reviewer, plan, "Clear.", "One point.")
    rewrite(focal_point, plan)
    session.commit()
    return plan


def rewrite(actor: User, plan: Plan) -> None:
    purpose, awareness = find_section("purpose"), find_section("awareness")
    activities = find_register("activities")
    assert purpose is not None
    assert awareness is not None
    assert activities is not None
    answers = {"purpose": "Herders decide which springs are rested."}
    save_section(actor, plan, purpose, typed(answers, kept_of(plan, "purpose")))
    save_section(actor, plan, awareness, typed({"sensitive": SECRET}, {}))
    row = add_row(actor, plan, activities[1])
    save_row(actor, plan, activities[1], row, typed({"title": "A fair by the river"}, {}))
    move_row(actor, plan, activities[1], row, up=True)
    delete_row(actor, plan, living(plan, "objectives")[0])


def changes(client: FlaskClient, plan: Plan, since: str = "1.1", lang: str = "en") -> str:
    answer = client.get(f"/plans/{plan.ref}/changes?since={since}&lang={lang}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("lang", CODES)
def test_the_party_reads_what_changed_as_it_writes(
    client: FlaskClient, signed_in: SignIn, focal_point: User, plan: Plan, lang: str
) -> None:
    page = changes(signed_in(client, focal_point), plan, lang=lang)
    for words in ("which wells are rested", "which springs are rested", "A fair by the river"):
        assert words in page
    assert SECRET not in page


def test_reviewers_read_only_what_was_submitted(
    client: FlaskClient,
    signed_in: SignIn,
    focal_point: User,
    reviewer: User,
    session: Session,
    plan: Plan,
) -> None:
    desk = signed_in(client, reviewer)
    assert "Nothing that others read has changed." in changes(desk, plan)
    add_must_again(focal_point, own_plan(plan.ref, visible_to=focal_point))
    session.commit()
    page = changes(desk, plan)
    assert "springs" in page
    assert SECRET not in page
    timeline = desk.get(f"/review/{plan.ref}/history").text
    assert f'href="/plans/{plan.ref}/changes?since=1.1"' in timeline
    assert f'href="/plans/{plan.ref}/changes?since=1.2"' not in timeline


def add_must_again(actor: User, plan: Plan) -> None:
    """Submit what was changed: with an objective, and the new activity filled in."""
    found = find_register("objectives")
    assert found is not None
    row = add_row(actor, plan, found[1])
    save_row(actor, plan, found[1], row, typed({"text": "Two routes stay open."}, {}))
    new, old = living(plan, "activities")
    new.content = {**old.content, **new.content}
    actions.submit_plan(actor, plan)


def test_any_two_texts_are_compared_in_both_directions(
    client: FlaskClient, signed_in: SignIn, focal_point: User, plan: Plan
) -> None:
    there = f"/plans/{plan.ref}/changes"
    page = signed_in(client, focal_point).get(f"{there}?since=now&until=1.1").text
    tree = parse(page)
    chosen = [each.get("value") for each in tree.iter("option") if "selected" in each.attrib]
    assert chosen == ["now", "1.1"]
    assert "Taken away" in page  # the new activity, which version 1 does not have
    [turned] = [
        each.get("href") for each in tree.iter("a") if text_of(each) == "The other way round"
    ]
    assert turned == "?since=1.1&until=now"
    assert "Added" in client.get(f"{there}{turned}").text


def test_reviewers_choose_among_versions_only(
    client: FlaskClient, signed_in: SignIn, reviewer: User, plan: Plan
) -> None:
    there = f"/plans/{plan.ref}/changes"
    desk = signed_in(client, reviewer)
    codes = [each.get("value") for each in parse(desk.get(there).text).iter("option")]
    assert codes == ["1.1", "1.1"]
    assert desk.get(f"{there}?since=1.1&until=now").status_code == 404


def test_many_changes_are_turned_like_pages_and_all_stand_on_one_to_print(
    client: FlaskClient, signed_in: SignIn, session: Session, focal_point: User, plan: Plan
) -> None:
    found = find_register("activities")
    assert found is not None
    for _row in range(PLACES + 3):
        add_row(focal_point, plan, found[1])
    session.commit()
    there = f"/plans/{plan.ref}/changes"
    first = signed_in(client, focal_point).get(there).text
    assert "Changes 1 to 30 of 36" in first
    rest = [client.get(f"{there}?page=2").text, client.get(f"{there}?all=1").text]
    assert [each.count(">Added</span>") for each in (first, *rest)] == [28, 6, 34]
    only = client.get(f"{there}?section=purpose").text
    assert "springs" in only
    assert ">Added</span>" not in only


def test_history_leads_to_what_changed(
    client: FlaskClient, signed_in: SignIn, focal_point: User, plan: Plan
) -> None:
    page = signed_in(client, focal_point).get(f"/plans/{plan.ref}/history").text
    links = [text_of(each) for each in parse(page).iter("a") if "/changes" in each.get("href", "")]
    assert links == ["What changed since"]


@pytest.mark.parametrize("since", ["2.1", "1.9", "x", "1.x", "draft"])
def test_a_version_that_does_not_exist_has_no_changes(
    client: FlaskClient, signed_in: SignIn, focal_point: User, plan: Plan, since: str
) -> None:
    there = f"/plans/{plan.ref}/changes?since={since}"
    assert signed_in(client, focal_point).get(there).status_code == 404


def test_a_plan_that_was_never_submitted_has_nothing_to_be_compared_with(
    client: FlaskClient, signed_in: SignIn, session: Session, focal_point: User
) -> None:
    assert focal_point.party is not None
    plan = actions.draft_plan(focal_point, focal_point.party)
    session.commit()
    there = f"/plans/{plan.ref}/changes"
    assert signed_in(client, focal_point).get(there).status_code == 404


def test_another_party_reads_nothing(
    client: FlaskClient, signed_in: SignIn, session: Session, plan: Plan
) -> None:
    stranger = signed_in(client, make_user(session))
    assert stranger.get(f"/plans/{plan.ref}/changes?since=1.1").status_code == 404


def test_three_changes_take_as_many_queries_as_one(
    app: Flask,
    client: FlaskClient,
    signed_in: SignIn,
    session: Session,
    focal_point: User,
    plan: Plan,
) -> None:
    signed_in(client, focal_point)
    counts = []
    for _more in range(2):
        with count_queries(app) as counted:
            changes(client, plan)
        counts.append(len(counted))
        found = find_register("activities")
        assert found is not None
        for _row in range(3):
            add_row(focal_point, plan, found[1])
        session.commit()
    assert counts[0] == counts[1]


def test_the_document_of_the_page_is_that_of_the_plan(plan: Plan) -> None:
    """Nothing private can reach the page: a document holds none."""
    assert SECRET not in str(compose(plan))
