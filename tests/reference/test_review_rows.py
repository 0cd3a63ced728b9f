"""The checklist and the comments for reuse, as they are shipped in six languages."""

from __future__ import annotations

from collections import Counter

import pytest

from engage.kit.locales import CODES
from engage.reference.actions import lines_of
from engage.reference.vocabulary.review import Chapter, PlanSection, Prefill, StockKind
from tests.house import marks, terms
from tests.house.terms import Sentence

FILES = {"checklist.csv": ("",), "stock_comments.csv": ("", "text_")}
# A decision that people can change is no decision of the Conference.
OTHER_SENSE = {("ar", "decision")}


def said(language: str) -> list[tuple[str, str, str]]:
    """The code of each line, what it says in English, and in the language."""
    return [
        (line["code"], line[f"{prefix}en"], line[prefix + language])
        for file, prefixes in FILES.items()
        for line in lines_of(file)
        for prefix in prefixes
    ]


def test_everything_is_said_in_every_language_and_once() -> None:
    for file, prefixes in FILES.items():
        lines = lines_of(file)
        for column in ("code", *(prefix + code for prefix in prefixes for code in CODES)):
            words = Counter(line[column].strip() for line in lines)
            assert words.most_common(1)[0][1] == 1, (file, column)
            assert "" not in words, (file, column)


def test_the_checklist_has_thirty_items_in_six_chapters() -> None:
    lines = lines_of("checklist.csv")
    assert [int(line["place"]) for line in lines] == list(range(1, 31))
    assert list(dict.fromkeys(line["chapter"] for line in lines)) == list(Chapter)
    assert {line["section"] for line in lines} <= set(PlanSection)
    named = [line["prefill"] for line in lines if line["prefill"]]
    assert named == list(Prefill)


def test_there_is_a_comment_of_each_kind() -> None:
    lines = lines_of("stock_comments.csv")
    assert {line["kind"] for line in lines} == set(StockKind)
    assert {line["section"] for line in lines} <= set(PlanSection)
    assert [line["code"] for line in lines if not line["text_en"].endswith((".", "?"))] == []


@pytest.mark.parametrize("language", [code for code in CODES if code in marks.RULES])
def test_they_are_set_and_worded_as_the_language_and_the_glossary_have_it(language: str) -> None:
    glossary = terms.read_glossary()
    found = []
    for code, english, own in said(language):
        found += [f"{code}: {fault}" for fault in marks.faults(language, english, own)]
        if language in glossary.languages:
            judged = glossary.judge(Sentence(english, english, (own,)), language)
            found += [str(each) for each in judged if (language, each.key) not in OTHER_SENSE]
    assert found == []
