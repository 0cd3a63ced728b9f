"""The budget: added only within one currency, list and stage; what is not known is counted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from engage.kit.pictures import Picture
from engage.plans.budget import budget_table
from engage.plans.document import Json
from engage.plans.funds import Sum, funds_of
from engage.plans.pictures.gallery import gallery
from tests.plans.golden.plan import row
from tests.plans.pictures.plans import UNKNOWN, cells_of, money, plan, said_in, the

pytestmark = pytest.mark.usefixtures("english")


def budget(*rows: Json, **registers: Any) -> Json:
    return plan(budget=list(rows), **registers)


def picture(document: Json) -> Picture:
    return the(gallery(document, "en"), "money")


def line(key: str, amount: Json, **values: Any) -> Json:
    return row(key, item=key, amount=amount, **values)


def source(key: str, budget_line: str, amount: Json, **values: Any) -> Json:
    return row(key, giver=key, budget_line=[budget_line], amount=amount, **values)


def only_sum(document: Json) -> Sum:
    [found] = funds_of(document).lines
    return found


def test_currencies_lists_and_stages_are_never_added() -> None:
    document = budget(
        line("b1", money("100"), stage="concept"),
        line("b2", money("120"), stage="agreed"),
        line("b3", money("5", "EUR")),
        activities=[row("a1", title="Day", cost=money("70"))],
        funding=[row("f1", giver="Guild", amount=money("40"), secured="funded")],
    )
    assert [(each.currency, each.stage, each.needed) for each in funds_of(document).lines] == [
        ("EUR", "", Decimal(5)),
        ("USD", "agreed", Decimal(120)),
        ("USD", "concept", Decimal(100)),
    ]
    found = picture(document)
    assert [cells[0] for cells in cells_of(found)] == [
        "Euro (EUR), budget lines",
        "US Dollar (USD), budget lines; Agreed figure",
        "US Dollar (USD), budget lines; Figure of the concept",
        "US Dollar (USD), costs of activities",
    ]
    assert "US Dollar (USD), sources of funds" in [cells[0] for cells in cells_of(found, 1)]


def test_several_sources_secure_one_line_together() -> None:
    document = budget(
        line("b1", money("100"), funded="partly"),
        funding=[
            source("f1", "b1", money("30"), secured="funded"),
            source("f2", "b1", money("20"), secured="in_kind"),
            source("f3", "b1", money("50"), secured="not_funded"),
        ],
    )
    found = only_sum(document)
    assert (found.secured, found.gap, found.unsure) == (Decimal(50), Decimal(50), False)


def test_what_a_source_gives_too_much_closes_no_other_gap() -> None:
    document = budget(
        line("b1", money("100")),
        line("b2", money("100"), funded="not_funded"),
        funding=[source("f1", "b1", money("150"), secured="funded")],
    )
    assert only_sum(document).gap == 100


@pytest.mark.parametrize(
    "given",
    [
        {"amount": UNKNOWN, "secured": "funded"},
        {"amount": money("60", "EUR"), "secured": "funded"},
        {"amount": money("60"), "secured": "partly"},
        {"amount": money("60")},
    ],
)
def test_a_source_that_is_not_clear_leaves_the_gap_at_most(given: Json) -> None:
    document = budget(
        line("b1", money("100")),
        funding=[source("f1", "b1", money("30"), secured="funded"), source("f2", "b1", **given)],
    )
    found = only_sum(document)
    assert (found.secured, found.unsure) == (Decimal(30), True)
    assert cells_of(picture(document))[0][1:] == ["100", "at least 30", "at most 70"]


def test_a_line_that_says_it_is_secured_needs_no_source() -> None:
    document = budget(
        line("b1", money("100"), funded="funded"),
        funding=[source("f1", "b1", money("30"), secured="not_funded")],
    )
    assert only_sum(document).gap == 0


def test_an_unknown_amount_is_counted_and_is_never_nought() -> None:
    document = budget(
        line("b1", UNKNOWN),
        line("b2", money("10"), funded="funded"),
        funding=[source("f1", "b1", UNKNOWN)],
    )
    found = picture(document)
    assert only_sum(document).needed == 10
    [note] = found["notes"]
    assert "1 budget line has no known amount." in note
    assert "Sources of funds without a known amount: 1." in note


def test_amounts_are_summed_by_source_and_state() -> None:
    document = budget(
        line("b1", money("10", source="gef"), funded="funded"),
        line("b2", money("15", source="gef", certainty="about"), funded="funded"),
        line("b3", money("7", source="gef"), funded="not_funded"),
        line("b4", money("3")),
    )
    name, fund = "US Dollar (USD), budget lines", "Global Environment Facility"
    assert cells_of(picture(document), 1) == [
        [name, fund, "The money is secured", "about 25"],
        [name, fund, "The money is not yet secured", "7"],
        [name, "not known", "not known", "3"],
    ]


def test_every_amount_of_the_drawing_stands_in_the_table() -> None:
    document = budget(
        line("b1", money("123456789012345.678901", unit=1000), funded="funded"),
        line("b2", money("10", "EUR"), funded="partly"),
        line("b3", money("12", "XOF"), funded="not_funded"),
    )
    found = picture(document)
    said = " ".join(said_in(found["drawings"]))
    for cells in cells_of(found):
        for words in cells:
            assert words in said


def test_the_bar_is_as_long_as_what_is_secured() -> None:
    document = budget(
        line("b1", money("25"), funded="funded"), line("b2", money("75"), funded="not_funded")
    )
    [drawing] = picture(document)["drawings"]
    bars = [each for each in drawing["marks"] if each["kind"] == "bar"]
    assert [(bar["look"], bar["w"]) for bar in bars] == [("solid", 0.25), ("hollow", 0.75)]


def test_nothing_needed_is_neither_a_bar_nor_a_fault() -> None:
    document = budget(line("b1", money("0"), funded="not_funded"))
    assert cells_of(picture(document))[0][3] == "no gap"


def test_the_summary_keeps_stages_apart_too() -> None:
    document = budget(
        line("b1", money("100"), stage="concept"), line("b2", money("120"), stage="agreed")
    )
    assert [cells[0] for cells in budget_table(document, "en")["rows"]] == [
        "US Dollar (USD); Agreed figure",
        "US Dollar (USD); Figure of the concept",
    ]
    assert Decimal(220) not in [each.needed for each in funds_of(document).lines]
