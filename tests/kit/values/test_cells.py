"""What people write in one cell becomes what a form would have asked apart; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engage.kit.locales import CODES, force
from engage.kit.values.base import Answer, Json, Kind
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
from tests.kit.values.cells import asked, value
from tests.kit.values.samples import day
from tests.speaking import spoken

TRIED = settings(max_examples=50, deadline=None, derandomize=True)
WHEN = When(answers=frozenset(Answer))
MONEY, COUNT = Money(sources=FundingSource), Count(answers=frozenset(Answer))
GROUPS, OPEN = Choices(Group), Choices(Group, open=True)


@pytest.fixture(autouse=True)
def _speaking() -> Iterator[None]:
    with spoken():
        yield


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
