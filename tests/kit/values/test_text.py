"""Words: kept as they are, up to what fits."""

from __future__ import annotations

from engage.kit.values.base import Line
from engage.kit.values.text import Text, Texts


def test_text_is_trimmed_at_its_ends_only() -> None:
    taken = Text(100).take({"": ["\u00a0 First  line\r\n\r\n  second line \n"]})
    assert taken.value == "First  line\n\n  second line"


def test_text_is_kept_in_composed_letters() -> None:
    assert Text(1).take({"": ["e\u0301"]}).value == "é"


def test_text_loses_what_no_database_can_hold() -> None:
    assert Text(100).take({"": ["a\x00b\ud800c\u200fd"]}).value == "abc\u200fd"


def test_text_that_is_too_long_is_kept_as_typed_and_says_by_how_much() -> None:
    taken = Text(4).take({"": [" words "]})
    assert taken.value == {"as_typed": {"": [" words "]}}
    [problem] = taken.problems
    assert problem.code == "too_long"
    assert "its length is 5" in str(problem.sentence)
    assert "fits is 4" in str(problem.sentence)


def test_texts_are_one_on_each_line_without_blank_lines() -> None:
    taken = Texts(40).take({"": ["Médenine\r\n\n  Tunisia and elsewhere \n"]})
    assert taken.value == ["Médenine", "Tunisia and elsewhere"]


def test_texts_name_the_line_that_is_too_long() -> None:
    taken = Texts(3, most=2).take({"": ["one\nthree\nsix"]})
    assert [problem.code for problem in taken.problems] == ["too_long", "too_many"]
    assert "line 2" in str(taken.problems[0].sentence)
    assert taken.value == {"as_typed": {"": ["one\nthree\nsix"]}}


def test_words_are_shown_as_the_party_s_own() -> None:
    assert Texts(9).show(["a", "b"], "fr") == (Line("a", own=True), Line("b", own=True))
    assert Text(9).show("a\nb", "fr") == (Line("a\nb", own=True),)


def test_a_document_may_not_hold_blank_or_broken_text() -> None:
    assert [str(p.sentence) for p in Text(9).check("  ")] == [
        "Expected words. Leave the key out where there is no answer."
    ]
    assert [str(p.sentence) for p in Text(9).check("a\x07")] == [
        "Expected text without control characters."
    ]
    assert [p.part for p in Texts(9).check(["a", "", "b\nc"])] == ["1", "2"]
    assert [str(p.sentence) for p in Texts(9).check("a")] == ["Expected a list."]


def test_a_text_of_more_words_than_a_list_shows_is_kept_and_warned_of() -> None:
    kind = Text(max=900, words=3)
    taken = kind.take({"": ["one two three four"]})
    assert (taken.value, taken.problems) == ("one two three four", ())
    assert [each.code for each in taken.warnings] == ["too_many_words"]
    assert kind.take({"": ["one two three"]}).warnings == ()
