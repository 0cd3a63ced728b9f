from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.kit.locales import LANGUAGES
from tests.factories import make_user
from tests.pages import parse


def spoken(answer: TestResponse) -> tuple[str | None, str | None]:
    page = parse(answer.text)
    return page.get("lang"), page.get("dir")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_page_is_shown_in_the_language_asked_for(client: FlaskClient, language: object) -> None:
    asked = next(known for known in LANGUAGES if known == language)
    answer = client.get(f"/sign-in?lang={asked.code}")
    assert spoken(answer) == (asked.tag, asked.direction)


def test_the_language_is_remembered(client: FlaskClient) -> None:
    client.get("/sign-in?lang=ar")
    assert spoken(client.get("/sign-in")) == ("ar", "rtl")


def test_a_language_that_is_none_of_the_six_changes_nothing(client: FlaskClient) -> None:
    assert spoken(client.get("/sign-in?lang=xx")) == ("en", "ltr")


def test_the_browser_is_asked_when_nobody_else_says(client: FlaskClient) -> None:
    for asked, shown in (("zh-CN,zh;q=0.9", "zh-Hans"), ("ar-TN", "ar"), ("de", "en")):
        answer = client.get("/sign-in", headers={"Accept-Language": asked})
        assert spoken(answer)[0] == shown


def test_the_own_language_comes_before_that_of_the_browser(
    client: FlaskClient, session: Session, signed_in: Callable[..., FlaskClient]
) -> None:
    signed_in(client, make_user(session, language="ru"))
    answer = client.get("/account", headers={"Accept-Language": "fr"})
    assert spoken(answer)[0] == "ru"


def test_the_strip_leads_to_the_same_page_with_the_rest_of_its_address(
    client: FlaskClient,
) -> None:
    page = parse(client.get("/no-such-page?a=1&a=2&lang=fr").text)
    nav = next(nav for nav in page.iter("nav"))
    links = [link.get("href") for link in nav.iter("a")]
    assert links == [f"/no-such-page?a=1&a=2&lang={language.code}" for language in LANGUAGES]
    assert [link.get("hreflang") for link in nav.iter("a") if link.get("aria-current")] == ["fr"]
