"""When the rules for the private sector speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.completeness import findings, holds_up
from engage.plans.document import Json
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, advice_on, partnership, plan, stakeholder

DUE = {"pledge_due": {"start": "2027"}, "pledge_quantity": "400 hectares"}

SPEAKS: Cases = {
    "signed, and nothing said of due diligence": (
        AdviceCode.R_PRI1,
        plan(partnership(state="signed")),
    ),
    "a simple plan as well": (
        AdviceCode.R_PRI1,
        plan(partnership(state="signed"), depth="simple"),
    ),
    "a logo is wished for": (AdviceCode.R_PRI2, plan(partnership(uses_logo="yes"))),
    "only large companies": (
        AdviceCode.R_PRI3,
        plan(stakeholder("private_sector", company_sizes=["large"])),
    ),
    "a large partner and large companies": (
        AdviceCode.R_PRI3,
        plan(stakeholder("private_sector", company_sizes=["large"]), partnership(sizes=["large"])),
    ),
    "a pledge without a date": (
        AdviceCode.R_PRI4,
        plan(partnership(pledge="Shade trees", pledge_quantity="400 hectares")),
    ),
    "an agreement by pledge, and nothing more": (
        AdviceCode.R_PRI4,
        plan(partnership(agreement="pledge")),
    ),
}

SILENT: Cases = {
    "due diligence is still to be done, which is an answer": (
        AdviceCode.R_PRI1,
        plan(partnership(state="signed", due_diligence="to_do")),
    ),
    "not signed yet": (AdviceCode.R_PRI1, plan(partnership(state="negotiating"))),
    "not a company": (AdviceCode.R_PRI1, plan(partnership(type="academic", state="signed"))),
    "no logo": (AdviceCode.R_PRI2, plan(partnership(uses_logo="no"))),
    "cooperatives among them": (
        AdviceCode.R_PRI3,
        plan(stakeholder("private_sector", company_sizes=["large", "cooperative"])),
    ),
    "the partner is small": (
        AdviceCode.R_PRI3,
        plan(stakeholder("private_sector", company_sizes=["large"]), partnership(sizes=["small"])),
    ),
    "no size is named": (AdviceCode.R_PRI3, plan(stakeholder("private_sector"))),
    "a pledge with date and quantity": (
        AdviceCode.R_PRI4,
        plan(partnership(pledge="Shade trees", **DUE)),
    ),
    "no pledge": (AdviceCode.R_PRI4, plan(partnership(agreement="mou"))),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)


def test_a_signed_partnership_without_due_diligence_holds_up_submission() -> None:
    document = plan(partnership(state="signed"))
    assert "diligence_open" in {each.rule for each in holds_up(findings(document))}
