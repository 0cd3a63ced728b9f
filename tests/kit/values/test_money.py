"""Money: decimal text, a currency, and never a guess."""

from __future__ import annotations

from typing import Any

import pytest

from engage.kit.values.base import Line
from engage.kit.values.money import Money
from tests.kit.values.samples import Shade

KIND = Money(Shade)


def take(**typed: str) -> Any:
    return KIND.take({part: [text] for part, text in typed.items()})


def test_an_amount_is_kept_as_decimal_text_with_its_currency() -> None:
    taken = take(amount="18 500,50", currency="usd", unit="1", certainty="exact")
    assert taken.value == {
        "amount": "18500.50",
        "currency": "USD",
        "unit": 1,
        "certainty": "exact",
    }
    assert taken.warnings == ()


def test_an_amount_in_doubt_is_read_as_whole_and_says_so() -> None:
    taken = take(amount="1,234", currency="USD")
    assert taken.value == {"amount": "1234", "currency": "USD"}
    [warning] = taken.warnings
    assert str(warning.sentence) == (
        "“1,234” was read as the whole number 1234. "
        "If the mark stands before decimals, please write 1.2340."
    )


@pytest.mark.parametrize("typed", [{"currency": "TND"}, {"currency": "USD", "unit": "1000000"}])
def test_an_amount_that_cannot_be_decided_is_kept_as_typed(typed: dict[str, str]) -> None:
    taken = take(amount="1.234", **typed)
    assert taken.value["as_typed"]["amount"] == ["1.234"]
    [problem] = taken.problems
    assert str(problem.sentence) == (
        "“1.234” can be read in two ways. Please write 1234 if it is a whole number, "
        "or 1.2340 if the mark stands before decimals."
    )
    assert taken.warnings == ()


def test_three_decimals_are_written_so_that_no_doubt_returns() -> None:
    value = {"amount": "1.234", "currency": "TND"}
    assert KIND.typed(value)["amount"] == ["01.234"]
    assert KIND.take(KIND.typed(value)).value == value


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ({"amount": "9 milliards", "currency": "XOF"}, "amount"),
        ({"amount": "18500"}, "currency"),
        ({"currency": "EUR"}, "amount"),
        ({"amount": "18500", "currency": "QQQ"}, "currency"),
        ({"amount": "18500", "currency": "USD", "unit": "12"}, "unit"),
        ({"amount": "18500", "currency": "USD", "certainty": "surely"}, "certainty"),
        ({"amount": "18500", "currency": "USD", "source": "heaven"}, "source"),
        ({"amount": "18500", "currency": "USD", "answer": "unknown"}, "answer"),
    ],
)
def test_what_cannot_be_read_is_kept_whole(typed: dict[str, str], part: str) -> None:
    taken = take(**typed)
    assert taken.value == {"as_typed": {key: [text] for key, text in typed.items()}}
    assert [problem.part for problem in taken.problems] == [part]


def test_the_amount_may_be_unknown_while_the_lists_keep_their_first_entry() -> None:
    assert take(answer="unknown", unit="1", certainty="exact").value == {"answer": "unknown"}
    assert take(unit="1", certainty="exact").value is None


def test_words_or_a_source_may_stand_without_an_amount() -> None:
    assert take(words="9 milliards de francs CFA", currency="XOF").value == {
        "words": "9 milliards de francs CFA",
        "currency": "XOF",
    }
    assert take(source="light").value == {"source": "light"}


def test_a_currency_of_the_rehearsal_is_known_where_it_is_passed_in() -> None:
    typed = {"amount": ["5"], "currency": ["ZZZ"]}
    assert Money(currencies=("ZZZ",)).take(typed).value == {"amount": "5", "currency": "ZZZ"}
    assert Money(currencies=("ZZZ",)).options("currency")[0].code == "ZZZ"
    assert [problem.part for problem in Money().take(typed).problems] == ["currency"]


def test_money_without_sources_asks_for_none() -> None:
    assert "source" not in Money().parts()
    assert [problem.part for problem in Money().check({"source": "light"})] == ["source", ""]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"amount": "18500.00", "currency": "USD"}, "USD\u00a018,500"),
        ({"amount": "40", "currency": "USD", "certainty": "about"}, "about USD\u00a040"),
        ({"amount": "1500", "currency": "EUR", "certainty": "at_least"}, "at least EUR\u00a01,500"),
        ({"amount": "18.5", "currency": "USD", "unit": 1_000_000}, "USD 18.5 million"),
        ({"amount": "18.5", "currency": "USD", "unit": 1000}, "USD 18.5 thousand"),
        ({"source": "dark"}, "Source of funds: Dark shade"),
        ({"answer": "unknown"}, "Not known"),
    ],
)
def test_money_is_said_in_whole_phrases(value: Any, line: str) -> None:
    assert KIND.show(value, "en") == (Line(line, own=False),)


def test_today_s_currencies_are_offered_and_former_ones_are_known() -> None:
    codes = [option.code for option in KIND.options("currency")]
    assert codes == sorted(codes)
    assert "TND" in codes
    assert "FRF" not in codes
    assert take(amount="5", currency="FRF").problems == ()


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        ({"amount": 18500, "currency": "USD"}, ["amount"]),
        ({"amount": "18,500", "currency": "USD"}, ["amount"]),
        ({"amount": "18500"}, [""]),
        ({"currency": "USD"}, [""]),
        ({"amount": "5", "currency": "USD", "unit": 7}, ["unit"]),
        ({"amount": "5", "currency": "QQQ"}, ["currency"]),
        ({"words": "much", "unit": 1000}, [""]),
    ],
)
def test_a_document_names_what_does_not_fit(value: Any, paths: list[str]) -> None:
    assert [problem.part for problem in KIND.check(value)] == paths
