"""Hours mean the same instant to a reader that knows of zones only what the file tells it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engage.kit.ics import Hours
from engage.kit.vtimezone import EARLIEST, LATEST, block
from tests.kit.calendars.made import events, item, local, written
from tests.kit.calendars.reader import Reader

ZONES = (
    "Asia/Kathmandu",
    "Asia/Ulaanbaatar",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "Asia/Gaza",
    "Europe/Dublin",
    "America/Bogota",
    "America/St_Johns",
    "America/Nuuk",
    "Etc/UTC",
)
# Before, in and after the hour in which clocks are put forward and back.
CHANGES = {
    "Europe/Berlin": ("2026-03-29T00:30", "2026-10-25T00:30"),
    "America/New_York": ("2026-03-07T23:30", "2026-10-31T23:30"),
    "Australia/Lord_Howe": ("2026-10-04T00:15", "2026-04-05T00:15"),
}
# Rules that changed: 2007, 2008 to 2015, 2011 and 2014, 2018, and a day that never was.
HISTORIES = (
    "America/New_York",
    "Asia/Ulaanbaatar",
    "Europe/Moscow",
    "Africa/Casablanca",
    "Pacific/Apia",
)


def in_utc(moment: date | datetime | None) -> str:
    assert isinstance(moment, datetime)
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}"


def instant(shown: datetime, zone: str) -> str:
    return in_utc(shown.replace(tzinfo=ZoneInfo(zone)))


def comes_once(shown: datetime, zone: str) -> bool:
    """Neither in the hour that clocks leave out nor in the one that comes twice: it means its
    first time (RFC 5545, 3.3.5), but ical.js takes the second."""
    there = shown.replace(tzinfo=ZoneInfo(zone))
    return there.utcoffset() == there.replace(fold=1).utcoffset()


def around_the_year() -> list[tuple[datetime, datetime, str]]:
    """Hours of each month, and around the nights in which summer time begins and ends."""
    months = [local(f"2026-{month:02}-09T09:30") for month in range(1, 13)]
    hours = [
        (start, start + timedelta(hours=30), zone)
        for zone in (*ZONES, *CHANGES)
        for start in months
    ]
    for zone, nights in CHANGES.items():
        for night in map(local, nights):
            starts = [night + timedelta(minutes=30 * n) for n in range(10)]
            hours += [(start, night + timedelta(hours=12), zone) for start in starts]
    return [each for each in hours if comes_once(each[0], each[2])]


def of_many_years() -> list[tuple[datetime, datetime, str]]:
    weeks = [local("2005-01-03T12:00") + timedelta(days=17 * n) for n in range(460)]
    return [(noon, noon + timedelta(hours=2), zone) for zone in HISTORIES for noon in weeks]


@pytest.mark.parametrize("made", [around_the_year, of_many_years])
def test_both_readers_find_the_same_instants_east_and_west_and_over_summer_time(
    made: Callable[[], list[tuple[datetime, datetime, str]]], ical_js: Reader
) -> None:
    hours = made()
    calendar = written(*(item(f"{n}@x", time=Hours(*each)) for n, each in enumerate(hours)))
    meant = [(instant(start, zone), instant(end, zone)) for start, end, zone in hours]
    assert [(event["start"], event["end"]) for event in ical_js(calendar)] == meant
    assert [(in_utc(event.DTSTART), in_utc(event.DTEND)) for event in events(calendar)] == meant


def test_a_meeting_over_the_night_of_the_change_lasts_as_long_as_it_does(ical_js: Reader) -> None:
    night = Hours(local("2026-03-28T22:00"), local("2026-03-29T04:00"), "Europe/Berlin")
    autumn = Hours(local("2026-10-24T22:00"), local("2026-10-25T04:00"), "Europe/Berlin")
    first, second = ical_js(written(item("1@x", time=night), item("2@x", time=autumn)))
    assert (first["start"], first["end"]) == (
        "2026-03-28T21:00:00.000Z",
        "2026-03-29T02:00:00.000Z",
    )
    assert (second["start"], second["end"]) == (
        "2026-10-24T20:00:00.000Z",
        "2026-10-25T03:00:00.000Z",
    )


def test_a_zone_is_told_once_for_the_years_in_which_it_is_used() -> None:
    hours = [Hours(local(f"{year}-06-17T09:00"), None, "Europe/Berlin") for year in (2026, 2028)]
    calendar = written(*(item(f"{n}@x", time=each) for n, each in enumerate(hours)))
    assert calendar.count(b"BEGIN:VTIMEZONE") == 1
    assert block("Europe/Berlin", 2026, 2028) in calendar


def test_summer_time_begins_at_the_hour_that_clocks_show_before_it() -> None:
    told = block("Europe/Berlin", 2026, 2026).decode().split("\r\n")
    assert told[told.index("BEGIN:DAYLIGHT") + 1 :][:2] == [
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    ]


def test_what_follows_no_rule_is_told_change_by_change() -> None:
    told = block("Africa/Casablanca", 2026, 2026)
    assert told.count(b"BEGIN:DAYLIGHT\r\nDTSTART:") == 3
    assert b"DTSTART:20260215T030000" in told
    assert b"RRULE" not in told


@pytest.mark.parametrize("zone", ["Europe/Dublin", "Africa/Casablanca", "Pacific/Auckland"])
def test_summer_is_when_clocks_are_ahead(zone: str) -> None:
    parts = block(zone, 2026, 2026).decode().split("BEGIN:")[3:]
    for part in parts:
        before, after = (
            part.split(f"TZOFFSET{which}:")[1].split("\r\n")[0] for which in ("FROM", "TO")
        )
        assert part.startswith("DAYLIGHT") == (int(after) > int(before))


def test_a_mistyped_year_asks_for_no_more_than_the_years_of_this_age() -> None:
    assert block("America/Bogota", 26, 9999) == block("America/Bogota", EARLIEST, LATEST)
