"""When the rules for policymakers and for the media speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.document import Json
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, activity, advice_on, plan, stakeholder

LEAD = {"identity": {"lead_institution": "Ministry of Land"}}
RADIO = {"awareness": {"channels": ["community_radio"]}}

SPEAKS: Cases = {
    "only the lead ministry": (
        AdviceCode.R_POL1,
        plan(stakeholder("policymakers", name="Ministry of land"), fields=LEAD),
    ),
    "only divisions of the lead ministry": (
        AdviceCode.R_POL1,
        plan(
            stakeholder("policymakers", key="lead", name="The Ministry of Land"),
            stakeholder(parent="lead", name="Forest service"),
            fields=LEAD,
        ),
    ),
    "radio carries messages, and nobody there is met": (
        AdviceCode.R_MED1,
        plan(activity("farmers"), fields=RADIO),
    ),
    "an activity uses newspapers": (
        AdviceCode.R_MED1,
        plan(activity("farmers", channels=["newspaper"])),
    ),
}

SILENT: Cases = {
    "another ministry": (
        AdviceCode.R_POL1,
        plan(
            stakeholder("policymakers", name="Ministry of Land"),
            stakeholder("policymakers", name="Ministry of Finance"),
            fields=LEAD,
        ),
    ),
    "a row without a name yet": (
        AdviceCode.R_POL1,
        plan(stakeholder("policymakers"), fields=LEAD),
    ),
    "the lead institution is not named yet": (
        AdviceCode.R_POL1,
        plan(stakeholder("policymakers", name="Ministry of Land")),
    ),
    "a training course for journalists": (
        AdviceCode.R_MED1,
        plan(activity("media", type="training"), fields=RADIO),
    ),
    "no media among the channels": (
        AdviceCode.R_MED1,
        plan(activity("farmers"), fields={"awareness": {"channels": ["market_day"]}}),
    ),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)
