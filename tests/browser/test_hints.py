"""Help that is opened inside a form, in a real browser: fetched, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.kit.db import db
from engage.plans.actions import draft_plan
from engage.plans.drafting import add_row
from engage.plans.outline.stakeholders import STAKEHOLDERS
from tests.browser import walking
from tests.browser.live import Live

pytestmark = pytest.mark.browser

FOCAL_POINT = "ilen@example.org"
OPENED = "details.opens:has(summary:has-text('{}'))"


@pytest.fixture
def page(chromium: Browser, live: Live) -> Iterator[Page]:
    context = chromium.new_context(base_url=live.url, locale="en-GB")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def plan(live: Live, page: Page) -> str:
    with live.app.app_context():
        details = UserDetails(
            email=FOCAL_POINT, name="Ilen Dorrin", role=Role.FOCAL_POINT, party_code="MN"
        )
        writer = add_user(details, walking.PASSWORD)
        assert writer.party is not None
        plan = draft_plan(writer, writer.party)
        row = add_row(writer, plan, STAKEHOLDERS, "first")
        row.content = {"name": "Herders", "groups": ["pastoralists"]}
        db.session.commit()
        address = f"/plans/{plan.ref}"
    walking.sign_in(page, FOCAL_POINT)
    return address


def test_an_example_opens_in_its_place_and_says_nothing_of_saving(page: Page, plan: str) -> None:
    page.goto(f"{plan}/sections/purpose")
    before = page.locator("#saved-line").inner_text()
    help_of_purpose = page.locator(OPENED.format("What should change")).first
    help_of_purpose.locator("summary").click()
    expect(help_of_purpose).to_contain_text("For example: By 2027 herders")
    expect(help_of_purpose.locator("a")).to_have_count(0)
    expect(page.locator("#saved-line")).to_have_text(before)


def test_help_that_cannot_be_fetched_keeps_its_link_and_says_nothing_of_the_text(
    page: Page, plan: str
) -> None:
    page.goto(f"{plan}/sections/purpose")
    before = page.locator("#saved-line").inner_text()
    page.context.set_offline(True)
    help_of_purpose = page.locator(OPENED.format("What should change")).first
    help_of_purpose.locator("summary").click()
    expect(help_of_purpose.locator("a")).to_be_visible()
    expect(page.locator("#saved-line")).to_have_text(before)


def test_help_opened_while_one_types_does_not_stop_the_saving(page: Page, plan: str) -> None:
    page.goto(f"{plan}/sections/purpose")
    page.fill("[name=decision]", "Elections in May")
    page.locator("details.opens summary").first.click()
    expect(page.locator("details.opens").first).to_contain_text("For example")
    expect(page.locator("#saved-line")).to_contain_text("Saved at")


def test_the_lines_beside_follow_what_saved_itself(page: Page, plan: str) -> None:
    page.goto(f"{plan}/rows/stakeholders/first")
    expect(page.locator("#channels-beside")).to_contain_text("Water point")
    expect(page.locator("#methods-beside")).to_be_hidden()
    page.get_by_label("Involve", exact=True).check()
    expect(page.locator("#methods-beside")).to_contain_text("Participatory mapping")
    expect(page.locator("#promise-beside")).to_contain_text("We will work with you")
