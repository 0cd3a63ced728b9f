"""When the rules for Indigenous Peoples speak, and when they are silent."""

from __future__ import annotations

from typing import Any

import pytest

from engage.plans.completeness import findings, holds_up
from engage.plans.document import Json
from engage.plans.vocabulary import Level
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, Row, activity, advice_on, plan, stakeholder

ON_THEIR_LAND = activity("indigenous", touches_lands="yes", when="2026-05-20")


def people(**values: Any) -> tuple[str, Row]:
    return stakeholder("indigenous", level="involve", **values)


def step(step: str, when: str, of: str = "people") -> tuple[str, Row]:
    values = {"step": step, "stakeholder": [of], "when": {"start": when}}
    return "consent_steps", {"values": values}


SPEAKS: Cases = {
    "lands are touched and the state of consent is blank": (
        AdviceCode.R_IND1,
        plan(people(), ON_THEIR_LAND),
    ),
    "the activity is for a row above": (
        AdviceCode.R_IND1,
        plan(
            people(key="all"),
            stakeholder(key="coast", parent="all"),
            activity("indigenous", touches_lands="yes", stakeholders=["all"]),
        ),
    ),
    "a simple plan as well": (AdviceCode.R_IND1, plan(people(), ON_THEIR_LAND, depth="simple")),
    "ten days from the information to the activity": (
        AdviceCode.R_IND2,
        plan(people(shared_when={"start": "2026-05-10"}), ON_THEIR_LAND),
    ),
    "ten days from one step to the next": (
        AdviceCode.R_IND2,
        plan(people(key="people"), step("step_3", "2026-03-01"), step("step_4", "2026-03-11")),
    ),
    "the decision came before the information": (
        AdviceCode.R_IND2,
        plan(
            people(
                shared_when={"start": "2026-03"}, consent="given", consent_when={"start": "2026-02"}
            )
        ),
    ),
    "it is not known who speaks for them": (
        AdviceCode.R_IND3,
        plan(people(representation={"answer": "unknown"})),
    ),
    "nobody speaks for them": (
        AdviceCode.R_IND3,
        plan(people(representation={"answer": "none"})),
    ),
    "one row for both": (AdviceCode.R_IND4, plan(stakeholder("indigenous", "cso"))),
    "a row below civil society": (
        AdviceCode.R_IND4,
        plan(stakeholder("cso", key="cso"), stakeholder("indigenous", parent="cso")),
    ),
}

SILENT: Cases = {
    "consent is not given, which is an answer": (
        AdviceCode.R_IND1,
        plan(people(consent="not_given"), ON_THEIR_LAND),
    ),
    "the state of consent stands above": (
        AdviceCode.R_IND1,
        plan(
            people(key="all", consent="step_1"),
            stakeholder(key="coast", parent="all"),
            ON_THEIR_LAND,
        ),
    ),
    "no lands are touched": (
        AdviceCode.R_IND1,
        plan(people(), activity("indigenous", touches_lands="no")),
    ),
    "they are informed only": (
        AdviceCode.R_IND1,
        plan(stakeholder("indigenous", level="inform"), ON_THEIR_LAND),
    ),
    "lands of others": (
        AdviceCode.R_IND1,
        plan(
            people(key="north"),
            people(key="south", consent="given"),
            activity("indigenous", touches_lands="yes", stakeholders=["south"]),
        ),
    ),
    "two months from the information to the activity": (
        AdviceCode.R_IND2,
        plan(people(shared_when={"start": "2026-03-10"}), ON_THEIR_LAND),
    ),
    "in months only, it may well be enough": (
        AdviceCode.R_IND2,
        plan(
            people(shared_when={"start": "2026-04"}),
            activity("indigenous", touches_lands="yes", when="2026-05"),
        ),
    ),
    "no date is known": (AdviceCode.R_IND2, plan(people(), ON_THEIR_LAND)),
    "they say who speaks for them": (
        AdviceCode.R_IND3,
        plan(people(representation="The council of elders, by custom")),
    ),
    "a blank is a must, not an advice": (AdviceCode.R_IND3, plan(people())),
    "a row for each": (
        AdviceCode.R_IND4,
        plan(stakeholder("indigenous"), stakeholder("cso")),
    ),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)


def test_a_blank_state_of_consent_holds_up_submission() -> None:
    document = plan(people(), ON_THEIR_LAND)
    assert advice_on(document)[AdviceCode.R_IND1].level is Level.MUST
    assert "consent_open" in {each.rule for each in holds_up(findings(document))}


def test_consent_that_was_not_given_holds_up_nothing() -> None:
    document = plan(people(consent="not_given"), ON_THEIR_LAND)
    assert "consent_open" not in {each.rule for each in findings(document)}


def test_the_days_to_decide_are_those_of_the_threshold() -> None:
    document = plan(people(shared_when={"start": "2026-05-10"}), ON_THEIR_LAND)
    assert AdviceCode.R_IND2 not in advice_on(document, Norms(consent_information=10))
