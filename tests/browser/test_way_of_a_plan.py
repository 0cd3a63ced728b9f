"""The main job from end to end in a real browser, with scripts and without, in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from flask import Response, request
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.kit.db import db
from engage.kit.locales import CODES, language
from tests.browser import walking
from tests.browser.live import Live
from tests.browser.words import WORDS, Words

FOCAL_POINT, REVIEWER = "ilen@example.org", "maro@example.org"


@pytest.fixture(autouse=True)
def people(live: Live) -> None:
    with live.app.app_context():
        for email, name, role, party in (
            (FOCAL_POINT, "Ilen Dorrin", Role.FOCAL_POINT, "MN"),
            (REVIEWER, "Maro Selten", Role.REVIEWER, None),
        ):
            details = UserDetails(email=email, name=name, role=role, party_code=party)
            add_user(details, walking.PASSWORD)
        db.session.commit()


@pytest.fixture(
    params=[*(("page", code) for code in CODES), ("plain", "en"), ("plain", "ar")], ids="-".join
)
def walk(request: pytest.FixtureRequest, live: Live) -> Iterator[tuple[Page, str]]:
    """With scripts in each language; without them in two, one for each direction."""
    fixture, code = request.param
    with only_in(live, code):
        yield request.getfixturevalue(fixture), code


@contextmanager
def only_in(live: Live, code: str) -> Iterator[None]:
    """Every page that the server gives must be in that language."""
    spoken = language(code)
    start = f'<!doctype html>\n<html lang="{spoken.tag}" dir="{spoken.direction}"'
    others: list[str] = []

    def look(response: Response) -> Response:
        if response.mimetype == "text/html" and response.status_code < 300:
            shown = response.get_data(as_text=True)
            if shown.startswith("<!doctype") and not shown.startswith(start):
                others.append(f"{request.path}: {shown[:80]}")
        return response

    live.app.after_request_funcs.setdefault(None, []).append(look)
    yield
    assert others == []


@pytest.mark.browser
def test_a_plan_goes_its_whole_way(walk: tuple[Page, str]) -> None:
    walker, code = walk
    words = WORDS[code]
    walker.goto(f"/sign-in?lang={code}")
    walking.sign_in(walker, FOCAL_POINT)
    plan = walking.draft(walker, words, code)
    comes_back(walker, plan, words)
    walking.submit(walker, plan)
    walking.sign_out(walker)

    review = review_of(plan)
    walking.sign_in(walker, REVIEWER)
    take_up_and_comment(walker, review, words)
    decide(walker, review, "return", words, reason=words.reason)
    walking.sign_out(walker)

    walking.sign_in(walker, FOCAL_POINT)
    answer_the_comment(walker, plan, words)
    reads(walker, f"{plan}/comments", words.comment)
    reads(walker, f"{plan}/letter/1.1", words.comment, words.strengths, words.reason)
    walking.submit(walker, plan)
    walking.sign_out(walker)

    walking.sign_in(walker, REVIEWER)
    reads(walker, review, words.answer, words.purpose)
    walker.click("form[action$='/take-up'] button")
    decide(walker, review, "complete", words)
    walking.sign_out(walker)

    walking.sign_in(walker, FOCAL_POINT)
    prints(walker, plan, words)


def comes_back(page: Page, plan: str, words: Words) -> None:
    """What was typed is in its box, on the page of its section, and on paper."""
    for section, boxes in walking.sections(words).items():
        page.goto(f"{plan}/sections/{section}")
        for name, text in boxes.items():
            expect(page.locator(f"#main-form [name='{name}']")).to_have_value(text)
    reads(page, f"{plan}?section=purpose", words.title, words.purpose, words.objective)
    reads(page, f"{plan}/full", *words.of_the_plan)


def reads(page: Page, address: str, *texts: str) -> None:
    page.goto(address)
    said = page.locator("main").text_content() or ""
    assert [text for text in texts if text not in said] == []


def review_of(plan: str) -> str:
    return plan.replace("/plans/", "/review/")


def take_up_and_comment(page: Page, review: str, words: Words = WORDS["en"]) -> None:
    page.goto("/review")
    page.click(f"a[href$='{review.rpartition('/')[2]}']")
    page.click("form[action$='/take-up'] button")
    page.goto(f"{review}/comment/feedback")
    page.check("#comment-form input[value=must_change]")
    page.fill("#comment-form textarea", words.comment)
    page.click("#comment-form button.govuk-button")


def decide(
    page: Page, review: str, step: str, words: Words = WORDS["en"], reason: str = ""
) -> None:
    page.goto(review)
    page.fill("#decision [name=strengths]", words.strengths)
    page.check(f"#decision input[name=step][value={step}]")
    if reason:
        page.fill("#decision [name=reason]", reason)
    page.click("#decision button[value=preview]")
    page.click("form[action$='/letter'] button.govuk-button")


def answer_the_comment(page: Page, plan: str, words: Words = WORDS["en"]) -> None:
    page.goto(f"{plan}/comments")
    page.locator("#main-form input[type=radio][value=done]").first.check()
    page.locator("#main-form textarea").first.fill(words.answer)
    with page.expect_navigation():
        page.click("#main-form .endbar button.govuk-button")


def prints(page: Page, plan: str, words: Words) -> None:
    page.goto(f"{plan}/summary")
    expect(page.locator("h1")).to_contain_text(words.title)
    reads(page, f"{plan}/full", *words.of_the_plan)
    for kind in ("summary", "full"):
        answer = page.request.get(f"{plan}/{kind}.pdf")
        assert answer.status == 200
        described = PdfReader(BytesIO(answer.body())).metadata
        assert described is not None
        assert words.title in (described.title or "")


@pytest.mark.browser
def test_a_form_saves_itself_and_says_when(page: Page) -> None:
    walking.sign_in(page, FOCAL_POINT)
    page.goto("/plans/new")
    page.click("#main-form button.govuk-button")
    plan = page.url.partition("?")[0]
    page.goto(f"{plan}/sections/purpose")
    page.fill("[name=purpose]", "Typed, and left alone")
    expect(page.locator("#saved-line")).to_contain_text("Saved at", timeout=15_000)
    page.goto(f"{plan}/sections/purpose")
    expect(page.locator("[name=purpose]")).to_have_value("Typed, and left alone")


@pytest.mark.browser
def test_what_was_typed_is_there_after_signing_in_again(page: Page, live: Live) -> None:
    walking.sign_in(page, FOCAL_POINT)
    page.goto("/plans/new")
    page.click("#main-form button.govuk-button")
    address = f"{page.url.partition('?')[0]}/sections/purpose"
    page.goto(address)
    page.context.clear_cookies()
    page.fill("[name=purpose]", "Typed after the session had ended")
    page.click("#main-form .endbar button:not([name])")
    page.fill("input[type=email]", FOCAL_POINT)
    page.fill("input[type=password]", walking.PASSWORD)
    page.click("main form button[type=submit]")
    expect(page.locator("[name=purpose]")).to_have_value("Typed after the session had ended")
    walking.save(page)
    page.goto(address)
    expect(page.locator("[name=purpose]")).to_have_value("Typed after the session had ended")


@pytest.mark.browser
def test_a_form_that_saves_itself_says_that_one_is_signed_out(page: Page) -> None:
    walking.sign_in(page, FOCAL_POINT)
    page.goto("/plans/new")
    page.click("#main-form button.govuk-button")
    page.goto(f"{page.url.partition('?')[0]}/sections/purpose")
    page.context.clear_cookies()
    page.fill("[name=purpose]", "Typed after the session had ended")
    expect(page.locator("#saved-line")).to_contain_text("You are signed out", timeout=15_000)
