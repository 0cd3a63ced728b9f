"""The main job from end to end in a real browser, with scripts and without, in both directions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.accounts.queries import find_user
from engage.kit.db import db
from engage.plans.actions import draft_plan
from tests.browser import walking
from tests.browser.conftest import Live
from tests.plans.answers import fill_in

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


@pytest.fixture(params=["with scripts", "without scripts"])
def walker(request: pytest.FixtureRequest) -> Page:
    name = "page" if request.param == "with scripts" else "plain"
    walker: Page = request.getfixturevalue(name)
    return walker


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_plan_goes_its_whole_way(walker: Page, language: str) -> None:
    walker.goto(f"/sign-in?lang={language}")
    walking.sign_in(walker, FOCAL_POINT)
    plan = walking.draft(walker)
    expect(walker.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    walking.submit(walker, plan)
    walking.sign_out(walker)

    review = review_of(plan)
    walking.sign_in(walker, REVIEWER)
    take_up_and_comment(walker, review)
    decide(walker, review, "return", reason="One point is open: a way to complain.")
    walking.sign_out(walker)

    walking.sign_in(walker, FOCAL_POINT)
    answer_the_comment(walker, plan)
    walking.submit(walker, plan)
    walking.sign_out(walker)

    walking.sign_in(walker, REVIEWER)
    walker.goto(review)
    walker.click("form[action$='/take-up'] button")
    decide(walker, review, "complete")
    walking.sign_out(walker)

    walking.sign_in(walker, FOCAL_POINT)
    prints(walker, plan)


def review_of(plan: str) -> str:
    return plan.replace("/plans/", "/review/")


def take_up_and_comment(page: Page, review: str) -> None:
    page.goto("/review")
    page.click(f"a[href$='{review.rpartition('/')[2]}']")
    page.click("form[action$='/take-up'] button")
    page.goto(f"{review}/comment/feedback")
    page.check("#comment-form input[value=must_change]")
    page.fill("#comment-form textarea", "At least one way that works in the camps.")
    page.click("#comment-form button.govuk-button")


def decide(page: Page, review: str, step: str, reason: str = "") -> None:
    page.goto(review)
    page.fill("#decision [name=strengths]", "The plan names what herder families asked for.")
    page.check(f"#decision input[name=step][value={step}]")
    if reason:
        page.fill("#decision [name=reason]", reason)
    page.click("#decision button[value=preview]")
    page.click("form[action$='/letter'] button.govuk-button")


def answer_the_comment(page: Page, plan: str) -> None:
    page.goto(f"{plan}/comments")
    page.locator("#main-form input[type=radio][value=done]").first.check()
    page.locator("#main-form textarea").first.fill("The veterinary service takes complaints.")
    with page.expect_navigation():
        page.click("#main-form .endbar button.govuk-button")


def prints(page: Page, plan: str) -> None:
    page.goto(f"{plan}/summary")
    expect(page.locator("h1")).to_contain_text("People of the grassland")
    for kind in ("summary", "full"):
        answer = page.request.get(f"{plan}/{kind}.pdf")
        assert answer.status == 200
        assert answer.body().startswith(b"%PDF")


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


@pytest.mark.browser
def test_a_change_of_language_in_a_half_filled_form_loses_nothing(plain: Page) -> None:
    walking.sign_in(plain, FOCAL_POINT)
    plain.goto("/plans/new")
    plain.click("#main-form button.govuk-button")
    plain.goto(f"{plain.url.partition('?')[0]}/sections/purpose")
    plain.fill("[name=purpose]", "Half a sentence")
    plain.click("button[name=switch_language][value=ar]")
    expect(plain.locator("html")).to_have_attribute("dir", "rtl")
    expect(plain.locator("[name=purpose]")).to_have_value("Half a sentence")


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_a_plan_keep_the_rules_of_access_and_fit_the_screen(
    page: Page, live: Live, audit: Callable[[Page], list[str]], language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/sign-in?lang={language}")
    walking.sign_in(page, FOCAL_POINT)
    plan = f"/plans/{filled_plan(live)}"
    pages = ["", "?section=activities", "/sections/identity", "/sections/stakeholders", "/submit"]
    found = {}
    for each in [*pages, "/history", "/summary", "/full"]:
        page.goto(f"{plan}{each}")
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        found[each] = audit(page) + (["scrolls sideways"] if wide else [])
    page.goto(f"{plan}/sections/activities")
    page.locator("#list-activities .row a").first.click()
    found["row"] = audit(page)
    assert {each: faults for each, faults in found.items() if faults} == {}


def filled_plan(live: Live) -> str:
    """The reference of a plan in which every must is answered."""
    with live.app.app_context():
        writer = find_user(FOCAL_POINT)
        assert writer is not None
        assert writer.party is not None
        ref = fill_in(writer, draft_plan(writer, writer.party)).ref
        db.session.commit()
    return ref
