"""When the rules for pastoralists speak, and when they are silent."""

from __future__ import annotations

from typing import Any

import pytest

from engage.plans.document import Json
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, activity, advice_on, calendar, plan, stakeholder

AWAY = {4: "on_the_move", 5: "on_the_move", 6: "unreachable", 7: "present"}
HERDERS = ("pastoralists",)
APART: dict[str, Any] = {"separate_session": "yes", "separate_for": ["women", "youth"]}

SPEAKS: Cases = {
    "a meeting while the herds move": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, "pastoralists"), activity(*HERDERS, when="2026-05-20")),
    ),
    "a calendar of mobility is the herders’ even where it does not say so": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, kind="mobility"), activity(*HERDERS, when="2026-05")),
    ),
    "one of two months is away": (
        AdviceCode.R_PAS1,
        plan(
            calendar(AWAY, "pastoralists"),
            activity(*HERDERS, when={"start": "2026-06", "end": "2026-07"}),
        ),
    ),
    "a further date falls into the move": (
        AdviceCode.R_PAS1,
        plan(
            calendar(AWAY, "pastoralists"),
            activity(*HERDERS, when={"start": "2026-01-10", "further": ["2026-04-10"]}),
        ),
    ),
    "the calendar of a sub-group, and an activity for that sub-group": (
        AdviceCode.R_PAS1,
        plan(
            stakeholder("pastoralists", key="north"),
            calendar(AWAY, stakeholders=["north"]),
            activity("pastoralists", stakeholders=["north"]),
        ),
    ),
    "herders are reached by email and a website": (
        AdviceCode.R_PAS2,
        plan(stakeholder(*HERDERS, channels=["email"], methods=["website"])),
    ),
    "a survey alone does not say how people are asked": (
        AdviceCode.R_PAS2,
        plan(stakeholder(*HERDERS, channels=["messaging_apps"], methods=["survey"])),
    ),
    "a group that crosses a border, and nobody beyond it": (
        AdviceCode.R_PAS3,
        plan(stakeholder(*HERDERS, mobility="cross_border")),
    ),
    "herders without women or young people among them": (
        AdviceCode.R_PAS4,
        plan(stakeholder(*HERDERS), stakeholder("women"), stakeholder("youth")),
    ),
    "herder women have a row, young herders have none": (
        AdviceCode.R_PAS4,
        plan(stakeholder(*HERDERS), stakeholder("pastoralists", "women")),
    ),
}

SILENT: Cases = {
    "a meeting while the herders are there": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, "pastoralists"), activity(*HERDERS, when="2026-07")),
    ),
    "a visit to the camps": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, "pastoralists"), activity(*HERDERS, type="community_visit")),
    ),
    "radio reaches people under way": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, "pastoralists"), activity(*HERDERS, channels=["community_radio"])),
    ),
    "a meeting for others": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, "pastoralists"), activity("media")),
    ),
    "only the year is known": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, "pastoralists"), activity(*HERDERS, when="2026")),
    ),
    "a year of work can choose its days": (
        AdviceCode.R_PAS1,
        plan(
            calendar(AWAY, "pastoralists"),
            activity(*HERDERS, when={"start": "2026-01", "end": "2026-12"}),
        ),
    ),
    "what was cancelled needs no better date": (
        AdviceCode.R_PAS1,
        plan(calendar(AWAY, "pastoralists"), activity(*HERDERS, status="cancelled")),
    ),
    "the calendar of the northern herders, and an activity in the south": (
        AdviceCode.R_PAS1,
        plan(
            stakeholder("pastoralists", key="north"),
            stakeholder("pastoralists", key="south"),
            calendar(AWAY, stakeholders=["north"]),
            activity("pastoralists", stakeholders=["south"]),
        ),
    ),
    "email and market days": (
        AdviceCode.R_PAS2,
        plan(stakeholder(*HERDERS, channels=["email", "market_day"])),
    ),
    "email and a way of their own": (
        AdviceCode.R_PAS2,
        plan(stakeholder(*HERDERS, channels=["email", {"words": "Riders"}])),
    ),
    "no channel is named yet": (AdviceCode.R_PAS2, plan(stakeholder(*HERDERS))),
    "others may well be reached by email": (
        AdviceCode.R_PAS2,
        plan(stakeholder("media", channels=["email"])),
    ),
    "somebody beyond the border is named": (
        AdviceCode.R_PAS3,
        plan(stakeholder(*HERDERS, mobility="cross_border", neighbour_contact="Herders’ union")),
    ),
    "a group that stays inside the country": (
        AdviceCode.R_PAS3,
        plan(stakeholder(*HERDERS, mobility="seasonal")),
    ),
    "a session of their own for women and for youth": (
        AdviceCode.R_PAS4,
        plan(stakeholder(*HERDERS, **APART)),
    ),
    "rows below the herders, for women and for youth": (
        AdviceCode.R_PAS4,
        plan(
            stakeholder(*HERDERS, key="all"),
            stakeholder("women", parent="all"),
            stakeholder("youth", parent="all"),
        ),
    ),
    "a country without herders": (AdviceCode.R_PAS4, plan(stakeholder("farmers"))),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)


def test_only_those_herders_are_named_who_are_not_heard() -> None:
    document = plan(stakeholder(*HERDERS), stakeholder("pastoralists", "women"))
    assert dict(advice_on(document)[AdviceCode.R_PAS4].said) == {"groups": ("youth",)}


def test_the_months_that_collide_are_named_and_no_others() -> None:
    document = plan(
        calendar(AWAY, "pastoralists"),
        activity(*HERDERS, when={"start": "2026-06", "end": "2026-08"}),
    )
    given = advice_on(document)[AdviceCode.R_PAS1]
    assert dict(given.said)["months"] == (6,)
    assert (given.register, given.key, given.field) == ("activities", "r1", "when")
