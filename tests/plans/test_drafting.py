"""Writing a plan: what is typed is kept, and nobody overwrites anybody in silence."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.errors import NotAllowed
from engage.plans.actions import draft_plan
from engage.plans.document import compose, compose_own
from engage.plans.drafting import (
    Typed,
    add_row,
    delete_row,
    duplicate_row,
    living,
    move_row,
    restore_row,
    save_row,
    save_section,
)
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register, find_section
from engage.plans.outline.shape import Register, Section
from engage.plans.queries import own_plan
from engage.plans.vocabulary import Status
from engage.reference.actions import load_reference
from tests.factories import make_plan, make_user
from tests.plans.answers import kept_of, typed


def section(code: str) -> Section:
    found = find_section(code)
    assert found is not None
    return found


def register(code: str) -> Register:
    found = find_register(code)
    assert found is not None
    return found[1]


@pytest.fixture
def writer(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, writer: User) -> Plan:
    assert writer.party is not None
    return draft_plan(writer, writer.party)


def titles(plan: Plan) -> list[str]:
    return [row.content.get("title", "") for row in living(plan, "activities")]


def three_activities(writer: User, plan: Plan) -> None:
    for title in ("one", "two", "three"):
        row = add_row(writer, plan, register("activities"))
        save_row(writer, plan, register("activities"), row, typed({"title": title}, {}))


def test_a_new_plan_names_the_mandate_and_the_language_of_the_party(
    session: Session, writer: User
) -> None:
    load_reference()
    assert writer.party is not None
    document = compose(draft_plan(writer, writer.party))
    mandates = document["sections"]["identity"]["registers"]["mandates"]
    assert [row["values"]["symbol"] for row in mandates] == ["8/COP.16"]
    assert document["sections"]["identity"]["fields"]["language"] == "en"


def test_an_answer_that_is_wrong_is_kept_as_it_was_typed(writer: User, plan: Plan) -> None:
    wrong = {"as_typed": {"start_day": ["31"], "start_month": ["6"], "start_year": ["2027"]}}
    save_section(writer, plan, section("monitoring"), typed({"review_date": wrong}, {}))
    assert kept_of(plan, "monitoring") == {"review_date": wrong}


def test_two_people_who_change_different_answers_do_not_collide(writer: User, plan: Plan) -> None:
    purpose = section("purpose")
    save_section(writer, plan, purpose, typed({"purpose": "first"}, {}))
    seen = kept_of(plan, "purpose")
    save_section(writer, plan, purpose, typed({"purpose": "first", "limits": "snow"}, seen))
    merged = save_section(writer, plan, purpose, typed({"purpose": "second"}, seen))
    assert merged.collisions == ()
    assert kept_of(plan, "purpose") == {"purpose": "second", "limits": "snow"}


def test_two_people_who_change_the_same_answer_both_texts_are_kept(
    writer: User, plan: Plan
) -> None:
    purpose = section("purpose")
    save_section(writer, plan, purpose, typed({"purpose": "first"}, {}))
    seen = kept_of(plan, "purpose")
    save_section(writer, plan, purpose, typed({"purpose": "theirs"}, seen))
    merged = save_section(writer, plan, purpose, typed({"purpose": "mine"}, seen))
    assert [(each.code, each.mine, each.current) for each in merged.collisions] == [
        ("purpose", "mine", "theirs")
    ]
    assert kept_of(plan, "purpose") == {"purpose": "theirs"}


def test_an_emptied_answer_is_blank_again(writer: User, plan: Plan) -> None:
    purpose = section("purpose")
    save_section(writer, plan, purpose, typed({"purpose": "first"}, {}))
    seen = kept_of(plan, "purpose")
    save_section(writer, plan, purpose, typed({"purpose": None}, seen))
    assert kept_of(plan, "purpose") == {}


def test_private_answers_stand_apart_and_only_the_party_reads_them(
    session: Session, writer: User, plan: Plan
) -> None:
    values = {"sensitive": "a rumour", "communication_objective": "Trust."}
    save_section(writer, plan, section("awareness"), typed(values, {}))
    session.flush()
    own = compose_own(own_plan(plan.ref, visible_to=writer))
    assert own["sections"]["awareness"]["fields"] == values
    assert "a rumour" not in str(compose(plan))


def test_saving_the_first_section_names_the_plan_in_lists(writer: User, plan: Plan) -> None:
    values = {"title": "Émeraude", "language": "fr", "lead_institution": "Ministère"}
    save_section(writer, plan, section("identity"), typed(values, kept_of(plan, "identity")))
    assert (plan.title, plan.language) == ("Émeraude", "fr")
    assert "emeraude" in plan.search_text


def test_every_change_gives_the_plan_a_new_stamp(writer: User, plan: Plan) -> None:
    before = plan.stamp
    save_section(writer, plan, section("purpose"), typed({"purpose": "x"}, {}))
    assert plan.stamp != before


def test_a_row_is_duplicated_right_below_itself(writer: User, plan: Plan) -> None:
    three_activities(writer, plan)
    duplicate_row(writer, plan, register("activities"), living(plan, "activities")[0])
    assert titles(plan) == ["one", "one", "two", "three"]


@pytest.mark.parametrize(
    ("place", "up", "wanted"),
    [
        (1, True, ["two", "one", "three"]),
        (1, False, ["one", "three", "two"]),
        (0, True, ["one", "two", "three"]),
        (2, False, ["one", "two", "three"]),
    ],
)
def test_a_row_moves_one_place_and_stays_at_the_ends(
    writer: User, plan: Plan, place: int, up: bool, wanted: list[str]
) -> None:
    three_activities(writer, plan)
    row = living(plan, "activities")[place]
    move_row(writer, plan, register("activities"), row, up=up)
    assert titles(plan) == wanted


def test_a_deleted_row_comes_back_where_it_was(writer: User, plan: Plan) -> None:
    three_activities(writer, plan)
    row = living(plan, "activities")[1]
    delete_row(writer, plan, row)
    assert titles(plan) == ["one", "three"]
    assert "two" not in str(compose(plan))
    restore_row(writer, plan, row)
    assert titles(plan) == ["one", "two", "three"]


def test_the_number_of_a_row_stays_as_its_author_wrote_it(writer: User, plan: Plan) -> None:
    row = add_row(writer, plan, register("activities"))
    save_row(writer, plan, register("activities"), row, Typed({}, {}, number=" 1.1.1.2 "))
    assert compose(plan)["sections"]["activities"]["registers"]["activities"][0]["number"] == (
        "1.1.1.2"
    )


def test_a_row_cannot_stand_below_itself(writer: User, plan: Plan) -> None:
    stakeholders = register("stakeholders")
    above, below = (add_row(writer, plan, stakeholders) for _ in range(2))
    save_row(writer, plan, stakeholders, below, Typed({}, {}, parent=above.key))
    save_row(writer, plan, stakeholders, above, Typed({}, {}, parent=below.key))
    assert (above.parent_key, below.parent_key) == (None, above.key)


@pytest.mark.parametrize(
    "status", [each for each in Status if each.value not in ("draft", "returned")]
)
def test_a_plan_that_others_hold_cannot_be_changed(
    session: Session, writer: User, status: Status
) -> None:
    plan = make_plan(session, status, party=writer.party)
    with pytest.raises(NotAllowed):
        save_section(writer, plan, section("purpose"), typed({"purpose": "x"}, {}))


@pytest.mark.parametrize("role", [Role.ADVISER, Role.REVIEWER, Role.ADMINISTRATOR])
def test_who_only_reads_cannot_change_a_plan(session: Session, plan: Plan, role: Role) -> None:
    facts = {"party": plan.party} if role is Role.ADVISER else {}
    reader = make_user(session, role, **facts)
    with pytest.raises(NotAllowed):
        add_row(reader, plan, register("activities"))
