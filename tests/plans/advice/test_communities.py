"""When the rules for local communities and civil society speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.document import Json
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, activity, advice_on, plan, stakeholder

BOTH = ("indigenous", "local_comm")
FORTY = {"target_total": {"number": 40}}
TEN = {"number": 10}

SPEAKS: Cases = {
    "one count for two groups": (AdviceCode.R_LOC1, plan(activity(*BOTH, **FORTY))),
    "only one of them has a count": (
        AdviceCode.R_LOC1,
        plan(activity(*BOTH, **FORTY, target_indigenous=TEN)),
    ),
    "every organization works across borders": (
        AdviceCode.R_CSO1,
        plan(
            stakeholder("cso", organization_reach=["global"]),
            stakeholder("cso", organization_reach=["regional", "global"]),
        ),
    ),
    "civil society carries out and no more": (
        AdviceCode.R_CSO2,
        plan(
            stakeholder("cso", governance_role="implementer"),
            stakeholder("cso", governance_role="implementer"),
        ),
    ),
}

SILENT: Cases = {
    "a count for each": (
        AdviceCode.R_LOC1,
        plan(activity(*BOTH, **FORTY, target_indigenous=TEN, target_local=TEN)),
    ),
    "a count that is not known, and said so": (
        AdviceCode.R_LOC1,
        plan(activity(*BOTH, **FORTY, target_indigenous={"answer": "unknown"}, target_local=TEN)),
    ),
    "no count at all": (AdviceCode.R_LOC1, plan(activity(*BOTH))),
    "one of the two groups": (AdviceCode.R_LOC1, plan(activity("local_comm", **FORTY))),
    "a national organization among them": (
        AdviceCode.R_CSO1,
        plan(
            stakeholder("cso", organization_reach=["global"]),
            stakeholder("cso", organization_reach=["national"]),
        ),
    ),
    "it is not said where they work": (
        AdviceCode.R_CSO1,
        plan(stakeholder("cso", organization_reach=["global"]), stakeholder("cso")),
    ),
    "one of them advises": (
        AdviceCode.R_CSO2,
        plan(
            stakeholder("cso", governance_role="implementer"),
            stakeholder("cso", governance_role="advisory"),
        ),
    ),
    "no civil society in the plan": (
        AdviceCode.R_CSO2,
        plan(stakeholder("media", governance_role="implementer")),
    ),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)
