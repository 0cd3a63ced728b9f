"""The way of a plan: every state is walked with every step."""

from __future__ import annotations

import itertools

import pytest

from engage.kit.errors import OutOfTurn
from engage.plans.vocabulary import HELD_BY, Status, Step
from engage.plans.workflow import EDITABLE, PATHS, advance, allows

WAYS = {
    "draft": {"submit": "submitted", "close": "closed", "amend": "complete"},
    "submitted": {"withdraw": "draft", "take_up": "in_review"},
    "in_review": {"return": "returned", "complete": "complete"},
    "returned": {"submit": "submitted", "close": "closed"},
    "complete": {"revise": "draft", "close": "closed"},
    "closed": {},
}


@pytest.mark.parametrize(("status", "step"), list(itertools.product(Status, Step)))
def test_every_step_leads_where_the_table_says_or_is_refused(status: Status, step: Step) -> None:
    wanted = WAYS[status.value].get(step.value)
    assert allows(status, step) == (wanted is not None)
    if wanted is None:
        with pytest.raises(OutOfTurn, match="somebody was quicker"):
            advance(status, step, refusal="somebody was quicker")
    else:
        assert advance(status, step, refusal="") == Status(wanted)


def test_every_state_can_be_reached_from_a_draft() -> None:
    reached, before = {Status.DRAFT}, set[Status]()
    while reached != before:
        before = set(reached)
        reached |= {to for (start, _step), to in PATHS.items() if start in reached}
    assert reached == set(Status)


def test_every_state_says_who_holds_the_plan() -> None:
    assert set(HELD_BY) == set(Status)


def test_only_what_the_party_writes_can_be_edited() -> None:
    assert {Status.DRAFT, Status.RETURNED} == EDITABLE
