"""A journey of eight stops over eight Parties, from its plan to what everybody reads of it.

The secretariat, each host and the public have a browser of their own; one host has a phone.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from sqlalchemy import select

from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.events.models import Event
from engage.journeys.reading import SPAN
from engage.kit.db import db
from engage.kit.locales import force
from engage.reference.queries import get_party
from tests.browser import walking
from tests.browser.conftest import watched
from tests.browser.eight_stops import (
    AGREED,
    ALMATY,
    ALMATY_NOW,
    NARYN,
    RIYADH,
    SAMARKAND,
    SAMARKAND_NOW,
    STOPS,
)
from tests.browser.journeying import (
    Told,
    add_stop,
    begin,
    follow,
    invite,
    key_of,
    move_days,
    order_on_plan,
    path_of,
    press,
    told_in_feed,
    told_on,
    told_on_paper,
    words_in,
)
from tests.browser.live import Live
from tests.calendar.held import items
from tests.kit.calendars.reader import Reader

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is missing"),
]

SECRETARIAT = "maro@example.org"
PHONE: ViewportSize = {"width": 390, "height": 844}
NAMES = {"en": "Caravan of the grasslands", "ar": "قافلة المراعي", "zh": "草原商队"}
REASON = "The road over the pass is closed until summer."
COUNTS = {
    "participants-number": "137",
    "counts-everyone.women.all": "74",
    "counts-everyone.men.all": "63",
    "counts-pastoralists.all.all": "~90",
    "counts-disabilities.all.all": "3",
}
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('engage')).length"

Desk = Callable[[str], Any]


@pytest.fixture
def desk(chromium: Browser, live: Live) -> Desk:
    """A person who is signed in at a browser of their own, for as long as it is needed."""
    people = {SECRETARIAT: UserDetails(email=SECRETARIAT, name="Maro Selten", role=Role.REVIEWER)}
    for stop in STOPS:
        people[stop.host] = UserDetails(
            email=stop.host,
            name=f"Focal {stop.party}",
            role=Role.FOCAL_POINT,
            party_code=stop.party,
        )
    with live.app.app_context():
        for details in people.values():
            add_user(details, walking.PASSWORD)
        db.session.commit()

    @contextmanager
    def of(person: str) -> Iterator[Page]:
        context = chromium.new_context(base_url=live.url, locale="en-GB")
        with watched(context) as page:
            walking.sign_in(page, person)
            yield page
        context.close()

    return of


@pytest.fixture
def phone(chromium: Browser, live: Live) -> Iterator[Page]:
    """It may complain: a line that is down is an error to the browser."""
    context = chromium.new_context(base_url=live.url, locale="en-GB", viewport=PHONE)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def public(chromium: Browser, live: Live) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=live.url, locale="en-GB")
    yield context
    context.close()


def test_a_journey_is_planned_hosted_held_and_read(
    live: Live, desk: Desk, phone: Page, public: BrowserContext, ical_js: Reader
) -> None:
    with desk(SECRETARIAT) as page:
        journey = begin(page, NAMES)
        for stop in STOPS:
            invite(page, journey, stop.party)
        addresses = {stop.place: add_stop(page, journey, stop) for stop in STOPS}
        page.goto(f"{journey}/plan")
        follow(page, "form[action$='/open'] button")
        nobody_is_named_before_the_hosts_answer(public, journey)

        for stop in STOPS:
            with desk(stop.host) as host:
                answers(host, addresses[stop.place], REASON if stop is NARYN else "")
        two_change_places(page, journey, addresses)
    for stop in (ALMATY, SAMARKAND):
        with desk(stop.host) as host:
            says_yes_once_more(host, addresses[stop.place])

    walking.sign_in(phone, RIYADH.host)
    event = an_event_is_held(phone, journey, addresses["Riyadh"])
    it_is_counted_while_the_line_drops(live, phone, event)
    another_is_written_while_the_line_is_down(live, phone, journey)

    page_paper_and_feed_agree(live, public, journey, ical_js)
    what_was_counted_stands_in_the_totals(public, journey)


def nobody_is_named_before_the_hosts_answer(public: BrowserContext, journey: str) -> None:
    with watched(public) as page:
        assert told_on(page, journey) == []
        expect(page.locator("main")).to_contain_text("No stop is public yet")


def answers(page: Page, stop: str, reason: str) -> None:
    """From the list of what the Party is asked; with a reason it declines."""
    page.goto("/journeys/mine")
    follow(page, f"main a[href='{path_of(stop)}/answer']")
    if reason:
        page.fill("#main-form [name=reason]", reason)
    follow(page, f"#main-form button[value={'decline' if reason else 'accept'}]")
    expect(page.locator(".flash")).to_contain_text("does not host" if reason else "hosts this stop")


def two_change_places(page: Page, journey: str, addresses: dict[str, str]) -> None:
    """By keyboard. The days stay with their stops, which the page says, until they are typed."""
    page.goto(f"{journey}/plan")
    expect(page.locator("main")).to_contain_text(REASON)
    doubts = page.locator("[aria-labelledby=doubts]")
    expect(doubts).to_have_count(0)
    up, down = (f"#{way}-{key_of(addresses['Samarkand'])}" for way in ("up", "down"))
    page.focus(down)
    press(page, "Enter")
    swapped = ["Riyadh", "Konya", "Almaty", "Samarkand"]
    assert order_on_plan(page)[:4] == swapped
    expect(page.locator(down)).to_be_focused()
    expect(doubts).to_contain_text("Stop 4 ends before stop 3 begins.")
    press(page, "Alt+ArrowUp")
    expect(page.locator(up)).to_be_focused()
    expect(doubts).to_have_count(0)
    press(page, "Alt+ArrowDown")
    assert order_on_plan(page)[:4] == swapped
    for stop in (SAMARKAND_NOW, ALMATY_NOW):
        move_days(page, addresses[stop.place], stop)
    page.goto(f"{journey}/plan")
    expect(doubts).to_have_count(0)


def says_yes_once_more(page: Page, stop: str) -> None:
    page.goto(f"{stop}/answer")
    expect(page.locator("main")).to_contain_text("were changed after your Party had accepted")
    follow(page, "#main-form button[value=accept]")
    page.goto(f"{stop}/answer")
    expect(page.locator("main")).not_to_contain_text("were changed after")


def an_event_is_held(page: Page, journey: str, stop: str) -> str:
    """The stop took place, and opens into an event that everybody may see."""
    page.goto(stop)
    follow(page, "form[action$='/held'] button")
    page.goto(f"{journey}/events")
    follow(page, f"form[action='{path_of(stop)}/event'] button")
    event = page.url
    page.goto(f"{event}/edit/sharing")
    walking.choose(page, "visibility", "public")
    walking.save(page)
    return event


def it_is_counted_while_the_line_drops(live: Live, page: Page, event: str) -> None:
    page.goto(event)
    follow(page, "main a[href$='/counts']")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.context.set_offline(True)
    walking.fill(page, COUNTS, {})
    expect(page.locator("#saved-line")).to_contain_text("No line since")
    assert (page.evaluate(KEPT), counted(live)) == (1, [None])
    page.context.set_offline(False)
    expect(page.locator("#saved-line")).to_contain_text("Saved at")
    assert (page.evaluate(KEPT), counted(live)) == (0, [137])


def another_is_written_while_the_line_is_down(live: Live, page: Page, journey: str) -> None:
    """An evening that nobody has shown to others yet."""
    page.goto(f"{journey}/events")
    follow(page, "main a[href^='/events/new']")
    page.context.set_offline(True)
    page.fill("[name=title]", "Evening of songs")
    page.fill("[name=place]", "Diriyah")
    page.click("#main-form button.govuk-button")
    expect(page.locator("#line")).to_contain_text("The event is kept in this browser")
    assert counted(live) == [137]
    page.context.set_offline(False)
    expect(page.locator("#sent")).to_contain_text("The server has it.")
    assert (page.evaluate(KEPT), counted(live)) == (0, [137, None])
    follow(page, "#sent a")
    expect(page.locator("main")).to_contain_text(NAMES["en"])


def counted(live: Live) -> list[int | None]:
    """How many came, of each event that the server has."""
    with live.app.app_context():
        contents = db.session.scalars(select(Event.content).order_by(Event.id))
        return [each.get("participants", {}).get("number") for each in contents]


def page_paper_and_feed_agree(
    live: Live, public: BrowserContext, journey: str, ical_js: Reader
) -> None:
    with watched(public) as page:
        for language in NAMES:
            told = told_on(page, f"{journey}?lang={language}")
            assert [(stop.place, stop.when, stop.host) for stop in told] == expected(live, language)
            paper = public.request.get(f"{journey}/sheet.pdf?lang={language}").body()
            stands_on_paper(paper, told)
        assert NARYN.place not in page.content()
    feed = public.request.get(f"{journey}.ics?lang=en").body()
    agrees(feed, expected(live, "en"), ical_js)


def expected(live: Live, language: str) -> list[tuple[str, str, str]]:
    """Place, days and host of those that agreed, in their order."""
    with live.app.test_request_context(), force(language):
        return [
            (
                stop.place,
                SPAN.show({"start": str(stop.first), "end": str(stop.last)}, language)[0].text,
                get_party(stop.party).name(language),
            )
            for stop in AGREED
        ]


def stands_on_paper(pdf: bytes, told: Sequence[Told]) -> None:
    for stop, words in zip(told, told_on_paper(pdf, told), strict=True):
        assert words_in(f"{stop.when} {stop.host} {stop.state}") <= words
        assert NARYN.place not in words


def agrees(feed: bytes, stops: Sequence[tuple[str, str, str]], ical_js: Reader) -> None:
    """Both readers find the stops whose hosts agreed, and none else, on the same days."""
    assert told_in_feed(feed) == list(stops)
    days = {str(each["uid"]): (str(each.start), str(each.end)) for each in items(feed)}
    assert {each["uid"]: (each["start"], each["end"]) for each in ical_js(feed)} == days
    for kept_back in (NARYN.place, REASON, "Diriyah"):
        assert kept_back.encode() not in feed


def what_was_counted_stands_in_the_totals(public: BrowserContext, journey: str) -> None:
    """As everybody may see it: without a figure of three, and without what is not public."""
    with watched(public) as page:
        page.goto(f"{journey}/events?lang=en")
        said = " ".join(page.locator("main").inner_text().split())
    for told in ("Attendances 137", "Women 74", "Men 63", "Pastoralists about 90"):
        assert f"{told} Known for 1 of 1 event." in said
    assert "known but not shown, to protect people in small groups" in said
    assert "Evening of songs" not in said
