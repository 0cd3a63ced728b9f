"""Two people in one plan: each sees where the other is, and neither loses a word to the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from engage.accounts.permissions import Role
from tests.browser import stage, walking
from tests.browser.conftest import watched
from tests.browser.live import Live

pytestmark = pytest.mark.browser

PLAN = f"/plans/{stage.DRAFT}"
PURPOSE, FEEDBACK = f"{PLAN}/sections/purpose", f"{PLAN}/sections/feedback"
HALF_A_MINUTE = 30_000


@pytest.fixture
def two(chromium: Browser, rehearsed: Live) -> Iterator[tuple[Page, Page]]:
    """The focal point and a contributor of one Party, each in a browser of their own."""
    with ExitStack() as stack:
        pages = []
        for role in (Role.FOCAL_POINT, Role.CONTRIBUTOR):
            context = chromium.new_context(base_url=rehearsed.url, locale="en-GB")
            stack.callback(context.close)
            page = stack.enter_context(watched(context))
            page.clock.install()
            walking.sign_in(page, *stage.account(role))
            pages.append(page)
        yield pages[0], pages[1]


def name_of(page: Page) -> str:
    return page.locator(".who form bdi").inner_text()


def test_each_sees_where_the_other_is(two: tuple[Page, Page]) -> None:
    mine, theirs = two
    mine.goto(PURPOSE)
    theirs.goto(PURPOSE)
    expect(theirs.locator("#here")).to_have_text(f"Also on this page now: {name_of(mine)}")
    expect(mine.locator("#here")).to_be_empty()
    mine.clock.fast_forward(HALF_A_MINUTE)
    expect(mine.locator("#here")).to_have_text(f"Also on this page now: {name_of(theirs)}")
    theirs.goto(f"{FEEDBACK}?lang=ar")
    expect(theirs.locator("#here bdi")).to_have_text(name_of(mine))


def test_what_is_shown_stays_as_it_is_while_nothing_changes(two: tuple[Page, Page]) -> None:
    mine, theirs = two
    mine.goto(PURPOSE)
    theirs.goto(PURPOSE)
    line = theirs.locator("#here p")
    expect(line).to_be_visible()
    line.evaluate("(shown) => { shown.dataset.same = 'yes'; }")
    with theirs.expect_response("**/here") as answered:
        theirs.clock.fast_forward(HALF_A_MINUTE)
    assert answered.value.status == 204
    expect(line).to_have_attribute("data-same", "yes")


def test_a_page_that_nobody_looks_at_does_not_say_that_it_is_open(two: tuple[Page, Page]) -> None:
    mine, _theirs = two
    with mine.expect_response("**/here"):
        mine.goto(PURPOSE)
    mine.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    asked: list[str] = []
    mine.on("request", lambda request: asked.append(request.url))
    mine.clock.fast_forward(2 * HALF_A_MINUTE)
    mine.evaluate("Object.defineProperty(document, 'hidden', { value: false })")
    with mine.expect_response("**/here"):
        mine.clock.fast_forward(HALF_A_MINUTE)
    assert len([url for url in asked if url.endswith("/here")]) == 1


def type_into(page: Page, name: str, text: str) -> None:
    """Type, and wait until the form has saved itself."""
    with page.expect_response(lambda answer: "/sections/" in answer.url) as answered:
        walking.reveal(page.locator(f"#main-form [name='{name}']")).fill(text)
        page.clock.fast_forward(4_000)
    assert answered.value.status in (200, 409)


def test_different_sections_never_collide(two: tuple[Page, Page]) -> None:
    mine, theirs = two
    mine.goto(PURPOSE)
    theirs.goto(FEEDBACK)
    type_into(mine, "purpose", "Herders decide which wells are rested.")
    type_into(theirs, "feedback_ways", "At the market, each first Monday.")
    for page in two:
        expect(page.locator("#saved-line")).to_contain_text("Saved at")
    mine.goto(FEEDBACK)
    expect(mine.locator("[name='feedback_ways']")).to_have_value(
        "At the market, each first Monday."
    )
    expect(mine.locator("#saved-line")).to_contain_text(f"by a colleague: \u2068{name_of(theirs)}")
    theirs.goto(PURPOSE)
    expect(theirs.locator("[name='purpose']")).to_have_value(
        "Herders decide which wells are rested."
    )


def test_the_same_answer_on_both_sides_shows_both_texts(two: tuple[Page, Page]) -> None:
    mine, theirs = two
    mine.goto(PURPOSE)
    theirs.goto(PURPOSE)
    type_into(mine, "purpose", "Herders decide.")
    type_into(theirs, "purpose", "Councils decide.")
    expect(theirs.locator("#saved-line")).to_contain_text("Somebody else changed an answer here.")
    with theirs.expect_navigation():
        theirs.click("#main-form .endbar button:not([name])")
    clash = theirs.locator(".clash")
    expect(clash).to_contain_text(f"Text of {name_of(mine)}:")
    expect(clash).to_contain_text("Herders decide.")
    expect(clash).to_contain_text("Councils decide.")
