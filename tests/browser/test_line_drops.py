"""An event is written on a phone, and is not lost when the line drops: the browser keeps it until
the server has it, and says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlalchemy import select

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.events.models import Event
from engage.kit.db import db
from tests.browser import walking
from tests.browser.live import Live

pytestmark = pytest.mark.browser

OFFICER, COLLEAGUE = "ilen@example.org", "sefa@example.org"
PHONE: ViewportSize = {"width": 390, "height": 844}
NEW = "/events/new"
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('engage-unsent:')).length"


@pytest.fixture
def page(chromium: Browser, live: Live) -> Iterator[Page]:
    """A phone. It may complain: a line that is down is an error to the browser."""
    with live.app.app_context():
        for email, role in ((OFFICER, Role.FOCAL_POINT), (COLLEAGUE, Role.CONTRIBUTOR)):
            details = UserDetails(email=email, name="Ilen Dorrin", role=role, party_code="MN")
            add_user(details, walking.PASSWORD)
        db.session.commit()
    context = chromium.new_context(base_url=live.url, locale="en-GB", viewport=PHONE)
    context.set_default_timeout(10_000)
    page = context.new_page()
    walking.sign_in(page, OFFICER)
    yield page
    context.close()


def titles(live: Live) -> list[str]:
    with live.app.app_context():
        return list(db.session.scalars(select(Event.title).order_by(Event.id)))


def write(page: Page, title: str) -> None:
    page.fill("[name=title]", title)
    page.fill("[name=place]", "Sabha")
    page.check("[name=groups][value=pastoralists]")


def save(page: Page) -> None:
    page.click("#main-form button.govuk-button")


def write_while_the_line_is_down(page: Page, title: str) -> None:
    page.goto(NEW)
    page.context.set_offline(True)
    write(page, title)
    save(page)
    expect(page.locator("#line")).to_contain_text("The event is kept in this browser")


def test_with_a_line_the_event_is_saved_and_shown(live: Live, page: Page) -> None:
    page.goto(NEW)
    write(page, "Assembly")
    save(page)
    expect(page.locator("h1")).to_have_text("Assembly")
    expect(page.locator(".flash")).to_have_text("Saved.")
    assert page.evaluate(KEPT) == 0
    assert titles(live) == ["Assembly"]


def test_the_event_is_sent_once_the_line_is_back(live: Live, page: Page) -> None:
    write_while_the_line_is_down(page, "Assembly")
    assert titles(live) == []
    page.context.set_offline(False)
    told = page.locator("#sent")
    expect(told).to_contain_text("The server has it.")
    expect(page.locator("[name=title]")).to_have_value("")
    assert (page.evaluate(KEPT), titles(live)) == (0, ["Assembly"])
    told.locator("a").click()
    expect(page.locator("h1")).to_have_text("Assembly")


def test_two_events_wait_while_the_page_is_closed_and_are_sent_on_the_next_visit(
    live: Live, page: Page
) -> None:
    write_while_the_line_is_down(page, "First")
    page.click("#another")
    write(page, "Second")
    save(page)
    expect(page.locator("#line")).to_contain_text("The event is kept in this browser")
    context = page.context
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(NEW)
    expect(again.locator("#sent a")).to_have_count(2)
    assert (again.evaluate(KEPT), sorted(titles(live))) == (0, ["First", "Second"])


def test_whoever_is_signed_out_is_told_so_and_nobody_else_sends_the_event(
    live: Live, page: Page
) -> None:
    write_while_the_line_is_down(page, "Assembly")
    page.context.clear_cookies()
    page.context.set_offline(False)
    expect(page.locator("#line")).to_contain_text("You are signed out")
    walking.sign_in(page, COLLEAGUE)
    page.goto(NEW)
    expect(page.locator("#sent")).to_be_empty()
    assert (page.evaluate(KEPT), titles(live)) == (1, [])
    walking.sign_out(page)
    walking.sign_in(page, OFFICER)
    page.goto(NEW)
    expect(page.locator("#sent a")).to_have_text("Assembly")
    assert titles(live) == ["Assembly"]


def test_an_answer_of_somebody_else_on_the_line_is_none(live: Live, page: Page) -> None:
    page.goto(NEW)
    write(page, "Assembly")
    # The page of a hotel that asks to pay for the line first.
    page.route(f"**{NEW}", lambda route: route.fulfill(body="<p>Welcome</p>"))
    save(page)
    expect(page.locator("#line")).to_contain_text("The event is kept in this browser")
    assert (page.evaluate(KEPT), titles(live)) == (1, [])


def test_an_answer_that_got_lost_on_its_way_makes_no_second_event(live: Live, page: Page) -> None:
    page.goto(NEW)
    write(page, "Assembly")
    # The server takes it, and the line drops before its answer arrives.
    page.route(f"**{NEW}", lambda route: (route.fetch(), route.abort()))
    save(page)
    expect(page.locator("#line")).to_contain_text("The event is kept in this browser")
    page.unroute(f"**{NEW}")
    save(page)
    expect(page.locator("h1")).to_have_text("Assembly")
    assert titles(live) == ["Assembly"]
