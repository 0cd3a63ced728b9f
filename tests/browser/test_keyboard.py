"""A form by the Tab key alone: in reading order, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from engage.accounts.permissions import Role
from engage.kit.locales import language as spoken
from tests.browser import stage, walking
from tests.browser.conftest import watched
from tests.browser.live import Live
from tests.browser.stage import RETURNED

LOOK = (Path(__file__).parent / "focus.js").read_text("utf-8")
MOST = 400  # no form has so many boxes
Stop = dict[str, Any]


@pytest.fixture(params=["en", "ar"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(chromium: Browser, rehearsal: Live, language: str) -> Iterator[Page]:
    """The focal point, at the form of the first section."""
    context = chromium.new_context(base_url=rehearsal.url, viewport={"width": 1280, "height": 900})
    with watched(context) as page:
        page.goto(f"/sign-in?lang={language}")
        walking.sign_in(page, *stage.account(Role.FOCAL_POINT))
        page.goto(f"/plans/{RETURNED}/sections/identity")
        page.evaluate(LOOK)
        yield page
    context.close()


@pytest.fixture
def stops(reader: Page) -> list[Stop]:
    """What the Tab key leads to, from the top of the page to its end."""
    found: list[Stop] = []
    for _press in range(MOST):
        reader.keyboard.press("Tab")
        stop = reader.evaluate("stop()")
        if stop is None or stop["turned_round"]:
            return found
        found.append(stop)
    raise AssertionError("the Tab key never reaches the end of the page")


@pytest.mark.browser
def test_the_tab_key_goes_through_a_form_in_reading_order(
    reader: Page, stops: list[Stop], language: str
) -> None:
    assert stops[0]["name"].startswith("A.skip")
    places = [stop["place"] for stop in stops]
    assert places == sorted(places)
    assert reader.evaluate("passedOver()") == []
    steps = pairwise(stops)
    back = [(a["name"], b["name"]) for a, b in steps if goes_back(a, b, spoken(language).direction)]
    assert back == []


def goes_back(former: Stop, latter: Stop, direction: str) -> bool:
    """Within the form the eye goes down, or on along a line or to the next column."""
    if not (former["in_form"] and latter["in_form"]):
        return False
    onward = latter["start"] - former["start"]
    is_below = latter["top"] >= former["bottom"] - 1
    return not is_below and (onward <= 0 if direction == "ltr" else onward >= 0)


@pytest.mark.browser
def test_where_the_focus_is_can_be_seen(stops: list[Stop]) -> None:
    assert len(stops) > 40
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
