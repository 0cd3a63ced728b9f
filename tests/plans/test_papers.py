from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from engage.kit.locales import CODES
from engage.plans import exports
from engage.plans.document import Json, assemble
from engage.plans.outline.plan import find_section
from tests.plans.documents import filled_document
from tests.plans.printed import copy_of


@pytest.fixture
def speaking(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def summary_of(document: Json, **facts: Any) -> Any:
    return exports.summary(copy_of(document, **facts), "en")


@pytest.mark.usefixtures("speaking")
def test_a_draft_says_so_and_a_version_does_not() -> None:
    document = assemble("XA", {}, {})
    assert summary_of(document)["draft"] == "DRAFT"
    assert summary_of(document, is_draft=False)["draft"] is None


@pytest.mark.usefixtures("speaking")
def test_the_foot_says_who_prepared_what_when() -> None:
    foot = summary_of(assemble("XA", {}, {}))["foot"]
    assert foot["prepared"] == (
        "Prepared by Orvanda-en. Not an official document of the United Nations."
    )
    assert foot["print"] == "Version 2.2 · printed 22 November 2026, 14:40\u00a0UTC"
    assert foot["code"] == "XA-2026-1"
    rehearsed = summary_of(assemble("XA", {}, {}), is_rehearsal=True)["foot"]["print"]
    assert rehearsed.startswith("Rehearsal · ")


@pytest.mark.usefixtures("speaking")
def test_an_empty_plan_says_what_is_not_there() -> None:
    payload = summary_of(assemble("XA", {}, {}))
    groups, activities, budget, indicators = payload["tables"]
    assert len(groups["rows"]) == 12
    assert {row[1] for row in groups["rows"]} == {"not described yet"}
    assert activities["rows"] == budget["rows"] == indicators["rows"] == []
    assert activities["empty"] == "No activity is planned yet."
    assert payload["title"] == "A plan without a title yet"
    assert [each["lines"] for each in payload["signatures"]] == [
        ["Name and title", "Place and date"]
    ] * 2


def row(key: str, parent: str = "", **values: Any) -> Json:
    return {"key": key, "values": values} | ({"parent": parent} if parent else {})


def own(text: str) -> dict[str, Any]:
    return {"text": text, "own": True}


@pytest.mark.usefixtures("speaking")
def test_groups_take_level_and_message_from_the_rows_above() -> None:
    document = assemble(
        "XA",
        {"stakeholders": {"not_relevant": {"media": "There are none here."}}},
        {
            "stakeholders": [
                row("a", name="On the land", level="involve", messages=["Routes stay open."]),
                row("b", "a", name="Herders", groups=["pastoralists"]),
                row(
                    "c", "a", name="Herder women", groups=["women", "pastoralists"], level="empower"
                ),
                row("d", name="Keepers of wells", level="inform", groups={"answer": "none"}),
            ],
            "own_groups": [row("g", name="Traders", groups=["private_sector"])],
        },
    )
    rows = summary_of(document)["tables"][0]["rows"]
    said = {str(cells[0]): cells[1:] for cells in rows[:12]}
    assert said["Pastoralists"] == ["Involve; Empower", own("Routes stay open.")]
    assert said["Women"] == ["Empower", own("Routes stay open.")]
    assert said["Media"] == ["does not apply", own("There are none here.")]
    assert said["Youth"] == ["not described yet", ""]
    assert rows[12:] == [
        [own("Traders"), "not described yet", "Counted with: Private sector"],
        [own("Keepers of wells"), "Inform", ""],
    ]


@pytest.mark.usefixtures("speaking")
def test_the_term_of_the_country_stands_beside_a_group() -> None:
    terms = {"stakeholders": {"national_terms": {"indigenous": "First families"}}}
    names = [cells[0] for cells in summary_of(assemble("XA", terms, {}))["tables"][0]["rows"]]
    assert ["Indigenous Peoples (", own("First families"), ")"] in names
    assert "Women" in names


@pytest.mark.usefixtures("speaking")
def test_activities_stand_in_the_order_of_time() -> None:
    whens: dict[str, Any] = {
        "words": {"words": "after the rain"},
        "blank": None,
        "year": {"start": "2027"},
        "day": {"start": "2027-02-03"},
        "month": {"start": "2027-01"},
        "unread": {"as_typed": {"start_day": ["31"]}},
        "before": {"start": "2026-12-31"},
        "end": {"end": "2027-10"},
    }
    rows = [row(key, title=key, when=when) for key, when in whens.items()]
    for each in rows:
        if each["values"]["when"] is None:
            del each["values"]["when"]
    table = summary_of(assemble("XA", {}, {"activities": rows}))["tables"][1]
    assert [(cells[0], cells[2]["text"]) for cells in table["rows"]] == [
        ("Q4 2026", "before"),
        ("Q1 2027", "month"),
        ("Q1 2027", "day"),
        ("Q4 2027", "end"),
        ("2027", "year"),
        ("no date yet", "words"),
        ("no date yet", "blank"),
        ("no date yet", "unread"),
    ]


def money(amount: str, currency: str = "USD", **more: Any) -> Json:
    return {"amount": amount, "currency": currency, **more}


@pytest.mark.usefixtures("speaking")
def test_money_is_added_within_one_currency_and_one_list_only() -> None:
    document = assemble(
        "XA",
        {},
        {
            "budget": [
                row("1", amount=money("1000.50"), funded="funded"),
                row("2", amount=money("2", unit=1000, certainty="about"), funded="not_funded"),
                row("3", amount=money("7", "EUR"), funded="funded"),
                row("4", amount={"answer": "unknown"}),
                row("5", amount={"words": "9 milliards"}),
            ],
            "activities": [
                row("a", cost=money("50"), funded="partly"),
                row("b", cost={"answer": "none"}),
                row("c"),
            ],
        },
    )
    table = summary_of(document)["tables"][2]
    assert table["rows"] == [
        ["Euro (EUR), budget lines", "7", "7", "no gap"],
        ["US Dollar (USD), budget lines", "about 3,000.50", "1,000.50", "about 2,000"],
        ["US Dollar (USD), costs of activities", "50", "not known", "not known"],
    ]
    assert table["note"] == (
        "Currencies are not added together. "
        "Budget lines and costs of activities may speak of the same money. "
        "2 budget lines have no known amount. 1 activity has no cost yet."
    )


@pytest.mark.usefixtures("speaking")
def test_what_is_partly_secured_is_a_bound_on_the_gap() -> None:
    lines = [
        row("1", amount=money("100"), funded="funded"),
        row("2", amount=money("50"), funded="partly"),
        row("3", amount=money("10")),
    ]
    rows = summary_of(assemble("XA", {}, {"budget": lines}))["tables"][2]["rows"]
    assert rows == [["US Dollar (USD)", "160", "at least 100", "at most 60"]]


@pytest.mark.usefixtures("speaking")
def test_decisions_are_cited_as_the_language_cites_them() -> None:
    mandates = [row("1", symbol="8/COP.16"), row("2", symbol="5/COP.16"), row("3")]
    copy = copy_of(
        assemble("XA", {}, {"mandates": mandates}),
        citations={"8/COP.16": {"en": "decision 8/COP.16", "ar": "المقرر 8/م أ-16"}},
    )
    cited = {code: dict(exports.summary(copy, code)["facts"]) for code in ("en", "ar")}
    said = [value for facts in cited.values() for value in facts.values()]
    assert ["Decision 8/COP.16; ", own("5/COP.16")] in said
    assert ["المقرر 8/م أ-16؛ ", own("5/COP.16")] in said


@pytest.mark.usefixtures("speaking")
def test_a_signature_that_is_given_stands_above_no_dotted_line() -> None:
    signed = {"prepared_by": {"name": "Ilen Dorrin", "on": "2026-11-11"}}
    prepared, authorised = summary_of(assemble("XA", {"signature": signed}, {}))["signatures"]
    assert prepared["lines"] == []
    assert prepared["name"] == [own("Ilen Dorrin"), "\n", "11 November 2026"]
    assert authorised["name"] == ""


@pytest.mark.usefixtures("speaking")
def test_a_nested_row_says_below_which_it_stands() -> None:
    rows = [row("a", name="Government"), row("b", "a", name="Ministry")]
    sections = exports.full(copy_of(assemble("XA", {}, {"stakeholders": rows})), "en")["sections"]
    section = find_section("stakeholders")
    assert section is not None
    ministry = sections[section.number - 1]["registers"][0]["rows"][1]
    assert (ministry["title"], ministry["own"]) == ("Ministry", True)
    assert ministry["entries"][0] == {
        "label": "Stands below",
        "lines": [{"text": "Government", "own": True}],
    }


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("kind", ["summary", "full"])
def test_paper_can_be_set_in_every_language(language: str, kind: str) -> None:
    pages = exports.pdf(kind, copy_of(filled_document()), language)
    assert pages.startswith(b"%PDF-")


def test_file_names_tell_plan_version_kind_and_language() -> None:
    copy = copy_of(assemble("XA", {}, {}))
    assert exports.file_name(copy, "summary", "ar", "pdf") == "XA-2026-1-v2.2-summary-ar.pdf"
    assert exports.file_name(copy, "document", "", "json") == "XA-2026-1-v2.2-document.json"
