"""Codes from a list, in the order given, with words of one's own."""

from __future__ import annotations

import pytest

from engage.kit.values.base import Json, Line
from engage.kit.values.choice import Choice, Choices
from tests.kit.values.samples import Colour, own_groups

MIXED: Json = ["blue", {"words": "griots"}, "red"]


def test_choice_takes_a_known_code() -> None:
    assert Choice(Colour).take({"": ["red"]}).value == "red"


def test_choice_keeps_an_unknown_code_as_typed_and_names_the_known_ones() -> None:
    taken = Choice(Colour).take({"": ["pink"]})
    assert taken.value == {"as_typed": {"": ["pink"]}}
    assert str(taken.problems[0].sentence) == (
        "“pink” is not one of the answers here. Known are: red, green, blue."
    )


def test_choice_refuses_two_codes_where_one_is_expected() -> None:
    taken = Choice(Colour).take({"": ["red", "blue"]})
    assert taken.value == {"as_typed": {"": ["red", "blue"]}}
    assert [problem.code for problem in taken.problems] == ["several"]


def test_choice_offers_the_party_s_own_after_the_vocabulary() -> None:
    kind = Choice(Colour, own_groups)
    assert [option.code for option in kind.options()] == ["red", "green", "blue", "own-1"]
    assert kind.show("own-1", "en") == (Line("Herders of the north", own=True),)
    assert kind.show("red", "en") == (Line("Red", own=False),)


def test_a_code_that_left_the_list_is_shown_as_it_is() -> None:
    assert Choice(Colour).show("mauve", "en") == (Line("mauve", own=True),)


def test_choices_keep_the_order_given_and_each_code_once() -> None:
    assert Choices(Colour).take({"": ["blue", "", "red", "blue"]}).value == ["blue", "red"]


def test_choices_take_words_of_one_s_own_only_where_they_are_open() -> None:
    typed = {"": ["red"], "words": ["griots\n\ncriers\ngriots"]}
    assert Choices(Colour).take(typed).value == ["red"]
    assert Choices(Colour, open=True).take(typed).value == [
        "red",
        {"words": "griots"},
        {"words": "criers"},
    ]


def test_ranked_choices_let_words_of_one_s_own_stand_between_codes() -> None:
    kind = Choices(Colour, open=True, ranked=True)
    assert kind.typed(MIXED) == {"": ["blue", "words:griots", "red"], "words": ["griots"]}
    assert kind.take(kind.typed(MIXED)).value == MIXED
    assert [option.code for option in kind.ranking_options(MIXED)][-1] == "words:griots"


def test_words_that_were_taken_out_of_their_box_leave_the_ranking_too() -> None:
    kind = Choices(Colour, open=True, ranked=True)
    typed = {"": ["blue", "words:griots", "red"], "words": ["criers"]}
    assert kind.take(typed).value == ["blue", "red", {"words": "criers"}]


@pytest.mark.parametrize(
    ("value", "former", "kept"),
    [
        (["red", "blue"], ["blue", "red"], ["blue", "red"]),
        (["red", "green", "blue"], ["blue", "red"], ["blue", "red", "green"]),
        (["red", {"words": "griots"}], [{"words": "griots"}, "blue"], [{"words": "griots"}, "red"]),
        (["red"], None, ["red"]),
        (None, ["red"], None),
        ({"as_typed": {"": ["pink"]}}, ["red"], {"as_typed": {"": ["pink"]}}),
    ],
)
def test_what_was_ticked_before_keeps_its_place(value: Json, former: Json, kept: Json) -> None:
    assert Choices(Colour, open=True).keep_order(value, former) == kept


def test_a_ranking_is_as_it_was_sent() -> None:
    assert Choices(Colour, ranked=True).keep_order(["red", "blue"], ["blue", "red"]) == [
        "red",
        "blue",
    ]


def test_choices_show_one_line_for_each() -> None:
    assert Choices(Colour, open=True).show(MIXED, "en") == (
        Line("Blue", own=False),
        Line("griots", own=True),
        Line("Red", own=False),
    )


def test_choices_say_when_there_are_more_than_fit() -> None:
    taken = Choices(Colour, most=1).take({"": ["red", "blue"]})
    assert [str(problem.sentence) for problem in taken.problems] == [
        "There is room for 1 entry. Please take some out."
    ]


def test_a_document_names_the_entry_that_does_not_fit() -> None:
    kind = Choices(Colour)
    assert [(p.part, str(p.sentence)) for p in kind.check(["red", "pink"])] == [
        ("1", "Expected one of these codes: red, green, blue.")
    ]
    assert [str(p.sentence) for p in kind.check(["red", "red"])] == [
        "Expected each entry only once."
    ]
    assert [p.part for p in kind.check([{"words": "griots"}])] == ["0"]
