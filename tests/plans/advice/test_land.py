"""When the rules for those who hold, manage or farm land speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.document import Json
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, activity, advice_on, calendar, plan, stakeholder

OWNERS = stakeholder("land_owners_managers", key="owners")
FIELDS = calendar({4: "sowing", 5: "sowing", 9: "harvest", 3: "lambing"}, kind="crops")

SPEAKS: Cases = {
    "owners, and no woman among them": (AdviceCode.R_LAND1, plan(OWNERS, stakeholder("women"))),
    "owners, and nobody who uses land without a title": (
        AdviceCode.R_LAND2,
        plan(OWNERS, stakeholder("women")),
    ),
    "a workshop in sowing time": (AdviceCode.R_FARM1, plan(FIELDS, activity("farmers"))),
    "a workshop at lambing": (
        AdviceCode.R_FARM1,
        plan(FIELDS, activity("farmers", when="2026-03-02")),
    ),
}

SILENT: Cases = {
    "a row of women who own land": (
        AdviceCode.R_LAND1,
        plan(OWNERS, stakeholder("land_owners_managers", "women")),
    ),
    "a row of women below the owners": (
        AdviceCode.R_LAND1,
        plan(OWNERS, stakeholder("women", parent="owners")),
    ),
    "widows among the owners are described as vulnerable": (
        AdviceCode.R_LAND1,
        plan(
            OWNERS,
            ("vulnerable", {"values": {"groups": ["women"], "stakeholders": ["owners"]}}),
        ),
    ),
    "no owners in the plan": (AdviceCode.R_LAND1, plan(stakeholder("farmers"))),
    "farmers have a row": (AdviceCode.R_LAND2, plan(OWNERS, stakeholder("farmers"))),
    "legal status is named as a barrier": (
        AdviceCode.R_LAND2,
        plan(stakeholder("land_owners_managers", barriers=["legal_status"])),
    ),
    "a workshop in winter": (
        AdviceCode.R_FARM1,
        plan(FIELDS, activity("farmers", when="2026-12")),
    ),
    "a field day at harvest": (
        AdviceCode.R_FARM1,
        plan(FIELDS, activity("farmers", when="2026-09", methods=["field_day"])),
    ),
    "a workshop for others": (AdviceCode.R_FARM1, plan(FIELDS, activity("media"))),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)
