"""Hints and suggested words on the pages that write a plan, with scripts and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.locales import CODES
from engage.plans.actions import draft_plan
from engage.plans.document import compose
from engage.plans.drafting import add_row, change_depth
from engage.plans.models import Plan
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.outline.partnerships import PARTNERSHIPS
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.stakeholders import STAKEHOLDERS
from engage.reference.actions import load_reference
from engage.reference.vocabulary.identity import Depth
from tests.factories import make_user
from tests.filled import filled_form

SignIn = Callable[[FlaskClient, User], FlaskClient]
QUIET = {"HX-Request": "true"}


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    assert focal_point.party is not None
    plan = draft_plan(focal_point, focal_point.party)
    above = add_row(focal_point, plan, STAKEHOLDERS, "above")
    above.content = {"name": "People on the land", "groups": ["pastoralists"], "level": "involve"}
    below = add_row(focal_point, plan, STAKEHOLDERS, "below")
    below.content, below.parent_key = {"name": "Herder women"}, "above"
    session.commit()
    return plan


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, focal_point: User) -> FlaskClient:
    return signed_in(client, focal_point)


def row_url(plan: Plan, key: str) -> str:
    return f"/plans/{plan.ref}/rows/stakeholders/{key}"


def test_a_row_takes_over_what_fits_the_row_above_it(pages: FlaskClient, plan: Plan) -> None:
    page = pages.get(row_url(plan, "below")).text
    assert "What fits the level: Workshop; Participatory mapping; Field day" in page
    assert "Water point" in page[page.index('id="channels-beside"') :][:300]
    assert 'id="promise-beside"></p>' in page, "the promise is that of the row above"


def test_a_level_that_is_saved_by_itself_changes_the_lines_beside(
    pages: FlaskClient, plan: Plan
) -> None:
    typed = filled_form(pages.get(row_url(plan, "above")).text) | {"level": "inform"}
    answer = pages.post(row_url(plan, "above"), data=typed, headers=QUIET).text
    assert 'id="methods-beside" data-hx-swap-oob="true"' in answer
    assert "We will keep you informed." in answer
    assert "channels-beside" not in answer, "the groups are as they were"


def test_what_is_opened_beside_a_question_follows_the_row_as_it_is_kept(
    pages: FlaskClient, plan: Plan
) -> None:
    there = f"/plans/{plan.ref}/hints/stakeholders/stakeholders?row=below&of=representation"
    said = pages.get(there, headers=QUIET)
    assert "<h1" not in said.text
    assert "see that herders speak for themselves" in said.text
    assert "The assembly of camps sends one elder" in said.text
    assert "Speaker" not in said.text
    assert "HX-Request" in said.headers["Vary"]


def test_without_scripts_the_same_stands_on_a_page_of_its_own(
    pages: FlaskClient, plan: Plan
) -> None:
    form = pages.get(row_url(plan, "below")).text
    there = f"/plans/{plan.ref}/hints/stakeholders/stakeholders?row=below"
    assert f'href="{there}#representation" target="_blank"' in form
    page = pages.get(there).text
    assert 'id="representation"' in page
    assert "see that herders speak for themselves" in page


def test_what_is_asked_of_no_row_tells_of_all_groups(pages: FlaskClient, plan: Plan) -> None:
    page = pages.get(f"/plans/{plan.ref}/hints/stakeholders/stakeholders").text
    assert "Speaker" in page
    assert "see that herders speak for themselves" in page


@pytest.mark.parametrize("language", CODES)
def test_every_page_of_hints_opens_and_is_light(
    pages: FlaskClient, plan: Plan, language: str
) -> None:
    for section in SECTIONS:
        here = f"/plans/{plan.ref}/hints/{section.code}"
        for there in (here, *(f"{here}/{each.code}" for each in section.registers)):
            answer = pages.get(
                f"{there}?lang={language}", headers={"Accept-Encoding": "br"}, read=False
            )
            assert answer.status_code == 200
            assert len(answer.data) < 6000, there
            assert pages.get(f"{there}?lang={language}").status_code == 200


def test_there_are_no_hints_for_what_is_not_asked(pages: FlaskClient, plan: Plan) -> None:
    assert pages.get(f"/plans/{plan.ref}/hints/nothing").status_code == 404
    assert pages.get(f"/plans/{plan.ref}/hints/purpose/activities").status_code == 404
    assert pages.get(f"/plans/{plan.ref}/hints/stakeholders/stakeholders?row=no").status_code == 404
    piece = pages.get(f"/plans/{plan.ref}/hints/purpose?of=nothing", headers=QUIET).text
    assert "There is nothing more to say here." in piece


def test_a_question_of_a_section_has_its_example(pages: FlaskClient, plan: Plan) -> None:
    form = pages.get(f"/plans/{plan.ref}/sections/purpose").text
    assert f'data-hx-get="/plans/{plan.ref}/hints/purpose?of=purpose"' in form
    piece = pages.get(f"/plans/{plan.ref}/hints/purpose?of=purpose", headers=QUIET).text
    assert "For example: By 2027 herders, women and youth" in piece


# ---------------------------------------------------------------- words to choose from


def test_occasions_and_initiatives_are_suggested_in_the_language_of_the_plan(
    session: Session, pages: FlaskClient, focal_point: User, plan: Plan
) -> None:
    load_reference()
    change_depth(focal_point, plan, Depth.FULL)
    add_row(focal_point, plan, ACTIVITIES, "first")
    plan.language = "fr"
    session.commit()
    page = pages.get(f"/plans/{plan.ref}/rows/activities/first/further").text
    assert 'list="occasion-words"' in page
    assert '<datalist id="occasion-words" lang="fr">' in page
    assert "<option>Journée mondiale des zones humides</option>" in page
    add_row(focal_point, plan, PARTNERSHIPS, "first")
    session.commit()
    there = f"/plans/{plan.ref}/rows/partnerships/first"
    page = "".join(pages.get(each).text for each in (there, f"{there}/further"))
    assert page.count('list="initiatives-words"') == 2


def test_words_of_the_party_are_as_good_as_those_that_are_suggested(
    session: Session, pages: FlaskClient, focal_point: User, plan: Plan
) -> None:
    change_depth(focal_point, plan, Depth.FULL)
    row = add_row(focal_point, plan, PARTNERSHIPS, "first")
    row.content = {"name": "Milk for the valley", "initiatives": ["Our own", "Business4Land"]}
    session.commit()
    there = f"/plans/{plan.ref}/rows/partnerships/first"
    for leaf in (there, f"{there}/further"):
        page = pages.get(leaf, follow_redirects=True).text
        pages.post(leaf, data=filled_form(page))
    kept = compose(plan)["sections"]["resources"]["registers"]["partnerships"][0]["values"]
    assert kept["initiatives"] == ["Our own", "Business4Land"]
