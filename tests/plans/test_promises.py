"""The ledger of promises: to whom, for when, what became of them, and where they are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engage.accounts.models import User
from engage.plans.document import Json, assemble
from engage.plans.promises import Promise, made_to, narrowed, promises_in

SignIn = Callable[[FlaskClient, User], FlaskClient]
DAY = dt.date(2026, 11, 22)


@pytest.fixture
def _speaking(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def document(*promises: dict[str, Any]) -> Json:
    rows = {
        "stakeholders": [
            {"key": "land", "values": {"name": "People on the land", "groups": ["pastoralists"]}},
            {"key": "women", "parent": "land", "values": {"name": "Herder women"}},
        ],
        "activities": [{"key": "forum", "values": {"title": "Forum"}}],
        "commitments": [
            {"key": f"p{number}", "values": values} for number, values in enumerate(promises)
        ],
    }
    return assemble("XA", {"identity": {"language": "en"}}, rows)


def read(*promises: dict[str, Any]) -> tuple[Promise, ...]:
    return promises_in(document(*promises), "en", DAY)


def keys(promises: tuple[Promise, ...]) -> list[str]:
    return [each.row.key for each in promises]


# ---------------------------------------------------------------- as they are read

pytestmark = pytest.mark.usefixtures("_speaking")


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ({"start": "2026-11-21"}, "Was due: 21 November 2026"),
        ({"start": "2026-11-22"}, "Due soon: 22 November 2026"),
        ({"start": "2026-10"}, "Was due: October 2026"),
        ({"start": "2026-11"}, "Due soon: November 2026"),
        ({"start": "2026"}, "Due soon: 2026"),
        ({"start": "2025"}, "Was due: 2025"),
        ({"start": "2026-12-22"}, "Due soon: 22 December 2026"),
        ({"start": "2026-12-23"}, ""),
        ({"words": "before the rain"}, ""),
        ({"as_typed": {"start_year": ["soon"]}}, ""),
        (None, ""),
    ],
)
def test_an_open_promise_tells_its_day_as_a_fact(due: Any, said: str) -> None:
    [promise] = read({"what": "A trough", **({"due": due} if due else {})})
    assert promise.timing == said


@pytest.mark.parametrize("state", ["kept", "partly", "not_kept"])
def test_of_a_promise_that_is_closed_no_day_is_named(state: str) -> None:
    [promise] = read({"what": "A trough", "due": {"start": "2026-01"}, "state": state})
    assert (promise.state, promise.timing) == (state, "")


def test_promises_stand_by_their_day_and_those_without_one_last() -> None:
    found = read(
        {"what": "Some day", "due": {"words": "some day"}},
        {"what": "Later", "due": {"start": "2027"}},
        {"what": "Sooner", "due": {"start": "2026-12-01"}},
    )
    assert [each.row.title for each in found] == ["Sooner", "Later", "Some day"]
    assert [each.row.number for each in found] == ["3", "2", "1"], "each keeps its number"


def test_a_promise_is_made_to_the_groups_it_names_and_those_of_its_stakeholders() -> None:
    [promise] = read(
        {"what": "A trough", "groups": ["youth", {"words": "Traders"}], "stakeholders": ["women"]}
    )
    assert promise.groups == {"youth", "pastoralists"}
    assert [line.text for line in promise.lines("groups", "stakeholders")] == [
        "Youth",
        "Traders",
        "2 Herder women",
    ]


def test_promises_are_found_from_the_stakeholder_and_from_the_activity() -> None:
    found = read(
        {"what": "A trough", "stakeholders": ["women"], "activities": ["forum"]},
        {"what": "A map", "activities": ["forum"]},
        {"what": "A call", "stakeholders": ["nobody"]},
    )
    assert keys(made_to(found, "stakeholders", "women")) == ["p0"]
    assert keys(made_to(found, "activities", "forum")) == ["p0", "p1"]
    assert made_to(found, "indicators", "women") == ()


def test_a_choice_of_group_and_state_narrows_the_promises() -> None:
    found = read(
        {"what": "A trough", "groups": ["women"]},
        {"what": "A map", "groups": ["women"], "state": "kept"},
        {"what": "A call", "groups": ["youth"], "state": "open"},
    )
    assert keys(narrowed(found, "", "")) == ["p0", "p1", "p2"]
    assert keys(narrowed(found, "women", "")) == ["p0", "p1"]
    assert keys(narrowed(found, "", "open")) == ["p0", "p2"], "without a word it is open"
    assert keys(narrowed(found, "women", "kept")) == ["p1"]


def test_a_plan_that_is_older_than_the_list_has_no_promises() -> None:
    old = document()
    del old["sections"]["monitoring"]["registers"]["commitments"]
    assert promises_in(old, "en", DAY) == ()
