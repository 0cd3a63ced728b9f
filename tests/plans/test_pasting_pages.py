"""The pages of a paste: the box, a look at what each cell becomes, the rows, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.plans.document import compose
from engage.plans.drafting import living
from engage.plans.models import Plan, PlanRow
from engage.plans.queries import own_plan
from tests.factories import make_plan, make_user
from tests.filled import filled_form
from tests.pages import parse, text_of
from tests.plans.sheets import TEXT, errors_of, preview_of

SignIn = Callable[[FlaskClient, Any], FlaskClient]


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    plan = make_plan(session, party=focal_point.party)
    session.commit()
    return plan


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, focal_point: User) -> FlaskClient:
    return signed_in(client, focal_point)


@pytest.fixture
def address(plan: Plan) -> str:
    return f"/plans/{plan.ref}/rows/stakeholders/paste"


def sent_on(pages: FlaskClient, address: str, page: str, **more: Any) -> TestResponse:
    return pages.post(address, data={**filled_form(page), **more})


def rows_of(plan: Plan) -> list[PlanRow]:
    return living(plan, "stakeholders")


# ---------------------------------------------------------------- looking and adding


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_the_box_and_the_preview_read_well(
    pages: FlaskClient, address: str, plan: Plan, language: str
) -> None:
    assert pages.get(f"{address}?lang={language}").status_code == 200
    page = pages.post(f"{address}?lang={language}", data={"text": TEXT, "headings": "y"})
    assert page.status_code == 200
    assert rows_of(plan) == []


def test_the_list_leads_to_the_box(pages: FlaskClient, plan: Plan, address: str) -> None:
    assert address in pages.get(f"/plans/{plan.ref}/sections/stakeholders").text


def test_the_preview_shows_each_cell_and_what_it_became(pages: FlaskClient, address: str) -> None:
    page = preview_of(pages, address)
    text = text_of(parse(page.text))
    assert "Nothing is added yet." in text
    assert "These columns are left out. Please choose below what they hold. Remarks" in text
    assert "Row 3 · 1.10" in text
    assert "“somehow” is not in the list." in errors_of(page)[0]
    assert "Add these 2 rows" in text
    assert "What the group does in the plan · 1 row" in text


def test_all_rows_are_added_at_the_end_of_the_list(
    session: Session, pages: FlaskClient, address: str, plan: Plan
) -> None:
    preview = preview_of(pages, address).text
    answer = sent_on(pages, address, preview, do="add")
    assert answer.status_code == 303
    session.expire_all()
    ministry, herders = rows_of(plan)
    assert (ministry.number, herders.number) == ("1", "1.10")
    assert herders.parent_key == ministry.key
    assert herders.content["level"] == {"as_typed": {"": ["somehow"]}}
    assert "2 rows were added at the end of the list." in pages.get(answer.location).text


def test_private_answers_are_kept_apart(
    session: Session, pages: FlaskClient, address: str, plan: Plan, focal_point: User
) -> None:
    sent_on(pages, address, preview_of(pages, address).text, do="add")
    session.expire_all()
    own = own_plan(plan.ref, visible_to=focal_point)
    assert rows_of(own)[0].private == {"attitude_now": "neutral"}
    assert "neutral" not in str(compose(own))


def test_the_button_pressed_twice_adds_the_rows_once(
    session: Session, pages: FlaskClient, address: str, plan: Plan
) -> None:
    preview = preview_of(pages, address).text
    first = sent_on(pages, address, preview, do="add")
    assert sent_on(pages, address, preview, do="add").location == first.location
    session.expire_all()
    assert len(rows_of(plan)) == 2


def test_a_paste_is_taken_back_as_a_whole_and_can_be_added_again(
    session: Session, pages: FlaskClient, address: str, plan: Plan
) -> None:
    pages.post(f"/plans/{plan.ref}/rows/stakeholders/add")
    preview = preview_of(pages, address).text
    there = sent_on(pages, address, preview, do="add").location
    page = pages.get(there).text
    assert "Take the pasted rows back" in page
    [form] = [form for form in parse(page).iter("form") if "undo" in str(form.get("action"))]
    batch = next(box for box in form.iter("input") if box.get("name") == "batch").get("value")
    back = pages.post(f"{address}/undo", data={"batch": batch})
    session.expire_all()
    assert len(rows_of(plan)) == 1
    assert "2 rows were taken back." in pages.get(back.location.partition("#")[0]).text
    assert "Take the pasted rows back" not in pages.get(there).text
    sent_on(pages, address, preview, do="add")
    session.expire_all()
    assert len(rows_of(plan)) == 3


def test_nothing_but_a_paste_is_taken_back(
    session: Session, pages: FlaskClient, address: str, plan: Plan
) -> None:
    pages.post(f"/plans/{plan.ref}/rows/stakeholders/add")
    for batch in ("", "r", rows_of(plan)[0].key):
        pages.post(f"{address}/undo", data={"batch": batch})
    session.expire_all()
    assert len(rows_of(plan)) == 1


def test_a_formula_stays_the_text_that_it_is(
    session: Session, pages: FlaskClient, address: str, plan: Plan
) -> None:
    text = 'Name\n=HYPERLINK("http://example.org")\n@SUM(1+1)'
    sent_on(pages, address, preview_of(pages, address, text).text, do="add")
    session.expire_all()
    assert [row.content["name"] for row in rows_of(plan)] == text.split("\n")[1:]


# ---------------------------------------------------------------- what is said of the sheet


def test_a_column_is_chosen_in_the_preview(pages: FlaskClient, address: str) -> None:
    page = sent_on(pages, address, preview_of(pages, address).text, **{"column-5": "interest"})
    assert "These columns are left out." not in page.text
    assert filled_form(page.text)["column-5"] == ["interest"]


def test_what_was_chosen_is_forgotten_when_the_cells_are_parted_otherwise(
    pages: FlaskClient, address: str
) -> None:
    page = preview_of(pages, address, "Name;Remarks\nHerders;x").text
    page = sent_on(pages, address, page, **{"column-1": "interest", "mark": "none"}).text
    assert "column-1" not in filled_form(page)


def test_day_or_month_is_asked_once_for_the_whole_sheet(pages: FlaskClient, address: str) -> None:
    text = "Name\tWhen it is shared\nHerders\t03/04/2027"
    page = preview_of(pages, address, text)
    assert "can be read as 3 April 2027 or as 4 March 2027" in errors_of(page)[0]
    page = sent_on(pages, address, page.text, dates="month")
    assert errors_of(page) == []
    assert "4 March 2027" in page.text


def test_nothing_is_added_while_no_column_is_known(
    session: Session, pages: FlaskClient, address: str, plan: Plan
) -> None:
    page = preview_of(pages, address, "one\ttwo\nthree\tfour").text
    assert 'value="add"' not in page
    assert sent_on(pages, address, page, do="add").status_code == 200
    session.expire_all()
    assert rows_of(plan) == []


def test_the_text_can_be_changed_again(pages: FlaskClient, address: str) -> None:
    page = sent_on(pages, address, preview_of(pages, address).text, do="change")
    [box] = list(parse(page.text).iter("textarea"))
    assert "".join(box.itertext()).split() == TEXT.split()


# ---------------------------------------------------------------- nothing typed is lost


def test_the_text_stays_when_the_language_changes(pages: FlaskClient, address: str) -> None:
    answer = pages.post(address, data={"text": TEXT, "headings": "y", "switch_language": "ar"})
    page = pages.get(answer.location)
    assert 'dir="rtl"' in page.text
    [box] = list(parse(page.text).iter("textarea"))
    assert "".join(box.itertext()).split() == TEXT.split()


def test_the_preview_stays_with_its_choices_when_the_language_changes(
    pages: FlaskClient, address: str
) -> None:
    page = preview_of(pages, address).text
    chosen = {"column-5": "interest", "switch_language": "ru"}
    answer = sent_on(pages, address, page, **chosen)
    shown = pages.get(answer.location).text
    assert 'lang="ru"' in shown
    kept = filled_form(shown)
    assert kept["column-5"] == ["interest"]
    assert "".join(kept["text"]).split() == TEXT.split()


def test_the_text_stays_when_the_token_is_of_an_older_session(
    pages: FlaskClient, address: str
) -> None:
    answer = pages.post(address, data={"text": TEXT, "headings": "y"}, csrf=False)
    assert "Ministry" in pages.get(answer.location).text
