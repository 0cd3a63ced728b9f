"""What a person does on the pages of a plan, by the names of boxes: the same in any language."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from engage.reference.vocabulary.groups import Group
from tests.browser.words import WORDS, Words

PASSWORD = "a long pass phrase"


def sections(words: Words) -> dict[str, dict[str, str]]:
    """The boxes of each section, by name; rows come after them."""
    return {
        "identity": {
            "title": words.title,
            "period-start_month": "1",
            "period-start_year": "2026",
            "period-end_year": "2027",
            "lead_institution": words.institution,
            "focal_point-name": words.person,
            "focal_point-email": "land@example.org",
        },
        "purpose": {"purpose": words.purpose},
        "monitoring": {"review_date-start_year": "2027"},
        "signature": {
            "prepared_by-name": words.person,
            "prepared_by-title": words.function,
            "prepared_by-on_day": "1",
            "prepared_by-on_month": "2",
            "prepared_by-on_year": "2026",
            "authorised_by-name": words.minister,
            "authorised_by-title": words.function,
            "authorised_by-on_day": "2",
            "authorised_by-on_month": "2",
            "authorised_by-on_year": "2026",
        },
        "so_far": {},
        "stakeholders": {f"not_relevant-{group}": words.absent for group in OTHER_GROUPS},
    }


def rows(words: Words) -> dict[str, dict[str, str]]:
    """The boxes of one row of each register, by name."""
    return {
        "objectives": {"text": words.objective},
        "stakeholders": {"name": words.stakeholder, "messages": words.message},
        "activities": {
            "title": words.activity,
            "when-start_month": "٦",
            "when-start_year": "٢٠٢٦",
            "places": words.place,
            "responsible": words.office,
        },
        "indicators": {"name": words.indicator},
    }


CHOICES: dict[str, dict[str, str]] = {
    "identity": {"scope": "national", "depth": "simple"},
    "so_far": {"participatory": "no"},
    "signature": {"visibility": "secretariat"},
}
CHOICES_OF_ROWS: dict[str, dict[str, str]] = {
    "stakeholders": {
        "groups": "pastoralists",
        "role": "leads",
        "level": "involve",
        "methods": "workshop",
        "hear_back": "meeting",
    },
    "activities": {
        "type": "meeting",
        "groups": "pastoralists",
        "reach": "local",
        "status": "planned",
    },
}
OTHER_GROUPS = [group.value for group in Group if group is not Group.PASTORALISTS]


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/sign-in")
    page.fill("input[type=email]", email)
    page.fill("input[type=password]", password)
    page.click("main form button[type=submit]")
    page.wait_for_selector("[data-sign-out]")


def sign_out(page: Page) -> None:
    page.click("[data-sign-out] button")
    page.wait_for_selector("input[type=password]")


def draft(page: Page, words: Words = WORDS["en"], language: str = "") -> str:
    """Begin a plan and answer every must through the forms; answers with its address.

    `language` is the working language of the plan; without it the Party's own is kept.
    """
    page.goto("/plans/new")
    page.click("#main-form button.govuk-button")
    plan = page.url.partition("?")[0]
    for section, boxes in sections(words).items():
        page.goto(f"{plan}/sections/{section}")
        choices = CHOICES.get(section, {})
        if section == "identity" and language:
            choices = {**choices, "language": language}
        fill(page, boxes, choices)
        save(page)
    for register, boxes in rows(words).items():
        add_row(page, plan, register, boxes, CHOICES_OF_ROWS.get(register, {}))
    return plan


def add_row(
    page: Page, plan: str, register: str, boxes: dict[str, str], choices: dict[str, str]
) -> None:
    page.goto(f"{plan}/sections/{SECTION_OF[register]}")
    page.click(f"form[action$='/rows/{register}/add'] button")
    fill(page, boxes, choices)
    page.click("#main-form button[value=close]")


SECTION_OF = {
    "objectives": "purpose",
    "stakeholders": "stakeholders",
    "activities": "activities",
    "indicators": "monitoring",
}


def fill(page: Page, boxes: dict[str, str], choices: dict[str, str]) -> None:
    for name, text in boxes.items():
        reveal(page.locator(f"#main-form [name='{name}']")).fill(text)
    for name, code in choices.items():
        choose(page, name, code)


def choose(page: Page, name: str, code: str) -> None:
    select = page.locator(f"#main-form select[name='{name}']")
    if select.count():
        reveal(select).select_option(code)
    else:
        reveal(page.locator(f"#main-form input[name='{name}'][value='{code}']")).check()


def reveal(box: Locator) -> Locator:
    """Unfold what the box is folded away in."""
    folded = box.locator("xpath=ancestor::details[not(@open)]")
    while folded.count():
        folded.first.locator("> summary").click()
    return box


def save(page: Page) -> None:
    with page.expect_navigation():
        page.click("#main-form .endbar button:not([name])")


def submit(page: Page, plan: str) -> None:
    page.goto(f"{plan}/submit")
    page.click(f"form[action$='{path_of(plan)}/submit'] button")
    page.wait_for_selector(".way")


def path_of(address: str) -> str:
    return "/plans/" + address.rpartition("/plans/")[2]
