"""Somebody changes the language in the middle of a form: nothing typed is lost, the page stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from engage.accounts.permissions import Role
from engage.kit.locales import language
from tests.browser import stage, walking
from tests.browser.conftest import watched
from tests.browser.live import Live
from tests.browser.stage import COMPLETE, DRAFT, EMPTY, IN_REVIEW, RETURNED, ROW

TYPED = "Zwei Sätze, <b>halb</b> & «fertig» — 写到一半、غير مكتمل\nи второй строкой"
LINE = "Ilen “Ī” Dorrin — 写到一半 غير مكتمل"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of form: where it is, and what is typed and chosen in it."""

    name: str
    address: str
    form: str
    boxes: Mapping[str, str]
    role: Role | None = Role.FOCAL_POINT
    chosen: Mapping[str, str] = field(default_factory=dict)
    cleared: Mapping[str, str] = field(default_factory=dict)


FORMS = (
    Form(
        "section",
        f"/plans/{RETURNED}/sections/identity",
        "#main-form",
        {"title": LINE, "period-start_year": "soon", "coordination_note": TYPED},
        chosen={"scope": "subnational"},
    ),
    Form(
        "row",
        f"/plans/{EMPTY}/rows/activities/{ROW}",
        "#main-form",
        {"title": LINE, "results": TYPED, "when-start_month": "٣"},
        chosen={"groups": "women"},
    ),
    Form(
        "rows of a spreadsheet",
        f"/plans/{EMPTY}/rows/activities/paste",
        "#main-form",
        {"text": TYPED},
        cleared={"headings": "y"},
    ),
    Form(
        "new plan",
        "/plans/new",
        "#main-form",
        {},
        chosen={"start_from": RETURNED},
        cleared={"parts": "identity"},
    ),
    Form(
        "comment of the secretariat",
        f"/review/{IN_REVIEW}/comment/purpose",
        "#comment-form",
        {"text": TYPED},
        Role.REVIEWER,
        {"kind": "question"},
    ),
    Form(
        "comment inside the Party",
        f"/plans/{DRAFT}/comment/purpose",
        "#comment-form",
        {"text": TYPED},
        Role.ADVISER,
        {"kind": "question"},
    ),
    Form(
        "changed comment",
        f"/plans/{DRAFT}/comments/{{advice}}",
        "#comment-form",
        {"text": TYPED},
        Role.ADVISER,
        {"kind": "praise"},
    ),
    Form(
        "decision",
        f"/review/{IN_REVIEW}",
        "#decision",
        {"strengths": TYPED, "reason": TYPED},
        Role.REVIEWER,
        {"step": "complete"},
    ),
    Form(
        "comments on the desk",
        f"/review/{IN_REVIEW}",
        "main",
        {"purpose-text": TYPED, "feedback-text": LINE, "strengths": TYPED},
        Role.REVIEWER,
        {"feedback-kind": "question"},
    ),
    Form(
        "answers to comments",
        f"/plans/{RETURNED}/comments",
        "#main-form",
        {"text_{asked}": TYPED},
        chosen={"answer_{asked}": "not_done"},
    ),
    Form("account", "/account", "#account", {"name": LINE, "function": LINE}),
    Form(
        "new entry of reference data",
        "/reference/occasions/add",
        "#entry",
        {"name_en": LINE, "name_ar": LINE, "note": LINE},
        Role.ADMINISTRATOR,
    ),
    Form(
        "entry of reference data",
        "/reference/initiatives/{initiatives}",
        "#entry",
        {"name_ru": LINE, "note": LINE},
        Role.ADMINISTRATOR,
    ),
    Form(
        "annexes of a Party",
        "/reference/parties/XA",
        "#party",
        {},
        Role.ADMINISTRATOR,
        {"annexes": "africa"},
    ),
    Form(
        "borrowed activity",
        "/activities/{offer}",
        "#borrow",
        {},
        chosen={"plan": DRAFT},
    ),
    Form(
        "template",
        f"/templates/new?plan={COMPLETE}",
        "#template-form",
        {"name_ar": LINE, "note": TYPED},
        Role.REVIEWER,
        {"language": "zh"},
    ),
    Form(
        "document of a template",
        "/templates/{template}/edit",
        "#template-form",
        {"name_en": LINE, "text": TYPED},
        Role.ADMINISTRATOR,
    ),
    Form("sign-in", "/sign-in?next=/plans", "#sign-in", {"email": "ilen@example.org"}, None),
)


@pytest.fixture(params=["with scripts", "without scripts"])
def visitor(request: pytest.FixtureRequest, chromium: Browser, rehearsed: Live) -> Iterator[Page]:
    scripts = request.param == "with scripts"
    context = chromium.new_context(base_url=rehearsed.url, java_script_enabled=scripts)
    with watched(context) as page:
        yield page
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_what_is_half_typed_stays_when_the_language_changes(
    visitor: Page, rehearsed: Live, form: Form
) -> None:
    if form.role is not None:
        stage.let_in(visitor.context, rehearsed, form.role)
    with rehearsed.app.app_context():
        names = stage.names()
    address = form.address.format_map(names)
    visitor.goto(f"{address}{'&' if '?' in address else '?'}lang=en")
    fill(visitor, form, names)
    for code in ("ar", "ru"):
        with visitor.expect_navigation():
            visitor.click(f"button[name=switch_language][value={code}]")
        assert urlsplit(visitor.url).path == urlsplit(address).path
        expect(visitor.locator("html")).to_have_attribute("lang", language(code).tag)
        expect(visitor.locator("html")).to_have_attribute("dir", language(code).direction)
        is_there(visitor, form, names)


def fill(page: Page, form: Form, names: Mapping[str, object]) -> None:
    for name, text in form.boxes.items():
        walking.reveal(box(page, form, name.format_map(names))).fill(text)
    for name, code in form.chosen.items():
        found = box(page, form, name.format_map(names), code)
        if is_list(found):
            found.select_option(code)
        else:
            walking.reveal(found).check()
    for name, code in form.cleared.items():
        box(page, form, name, code).uncheck()


def is_there(page: Page, form: Form, names: Mapping[str, object]) -> None:
    for name, text in form.boxes.items():
        expect(box(page, form, name.format_map(names))).to_have_value(text)
    for name, code in form.chosen.items():
        found = box(page, form, name.format_map(names), code)
        if is_list(found):
            expect(found).to_have_value(code)
        else:
            expect(found).to_be_checked()
    for name, code in form.cleared.items():
        expect(box(page, form, name, code)).not_to_be_checked()


def box(page: Page, form: Form, name: str, code: str = "") -> Locator:
    """The box of that name; of radios and ticks, the one with the code."""
    within = page.locator(form.form)
    if code and not within.locator(f"select[name='{name}']").count():
        return within.locator(f"[name='{name}'][value='{code}']")
    return within.locator(f"[name='{name}']")


def is_list(found: Locator) -> bool:
    return bool(found.evaluate("(box) => box.tagName === 'SELECT'"))
