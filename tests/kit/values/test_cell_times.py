"""A time in one cell: a day, from one day to another, or words; day or month is never guessed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engage.kit.values.cells import Habits
from engage.kit.values.when import When
from tests.kit.values.cells import asked, taken, value
from tests.speaking import spoken

WHEN, DATE = When(), When(only=("start",))


@pytest.fixture(autouse=True)
def _speaking() -> Iterator[None]:
    with spoken():
        yield


DAYS = {
    "2027": "2027",
    "March 2027": "2027-03",
    "03.2027": "2027-03",
    "Mar-2027": "2027-03",
    "20.03.2027": "2027-03-20",
    "2027-03-20": "2027-03-20",
    "2027-03-20 00:00:00": "2027-03-20",
    "20-Mar-2027": "2027-03-20",
    "March 20, 2027": "2027-03-20",
    "20th March 2027": "2027-03-20",
    "Saturday, 20 March 2027": "2027-03-20",
    "03/20/2027": "2027-03-20",
    "4/4/2027": "2027-04-04",
    "1er mars 2027": "2027-03-01",
    "20 de marzo del 2027": "2027-03-20",
    "20 марта 2027 г.": "2027-03-20",
    "٢٠ مارس ٢٠٢٧": "2027-03-20",
    "20 آذار/مارس 2027": "2027-03-20",
    "2027年3月20日": "2027-03-20",
}
SPANS = {
    "20 March 2027 – 22 March 2027": ("2027-03-20", "2027-03-22"),
    "20–22 March 2027": ("2027-03-20", "2027-03-22"),
    "20-22.03.2027": ("2027-03-20", "2027-03-22"),
    "March to June 2027": ("2027-03", "2027-06"),
    "2026-2027": ("2026", "2027"),
    "du 20 au 22 mars 2027": ("2027-03-20", "2027-03-22"),
    "del 20 al 22 de marzo de 2027": ("2027-03-20", "2027-03-22"),
    "с 20 марта по 2 апреля 2027 г.": ("2027-03-20", "2027-04-02"),
    "من 20 آذار/مارس إلى 22 آذار/مارس 2027": ("2027-03-20", "2027-03-22"),
    "2027年3月20日至22日": ("2027-03-20", "2027-03-22"),
}
WORDS = (
    "spring, after the rains",
    "around 17 June",
    "3 days",
    "22, 23 and 25 January 2027",
    "August last year",
    "throughout the project cycle",
    "20 March 2027 and 22 March 2027",
    "46101",
)


@pytest.mark.parametrize(("text", "read"), DAYS.items())
def test_a_day_is_read_as_exactly_as_it_is_written(text: str, read: str) -> None:
    assert value(WHEN, text) == {"start": read}
    assert value(DATE, text) == {"start": read}


@pytest.mark.parametrize(("text", "read"), SPANS.items())
def test_from_one_day_to_another(text: str, read: tuple[str, str]) -> None:
    assert value(WHEN, text) == dict(zip(("start", "end"), read, strict=True))


@pytest.mark.parametrize("text", WORDS)
def test_what_is_no_date_becomes_its_words(text: str) -> None:
    assert value(WHEN, text) == {"words": text}
    assert "is not read as a date" in asked(DATE, text)


@pytest.mark.parametrize("text", ["03/04/2027", "3.4.2027", "03-04-2027"])
def test_day_or_month_first_is_asked_and_never_guessed(text: str) -> None:
    assert "can be read as 3 April 2027 or as 4 March 2027" in asked(WHEN, text)
    assert value(WHEN, text, Habits(month_leads=False)) == {"start": "2027-04-03"}
    assert value(WHEN, text, Habits(month_leads=True)) == {"start": "2027-03-04"}


@pytest.mark.parametrize("text", ["31.06.2027", "20/03/27", "20-Mar-27"])
def test_figures_like_a_date_that_are_none_are_kept_and_asked_about(text: str) -> None:
    assert asked(WHEN, text)
    assert taken(WHEN, text).value == {"as_typed": {"start_day": [text]}}


def test_a_line_that_says_more_than_its_days_keeps_its_words() -> None:
    assert value(WHEN, "Q2 2027") == {"words": "Q2 2027", "start": "2027-04", "end": "2027-06"}
    found = taken(WHEN, "Sunday 20 March 2027")
    assert found.value == {"words": "Sunday 20 March 2027", "start": "2027-03-20"}
    assert [each.code for each in found.warnings] == ["weekday"]


def test_several_times_in_one_cell() -> None:
    days = "22 January 2027; 23 January 2027\n25 January 2027"
    assert value(WHEN, days) == {"start": "2027-01-22", "further": ["2027-01-23", "2027-01-25"]}
    assert value(WHEN, "20 March 2027; ежемесячно") == {
        "start": "2027-03-20",
        "frequency": "monthly",
    }


def test_start_and_end_in_columns_of_their_own() -> None:
    assert value(WHEN, "March 2027", part="start") == {"start": "2027-03"}
    assert value(WHEN, "2027-06-30", part="end") == {"end": "2027-06-30"}
    assert value(WHEN, "the autumn", part="end") == {"words": "the autumn"}
    assert "can be read as" in asked(WHEN, "03/04/2027", part="end")
