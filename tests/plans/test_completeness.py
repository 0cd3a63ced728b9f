"""What a plan lacks: found in its document, without a database."""

from __future__ import annotations

import copy
from typing import Any

from engage.plans.completeness import Finding, findings, holds_up
from engage.plans.document import assemble
from engage.plans.outline.plan import SECTIONS
from engage.plans.vocabulary import Level
from tests.plans.answers import ROWS
from tests.plans.answers import SECTIONS as ANSWERS


def a_document(rows: dict[str, list[dict[str, Any]]] | None = None) -> dict[str, Any]:
    filled = {code: [{"key": "r1", "values": dict(values)}] for code, values in ROWS.items()}
    return copy.deepcopy(assemble("XA", ANSWERS, {**filled, **(rows or {})}))


def rules(document: dict[str, Any], section: str, field: str = "") -> list[str]:
    return [
        each.rule
        for each in holds_up(findings(document))
        if each.section == section and each.field == field
    ]


def stakeholder(key: str, parent: str = "", **values: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"key": key, "values": {"name": key, **values}}
    return {**row, "parent": parent} if parent else row


def test_the_least_set_of_answers_leaves_no_must_open() -> None:
    assert holds_up(findings(a_document())) == ()


def test_an_empty_plan_names_every_must_of_the_outline_that_applies_to_it() -> None:
    empty = assemble("XA", {}, {})
    missing = {(each.section, each.field) for each in holds_up(findings(empty)) if each.field}
    declared = {
        (section.code, field.code)
        for section in SECTIONS
        for field in section.fields
        if field.level is Level.MUST and field.needed({})
    }
    assert missing == declared


def test_an_answer_that_cannot_be_read_holds_up_submission_even_where_none_is_needed() -> None:
    document = a_document()
    document["sections"]["identity"]["fields"]["body_meetings"] = {"as_typed": {"": ["often"]}}
    assert rules(document, "identity", "body_meetings") == ["as_typed"]


def test_other_answers_count_as_answers() -> None:
    document = a_document()
    row = document["sections"]["activities"]["registers"]["activities"][0]["values"]
    row["places"] = {"answer": "unknown"}
    assert holds_up(findings(document)) == ()


def test_each_of_the_twelve_groups_needs_a_row_or_a_reason() -> None:
    document = a_document()
    del document["sections"]["stakeholders"]["fields"]["not_relevant"]["media"]
    open_groups = [each.group for each in holds_up(findings(document)) if each.group]
    assert open_groups == ["media"]


def test_what_was_not_prepared_with_others_need_not_say_how() -> None:
    document = a_document()
    assert rules(document, "so_far", "what_changed") == []
    document["sections"]["so_far"]["fields"]["participatory"] = "partly"
    assert rules(document, "so_far", "what_changed") == ["blank"]


def test_an_approach_may_stand_on_the_row_above() -> None:
    whole = ROWS["stakeholders"]
    rows = [
        {"key": "above", "values": {**whole}},
        {"key": "below", "parent": "above", "values": {"name": "A division of it"}},
    ]
    assert holds_up(findings(a_document({"stakeholders": rows}))) == ()


def test_a_row_that_only_gathers_others_needs_no_more_than_its_name() -> None:
    rows = [
        {"key": "above", "values": {"name": "National level"}},
        {"key": "below", "parent": "above", "values": dict(ROWS["stakeholders"])},
    ]
    assert holds_up(findings(a_document({"stakeholders": rows}))) == ()


def test_rows_in_a_ring_are_still_read_to_an_end() -> None:
    rows = [stakeholder("a", "b"), stakeholder("b", "a")]
    assert findings(a_document({"stakeholders": rows}))


def test_who_speaks_for_indigenous_peoples_must_be_said() -> None:
    rows = [{"key": "r1", "values": {**ROWS["stakeholders"], "groups": ["indigenous"]}}]
    document = a_document({"stakeholders": rows})
    document["sections"]["stakeholders"]["fields"]["not_relevant"]["pastoralists"] = "None here."
    found = findings(document)
    assert {each.field for each in holds_up(found)} == {"representation"}
    consent = Finding(
        Level.SHOULD, "blank", "stakeholders", "stakeholders", key="r1", field="consent"
    )
    assert consent in found


def test_barriers_ask_for_measures() -> None:
    rows = [{"key": "r1", "values": {**ROWS["stakeholders"], "barriers": ["distance"]}}]
    assert rules(a_document({"stakeholders": rows}), "stakeholders", "inclusion") == ["blank"]


def test_more_than_six_objectives_are_advised_against_and_not_refused() -> None:
    rows = [{"key": f"o{n}", "values": {"text": "One."}} for n in range(7)]
    found = findings(a_document({"objectives": rows}))
    assert Finding(Level.SHOULD, "too_many", "purpose", "objectives") in found
    assert holds_up(found) == ()


def test_a_public_plan_names_its_licence() -> None:
    document = a_document()
    document["sections"]["signature"]["fields"]["visibility"] = "public_full"
    assert rules(document, "signature", "licence") == ["blank"]


def test_an_answer_of_which_a_part_is_missing_is_only_half_given() -> None:
    document = a_document()
    document["sections"]["identity"]["fields"]["period"] = {"end": "2027"}
    del document["sections"]["signature"]["fields"]["authorised_by"]["on"]
    assert rules(document, "identity", "period") == ["half"]
    assert rules(document, "signature", "authorised_by") == ["half"]
