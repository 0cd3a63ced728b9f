"""Numbers in any digits and any grouping; counts that may be inexact."""

from __future__ import annotations

import pytest

from engage.kit.values.amounts import Amount, read_amount, read_whole
from engage.kit.values.base import Line
from engage.kit.values.number import Count, WholeNumber


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("1 807 547", "1807547"),
        ("1\u202f807\u00a0547", "1807547"),
        ("1,807,547.00", "1807547.00"),
        ("1.807.547,00", "1807547.00"),
        ("1’807’547.5", "1807547.5"),
        ("18,07,547", "1807547"),
        ("18500,50", "18500.50"),
        ("18500.5", "18500.5"),
        ("1,5", "1.5"),
        ("0,234", "0.234"),
        ("01.234", "1.234"),
        ("1234,567", "1234.567"),
        ("007", "7"),
        ("١٬٨٠٧٬٥٤٧٫٢٥", "1807547.25"),
        ("۱۸۵۰۰", "18500"),
        ("\u200f１２３４\u200f", "1234"),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, plain: str) -> None:
    assert read_amount(typed) == Amount(plain)


@pytest.mark.parametrize("typed", ["1,234", "1.234", "999.000"])
def test_a_lone_mark_before_three_digits_is_in_doubt(typed: str) -> None:
    assert read_amount(typed) == Amount(typed.replace(",", "").replace(".", ""), in_doubt=True)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "forty", "-5", "1,2,3", "12,34,567,8", "1 23", "1,234 567", "1.5.5", "5."),
        *("10²", "US$4", "1" * 19, "0.1234567", "0,123,456"),
    ],
)
def test_an_amount_that_has_no_sound_reading_is_not_guessed(typed: str) -> None:
    assert read_amount(typed) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *(("1,500", 1500), ("1.500", 1500), ("1 500", 1500), ("١٥٠٠", 1500), ("0040", 40)),
        *(("1.5", None), ("15,0", None), ("٤٫٥", None), ("many", None), ("1,500.000", None)),
    ],
)
def test_a_whole_number_has_only_thousands_marks(typed: str, number: int | None) -> None:
    assert read_whole(typed) == number


def test_endless_digits_are_no_number_and_no_trouble() -> None:
    assert read_whole("0" * 5000 + "4") == 4
    assert read_whole("9" * 5000) is None
    assert read_amount("9" * 5000) is None
    taken = Count().take({"number": ["1"], "certainty": ["x" * 5000]})
    assert "“" + "x" * 60 + "…”" in str(taken.problems[0].sentence)


def test_a_whole_number_says_which_range_is_expected() -> None:
    taken = WholeNumber(0, 52).take({"": ["٥٣"]})
    assert taken.value == {"as_typed": {"": ["٥٣"]}}
    assert [str(problem.sentence) for problem in taken.problems] == [
        "Give a whole number from 0 to 52."
    ]
    assert WholeNumber(0, 52).take({"": ["0"]}).value == 0


@pytest.mark.parametrize("value", [True, 2.0, "2", -1, 53])
def test_a_document_may_not_hold_other_things_as_a_whole_number(value: float | str) -> None:
    assert WholeNumber(0, 52).check(value) != ()


def test_a_count_has_a_number_a_certainty_and_words() -> None:
    taken = Count().take({"number": ["٤٠"], "certainty": ["about"], "words": ["about forty"]})
    assert taken.value == {"number": 40, "certainty": "about", "words": "about forty"}
    assert Count().show(taken.value, "en") == (
        Line("about 40", own=False),
        Line("about forty", own=True),
    )


def test_a_count_is_shown_in_whole_phrases() -> None:
    assert Count().show({"number": 1500, "certainty": "at_least"}, "en") == (
        Line("at least 1,500", own=False),
    )
    assert Count().show({"number": 1500}, "fr") == (Line("1\u202f500", own=False),)


def test_unknown_is_not_nought() -> None:
    assert Count().take({"answer": ["unknown"], "certainty": ["exact"]}).value == {
        "answer": "unknown"
    }
    assert Count().take({"number": ["0"]}).value == {"number": 0}


def test_a_certainty_alone_is_no_answer() -> None:
    assert Count().take({"certainty": ["exact"]}).value is None
    assert Count().take({"certainty": ["exact"], "words": ["many"]}).value == {"words": "many"}


def test_a_number_in_words_is_kept_and_the_box_for_words_is_named() -> None:
    taken = Count().take({"number": ["forty"], "certainty": ["surely"]})
    assert taken.value == {"as_typed": {"number": ["forty"], "certainty": ["surely"]}}
    assert [problem.part for problem in taken.problems] == ["number", "certainty"]
