"""What a plan says by itself to the items of the checklist, and what it leaves to a reader."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import pytest

from engage.plans.checklist.prefill.rules import RULES, suggestions
from engage.plans.checklist.prefill.shape import Found
from engage.plans.checklist.vocabulary import Verdict
from engage.plans.document import Json, assemble
from engage.plans.outline.plan import find_register, find_section
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.review import Prefill
from tests.plans.advice.made_up import NORMS, activity, calendar, partnership, plan, stakeholder
from tests.plans.documents import filled_document
from tests.speaking import spoken

YES, PARTLY, NO = Verdict.YES, Verdict.PARTLY, Verdict.NO
NOT_APPLICABLE, NOTHING = Verdict.NOT_APPLICABLE, None
EMPTY = assemble("XA", {}, {})
ALL_BUT_WOMEN = {group.value: "None here." for group in Group if group is not Group.WOMEN}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with spoken():
        yield


def found(code: str, document: Json) -> Found:
    return suggestions(document, NORMS)[code]


def row(register: str, **values: Any) -> tuple[str, dict[str, Any]]:
    return register, {"values": values}


def section(**fields: dict[str, Any]) -> Json:
    return plan(fields=fields)


HELD = {"when": {"start": "2026-05"}, "places": ["Here"], "responsible": ["Office"]}
CASES: tuple[tuple[str, Verdict | None, Json], ...] = (
    ("identity", PARTLY, section(identity={"lead_institution": "Ministry"})),
    ("mandate", PARTLY, plan(row("mandates", symbol="8/COP.16"))),
    ("mandate", YES, plan(row("mandates", symbol="8/COP.16"), row("policies", title="LDN"))),
    ("other_focal_points", PARTLY, section(identity={"other_focal_points": ["cbd"]})),
    ("other_focal_points", NO, section(identity={"other_focal_points": {"answer": "none"}})),
    ("groups", PARTLY, section(stakeholders={"not_relevant": ALL_BUT_WOMEN})),
    (
        "groups",
        YES,
        plan(stakeholder("women"), fields={"stakeholders": {"not_relevant": ALL_BUT_WOMEN}}),
    ),
    ("sub_groups", NO, plan(stakeholder("women"))),
    ("sub_groups", NOTHING, plan(stakeholder("women", whereabouts="In the valley"))),
    ("vulnerability", PARTLY, plan(stakeholder("women", barriers=["distance"]))),
    ("vulnerability", YES, plan(row("vulnerable", who="Widows", meaning="No land"))),
    (
        "representation",
        PARTLY,
        plan(stakeholder("women", representation="Chosen"), stakeholder("youth")),
    ),
    ("kept_apart", NO, plan(stakeholder("cso", "indigenous"))),
    ("kept_apart", YES, plan(stakeholder("cso"), stakeholder("indigenous"))),
    ("kept_apart", NOTHING, plan(stakeholder("women"))),
    (
        "kept_apart",
        NOT_APPLICABLE,
        section(stakeholders={"not_relevant": ALL_BUT_WOMEN}),
    ),
    ("level_and_promise", YES, plan(stakeholder("women", level="consult", methods=["hearing"]))),
    ("level_and_promise", YES, plan(stakeholder("women", level="inform", methods=["hearing"]))),
    ("level_and_promise", PARTLY, plan(stakeholder("women", level="empower", methods=["radio"]))),
    ("level_and_promise", NO, plan(stakeholder("women"))),
    ("open_decision", YES, section(purpose={"decision": "Which wells rest"})),
    ("open_decision", NO, section(purpose={"decision": {"answer": "none"}})),
    ("languages_and_formats", PARTLY, plan(stakeholder("women", languages=["Tamasheq"]))),
    (
        "languages_and_formats",
        YES,
        plan(stakeholder("women", languages=["Tamasheq"]), row("materials", name="Film")),
    ),
    ("timing", NOTHING, plan(activity("pastoralists"))),
    ("timing", YES, plan(activity("farmers"), calendar({9: "harvest"}, "farmers"))),
    ("timing", PARTLY, plan(activity("farmers"), calendar({5: "harvest"}, "farmers"))),
    ("inclusion", NO, plan(stakeholder("women"))),
    ("inclusion", NOTHING, plan(stakeholder("women", inclusion=["childcare"]))),
    ("consent", NOT_APPLICABLE, plan(stakeholder("women"))),
    ("consent", NOTHING, plan(stakeholder("indigenous", level="inform"))),
    ("consent", NO, plan(stakeholder("indigenous", level="consult"))),
    ("consent", YES, plan(stakeholder("indigenous", level="consult", consent="step_2"))),
    ("separate_spaces", NOTHING, plan(stakeholder("women", separate_session="no"))),
    ("separate_spaces", NO, plan(stakeholder("women", separate_session="yes"))),
    (
        "separate_spaces",
        YES,
        plan(stakeholder("women", separate_session="yes", separate_for=["women"])),
    ),
    ("offline", NOTHING, plan(stakeholder("women"))),
    ("offline", NO, plan(stakeholder("women", channels=["email"]))),
    ("offline", YES, plan(stakeholder("women", channels=["email", "market_day"]))),
    ("messages", NOTHING, plan(stakeholder("women", messages=["Wells rest."]))),
    ("messages", NO, plan(stakeholder("women"))),
    ("media", NO, EMPTY),
    ("media", PARTLY, plan(stakeholder("media", level="involve"))),
    ("media", YES, plan(activity("media"))),
    ("media", NOT_APPLICABLE, section(stakeholders={"not_relevant": {"media": "None here."}})),
    ("occasions", NO, plan(activity("women"))),
    ("occasions", YES, plan(activity("women", occasion_kind="observance"))),
    ("activities_complete", YES, plan(activity("women", **HELD))),
    ("activities_complete", PARTLY, plan(activity("women", **HELD), activity("youth"))),
    ("budget", NO, EMPTY),
    ("budget", NO, plan(row("budget", item="Travel", amount={"amount": "5", "currency": "USD"}))),
    ("budget", PARTLY, plan(activity("women", cost={"amount": "5"}, funded="funded"), activity())),
    ("partners", NO, EMPTY),
    ("partners", YES, plan(partnership(type="cso"))),
    ("partners", PARTLY, plan(partnership(name="A company"))),
    ("partners", YES, plan(partnership(due_diligence="no_concern"))),
    ("partners", YES, plan(activity("women", partners=["A school"]))),
    ("feedback_route", NO, EMPTY),
    ("feedback_route", NOTHING, section(feedback={"feedback_ways": "Ask us."})),
    ("feedback_route", PARTLY, section(feedback={"feedback_channels": ["website"]})),
    ("feedback_route", YES, section(feedback={"feedback_channels": ["market_day"]})),
    ("safeguards", NO, section(feedback={"safeguards": {"answer": "none"}})),
    ("input_used", PARTLY, section(so_far={"what_changed": "Two assemblies"})),
    ("reporting_back", NO, plan(stakeholder("women", hear_back=["radio"]))),
    ("indicators", NO, plan(row("indicators", name="Consultations", baseline="2 of 9"))),
    ("indicators", YES, plan(row("indicators", name="C", baseline="2 of 9", split=["sex"]))),
    ("revision_date", YES, section(monitoring={"review_date": {"start": "2026-10"}})),
    ("personal_data", PARTLY, section(feedback={"personal_notice": "yes"})),
    (
        "personal_data",
        YES,
        section(feedback={"personal_notice": "yes", "disclosure_limits": {"answer": "none"}}),
    ),
)


@pytest.mark.parametrize(("code", "verdict", "document"), CASES)
def test_a_rule_suggests_what_the_document_shows(
    code: str, verdict: Verdict | None, document: Json
) -> None:
    assert found(code, document).verdict is verdict


def test_every_rule_has_a_case() -> None:
    assert {case[0] for case in CASES} == {code.value for code in Prefill}


@pytest.mark.parametrize("document", [EMPTY, filled_document()])
def test_every_rule_says_what_it_saw_in_whole_sentences_and_where(document: Json) -> None:
    for code, each in suggestions(document, NORMS).items():
        assert each.seen, code
        assert all(said.endswith(".") and said[0] in "“" + said[0].upper() for said in each.seen)
        assert find_section(each.section) is not None, code
        assert not each.register or find_register(each.register) is not None, code


def test_a_blank_plan_is_never_told_to_be_in_order() -> None:
    blank = suggestions(EMPTY, NORMS)
    assert [code for code, each in blank.items() if each.verdict in (YES, PARTLY)] == []


def test_what_was_seen_is_counted_and_named() -> None:
    two = plan(stakeholder("women", languages=["Tamasheq"]), stakeholder("youth"))
    assert found("languages_and_formats", two).seen == (
        "“Languages of the group” is answered in 1 of 2 rows.",
        "No formats or materials are named.",
    )
    half = found("input_used", section(so_far={"what_changed": "Two assemblies"}))
    assert half.seen == (
        "Said in the plan (What changed because of it).",
        "Not said in the plan (What did not change, and why).",
    )


def test_every_rule_of_the_list_is_written_with_its_source() -> None:
    assert list(RULES) == list(Prefill)
    assert [c for c, rule in RULES.items() if "Source: " not in (inspect.getdoc(rule) or "")] == []
