from __future__ import annotations

from sqlalchemy.orm import Session

from engage.plans.completeness import findings
from engage.plans.document import SCHEMA, assemble, compose, compose_own, fields_of, rows_of
from engage.plans.drafting import Typed, add_row, delete_row, move_row, save_row, save_section
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.outline.shape import Register, Section
from engage.plans.queries import own_plan
from engage.plans.reading import read_plan
from tests.factories import make_plan, make_user


def section(code: str) -> Section:
    found = find_section(code)
    assert found is not None
    return found


def register(code: str) -> Register:
    found = find_register(code)
    assert found is not None
    return found[1]


def test_an_empty_plan_has_every_section_and_register() -> None:
    document = assemble("XA", {}, {})
    assert (document["schema"], document["party"]) == (SCHEMA, "XA")
    assert list(document["sections"]) == [each.code for each in SECTIONS]
    assert all(not fields_of(document, each.code) for each in SECTIONS)
    assert rows_of(document, "activities", "activities") == []


def test_a_version_that_is_older_than_a_register_has_no_rows_of_it() -> None:
    document = assemble("XA", {}, {})
    del document["sections"]["stakeholders"]["registers"]["calendars"]
    assert rows_of(document, "stakeholders", "calendars") == []
    assert findings(document)
    assert read_plan(document, "en")


def test_private_answers_are_composed_for_the_party_alone(session: Session) -> None:
    person = make_user(session)
    assert person.party is not None
    plan = make_plan(session, party=person.party)
    own = own_plan(plan.ref, visible_to=person)
    save_section(person, own, section("awareness"), Typed({"sensitive": "a rumour"}, {}))
    row = add_row(person, own, register("stakeholders"))
    values = {"name": "Herders", "attitude_now": "neutral"}
    save_row(person, own, register("stakeholders"), row, Typed(values, {}))
    assert "rumour" not in str(compose(own))
    assert "attitude_now" not in str(compose(own))
    full = compose_own(own)
    assert fields_of(full, "awareness") == {"sensitive": "a rumour"}
    assert rows_of(full, "stakeholders", "stakeholders")[0]["values"] == values


def titles(plan: Plan) -> list[str]:
    rows = rows_of(compose(plan), "activities", "activities")
    return [row["values"]["title"] for row in rows]


def test_rows_keep_the_order_and_the_number_of_their_author(session: Session) -> None:
    person = make_user(session)
    assert person.party is not None
    plan = own_plan(make_plan(session, party=person.party).ref, visible_to=person)
    activities = register("activities")
    for title, number in (("first", "1.1.1.2"), ("second", "一"), ("third", "")):
        row = add_row(person, plan, activities)
        save_row(person, plan, activities, row, Typed({"title": title}, {}, number=number))
    move_row(person, plan, activities, plan.rows[2], up=True)
    session.flush()
    session.expire_all()
    assert titles(plan) == ["first", "third", "second"]
    rows = rows_of(compose(plan), "activities", "activities")
    assert [row.get("number") for row in rows] == ["1.1.1.2", None, "一"]
    delete_row(person, own_plan(plan.ref, visible_to=person), plan.rows[0])
    assert titles(plan) == ["third", "second"]
