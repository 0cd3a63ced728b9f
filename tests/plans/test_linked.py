"""Rows that lead to other rows, and rows in their own language, as they are read and told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from engage.kit.values.base import Line
from engage.plans.chapters import chapter
from engage.plans.completeness import Finding, findings
from engage.plans.document import Json, assemble, compose, rows_of
from engage.plans.gaps import names_of_rows, sentence_of
from engage.plans.imports import import_plan
from engage.plans.incoming import read_document
from engage.plans.linked import GONE, Linked
from engage.plans.outline.plan import find_section
from engage.plans.reading import ReadRow, read_section
from engage.plans.vocabulary import Level
from tests.factories import make_party


def row(key: str, number: str = "", parent: str = "", **values: Any) -> Json:
    made: Json = {"key": key, "values": values}
    extra = {"number": number, "parent": parent}
    return made | {name: value for name, value in extra.items() if value}


def document(**registers: list[Json]) -> Json:
    return assemble("XA", {}, registers)


HERDERS = row("herders", name="Herder families")
WOMEN = row("women", number="1.2", parent="herders", name="Women’s assembly")
NAMELESS = row("nameless")
PEOPLE = [HERDERS, WOMEN, NAMELESS]


def read(written: Json, section: str, register: str, language: str = "en") -> tuple[ReadRow, ...]:
    declared = find_section(section)
    assert declared is not None
    listed = read_section(written, declared, language).registers
    return next(each.rows for each in listed if each.code == register)


def lines(found: ReadRow, code: str) -> tuple[Line, ...]:
    entry = found.entry(code)
    assert entry is not None
    return entry.lines


# ---------------------------------------------------------------- reading


@pytest.fixture
def _speaking(app: Flask) -> Iterator[None]:
    with app.test_request_context("/?lang=en"):
        yield


@pytest.mark.usefixtures("_speaking")
class TestReading:
    def test_a_link_is_read_by_number_and_title_of_its_row(self) -> None:
        assembly = row("a", title="Assembly", stakeholders=["women", "herders"])
        written = document(stakeholders=PEOPLE, activities=[assembly])
        [found] = read(written, "activities", "activities")
        assert lines(found, "stakeholders") == (
            Line("1.2 Women’s assembly", own=True),
            Line("1 Herder families", own=True),
        )

    def test_a_row_is_called_by_the_number_that_stands_before_it_in_its_list(self) -> None:
        people = [WOMEN, row("radio", name="Radio"), HERDERS]
        written = document(stakeholders=people, activities=[row("a", stakeholders=["radio"])])
        [found] = read(written, "activities", "activities")
        radio = next(
            each for each in read(written, "stakeholders", "stakeholders") if each.key == "radio"
        )
        assert lines(found, "stakeholders") == (Line(f"{radio.number} Radio", own=True),)

    def test_a_row_without_a_name_is_called_by_its_place(self) -> None:
        written = document(stakeholders=PEOPLE, activities=[row("a", stakeholders=["nameless"])])
        [found] = read(written, "activities", "activities")
        assert lines(found, "stakeholders") == (Line("Stakeholders, row 3", own=False),)

    def test_a_link_that_leads_nowhere_says_so(self) -> None:
        written = document(activities=[row("a", stakeholders=["women"], replaced_by=["none"])])
        [found] = read(written, "activities", "activities")
        assert lines(found, "stakeholders") == (Line(str(GONE), own=False),)
        assert lines(found, "replaced_by") == (Line(str(GONE), own=False),)

    def test_a_link_that_could_not_be_read_is_shown_as_typed(self) -> None:
        kept = {"as_typed": {"": ["two words"]}}
        [found] = read(
            document(activities=[row("a", stakeholders=kept)]), "activities", "activities"
        )
        assert lines(found, "stakeholders") == (Line("two words", own=True),)

    def test_the_names_of_a_register_are_worked_out_once(self) -> None:
        asked: list[str] = []

        def rows(register: str) -> list[Json]:
            asked.append(register)
            return PEOPLE

        linked = Linked(rows, "en")
        assert linked.names("stakeholders") is linked.names("stakeholders")
        assert asked == ["stakeholders"]

    def test_a_row_that_names_its_language_speaks_it(self) -> None:
        french = row("f", language="fr", title="Gens des steppes", summary="Deux puits.")
        unsaid = row("u", title="Gente de la estepa")
        written = document(translations=[french, unsaid])
        of_french, of_unsaid = read(written, "identity", "translations")
        assert of_french.title_language == "fr"
        assert lines(of_french, "summary") == (Line("Deux puits.", own=True, language="fr"),)
        assert lines(of_french, "language") == (Line("French", own=False),)
        assert of_unsaid.title_language == ""

    def test_the_paper_says_the_language_of_such_words(self) -> None:
        french = row("f", language="fr", title="Gens des steppes", summary="Deux puits.")
        declared = find_section("identity")
        assert declared is not None
        printed = chapter(read_section(document(translations=[french]), declared, "en"))
        [found] = next(each["rows"] for each in printed["registers"] if each["rows"])
        assert (found["title"], found["lang"]) == ("Gens des steppes", "fr")
        said = [line for entry in found["entries"] for line in entry["lines"] if line["own"]]
        assert said == [{"text": "Deux puits.", "own": True, "lang": "fr"}]


# ---------------------------------------------------------------- what is open


@pytest.mark.usefixtures("_speaking")
class TestFindings:
    def test_a_link_that_leads_nowhere_is_advised_of_and_holds_nothing_up(self) -> None:
        assembly = row("a", title="Assembly", stakeholders=["women", "gone"])
        written = document(stakeholders=PEOPLE, activities=[assembly])
        finding = Finding(
            Level.SHOULD, "dangling", "activities", "activities", key="a", field="stakeholders"
        )
        assert finding in findings(written)
        sentence = sentence_of(finding, names_of_rows(written))
        assert sentence == [
            {"text": "Assembly", "own": True},
            ": “Stakeholders that the activity is for” leads to a row that is no longer there.",
        ]

    def test_links_to_rows_of_the_plan_are_no_matter(self) -> None:
        assembly = row("a", title="Assembly", stakeholders=["women", "herders"])
        written = document(stakeholders=PEOPLE, activities=[assembly])
        assert "dangling" not in {each.rule for each in findings(written)}

    def test_an_objective_that_gathers_others_still_needs_its_text(self) -> None:
        written = document(objectives=[row("whole"), row("part", parent="whole", text="Wells.")])
        blank = [each for each in findings(written) if each.register == "objectives"]
        assert [(each.key, each.field) for each in blank if each.level is Level.MUST] == [
            ("whole", "text")
        ]


# ---------------------------------------------------------------- documents from outside


def test_a_month_that_a_document_names_wrongly_is_named_by_its_path() -> None:
    written = document(calendars=[row("c", months={"13": "on_the_move"})])
    [left] = read_document(written).left_out
    assert left.path == "sections.stakeholders.registers.calendars[0].values.months.13"


def test_an_import_keeps_links_and_tells_of_those_that_lead_nowhere(
    session: Session,
) -> None:
    assembly = row("a", title="Assembly", stakeholders=["women", "gone"])
    written = document(stakeholders=PEOPLE, activities=[assembly])
    taken = compose(import_plan(None, make_party(session, code="XA"), written).plan)
    [kept] = rows_of(taken, "activities", "activities")
    assert kept["values"]["stakeholders"] == ["women", "gone"]
    assert "dangling" in {each.rule for each in findings(taken)}
