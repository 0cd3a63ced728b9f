"""A form in a real browser loses nothing when the line is down, and rows move by keyboard."""

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
from engage.plans.outline.plan import find_register
from tests.browser import walking
from tests.browser.live import Live

pytestmark = pytest.mark.browser

FOCAL_POINT = "ilen@example.org"
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('engage:')).length"


@pytest.fixture
def page(chromium: Browser, live: Live) -> Iterator[Page]:
    """Unlike the watched page it may complain: a line that is down is an error to the browser."""
    context = chromium.new_context(base_url=live.url, locale="en-GB")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def plan(live: Live, page: Page) -> str:
    """A draft with two activities, and its writer signed in."""
    found = find_register("activities")
    assert found is not None
    with live.app.app_context():
        details = UserDetails(
            email=FOCAL_POINT, name="Ilen Dorrin", role=Role.FOCAL_POINT, party_code="MN"
        )
        writer = add_user(details, walking.PASSWORD)
        assert writer.party is not None
        plan = draft_plan(writer, writer.party)
        for key in ("first", "second"):
            add_row(writer, plan, found[1], key)
        db.session.commit()
        address = f"/plans/{plan.ref}"
    walking.sign_in(page, FOCAL_POINT)
    return address


def type_while_the_line_is_down(page: Page, plan: str) -> None:
    page.goto(f"{plan}/sections/identity")
    page.context.set_offline(True)
    page.fill("[name=title]", "Typed in the dark")
    expect(page.locator("#saved-line")).to_contain_text("No line since")
    expect(page.locator(".endbar .saved")).to_contain_text("No line since")
    page.goto("about:blank")
    page.context.set_offline(False)


def test_text_typed_while_the_line_is_down_is_given_back(page: Page, plan: str) -> None:
    type_while_the_line_is_down(page, plan)
    page.goto(f"{plan}/sections/identity")
    page.click("[data-kept=restore]")
    expect(page.locator("[name=title]")).to_have_value("Typed in the dark")
    expect(page.locator("#saved-line")).to_contain_text("Saved at")
    assert page.evaluate(KEPT) == 0


def test_text_saves_itself_once_the_line_is_back(page: Page, plan: str) -> None:
    page.goto(f"{plan}/sections/identity")
    page.context.set_offline(True)
    page.fill("[name=title]", "Typed in the dark")
    expect(page.locator("#saved-line")).to_contain_text("No line since")
    page.context.set_offline(False)
    expect(page.locator("#saved-line")).to_contain_text("Saved at")
    assert page.evaluate(KEPT) == 0


def test_signing_out_takes_the_kept_text_from_the_browser(page: Page, plan: str) -> None:
    type_while_the_line_is_down(page, plan)
    page.goto(plan)
    assert page.evaluate(KEPT) == 1
    walking.sign_out(page)
    assert page.evaluate(KEPT) == 0


def test_a_row_moves_by_keyboard_and_keeps_the_focus(page: Page, plan: str) -> None:
    page.goto(f"{plan}/sections/activities")
    page.focus("#down-activities-first")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#list-activities .row").first).to_have_id("row-activities-second")
    expect(page.locator("#up-activities-first")).to_be_focused()


def test_kept_text_is_offered_to_nobody_else_at_this_machine(
    live: Live, page: Page, plan: str
) -> None:
    with live.app.app_context():
        other = UserDetails(
            email="sefa@example.org", name="Sefa Maron", role=Role.CONTRIBUTOR, party_code="MN"
        )
        add_user(other, walking.PASSWORD)
        db.session.commit()
    type_while_the_line_is_down(page, plan)
    page.context.clear_cookies()
    walking.sign_in(page, "sefa@example.org")
    page.goto(f"{plan}/sections/identity")
    expect(page.locator("#kept-here")).to_have_count(0)
    walking.sign_out(page)
    walking.sign_in(page, FOCAL_POINT)
    page.goto(f"{plan}/sections/identity")
    expect(page.locator("#kept-here")).to_be_visible()
