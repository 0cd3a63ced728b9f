"""The guide asks what the form asks, in its words, whatever the outline says next year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from flask import Flask

from engage.guides import exports
from engage.guides.codes import code_lists
from engage.guides.questions import choices_of, level_word
from engage.guides.vocabulary import Guide
from engage.kit.booklet import Chapter, Term
from engage.kit.locales import force
from engage.kit.values.vocabulary import Vocabulary
from engage.plans.outline.plan import SECTIONS, every_field
from engage.plans.outline.shape import Field, Register, Section, always
from engage.plans.review.vocabulary import CommentKind
from tests.guides.reading import by_code, sentences, within

FIELDS = list(every_field())
LANGUAGES = ("en", "ar", "ru")


@pytest.fixture(params=LANGUAGES)
def chapters(app: Flask, request: pytest.FixtureRequest) -> Iterator[Mapping[str, Chapter]]:
    """The chapters of the focal points' guide, while its language is spoken."""
    with app.test_request_context(), force(request.param):
        yield by_code(exports.booklet(Guide.FOCAL_POINT, request.param)["chapters"])


def term_for(
    chapters: Mapping[str, Chapter], section: Section, register: Register | None, field: Field
) -> Term:
    place = f"list-{register.code}" if register else f"section-{section.code}"
    fields = register.fields if register else section.fields
    return chapters[place]["terms"][fields.index(field)]


def test_every_question_stands_with_label_help_and_level(chapters: Mapping[str, Chapter]) -> None:
    for section, register, field in FIELDS:
        term = term_for(chapters, section, register, field)
        assert term["term"] == str(field.label)
        assert term["marks"][0] == level_word(field.level)
        if field.help:
            assert term["text"][0] == str(field.help)


def test_every_answer_that_can_be_chosen_is_named(chapters: Mapping[str, Chapter]) -> None:
    for section, register, field in FIELDS:
        offered = [str(each) for each in choices_of(field)]
        said = " ".join(term_for(chapters, section, register, field)["text"])
        assert [each for each in offered if each not in said] == []


def test_what_is_for_the_office_only_is_explained_and_marked(
    chapters: Mapping[str, Chapter],
) -> None:
    marked = {
        (section.code, field.code)
        for section, register, field in FIELDS
        if len(term_for(chapters, section, register, field)["marks"])
        > 1 + (field.needed is not always)
    }
    assert marked == {(section.code, field.code) for section, _r, field in FIELDS if field.private}
    assert marked


def test_sections_and_lists_stand_in_the_order_of_the_plan(chapters: Mapping[str, Chapter]) -> None:
    questions = chapters["questions"]
    found = [(each["title"], each["text"]) for each in questions["chapters"]]
    assert found == [
        (f"{section.number} {section.title}", [str(section.help)]) for section in SECTIONS
    ]
    lists = [[each["title"] for each in chapter["chapters"]] for chapter in questions["chapters"]]
    assert lists == [[str(each.title) for each in section.registers] for section in SECTIONS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_reviewers_find_every_code_with_its_label(app: Flask, language: str) -> None:
    with app.test_request_context(), force(language):
        chapters = within(exports.booklet(Guide.REVIEWER, language)["chapters"])
        said = " ".join(line for each in chapters for line in sentences(each))
        lists: list[type[Vocabulary]] = [CommentKind, *(each for _title, each in code_lists())]
        for vocabulary in lists:
            for code, label in vocabulary.labels().items():
                assert re.search(rf"{re.escape(str(label))} ?[(（]{code}[)）]", said)
