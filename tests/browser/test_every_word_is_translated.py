"""The main job, walked in a language that marks each sentence and makes it half as long again.

A script looks at every page that is opened: letters outside the marks were never given to a
translator, and a box that is smaller than what stands in it cuts a longer language off.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser import walking
from tests.browser.test_way_of_a_plan import answer_the_comment, decide, take_up_and_comment
from tests.languages.toy import CODE, Toy

LOOK = Path(__file__).parent / "outside_the_marks.js"


@pytest.fixture(params=[320, 1280])
def watched(request: pytest.FixtureRequest, chromium: Browser, toy: Toy) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=toy.url, locale=CODE, viewport={"width": request.param, "height": 900}
    )
    context.add_init_script(path=LOOK)
    context.set_default_timeout(10_000)
    page = context.new_page()
    found: dict[str, None] = {}

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            found.setdefault(f"{message.text} on {urlsplit(page.url).path}")

    page.on("console", on_console)
    yield page
    context.close()
    assert list(found) == []


def sign_in(page: Page, toy: Toy, role: str) -> None:
    email, password = toy.accounts[role]
    page.goto(f"/sign-in?lang={CODE}")
    page.fill("input[type=email]", email)
    page.fill("input[type=password]", password)
    page.click("main form button[type=submit]")
    page.wait_for_selector("[data-sign-out]")


@pytest.mark.browser
def test_the_whole_way_of_a_plan_is_translated_and_fits(watched: Page, toy: Toy) -> None:
    sign_in(watched, toy, "focal_point")
    plan = walking.draft(watched)
    walking.submit(watched, plan)
    walking.sign_out(watched)

    review = plan.replace("/plans/", "/review/")
    sign_in(watched, toy, "reviewer")
    take_up_and_comment(watched, review)
    decide(watched, review, "return", reason="One point is open: a way to complain.")
    walking.sign_out(watched)

    sign_in(watched, toy, "focal_point")
    answer_the_comment(watched, plan)
    walking.submit(watched, plan)
    for each in ("", "/history", "/summary", "/full", "/comments"):
        watched.goto(f"{plan}{each}")
