"""Times of the day are read as they are written anywhere; nothing is guessed."""

from __future__ import annotations

import pytest

from engage.kit.locales import CODES
from engage.kit.values.base import Json
from engage.kit.values.hours import Hours
from tests.kit.values.cells import value
from tests.speaking import spoken

HOURS = Hours()
_PAST_MIDNIGHT = (
    "From 22:00 to 01:00 goes past midnight, into the next day. Both are kept as you typed them."
)
MORNING = {"from": "09:30", "to": "12:00"}


def taken_from(start: str, end: str = "") -> Json:
    taken = HOURS.take({"from": [start], "to": [end]})
    assert [str(problem.sentence) for problem in taken.problems] == []
    return taken.value


def asked(**boxes: str) -> list[tuple[str, str]]:
    taken = HOURS.take({part: [text] for part, text in boxes.items()})
    assert HOURS.typed(taken.value) == {part: [text] for part, text in boxes.items()}
    return [(problem.code, problem.part) for problem in taken.problems]


@pytest.mark.parametrize(
    "text",
    [
        "9:30",
        "09:30",
        "9.30",
        "9h30",
        "9 h 30",
        "0930",
        "930",
        "9:30:00",
        "9:30 am",
        "9:30 a.m.",
        "9:30 a. m.",
        "9:30 AM",
        "٩:٣٠",
        "۹:۳۰",
        "９：３０",
        "٩:٣٠ ص",
        "9:30 صباحاً",
        "上午9点30分",
        "9时30分",
        "9 ч 30 мин",
        "9:30 утра",
        "9.30 h",
    ],
)
def test_half_past_nine_is_written_in_many_ways(text: str) -> None:
    assert taken_from(text) == {"from": "09:30"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", "09:00"),
        ("9 h", "09:00"),
        ("9 p.m.", "21:00"),
        ("9 م", "21:00"),
        ("下午3点", "15:00"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("12", "12:00"),
        ("24:00", "00:00"),
        ("0:15", "00:15"),
    ],
)
def test_hours_are_kept_by_the_day_of_twenty_four(text: str, time: str) -> None:
    assert taken_from(text) == {"from": time}


@pytest.mark.parametrize(
    "text",
    [
        "9:30–12:00",
        "9:30 - 12",
        "9h30 à 12h",
        "from 9:30 to 12",
        "с 9:30 до 12",
        "de 9:30 a 12",
        "من 9:30 إلى 12",
        "9:30 a.m. – 12 p.m.",
        "9:30 a. m. a 12 p. m.",
        "上午9点30分至下午12点",
    ],
)
def test_both_times_may_stand_in_one_box(text: str) -> None:
    assert taken_from(text) == MORNING
    assert value(HOURS, text) == MORNING


def test_what_cannot_be_read_is_kept_and_says_what_to_do() -> None:
    assert asked(**{"from": "after lunch"}) == [("time", "from")]
    assert asked(**{"from": "25:00"}) == [("time", "from")]
    assert asked(**{"from": "24:30"}) == [("time", "from")]
    assert asked(**{"from": "9:60", "to": "13 pm"}) == [("time", "from"), ("time", "to")]
    assert asked(to="12:00") == [("missing", "from")]
    assert asked(**{"from": "9:30–12:00", "to": "13:00"}) == [("time", "from")]


def test_a_half_of_the_day_that_one_time_alone_says_is_not_supposed_of_the_other() -> None:
    assert asked(**{"from": "2 – 5 p.m."}) == [("noon", "from")]
    assert asked(**{"from": "9 am", "to": "5"}) == [("noon", "from")]
    assert taken_from("09:30", "5 pm") == {"from": "09:30", "to": "17:00"}
    assert taken_from("22:00", "1 am") == {"from": "22:00", "to": "01:00"}


def test_an_end_past_midnight_is_kept_and_spoken_of() -> None:
    taken = HOURS.take({"from": ["22:00"], "to": ["1:00"]})
    assert taken.value == {"from": "22:00", "to": "01:00"}
    assert [str(each.sentence) for each in taken.warnings] == [_PAST_MIDNIGHT]
    assert HOURS.warn({"from": "18:00", "to": "00:00"}) == ()
    assert HOURS.warn({"from": "18:00"}) == ()


def test_times_read_the_same_in_all_languages() -> None:
    for language in CODES:
        with spoken(language):
            [line] = HOURS.show(MORNING, language)
            assert line.text == ("09:30-12:00" if language == "zh" else "09:30–12:00")
            assert [line.text for line in HOURS.show({"from": "09:30"}, language)] == ["09:30"]
