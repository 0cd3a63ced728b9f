"""Pieces of text: which way they run and where they are cut."""

from __future__ import annotations

import pytest

from engage.kit.galley import Galley, first_direction, shorten
from tests.kit.papers import full


@pytest.mark.parametrize(
    ("text", "paper", "own", "direction"),
    [
        ("Ministry of Land", "rtl", True, "ltr"),
        ("2026: وزارة الأراضي", "ltr", True, "rtl"),
        ("XA-27-2 · 7KMQ", "rtl", False, "ltr"),
        ("المقرر 8/COP.16", "rtl", False, "rtl"),
        ("2,450,000", "rtl", False, "ltr"),
        ("", "rtl", True, "ltr"),
    ],
)
def test_a_text_runs_as_its_letters_do(text: str, paper: str, own: bool, direction: str) -> None:
    assert first_direction(text, paper, own=own) == direction


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("One calendar for land, water", 22, "One calendar for land…"),
        ("草原牧民共用一份日历", 5, "草原牧民…"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 10, "aaaaaaaaa…"),
        ("ab\u0301cdef", 3, "a…"),
    ],
)
def test_a_text_is_cut_between_words(text: str, letters: int, short: str) -> None:
    assert shorten(text, letters) == short


def test_own_words_on_a_paper_may_be_in_another_language_than_the_plan_s() -> None:
    paper = full("en")
    row = paper["sections"][1]["registers"][0]["rows"][0]
    row["lang"] = "fr"
    row["entries"] = [
        {"label": "Title", "lines": [{"text": "Деревня", "own": True, "lang": "ru"}]},
        {"label": "Note", "lines": [{"text": "Pozo", "own": True}]},
    ]
    laid = Galley({**paper, "own_lang": "es"}).laid()["sections"][1]["registers"][0]["rows"][0]
    assert laid["title"]["lang"] == "fr"
    assert [entry["lines"][0]["lang"] for entry in laid["entries"]] == ["ru", "es"]
