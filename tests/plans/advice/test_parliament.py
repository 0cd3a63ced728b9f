"""When the rules for parliamentarians speak, and when they are silent."""

from __future__ import annotations

from typing import Any

import pytest

from engage.plans.document import Json
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, Row, activity, advice_on, calendar, plan, stakeholder

YEAR = calendar({5: "election", 6: "dissolved", 8: "recess", 10: "sitting"}, kind="parliament")


def members(*parts: Any) -> tuple[str, Row]:
    return stakeholder("parliamentarians", parliament_parts=list(parts) or None)


def hearing(when: str, invited: str = "") -> tuple[str, Row]:
    invitation = {"invitation_when": {"start": invited}} if invited else {}
    return activity("parliamentarians", when=when, **invitation)


SPEAKS: Cases = {
    "a hearing in the election campaign": (AdviceCode.R_PAR1, plan(YEAR, hearing("2026-05"))),
    "a hearing in recess": (AdviceCode.R_PAR1, plan(YEAR, hearing("2026-08-03"))),
    "one chamber and its staff": (AdviceCode.R_PAR2, plan(members("upper_chamber", "staff"))),
    "no committee is named": (AdviceCode.R_PAR3, plan(members("lower_chamber", "upper_chamber"))),
    "no part of parliament is named": (AdviceCode.R_PAR3, plan(members())),
    "an invitation two weeks ahead": (
        AdviceCode.R_PAR4,
        plan(hearing("2026-10-20", invited="2026-10-06")),
    ),
}

SILENT: Cases = {
    "a hearing while parliament sits": (AdviceCode.R_PAR1, plan(YEAR, hearing("2026-10"))),
    "recess does not keep farmers away": (
        AdviceCode.R_PAR1,
        plan(YEAR, activity("farmers", when="2026-08")),
    ),
    "both chambers": (AdviceCode.R_PAR2, plan(members("lower_chamber", "upper_chamber"))),
    "one chamber and a caucus": (AdviceCode.R_PAR2, plan(members("lower_chamber", "caucus"))),
    "the chambers stand in two rows": (
        AdviceCode.R_PAR2,
        plan(members("lower_chamber"), members("upper_chamber")),
    ),
    "a committee": (AdviceCode.R_PAR3, plan(members("committee"))),
    "a part in own words": (AdviceCode.R_PAR3, plan(members({"words": "The land committee"}))),
    "a simple plan does not ask for it": (
        AdviceCode.R_PAR3,
        plan(members(), depth="simple"),
    ),
    "no parliament in the plan": (AdviceCode.R_PAR3, plan(stakeholder("cso"))),
    "an invitation a month ahead": (
        AdviceCode.R_PAR4,
        plan(hearing("2026-10-20", invited="2026-09-20")),
    ),
    "no date of the invitation": (AdviceCode.R_PAR4, plan(hearing("2026-10-20"))),
    "in months only, it may well be early enough": (
        AdviceCode.R_PAR4,
        plan(hearing("2026-10", invited="2026-09")),
    ),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)


def test_the_days_ahead_are_those_of_the_threshold() -> None:
    document = plan(hearing("2026-10-20", invited="2026-10-06"))
    assert AdviceCode.R_PAR4 not in advice_on(document, Norms(parliament_invitation=14))
