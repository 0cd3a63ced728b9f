"""When the rules for youth speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.document import Json
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, activity, advice_on, calendar, plan, stakeholder

EXAMS = calendar({5: "exams", 6: "exams", 7: "holidays"}, kind="exams")

SPEAKS: Cases = {
    "minors come and nothing is said of their protection": (
        AdviceCode.R_YOU1,
        plan(activity("youth", minors="yes")),
    ),
    "a camp in the weeks of the exams": (
        AdviceCode.R_YOU2,
        plan(EXAMS, activity("youth", when="2026-05-11")),
    ),
    "youth take part and are consulted": (
        AdviceCode.R_YOU3,
        plan(stakeholder("youth", role=["participates"], governance_role="consulted")),
    ),
    "a national forum without travel costs": (
        AdviceCode.R_YOU4,
        plan(activity("youth", reach="national")),
    ),
}

SILENT: Cases = {
    "parents are asked": (
        AdviceCode.R_YOU1,
        plan(activity("youth", minors="yes", inclusion=["guardian_consent"])),
    ),
    "children are protected in the whole plan": (
        AdviceCode.R_YOU1,
        plan(activity("youth", minors="yes"), fields={"feedback": {"safeguards": ["children"]}}),
    ),
    "no minors are expected": (AdviceCode.R_YOU1, plan(activity("youth", minors="no"))),
    "it is not said whether minors come": (AdviceCode.R_YOU1, plan(activity("youth"))),
    "a camp in April": (AdviceCode.R_YOU2, plan(EXAMS, activity("youth", when="2026-04"))),
    "exams do not keep the media away": (
        AdviceCode.R_YOU2,
        plan(EXAMS, activity("media", when="2026-05")),
    ),
    "no calendar is filled in": (AdviceCode.R_YOU2, plan(activity("youth"))),
    "a seat in an advisory body": (
        AdviceCode.R_YOU3,
        plan(stakeholder("youth", role=["participates"], governance_role="advisory")),
    ),
    "youth lead": (AdviceCode.R_YOU3, plan(stakeholder("youth", role=["participates", "leads"]))),
    "one of two groups of youth decides": (
        AdviceCode.R_YOU3,
        plan(
            stakeholder("youth", role=["participates"]),
            stakeholder("youth", role=["participates"], governance_role="deciding"),
        ),
    ),
    "travel is paid in advance": (
        AdviceCode.R_YOU4,
        plan(activity("youth", reach="national", inclusion=["travel_costs"])),
    ),
    "a printed guide comes to them": (
        AdviceCode.R_YOU4,
        plan(activity("youth", type="material", reach="national")),
    ),
    "nobody travels far": (AdviceCode.R_YOU4, plan(activity("youth", reach="local"))),
    "nobody travels at all": (AdviceCode.R_YOU4, plan(activity("youth", reach="online"))),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)
