from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.locales import CODES
from engage.plans.document import compose, fields_of, rows_of
from engage.plans.incoming import read_document
from engage.plans.models import Plan
from engage.plans.sharing.actions import begin_from
from engage.plans.sharing.beginnings import find_beginning
from engage.plans.sharing.starting import FEW, INDICATORS, SUGGESTED, Start, document_of
from engage.reference.actions import load_reference
from engage.reference.queries import mandates
from engage.reference.vocabulary.approach import METHODS_BY_LEVEL, EngagementLevel, Method
from engage.reference.vocabulary.groups import Group

LEVELS = list(EngagementLevel)


def begun(writer: User, mark: str) -> Plan:
    assert writer.party is not None
    beginning = find_beginning(mark, writer.party.ui_language)
    assert beginning is not None
    return begin_from(writer, writer.party, beginning)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("start", list(Start))
def test_a_set_is_a_sound_document_in_each_language(
    session: Session, start: Start, language: str
) -> None:
    document = document_of(start, language)
    left_out = [each.path for each in read_document(document).left_out]
    assert left_out == ["party"]
    assert fields_of(document, "identity") == {"language": language, "depth": start.value}


@pytest.mark.parametrize("start", list(Start))
def test_each_group_has_its_row_in_the_order_of_the_decision(
    session: Session, start: Start
) -> None:
    rows = rows_of(document_of(start, "en"), "stakeholders", "stakeholders")
    assert [row["values"]["groups"] for row in rows] == [[group.value] for group in Group]
    asked = {"name", "level", "methods", "hear_back", "promise"}
    assert all(asked <= set(row["values"]) for row in rows)


def test_a_group_is_met_by_methods_that_suit_its_level() -> None:
    place = {
        method: LEVELS.index(level)
        for level, methods in METHODS_BY_LEVEL.items()
        for method in methods
    }
    for group, how in SUGGESTED.items():
        places = [place[each] for each in how.methods if each is not Method.CONSENT_PROCESS]
        assert max(places) == LEVELS.index(how.level), group


def test_the_people_nearest_to_the_land_are_not_merely_informed() -> None:
    informed = {group for group, how in SUGGESTED.items() if how.level is EngagementLevel.INFORM}
    assert informed == {Group.MEDIA}


def test_the_words_are_in_the_language_of_the_plan(session: Session) -> None:
    [first, *_rest] = rows_of(document_of(Start.SIMPLE, "fr"), "stakeholders", "stakeholders")
    [same, *_rest] = rows_of(document_of(Start.SIMPLE, "en"), "stakeholders", "stakeholders")
    assert first["values"]["name"] != same["values"]["name"]
    assert first["values"]["promise"] != same["values"]["promise"]


@pytest.mark.parametrize(("start", "indicators", "calendars"), [("simple", 5, 0), ("full", 10, 4)])
def test_a_full_plan_begins_with_more(
    session: Session, lender: User, start: str, indicators: int, calendars: int
) -> None:
    plan = begun(lender, f"start:{start}")
    counted: Any = Counter(row.register for row in plan.rows)
    assert (counted["stakeholders"], counted["indicators"]) == (12, indicators)
    assert counted["calendars"] == calendars
    assert plan.copied_from == f"start:{start}"
    assert plan.depth == start


def test_a_set_names_the_mandates_as_every_new_plan_does(session: Session, lender: User) -> None:
    load_reference()
    plan = begun(lender, "start:simple")
    named = [row.content["symbol"] for row in plan.rows if row.register == "mandates"]
    assert named == [each.symbol for each in mandates()]


def test_the_links_of_a_calendar_lead_to_its_group(session: Session, lender: User) -> None:
    document = compose(begun(lender, "start:full"))
    keys = {row["key"] for row in rows_of(document, "stakeholders", "stakeholders")}
    for row in rows_of(document, "stakeholders", "calendars"):
        assert set(row["values"]["stakeholders"]) <= keys


def test_three_to_ten_indicators_serve_best() -> None:
    assert 3 <= FEW < len(INDICATORS) <= 10
