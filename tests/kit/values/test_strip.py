from __future__ import annotations

import pytest
from flask import Flask

from engage.kit.values.base import Line
from engage.kit.values.strip import Strip
from tests.kit.values.samples import Shade

YEAR = Strip(Shade)


def shown(value: dict[str, str], language: str = "en") -> list[str]:
    lines = YEAR.show(value, language)
    assert not any(line.own for line in lines)
    return [line.text for line in lines]


def test_months_are_kept_in_the_order_of_the_year_and_blank_ones_are_left_out() -> None:
    typed = {"m12": ["dark"], "m3": ["light"], "m5": [""]}
    value = YEAR.take(typed).value
    assert isinstance(value, dict)
    assert list(value.items()) == [("3", "light"), ("12", "dark")]


def test_months_of_the_same_kind_that_follow_each_other_are_told_together() -> None:
    value = {"3": "dark", "4": "dark", "5": "dark", "6": "light", "8": "light"}
    assert shown(value) == ["March – May: Dark shade", "June: Light shade", "August: Light shade"]


def test_the_year_does_not_run_on_from_december_to_january() -> None:
    assert shown({"12": "dark", "1": "dark"}) == ["January: Dark shade", "December: Dark shade"]


@pytest.mark.parametrize(
    ("language", "months"),
    [
        ("ar", "آذار/مارس – أيار/مايو"),
        ("zh", "三月至五月"),
        ("fr", "Mars – mai"),
        ("ru", "Март – май"),
        ("es", "Marzo – mayo"),
    ],
)
def test_months_are_named_as_the_reader_s_language_names_them(
    app: Flask, language: str, months: str
) -> None:
    with app.test_request_context():
        [line] = shown({"3": "dark", "4": "dark", "5": "dark"}, language)
    assert line.startswith(months)


def test_the_months_of_some_codes_are_found() -> None:
    value = {"1": "light", "2": "dark", "12": "light"}
    assert Strip.months_of(value, {"light"}) == {1, 12}
    assert Strip.months_of(value, ()) == frozenset()


@pytest.mark.parametrize("value", [None, {"answer": "unknown"}, {"as_typed": {"m1": ["?"]}}])
def test_no_answer_holds_no_months(value: object) -> None:
    assert Strip.months_of(value, {"light"}) == frozenset()  # type: ignore[arg-type]  # any JSON


def test_a_code_that_is_not_known_is_kept_as_typed_beside_its_month() -> None:
    taken = YEAR.take({"m2": ["bright"], "m3": ["dark"]})
    assert taken.value == {"as_typed": {"m2": ["bright"], "m3": ["dark"]}}
    assert [problem.part for problem in taken.problems] == ["m2"]
    assert YEAR.show(taken.value, "en") == (Line("bright Dark shade", own=True),)


@pytest.mark.parametrize("month", ["0", "13", "03", "march"])
def test_a_document_names_months_by_their_numbers(month: str) -> None:
    assert YEAR.check({month: "dark"}) != ()
