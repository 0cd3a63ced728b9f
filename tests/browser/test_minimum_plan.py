"""A minimum plan in a real browser: from beginning to submission by the buttons of the pages.

With scripts and without; the pages that were loaded and the answers that were given are counted.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Response

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.kit.db import db
from engage.plans import cost
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Section
from tests.browser import walking
from tests.browser.live import Live
from tests.browser.words import WORDS
from tests.plans.minimum import PAGES, QUESTIONS

pytestmark = pytest.mark.browser

FOCAL_POINT = "ilen@example.org"
PRESET = {("identity", "language"), ("identity", "depth")}  # answers of a new plan
BOXES = walking.sections(WORDS["en"])
ROWS = walking.rows(WORDS["en"])


@pytest.fixture
def writer(live: Live) -> None:
    with live.app.app_context():
        details = UserDetails(
            email=FOCAL_POINT, name="Ilen Dorrin", role=Role.FOCAL_POINT, party_code="MN"
        )
        add_user(details, walking.PASSWORD)
        db.session.commit()


@pytest.fixture(params=["page", "plain"])
def walker(request: pytest.FixtureRequest, writer: None) -> Page:
    page: Page = request.getfixturevalue(request.param)
    walking.sign_in(page, FOCAL_POINT)
    return page


def test_the_questions_that_are_answered_are_those_of_the_least_set() -> None:
    in_sections = {
        (section, *_question(name))
        for section, boxes in BOXES.items()
        for name in {**boxes, **walking.CHOICES.get(section, {})}
    }
    in_rows = {
        (register, *_question(name))
        for register, boxes in ROWS.items()
        for name in {**boxes, **walking.CHOICES_OF_ROWS.get(register, {})}
    }
    least = {(each.place, *filter(None, (each.code, each.group))) for each in QUESTIONS}
    assert in_sections | in_rows | PRESET == least
    assert len(least) == len(QUESTIONS)


def _question(name: str) -> tuple[str, ...]:
    """The question to which a box belongs; a group is a question of its own."""
    code, _dash, part = name.partition("-")
    return (code, part) if code == "not_relevant" else (code,)


def test_a_minimum_plan_is_begun_answered_and_submitted(
    walker: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded: list[str] = []

    def count(answer: Response) -> None:
        if answer.request.is_navigation_request() and answer.status == 200:
            loaded.append(answer.url)

    walker.on("response", count)
    walker.goto("/plans/new")
    walker.click("#main-form button.govuk-button")
    walker.click("a.govuk-button[href$='/sections/identity']")
    for section in SECTIONS:
        answer_section(walker, section)
    walker.click("a.govuk-button[href$='/submit']")
    walker.click("form[action$='/submit'] button")
    walker.wait_for_selector(".way [aria-current=step]")
    walker.remove_listener("response", count)
    with capsys.disabled():
        answered = len(QUESTIONS) - cost.PRESET
        print(f"\nA minimum plan in the browser: {answered} answers, {len(loaded)} pages")
    assert len(loaded) == PAGES, loaded


def answer_section(page: Page, section: Section) -> None:
    """Its rows first, then its boxes, then on to the next section."""
    for register in section.registers:
        if register.code in ROWS:
            page.click(f"form[action$='/rows/{register.code}/add'] button")
            choices = walking.CHOICES_OF_ROWS.get(register.code, {})
            walking.fill(page, ROWS[register.code], choices)
            page.click("#main-form button[value=close]")
    walking.fill(page, BOXES.get(section.code, {}), walking.CHOICES.get(section.code, {}))
    page.click("#main-form button[value=next], .endbar > a")
