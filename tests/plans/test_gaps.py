from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from engage.kit.locales import CODES, force
from engage.kit.pieces import plain
from engage.plans.completeness import Finding, findings
from engage.plans.document import Json, assemble
from engage.plans.gaps import in_words, names_of_rows, sentence_of
from engage.plans.outline.plan import every_field
from engage.plans.vocabulary import Level
from tests.plans.documents import filled_document


@pytest.fixture(autouse=True)
def _speaking(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def document() -> Json:
    return assemble(
        "XA",
        {"identity": {"title": "A plan", "period": {"as_typed": {"start_year": ["soon"]}}}},
        {
            "activities": [
                {"key": "a", "values": {"title": "Radio round table"}},
                {"key": "b", "number": "4a", "values": {}},
                {"key": "c", "values": {"title": "Map", "when": {"as_typed": {"words": ["?"]}}}},
            ],
            "objectives": [],
        },
    )


def sentences(level: Level = Level.MUST) -> list[str]:
    names = names_of_rows(document())
    return [plain(sentence_of(each, names)) for each in findings(document()) if each.level is level]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Scope of the plan” is still blank.",
        "“Period of the plan” could not be read. It is kept as typed.",
        "Radio round table: “Responsible office” is still blank.",
        "Activities, row 4a: “Title of the activity” is still blank.",
        "Map: “When it takes place” could not be read. It is kept as typed.",
        "No objective is written yet.",
        "Women: no row, and no reason why not.",
    ],
)
def test_each_finding_is_a_whole_sentence_that_names_the_place(sentence: str) -> None:
    assert sentence in sentences()


def test_musts_come_first_else_in_the_order_of_the_plan() -> None:
    said = in_words(findings(document()), names_of_rows(document()), "XA-2026-1")
    levels = [each.level for each in said]
    assert levels == sorted(levels)  # must, should
    assert said[0].sentence == "“Period of the plan” could not be read. It is kept as typed."


@pytest.mark.parametrize(
    ("finding", "url"),
    [
        (Finding(Level.MUST, "blank", "identity", field="scope"), "sections/identity#scope-group"),
        (
            Finding(Level.MUST, "blank", "activities", "activities", "a", "responsible"),
            "rows/activities/a#responsible-group",
        ),
        (
            Finding(Level.MUST, "no_rows", "purpose", "objectives"),
            "sections/purpose#list-objectives",
        ),
        (
            Finding(Level.MUST, "group_missing", "stakeholders", "stakeholders", group="women"),
            "sections/stakeholders#not_relevant-group",
        ),
    ],
)
def test_each_finding_leads_to_its_place(finding: Finding, url: str) -> None:
    [said] = in_words([finding], names_of_rows(document()), "XA-2026-1")
    assert said.url == f"/plans/XA-2026-1/{url}"
    assert said.place


def test_too_many_rows_are_told_with_the_number() -> None:
    finding = Finding(Level.SHOULD, "too_many", "purpose", "objectives")
    assert sentence_of(finding, {}) == (
        "Objectives: there are more than 6. Fewer are read with more care."
    )


@pytest.mark.parametrize("language", CODES)
def test_every_field_can_be_found_wanting_in_every_language(language: str) -> None:
    with force(language):
        for section, register, field in every_field():
            place: dict[str, Any] = {"section": section.code, "field": field.code}
            if register:
                place |= {"register": register.code, "key": "r"}
            for rule in ("blank", "as_typed", "dangling"):
                finding = Finding(Level.SHOULD, rule, **place)
                assert str(field.label) in plain(sentence_of(finding, {}))


def test_a_row_that_names_its_language_is_named_in_it() -> None:
    row = {"key": "f", "values": {"language": "fr", "title": "Gens des steppes"}}
    written = assemble("XA", {}, {"translations": [row]})
    finding = Finding(Level.SHOULD, "blank", "identity", "translations", key="f", field="summary")
    said = sentence_of(finding, names_of_rows(written))
    assert {"text": "Gens des steppes", "own": True, "lang": "fr"} in said


def test_a_row_that_is_known_by_a_choice_is_named_by_its_place() -> None:
    row = {"key": "c", "values": {"step": "obtained"}}
    written = assemble("XA", {}, {"consent_steps": [row]})
    assert names_of_rows(written)["consent_steps", "c"] == ("1", "", "")


def test_a_filled_plan_has_nothing_open() -> None:
    assert in_words(findings(filled_document()), {}, "XA-2026-1") == []
