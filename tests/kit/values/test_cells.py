"""What people write in one cell becomes what a form would have asked apart; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engage.kit.locales import CODES, force
from engage.kit.values.base import Answer, Json, Kind, Taken
from engage.kit.values.cells import Habits, read_cell, take_cells
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.money import Money
from engage.kit.values.named import currency_of
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import Frequency, When
from engage.reference.vocabulary.groups import Group, Rating
from engage.reference.vocabulary.resources import FundingSource
from tests.kit.values.samples import day
from tests.speaking import spoken

TRIED = settings(max_examples=50, deadline=None, derandomize=True)
WHEN, DATE = When(answers=frozenset(Answer)), When(only=("start",))
MONEY, COUNT = Money(sources=FundingSource), Count(answers=frozenset(Answer))
GROUPS, OPEN = Choices(Group), Choices(Group, open=True)


@pytest.fixture(autouse=True)
def _speaking() -> Iterator[None]:
    with spoken():
        yield


def taken(kind: Kind, text: str, habits: Habits | None = None, part: str = "") -> Taken:
    return take_cells(kind, [read_cell(kind, text, habits or Habits(), part)])


def value(kind: Kind, text: str, habits: Habits | None = None, part: str = "") -> Any:
    found = taken(kind, text, habits, part)
    assert [str(each.sentence) for each in found.problems] == []
    return found.value


def asked(kind: Kind, text: str, part: str = "") -> str:
    """What is asked about a cell that is kept as typed."""
    found = taken(kind, text, part=part)
    assert isinstance(found.value, dict)
    assert "as_typed" in found.value
    return " ".join(str(each.sentence) for each in found.problems)


# ---------------------------------------------------------------- time

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


# ---------------------------------------------------------------- figures

SUMS: dict[str, Json] = {
    "USD 18,500": {"amount": "18500", "currency": "USD"},
    "18 500 USD": {"amount": "18500", "currency": "USD"},
    "US$400 404": {"amount": "400404", "currency": "USD"},
    "1,807,547.00 €": {"amount": "1807547.00", "currency": "EUR"},
    "about 18.5 thousand USD": {
        "amount": "18.5",
        "currency": "USD",
        "unit": 1000,
        "certainty": "about",
    },
    "20 000 долларов США": {"amount": "20000", "currency": "USD"},
    "9 milliards 875 millions 173 mille 172 FCFA": {
        "words": "9 milliards 875 millions 173 mille 172 FCFA"
    },
    "to be agreed": {"words": "to be agreed"},
    "(500)": {"words": "(500)"},
    "约20万元": {"words": "约20万元"},
    "Not known": {"answer": "unknown"},
    "Неизвестно": {"answer": "unknown"},
}
COUNTS: dict[str, Json] = {
    "1 500": {"number": 1500},
    "٤٠": {"number": 40},
    "about 40": {"number": 40, "certainty": "about"},
    "~40": {"number": 40, "certainty": "about"},
    "至少1,500": {"number": 1500, "certainty": "at_least"},
    "more than 24 million": {"words": "more than 24 million"},
    "40 herders": {"words": "40 herders"},
    "n/a": {"words": "n/a"},
    "Does not apply, because: too early": {"answer": "not_applicable", "because": "too early"},
}


@pytest.mark.parametrize(("text", "read"), SUMS.items())
def test_an_amount_with_all_that_stands_around_it(text: str, read: Json) -> None:
    assert value(MONEY, text) == read


@pytest.mark.parametrize(("text", "read"), COUNTS.items())
def test_a_count_and_how_sure_it_is(text: str, read: Json) -> None:
    assert value(COUNT, text) == read


@pytest.mark.parametrize("text", ["1 807 547", "$ 500", "5 000 FCFA", "¥ 20"])
def test_a_currency_that_may_be_several_is_asked_for(text: str) -> None:
    assert "choose the currency" in asked(MONEY, text)
    read = value(MONEY, text, Habits(currency="MNT"))
    assert read["currency"] == "MNT"
    assert "words" not in read


def test_an_amount_that_can_be_read_in_two_ways_is_asked_about() -> None:
    assert "two ways" in asked(MONEY, "TND 1,234")


@pytest.mark.parametrize(
    ("name", "code"),
    [("us dollars", "USD"), ("美元", "USD"), ("CFA", ""), ("dollars", ""), ("EUR", "EUR")],
)
def test_a_currency_is_known_by_names_that_only_one_has(name: str, code: str) -> None:
    assert currency_of(name) == code


# ---------------------------------------------------------------- words, lists, codes


@pytest.mark.parametrize("text", ["=SUM(A1:A3)", "+1", "-2", "@here", "'1.10", "1.10", "007"])
def test_words_stay_as_they_are(text: str) -> None:
    assert value(Text(max=50), text) == text
    assert value(Texts(max=50), text) == [text]


def test_a_list_is_parted_at_its_lines_or_else_at_semicolons() -> None:
    assert value(Texts(max=50), "Bread; water") == ["Bread", "water"]
    assert value(Texts(max=50), "Bread; water\nSalt") == ["Bread; water", "Salt"]


@pytest.mark.parametrize("text", ["Women; Youth", "women, YOUTH", "妇女；青年", "Женщины\nyouth"])
def test_codes_are_known_by_their_labels_in_every_language(text: str) -> None:
    assert value(GROUPS, text) == ["women", "youth"]


def test_own_words_keep_their_place_where_the_list_is_open() -> None:
    text = "Desert cooks; Women"
    assert value(OPEN, text) == [{"words": "Desert cooks"}, "women"]
    assert "“Desert cooks” is not in the list" in asked(GROUPS, text)
    assert "Known are: Low; Medium; High." in asked(Choice(Rating), "quite high")


def test_a_contact_is_parted_by_its_looks() -> None:
    assert value(Contact(), "Office of land, land@example.org; +976 11 123456") == {
        "name": "Office of land",
        "email": "land@example.org",
        "phone": "+976 11 123456",
    }


def test_a_part_in_a_column_of_its_own_is_known_by_its_label() -> None:
    cells = [
        read_cell(MONEY, "2.5", Habits()),
        read_cell(MONEY, "euros", Habits(), "currency"),
        read_cell(MONEY, "In millions", Habits(), "unit"),
        read_cell(MONEY, "National budget", Habits(), "source"),
    ]
    assert take_cells(MONEY, cells).value == {
        "amount": "2.5",
        "currency": "EUR",
        "unit": 1000000,
        "source": "national_budget",
    }
    assert "is not in the list" in asked(MONEY, "a dozen", part="unit")


def test_a_number_that_does_not_fit_says_which_would() -> None:
    assert asked(WholeNumber(min=0, max=23), "25")


# ---------------------------------------------------------------- what Engage shows


def shown(kind: Kind, given: Json, language: str) -> str:
    return "\n".join(line.text for line in kind.show(given, language))


counts = st.fixed_dictionaries(
    {"number": st.integers(0, 10**9)},
    optional={"certainty": st.sampled_from(["about", "at_least"])},
)
sums = st.fixed_dictionaries(
    {
        "amount": st.integers(0, 10**12).map(str)
        | st.from_regex(r"[1-9]\d{0,8}\.\d[1-9]", fullmatch=True, alphabet="0123456789."),
        "currency": st.sampled_from(["USD", "XOF", "MNT", "EUR"]),
    },
    optional={"certainty": st.sampled_from(["about", "at_least"])},
)
times = st.fixed_dictionaries(
    {}, optional={"start": day, "end": day, "frequency": st.sampled_from(Frequency).map(str)}
).filter(bool)


@pytest.mark.parametrize("language", CODES)
@TRIED
@given(data=st.data())
def test_what_is_shown_in_any_language_can_be_pasted_again(
    language: str, data: st.DataObject
) -> None:
    when = data.draw(times)
    assume(when.get("start") != when.get("end") or "end" not in when)
    samples: list[tuple[Kind, Json]] = [
        (COUNT, data.draw(counts)),
        (MONEY, data.draw(sums)),
        (WHEN, when),
        (Choice(Rating), data.draw(st.sampled_from(Rating).map(str))),
        (GROUPS, data.draw(st.lists(st.sampled_from(Group).map(str), min_size=1, unique=True))),
        (MONEY, {"answer": "unknown"}),
        (COUNT, {"answer": "not_applicable", "because": "Too early"}),
    ]
    with force(language):
        for kind, given_ in samples:
            assert value(kind, shown(kind, given_, language)) == given_
