"""Three rounds of a review, with all who take part in it: two Parties, two reviewers, an adviser.

Each has a browser of their own, so that two can look at the same plan at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.db import db
from engage.plans.actions import draft_plan
from engage.post.models import Mailing
from tests.browser import walking
from tests.browser.conftest import watched
from tests.browser.live import Live
from tests.plans.answers import fill_in

ILEN, TOVI, KOFI = "ilen@example.org", "tovi@example.org", "kofi@example.org"
MARO, LINA = "maro@example.org", "lina@example.org"
PEOPLE = (
    (ILEN, "Ilen Dorrin", Role.FOCAL_POINT, "MN"),
    (TOVI, "Tovi Hale", Role.ADVISER, "MN"),
    (KOFI, "Kofi Aram", Role.FOCAL_POINT, "KE"),
    (MARO, "Maro Selten", Role.REVIEWER, None),
    (LINA, "Lina Okoro", Role.REVIEWER, None),
)
INSIDE = "Only we know why the wells are closed."
FIRST, SECOND = "Why this purpose.", "Who decides, and on what."
THIRD = "Herders decide on the wells."
MUST, QUESTION = "Please say who decides.", "Who reads a complaint?"

Seat = Callable[[str], Page]


@pytest.fixture
def plans(live: Live) -> dict[str, str]:
    """The addresses of a filled draft of each Party, by the name of its focal point."""
    with live.app.test_request_context():
        people = {}
        for email, name, role, party in PEOPLE:
            details = UserDetails(email=email, name=name, role=role, party_code=party)
            people[email] = add_user(details, walking.PASSWORD)
        refs = {each: draft_of(people[each]) for each in (ILEN, KOFI)}
        db.session.commit()
    return {each: f"{live.url}/plans/{ref}" for each, ref in refs.items()}


def draft_of(person: User) -> str:
    assert person.party is not None
    return fill_in(person, draft_plan(person, person.party)).ref


@pytest.fixture
def seat(chromium: Browser, live: Live) -> Iterator[Seat]:
    """The page of a person, who signs in when asked for the first time."""
    contexts: dict[str, BrowserContext] = {}
    opened: dict[str, Page] = {}

    def of(person: str) -> Page:
        if person not in opened:
            contexts[person] = chromium.new_context(base_url=live.url, locale="en-GB")
            with watched(contexts[person]) as page:
                walking.sign_in(page, person)
            opened[person] = page
        return opened[person]

    yield of
    for context in contexts.values():
        context.close()


@pytest.mark.browser
def test_a_plan_goes_three_rounds_between_all_who_read_it(
    live: Live, plans: dict[str, str], seat: Seat
) -> None:
    plan, other = plans[ILEN], plans[KOFI]
    review = plan.replace("/plans/", "/review/")
    is_checked_inside(seat(ILEN), seat(TOVI), plan)
    goes_back_and_forth(seat(ILEN), plan)
    walking.submit(seat(KOFI), other)
    is_taken_up_by_two(seat(MARO), seat(LINA), review)
    is_returned_after_a_dispute(seat(MARO), seat(LINA), review)

    is_answered(seat(ILEN), plan, SECOND)
    what_moved_is_seen(seat(MARO), review, FIRST, SECOND)
    seat(MARO).click("form[action*='/keep-open'] button, button[formaction*='/keep-open']")
    decide(seat(MARO), review, "return", "One point is open.")

    is_answered(seat(ILEN), plan, THIRD)
    what_moved_is_seen(seat(MARO), review, SECOND, THIRD)
    decide(seat(MARO), review, "complete")

    nobody_else_reads_of_it(seat(KOFI), plan, other)
    all_is_told(live, seat, plan, review)


def is_checked_inside(focal_point: Page, adviser: Page, plan: str) -> None:
    focal_point.goto(f"{plan}/check")
    focal_point.check("#ask-form input[name=people]")
    focal_point.fill("#ask-form [name=request]", "Are the dates right?")
    focal_point.click("#ask-form button.govuk-button")
    adviser.goto("/start")
    adviser.click("main a[href$='/check']")
    adviser.goto(f"{plan}/comment/feedback")
    write_comment(adviser, "suggestion", INSIDE)
    adviser.goto(f"{plan}/check")
    adviser.click("main a[href*='/check/']")
    adviser.fill("#remark-form [name=remark]", "The dates are right.")
    adviser.click("#remark-form button.govuk-button")
    says(focal_point, f"{plan}/check", "The dates are right.")


def write_comment(page: Page, kind: str, text: str) -> None:
    page.check(f"#comment-form input[value={kind}]")
    page.fill("#comment-form textarea", text)
    page.click("#comment-form button.govuk-button:not([name])")


def goes_back_and_forth(page: Page, plan: str) -> None:
    """Submitted, withdrawn before anybody took it up, changed, and submitted again."""
    walking.submit(page, plan)
    page.goto(f"{plan}/withdraw")
    page.click("form[action$='/withdraw'] button")
    change_purpose(page, plan, FIRST)
    walking.submit(page, plan)


def change_purpose(page: Page, plan: str, text: str) -> None:
    page.goto(f"{plan}/sections/purpose")
    page.fill("#main-form [name=purpose]", text)
    walking.save(page)


def is_taken_up_by_two(first: Page, second: Page, review: str) -> None:
    """Both have the button before them; who comes second is told who was quicker."""
    for page in (first, second):
        page.goto(review)
    first.click("form[action$='/take-up'] button")
    second.click("form[action$='/take-up'] button")
    expect(second.locator("main")).to_contain_text("Maro Selten took up the review")
    says(second, review, "leads this review and decides.")
    assert second.locator("#decision [name=strengths]").count() == 0


def is_returned_after_a_dispute(lead: Page, colleague: Page, review: str) -> None:
    colleague.goto(f"{review}/comment/purpose?about=..purpose")
    write_comment(colleague, "must_change", MUST)
    lead.goto(f"{review}/comment/feedback")
    write_comment(lead, "question", QUESTION)
    colleague.goto(review)
    colleague.click("a[href$='/objection']")
    colleague.fill("main textarea", "They answered it in section 1.")
    colleague.click("main form button.govuk-button:not([formaction])")
    says(lead, review, "They answered it in section 1.")
    lead.click("button[formaction$='/keep'], form[action$='/keep'] button")
    decide(lead, review, "return", "Two points are open.")


def decide(page: Page, review: str, step: str, reason: str = "") -> None:
    page.goto(review)
    if page.locator("form[action$='/take-up']").count():
        page.click("form[action$='/take-up'] button")
    page.fill("#decision [name=strengths]", "The wells are well described.")
    page.check(f"#decision input[name=step][value={step}]")
    if reason:
        page.fill("#decision [name=reason]", reason)
    page.click("#decision button[value=preview]")
    page.click("form[action$='/letter'] button.govuk-button")


def is_answered(page: Page, plan: str, purpose: str) -> None:
    """The letter has come; each comment is answered, the text changed, the plan submitted."""
    page.goto("/letters")
    expect(page.locator("main")).to_contain_text("Your plan was returned for revision")
    page.goto(f"{plan}/comments")
    for box in page.locator("#main-form input[type=radio][value=done]").all():
        box.check()
    with page.expect_navigation():
        page.click("#main-form .endbar button.govuk-button")
    change_purpose(page, plan, purpose)
    walking.submit(page, plan)


def what_moved_is_seen(page: Page, review: str, was: str, now: str) -> None:
    """The comment stands beside the old and the new text."""
    page.goto(review)
    page.click("form[action$='/take-up'] button")
    page.goto(f"{review}/moved")
    said = " ".join((page.locator("main").text_content() or "").split())
    for text in (MUST, was.rstrip("."), now.rstrip("."), "done."):
        assert text in said


def nobody_else_reads_of_it(stranger: Page, plan: str, other: str) -> None:
    for address in ("", "/comments", "/history", "/papers", "/check", "/letter/1.2"):
        answer = stranger.goto(f"{plan}{address}")
        assert answer is not None
        assert answer.status == 404, address
    says(stranger, "/start", "The review has not begun.")
    stranger.goto("/letters")
    expect(stranger.locator("main")).not_to_contain_text("returned")
    says(stranger, other, "The secretariat holds the plan now.")


def all_is_told(live: Live, seat: Seat, plan: str, review: str) -> None:
    says(seat(ILEN), f"{plan}/history", "withdrew version 1", "completed the review")
    says(seat(ILEN), f"{plan}/comments", INSIDE)
    says(seat(LINA), f"{review}/history", "withdrew version 1", "completed the review")
    for address in (review, f"{review}/history", f"{review}/moved", f"{plan}/full"):
        seat(LINA).goto(address)
        expect(seat(LINA).locator("main")).not_to_contain_text(INSIDE)
        expect(seat(LINA).locator("main")).not_to_contain_text("The dates are right.")
    with live.app.app_context():
        sent = db.session.query(Mailing).order_by(Mailing.id).all()
        assert [(each.address, each.subject) for each in sent] == [
            (ILEN, each.subject) for each in sent
        ]
        assert len(sent) == 3  # twice returned, once complete


def says(page: Page, address: str, *texts: str) -> None:
    page.goto(address)
    for text in texts:
        expect(page.locator("main")).to_contain_text(text)
