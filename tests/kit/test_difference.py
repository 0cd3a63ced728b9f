"""A text with what is old and new in it: by words, by characters, and never for long."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engage.kit.difference import Pieces, old_and_new

HERDERS = "Herder families take part in deciding which wells are rested, and they hear why. "
REST = "牧民参与决定哪些水井休息。"


def moved(pieces: Pieces) -> list[tuple[str, str]]:
    return [each for each in pieces if each[0] != "same"]


def texts(pieces: Pieces) -> tuple[str, str]:
    """What was and what is, put together again."""
    was, now = ("".join(t for kind, t in pieces if kind != other) for other in ("new", "old"))
    return was, now


def test_a_long_text_shows_what_went_and_what_came_in_it() -> None:
    was = HERDERS * 3
    now = was.replace("wells", "springs", 1)
    assert old_and_new(was, was) == (("same", was),)
    pieces = old_and_new(was, now)
    assert moved(pieces) == [("old", "wells "), ("new", "springs ")]
    assert texts(pieces) == (was, now)
    assert moved(old_and_new(now, was)) == [("old", "springs "), ("new", "wells ")]


def test_a_text_without_spaces_is_compared_by_character() -> None:
    was = REST * 8
    assert moved(old_and_new(was, was.replace("水井", "水泉", 1))) == [("old", "井"), ("new", "泉")]


def test_words_in_two_directions_stay_whole() -> None:
    was = (
        "يشارك الرعاة في تحديد الآبار التي تُغلق مع UNCCD ومع وزارة الزراعة كل سنة، ثم يسمعون السبب."
    )
    pieces = old_and_new(was, was.replace("UNCCD", "FAO"))
    assert moved(pieces) == [("old", "UNCCD "), ("new", "FAO ")]


def test_a_short_text_is_seen_at_once() -> None:
    assert old_and_new("Two springs", "Two wells") == ()


def test_what_has_little_in_common_is_read_side_by_side() -> None:
    assert (
        old_and_new(HERDERS, "The radio tells every evening in both languages what was said at it.")
        == ()
    )


def sign(number: int) -> str:
    """One of some hundreds of characters, the first of them more often than the others."""
    turn = number * 7919 % 10007
    return chr(0x4E00 + turn * turn % 971 * turn % 701)


def test_the_longest_chinese_text_shows_each_character_that_changed() -> None:
    sentences = ["".join(sign(n * 24 + m) for m in range(24)) + "。" for n in range(160)]
    changed = [
        each[:9] + "新词" + each[11:] if n % 40 == 5 else each for n, each in enumerate(sentences)
    ]
    changed.insert(70, "全新的句子在这里。")
    was, now = "".join(sentences), "".join(changed)
    pieces = old_and_new(was, now)
    assert texts(pieces) == (was, now)
    assert [text for kind, text in moved(pieces) if kind == "new"] == [
        *("新词", "新词", "全新的句子在这里。", "新词", "新词")
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("word " * 5000, "other " * 5000),
        ("a b c " * 3000, "a c b " * 3000),
        ("a b c d. " * 800, "a c b d. " * 800),
        ("的一是不" * 2000, "是一不的" * 2000),
    ],
    ids=["other words", "words again and again", "sentences", "characters"],
)
def test_a_huge_text_that_repeats_itself_is_not_compared_for_long(was: str, now: str) -> None:
    """Word by word each of them would take hours."""
    pieces = old_and_new(was, now)
    assert pieces == () or texts(pieces) == (was, now)


WORDS = st.lists(st.sampled_from(["well", "spring,", "الماء", "水", "UNCCD.", "\n"]), max_size=60)


@settings(max_examples=100, deadline=None)
@given(WORDS, WORDS)
def test_both_texts_can_always_be_put_together_again(one: list[str], other: list[str]) -> None:
    was, now = " ".join(one), " ".join(other)
    pieces = old_and_new(was, now)
    assert pieces == () or texts(pieces) == (was, now)
