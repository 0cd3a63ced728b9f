"""When the rules for women speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.document import Json
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, activity, advice_on, plan, stakeholder


def people(women: int | None, total: int) -> dict[str, dict[str, int]]:
    told = {"target_total": {"number": total}}
    return told if women is None else {**told, "target_women": {"number": women}}


SPEAKS: Cases = {
    "women are met without a measure": (AdviceCode.R_WOM1, plan(stakeholder("women"))),
    "no measure, said so": (
        AdviceCode.R_WOM1,
        plan(stakeholder("women", inclusion={"answer": "none"})),
    ),
    "nine women among forty people": (
        AdviceCode.R_WOM2,
        plan(activity("women", "farmers", **people(9, 40))),
    ),
    "an evening meeting": (AdviceCode.R_WOM3, plan(activity("women", starts_at=18))),
    "it starts at the very hour": (AdviceCode.R_WOM3, plan(activity("women", starts_at=17))),
    "a session of six hours": (AdviceCode.R_WOM3, plan(activity("women", "cso", lasts_hours=6))),
    "women are informed and no more": (
        AdviceCode.R_WOM4,
        plan(stakeholder("women", level="inform"), stakeholder("cso", level="involve")),
    ),
    "what holds above holds below": (
        AdviceCode.R_WOM4,
        plan(stakeholder(key="all", level="inform"), stakeholder("women", parent="all")),
    ),
}

SILENT: Cases = {
    "a measure is chosen": (
        AdviceCode.R_WOM1,
        plan(stakeholder("women", inclusion=["childcare"])),
    ),
    "a measure in own words": (
        AdviceCode.R_WOM1,
        plan(stakeholder("women", inclusion=[{"words": "A cart at the well"}])),
    ),
    "the measure stands with the activity": (
        AdviceCode.R_WOM1,
        plan(stakeholder("women"), activity("women", inclusion=["near_home"])),
    ),
    "the measure stands above": (
        AdviceCode.R_WOM1,
        plan(
            stakeholder(key="all", inclusion=["near_home"]),
            stakeholder("women", parent="all"),
        ),
    ),
    "twelve women among forty people": (
        AdviceCode.R_WOM2,
        plan(activity("women", "farmers", **people(12, 40))),
    ),
    "the women are not counted yet": (
        AdviceCode.R_WOM2,
        plan(activity("women", "farmers", **people(None, 40))),
    ),
    "a count of nobody": (AdviceCode.R_WOM2, plan(activity("women", "cso", **people(0, 0)))),
    "a meeting of women has no share": (
        AdviceCode.R_WOM2,
        plan(activity("women", **people(1, 40))),
    ),
    "an evening meeting with transport": (
        AdviceCode.R_WOM3,
        plan(activity("women", starts_at=18, inclusion=["safe_transport"])),
    ),
    "childcare stands with the women’s row": (
        AdviceCode.R_WOM3,
        plan(stakeholder("women", inclusion=["childcare"]), activity("women", starts_at=18)),
    ),
    "a morning of four hours": (
        AdviceCode.R_WOM3,
        plan(activity("women", starts_at=9, lasts_hours=4)),
    ),
    "an evening meeting of others": (AdviceCode.R_WOM3, plan(activity("media", starts_at=20))),
    "one group of women is consulted": (
        AdviceCode.R_WOM4,
        plan(stakeholder("women", level="inform"), stakeholder("women", level="consult")),
    ),
    "no level is chosen yet": (AdviceCode.R_WOM4, plan(stakeholder("women"))),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)


def test_the_share_is_that_of_the_threshold() -> None:
    document = plan(activity("women", "farmers", **people(14, 40)))
    assert AdviceCode.R_WOM2 not in advice_on(document)
    assert AdviceCode.R_WOM2 in advice_on(document, Norms(women_share=50))


def test_a_threshold_that_is_out_of_use_measures_nothing() -> None:
    document = plan(activity("women", "farmers", starts_at=23, **people(1, 40)))
    given = advice_on(document, Norms(women_share=None, late_start=None))
    assert AdviceCode.R_WOM2 not in given
    assert AdviceCode.R_WOM3 not in given
