"""In a real browser: a date that collides with a season is told so while it is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.kit.db import db
from engage.plans.actions import draft_plan
from tests.browser import walking
from tests.browser.conftest import watched
from tests.browser.live import Live
from tests.plans.advice.steps import put

pytestmark = pytest.mark.browser

FOCAL_POINT = "ilen@example.org"
HERDERS = ["pastoralists"]


@pytest.fixture
def page(chromium: Browser, live: Live) -> Iterator[Page]:
    context = chromium.new_context(base_url=live.url, locale="en-GB")
    with watched(context) as page:
        yield page
    context.close()


@pytest.fixture
def fair(live: Live, page: Page) -> str:
    """A spring fair without a date, in a plan that knows when the herds move."""
    with live.app.app_context():
        details = UserDetails(
            email=FOCAL_POINT, name="Ilen Dorrin", role=Role.FOCAL_POINT, party_code="MN"
        )
        writer = add_user(details, walking.PASSWORD)
        assert writer.party is not None
        plan = draft_plan(writer, writer.party)
        put(writer, plan, "calendars", "year", groups=HERDERS, months={"5": "on_the_move"})
        put(writer, plan, "activities", "fair", title="Spring fair", groups=HERDERS)
        db.session.commit()
        address = f"/plans/{plan.ref}/rows/activities/fair"
    walking.sign_in(page, FOCAL_POINT)
    return address


def test_a_month_in_which_herders_are_away_is_told_while_it_is_typed(page: Page, fair: str) -> None:
    page.goto(fair)
    told = page.locator("#when-beside")
    expect(told).to_be_hidden()
    page.fill("[name=when-start_year]", "2027")
    page.fill("[name=when-start_month]", "5")
    expect(told).to_contain_text("Spring fair: the calendar has herders on the move", timeout=9000)
    page.fill("[name=when-start_month]", "6")
    expect(told).to_be_hidden(timeout=9000)
