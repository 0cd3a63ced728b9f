"""When the rules of time speak, and when they are silent."""

from __future__ import annotations

import pytest

from engage.plans.document import Json
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import NORMS, Cases, activity, advice_on, calendar, plan

FASTING = calendar({3: "fasting"}, kind="feasts")
HUNGER = calendar({5: "hunger_gap", 6: "hunger_gap", 7: "harvest"}, "local_comm")

SPEAKS: Cases = {
    "a meeting in the month of fasting, which is everybody’s": (
        AdviceCode.R_SEA1,
        plan(FASTING, activity("media", when="2026-03")),
    ),
    "a meeting in the lean season": (AdviceCode.R_SEA1, plan(HUNGER, activity("local_comm"))),
    "harvest of a group that is not farmers": (
        AdviceCode.R_SEA1,
        plan(HUNGER, activity("local_comm", when="2026-07")),
    ),
    "three days before the day against desertification": (
        AdviceCode.R_OCC1,
        plan(activity("cso", when="2026-06-14")),
    ),
    "on a day of a group, for that group": (
        AdviceCode.R_OCC1,
        plan(activity("women", when="2026-10-15")),
    ),
    "on the very day of something far from land": (
        AdviceCode.R_OCC1,
        plan(activity("cso", when="2026-05-20")),
    ),
    "in the second week of the conference": (
        AdviceCode.R_OCC2,
        plan(activity("cso", when="2026-08-25")),
    ),
    "it begins before the conference and ends in it": (
        AdviceCode.R_OCC2,
        plan(activity("cso", when={"start": "2026-08-10", "end": "2026-08-18"})),
    ),
    "after the end of the plan": (AdviceCode.R_TIM1, plan(activity("cso", when="2028-02"))),
    "it begins in time and ends too late": (
        AdviceCode.R_TIM1,
        plan(activity("cso", when={"start": "2027-11", "end": "2028-02"})),
    ),
    "before the plan begins": (AdviceCode.R_TIM1, plan(activity("cso", when="2025"))),
    "a plan of five years": (
        AdviceCode.R_TIM2,
        plan(fields={"identity": {"period": {"start": "2026-01", "end": "2030-12"}}}),
    ),
    "a plan of one month more": (
        AdviceCode.R_TIM2,
        plan(fields={"identity": {"period": {"start": "2026-01", "end": "2030-01"}}}),
    ),
}

SILENT: Cases = {
    "a meeting after the month of fasting": (
        AdviceCode.R_SEA1,
        plan(FASTING, activity("media", when="2026-04")),
    ),
    "the months of the exams are said by the rule for youth": (
        AdviceCode.R_SEA1,
        plan(calendar({5: "exams"}, "youth"), activity("youth")),
    ),
    "a broadcast needs nobody to come": (
        AdviceCode.R_SEA1,
        plan(HUNGER, activity("local_comm", type="broadcast")),
    ),
    "nobody travels to an online meeting": (
        AdviceCode.R_SEA1,
        plan(HUNGER, activity("local_comm", reach="online")),
    ),
    "a group that is present": (
        AdviceCode.R_SEA1,
        plan(calendar({5: "present"}, "local_comm"), activity("local_comm")),
    ),
    "until the lean season is not in it": (
        AdviceCode.R_SEA1,
        plan(HUNGER, activity("local_comm", when={"end": "2026-05"})),
    ),
    "the calendar of others": (AdviceCode.R_SEA1, plan(HUNGER, activity("media"))),
    "a week before the day": (AdviceCode.R_OCC1, plan(activity("cso", when="2026-06-10"))),
    "the occasion is named": (
        AdviceCode.R_OCC1,
        plan(activity("cso", when="2026-06-17", occasion="Day against desertification")),
    ),
    "there is no occasion, and it is said so": (
        AdviceCode.R_OCC1,
        plan(activity("cso", when="2026-06-17", occasion_kind="none")),
    ),
    "a day of a group that is not met": (
        AdviceCode.R_OCC1,
        plan(activity("cso", when="2026-10-15")),
    ),
    "the day before something far from land": (
        AdviceCode.R_OCC1,
        plan(activity("cso", when="2026-05-19")),
    ),
    "only the month is known": (AdviceCode.R_OCC1, plan(activity("cso", when="2026-06"))),
    "after the conference": (AdviceCode.R_OCC2, plan(activity("cso", when="2026-09-01"))),
    "it belongs to the conference": (
        AdviceCode.R_OCC2,
        plan(activity("cso", when="2026-08-25", occasion_kind="conference")),
    ),
    "inside of the period": (AdviceCode.R_TIM1, plan(activity("cso", when="2027-12-31"))),
    "the year in which the plan ends": (AdviceCode.R_TIM1, plan(activity("cso", when="2027"))),
    "in words only": (AdviceCode.R_TIM1, plan(activity("cso", when={"words": "After the rain"}))),
    "a plan of four years": (
        AdviceCode.R_TIM2,
        plan(fields={"identity": {"period": {"start": "2026-01", "end": "2029-12"}}}),
    ),
    "a period that is not known to the month": (
        AdviceCode.R_TIM2,
        plan(fields={"identity": {"period": {"start": "2026", "end": "2030"}}}),
    ),
}


@pytest.mark.parametrize(("code", "document"), SPEAKS.values(), ids=SPEAKS)
def test_the_rule_speaks(code: AdviceCode, document: Json) -> None:
    assert code in advice_on(document)


@pytest.mark.parametrize(("code", "document"), SILENT.values(), ids=SILENT)
def test_the_rule_is_silent(code: AdviceCode, document: Json) -> None:
    assert code not in advice_on(document)


def test_what_the_calendar_says_is_told() -> None:
    document = plan(HUNGER, activity("local_comm", when={"start": "2026-05", "end": "2026-06"}))
    said = dict(advice_on(document)[AdviceCode.R_SEA1].said)
    assert said == {"months": (5, 6), "states": ("hunger_gap",)}


def test_of_two_international_days_the_nearer_one_is_named() -> None:
    document = plan(activity("cso", when="2026-06-17"))
    given = advice_on(document, NORMS)[AdviceCode.R_OCC1]
    assert dict(given.said) == {"occasion": "desertification_drought", "date": "2026-06-17"}


def test_a_day_at_the_turn_of_the_year_is_close() -> None:
    from_january = plan(activity("cso", when="2027-01-01"))
    norms = Norms(occasions=(NORMS.occasions[0].__class__("new", "observance", 12, 30),))
    assert AdviceCode.R_OCC1 in advice_on(from_january, norms)
