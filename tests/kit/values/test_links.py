from __future__ import annotations

import pytest

from engage.kit.values.base import Answer
from engage.kit.values.links import Links, keys_of

ROWS = Links("stakeholders")
ONE_ROW = Links("stakeholders", one=True)


def test_rows_keep_the_order_in_which_they_were_chosen() -> None:
    assert ROWS.take({"": ["r2", "r1"]}).value == ["r2", "r1"]


def test_a_row_that_is_chosen_twice_is_linked_once() -> None:
    assert ROWS.take({"": ["r1", "r1"]}).value == ["r1"]


def test_boxes_that_come_in_the_order_of_the_page_do_not_change_the_author_s_order() -> None:
    assert ROWS.keep_order(["r1", "r2", "r3"], ["r3", "r1"]) == ["r3", "r1", "r2"]
    assert ROWS.keep_order(["r1"], None) == ["r1"]


def test_any_key_will_do_whether_there_is_such_a_row_or_not() -> None:
    assert ROWS.check(["no-such-row"]) == ()
    assert ROWS.options() == ()


@pytest.mark.parametrize("key", ["", "two words", "ключ", "r" * 41, "r.1"])
def test_what_can_be_no_key_is_kept_as_typed_and_refused_in_a_document(key: str) -> None:
    assert ROWS.check([key]) != ()
    if key:
        assert ROWS.take({"": [key]}).value == {"as_typed": {"": [key]}}


def test_where_one_row_is_asked_for_two_are_kept_with_a_question() -> None:
    taken = ONE_ROW.take({"": ["r1", "r2"]})
    assert taken.value == {"as_typed": {"": ["r1", "r2"]}}
    assert "1 entry" in str(taken.problems[0].sentence)
    assert ONE_ROW.check(["r1", "r2"]) != ()


def test_other_answers_and_kept_text_lead_nowhere() -> None:
    unknown = {"answer": Answer.UNKNOWN.value}
    assert keys_of(unknown) == keys_of({"as_typed": {"": ["r1"]}}) == keys_of(None) == []
