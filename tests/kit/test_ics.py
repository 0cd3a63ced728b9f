"""Two readers that share no line of code find in a calendar what was put into it."""

from __future__ import annotations

from datetime import UTC, date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engage.kit.ics import Days, Hours
from engage.kit.values.clean import tidy
from tests.kit.calendars.made import CHANGED, DAY, events, item, local, written
from tests.kit.calendars.reader import Reader

WORDS = (
    "C:\\New; a, b: \\n is no break, \\N neither\nthis one is",
    "ورشة عمل حول إدارة المراعي، أولان باتار؛ ١٧ يونيو",
    "荒漠化和干旱问题部长级圆桌会议" * 9,
    "👩🏽‍🌾🐪" * 20,
    "a\u2028b\u2029c\u0085d\x0be\x00f\ttab",
    'BEGIN:VEVENT\r\nUID:"other"\r\rEND:VEVENT',
    "\\",
    "^n ^' ^^",
)


def lines(calendar: bytes) -> list[str]:
    """Unfolded, by hand."""
    return calendar.decode().replace("\r\n ", "").split("\r\n")


def test_days_are_the_same_days_everywhere(ical_js: Reader) -> None:
    conference = Days(date(2026, 8, 17), date(2026, 8, 28))
    calendar = written(item("1@x", time=DAY), item("2@x", time=conference))
    assert b"VTIMEZONE" not in calendar
    assert [(event["isDate"], event["start"], event["end"]) for event in ical_js(calendar)] == [
        (True, "2026-06-17", "2026-06-18"),
        (True, "2026-08-17", "2026-08-29"),
    ]
    assert [(event.start, event.end) for event in events(calendar)] == [
        (date(2026, 6, 17), date(2026, 6, 18)),
        (date(2026, 8, 17), date(2026, 8, 29)),
    ]


def test_days_that_do_not_follow_one_another_are_entries_of_one_tree(ical_js: Reader) -> None:
    days = [date(2026, 5, 4), date(2026, 5, 6), date(2026, 5, 11)]
    parts = [
        item(f"AB-26-1-{n}@x", time=Days(day, day), related="AB-26-1@x")
        for n, day in enumerate(days, 1)
    ]
    found = ical_js(written(*parts))
    assert [(event["uid"], event["start"], event["related"]) for event in found] == [
        (f"AB-26-1-{n}@x", day.isoformat(), "AB-26-1@x") for n, day in enumerate(days, 1)
    ]


def test_hours_without_a_zone_are_bound_to_none_and_those_in_utc_need_no_block(
    ical_js: Reader,
) -> None:
    start, end = local("2026-06-17T09:00"), local("2026-06-17T11:30")
    calendar = written(
        item("1@x", time=Hours(start, end)),
        item("2@x", time=Hours(start, end, "UTC")),
        item("3@x", time=Hours(start)),
    )
    assert b"TZID" not in calendar
    assert [(event["start"], event["end"]) for event in ical_js(calendar)] == [
        ("2026-06-17T09:00:00", "2026-06-17T11:30:00"),
        ("2026-06-17T09:00:00.000Z", "2026-06-17T11:30:00.000Z"),
        ("2026-06-17T09:00:00", None),
    ]
    floating, utc, without_end = events(calendar)
    assert (floating.start, floating.end) == (start, end)
    assert (utc.start, utc.end) == (start.replace(tzinfo=UTC), end.replace(tzinfo=UTC))
    assert without_end.start == start


def test_what_is_cancelled_keeps_its_name_and_gets_a_higher_number(ical_js: Reader) -> None:
    calendar = written(item(status="cancelled", sequence=3), item("2@x", status="tentative"))
    gone, planned = ical_js(calendar)
    assert (gone["uid"], gone["status"], gone["sequence"]) == (
        "AB-26-1@engage.example",
        "CANCELLED",
        3,
    )
    assert (planned["status"], planned["sequence"]) == ("TENTATIVE", 0)
    assert [event["STATUS"] for event in events(calendar)] == ["CANCELLED", "TENTATIVE"]


def test_any_text_comes_back_from_both_readers(ical_js: Reader) -> None:
    met = list(WORDS)

    @settings(max_examples=150, deadline=None, derandomize=True, database=None)
    @given(words=st.text(st.characters() | st.sampled_from('\\nN,;:"^\r\n\t é草م🐪'), max_size=120))
    @example(words="\ud800 alone")
    def comes_back(words: str) -> None:
        met.append(words)
        [event] = events(written(item(summary=words, description=words)))
        assert event.get("SUMMARY", "") == tidy(words)

    comes_back()
    calendar = written(
        *(item(summary=words, description=words, categories=(words, "b")) for words in met)
    )
    for event, words in zip(ical_js(calendar), met, strict=True):
        told = tidy(words)
        assert [event["summary"] or "", event["description"] or ""] == [told, told]
        if not told.endswith("\\"):  # there ical.js takes the comma that follows for escaped
            assert event["categories"] == [told, "b"]
    for parsed, words in zip(events(calendar), met, strict=True):
        assert [str(category) for category in parsed.categories] == [tidy(words), "b"]


def test_lines_are_short_end_as_they_must_and_part_no_letter() -> None:
    words = "".join(WORDS)
    calendar = written(item(summary=words, description=words * 5, language="ar"), name=words)
    physical = calendar.split(b"\r\n")
    assert physical[-1] == b""
    assert max(map(len, physical)) <= 75
    assert not any(b"\r" in line or b"\n" in line for line in physical)
    assert all(line.decode() for line in physical[:-1])


def test_words_say_their_language_and_addresses_and_places_are_whole() -> None:
    calendar = written(
        item(
            summary="قافلة",
            location="نواكشوط",
            language="ar",
            url="https://engage.example/é?a=1,2;3\r\nX:y",
            coordinates=(18.0735, -15.9582),
        )
    )
    found = lines(calendar)
    assert "SUMMARY;LANGUAGE=ar:قافلة" in found
    assert "LOCATION;LANGUAGE=ar:نواكشوط" in found
    assert "URL:https://engage.example/%C3%A9?a=1,2;3%0D%0AX:y" in found
    assert "GEO:18.0735;-15.9582" in found


def test_the_calendar_says_what_it_is_and_when_to_ask_again() -> None:
    found = lines(written(item(), name="Route, 2026"))
    for line in (
        "VERSION:2.0",
        "NAME;LANGUAGE=en:Route\\, 2026",
        "X-WR-CALNAME:Route\\, 2026",
        "URL:https://engage.example/calendar",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "DTSTAMP:20260203T040506Z",
        "LAST-MODIFIED:20260203T040506Z",
    ):
        assert line in found


def test_equal_entries_make_equal_bytes_and_a_change_shows() -> None:
    hours = Hours(local("2026-06-17T09:00"), None, "America/Bogota")
    before = written(item(), item("2@x", time=hours))
    assert written(item(), item("2@x", time=hours)) == before
    later = item("2@x", time=hours, changed_at=CHANGED + timedelta(hours=1), summary="Moved")
    assert b"SUMMARY;LANGUAGE=en:Moved" in written(item(), later)
    assert events(written()) == []


@pytest.mark.parametrize("zone", ["", "PST", "Europe", "../etc", "Europe/Nowhere"])
def test_a_zone_that_does_not_exist_is_refused_by_name(zone: str) -> None:
    with pytest.raises(ValueError, match="no time zone of the IANA database"):
        Hours(local("2026-06-17T09:00"), None, zone)


def test_times_that_cannot_be_told_are_refused() -> None:
    noon = local("2026-06-17T12:00")
    with pytest.raises(ValueError, match="the end is before the start"):
        Hours(noon, noon - timedelta(hours=1))
    with pytest.raises(ValueError, match="no zone of its own"):
        Hours(noon.replace(tzinfo=UTC))
    with pytest.raises(ValueError, match="the last day is before the first one"):
        Days(date(2026, 6, 17), date(2026, 6, 16))
    with pytest.raises(ValueError, match="needs a time zone"):
        item(changed_at=noon)
