"""What people do on the pages of a journey, and what stands on its page, paper and feed."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page, expect

from tests.browser import walking
from tests.browser.eight_stops import A_DAY, Planned
from tests.calendar.held import items


@dataclass(frozen=True, slots=True)
class Told:
    """A stop as a reader finds it, `when` and `host` in the language of the reader."""

    place: str
    when: str
    host: str
    state: str


def follow(page: Page, button: str) -> None:
    """Press it, and wait for the page to which it leads."""
    with page.expect_navigation():
        page.click(button)


def begin(page: Page, names: Mapping[str, str]) -> str:
    """A journey with its names by language; answers with its address."""
    page.goto("/journeys/new")
    page.fill("#main-form [name='name-en']", names["en"])
    follow(page, "#main-form button.govuk-button")
    boxes = {f"name-{code}": name for code, name in names.items()}
    walking.fill(page, boxes, {})
    walking.save(page)
    return page.url.removesuffix("/edit")


def invite(page: Page, journey: str, party: str) -> None:
    page.goto(f"{journey}/parties")
    page.select_option("#main-form [name=party]", party)
    follow(page, "#main-form button.govuk-button")
    expect(page.locator(f"#party-{party}")).to_be_visible()


def add_stop(page: Page, journey: str, stop: Planned) -> str:
    """The stop with place, days and position, proposed to its Party; answers with its address."""
    page.goto(f"{journey}/plan")
    follow(page, "form[action$='/stops/add'] button")
    walking.fill(page, {"place": stop.place, **days_of(stop)}, {"languages": "en"})
    lat, lon, zone = stop.position
    if zone:
        walking.fill(page, {"coordinates-lat": lat, "coordinates-lon": lon, "zone": zone}, {})
    walking.save(page)
    address = page.url
    page.goto(f"{address}/host")
    page.select_option("#main-form [name=party]", stop.party)
    follow(page, "#main-form button.govuk-button")
    if not zone:
        page.goto(address)
        follow(page, "#towns button >> nth=0")
        expect(page.locator("[name='coordinates-lat']")).not_to_have_value("")
        expect(page.locator("[name=zone]")).not_to_have_value("")
    return address


def path_of(address: str) -> str:
    return "/journeys/" + address.rpartition("/journeys/")[2]


def key_of(stop: str) -> str:
    """The key of a stop, out of its address."""
    return stop.rpartition("/")[2]


def days_of(stop: Planned) -> dict[str, str]:
    """The boxes of its days."""
    return {
        f"when-{end}_{part}": str(getattr(day, part))
        for end, day in (("start", stop.first), ("end", stop.last))
        for part in ("day", "month", "year")
    }


def move_days(page: Page, address: str, stop: Planned) -> None:
    page.goto(address)
    walking.fill(page, days_of(stop), {})
    walking.save(page)


def press(page: Page, key: str) -> None:
    """Without a mouse, on the button that has the focus."""
    with page.expect_navigation():
        page.keyboard.press(key)


def order_on_plan(page: Page) -> list[str]:
    return page.locator("ol .row h2").all_inner_texts()


def told_on(page: Page, address: str) -> list[Told]:
    """The stops as the public page lists them, the number before the place checked and left out."""
    page.goto(address)
    rows = page.locator("tr[id^=stop-]").all()
    assert [row.locator("td >> nth=0").inner_text() for row in rows] == [
        str(number) for number in range(1, len(rows) + 1)
    ]
    return [
        Told(
            place=row.locator("th a").inner_text(),
            when=_of(row.locator("td >> nth=1").inner_text()),
            host=_of(row.locator("td >> nth=2").inner_text()),
            state=_of(row.locator("td >> nth=4").inner_text().split("\n")[0]),
        )
        for row in rows
    ]


def told_on_paper(pdf: bytes, stops: Sequence[Told]) -> list[Counter[str]]:
    """For each stop in turn the words that stand from its place to the next one, in any order:
    poppler writes lines from right to left the other way round."""
    asked = ["pdftotext", "-raw", "-", "-"]
    text = subprocess.run(asked, input=pdf, capture_output=True, check=True).stdout.decode()
    begins = [text.index(stop.place) for stop in stops]
    assert begins == sorted(begins)
    return [words_in(text[one:other]) for one, other in pairwise([*begins, len(text)])]


def told_in_feed(feed: bytes) -> list[tuple[str, str, str]]:
    """Place, days and host of each item, by day, as the page says them in English."""
    return [
        (
            str(item["location"]),
            f"from {_day(item.start)} to {_day(item.end - A_DAY)}",
            str(item["description"]).split("\n")[1],
        )
        for item in sorted(items(feed), key=lambda each: str(each.start))
    ]


def words_in(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+|[^\W\d]+", unicodedata.normalize("NFKC", text)))


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _of(text: str) -> str:
    return " ".join(text.split())
