"""When the rules across all groups speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.document import Json
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import Cases, activity, advice_on, plan, stakeholder

RADIO = {"awareness": {"channels": ["community_radio"]}}


def ways(*channels: object) -> dict[str, dict[str, object]]:
    return {"feedback": {"feedback_channels": list(channels)}}


SPEAKS: Cases = {
    "youth have a row and no activity": (
        AdviceCode.R_GRP1,
        plan(stakeholder("youth"), activity("women")),
    ),
    "the one activity for them was cancelled": (
        AdviceCode.R_GRP1,
        plan(stakeholder("youth"), activity("youth", status="cancelled"), activity("women")),
    ),
    "a website and an email address": (AdviceCode.R_FEE1, plan(fields=ways("website", "email"))),
    "a form on a website is the only way to complain": (
        AdviceCode.R_FEE1,
        plan(("complaint_channels", {"values": {"route": "web_form"}})),
    ),
}

SILENT: Cases = {
    "an activity for them": (AdviceCode.R_GRP1, plan(stakeholder("youth"), activity("youth"))),
    "an activity for a row of theirs": (
        AdviceCode.R_GRP1,
        plan(stakeholder("youth", key="club"), activity(stakeholders=["club"])),
    ),
    "an activity for a group of their own that belongs to them": (
        AdviceCode.R_GRP1,
        plan(
            stakeholder("youth"),
            ("own_groups", {"values": {"name": "Young guards", "groups": ["youth"]}}),
            ("activities", {"values": {"groups": [{"words": "young guards"}]}}),
        ),
    ),
    "no activity at all is another matter": (AdviceCode.R_GRP1, plan(stakeholder("youth"))),
    "the media are spoken of by their own rule": (
        AdviceCode.R_GRP1,
        plan(stakeholder("media"), stakeholder("women"), activity("women"), fields=RADIO),
    ),
    "a telephone line": (AdviceCode.R_FEE1, plan(fields=ways("email", "telephone"))),
    "a way of their own": (AdviceCode.R_FEE1, plan(fields=ways("email", {"words": "Riders"}))),
    "a box in the village": (
        AdviceCode.R_FEE1,
        plan(("complaint_channels", {"values": {"route": "box"}}), fields=ways("email")),
    ),
    "no way is named yet": (AdviceCode.R_FEE1, plan()),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)
