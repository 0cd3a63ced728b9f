from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.kit.db import db
from tests.browser.live import Live

EMAIL, PASSWORD = "ana@example.org", "a long pass phrase"


@pytest.fixture(autouse=True)
def person(live: Live) -> None:
    with live.app.app_context():
        details = UserDetails(email=EMAIL, name="Ana Reader", role=Role.REVIEWER)
        add_user(details, PASSWORD)
        db.session.commit()


def sign_in(page: Page) -> None:
    page.goto("/sign-in?next=/account")
    page.locator("input[type=email]").fill(EMAIL)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("header")).to_contain_text("Ana Reader")


def test_a_person_signs_in_and_out(page: Page) -> None:
    sign_in(page)
    page.locator("[data-sign-out] button").click()
    expect(page.locator("input[type=password]")).to_be_visible()


def test_a_person_signs_in_without_javascript(plain: Page) -> None:
    sign_in(plain)
