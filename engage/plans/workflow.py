"""The way of a plan: one table of states and steps, and the one function that moves along it."""

from __future__ import annotations

from engage.kit.errors import OutOfTurn
from engage.plans.vocabulary import Status, Step

PATHS: dict[tuple[Status, Step], Status] = {
    (Status.DRAFT, Step.SUBMIT): Status.SUBMITTED,
    (Status.SUBMITTED, Step.WITHDRAW): Status.DRAFT,
    (Status.SUBMITTED, Step.TAKE_UP): Status.IN_REVIEW,
    (Status.IN_REVIEW, Step.RETURN): Status.RETURNED,
    (Status.IN_REVIEW, Step.COMPLETE): Status.COMPLETE,
    (Status.RETURNED, Step.SUBMIT): Status.SUBMITTED,
    (Status.COMPLETE, Step.REVISE): Status.DRAFT,
    (Status.DRAFT, Step.AMEND): Status.COMPLETE,
    (Status.COMPLETE, Step.CLOSE): Status.CLOSED,
    (Status.DRAFT, Step.CLOSE): Status.CLOSED,
    (Status.RETURNED, Step.CLOSE): Status.CLOSED,
}

EDITABLE = frozenset({Status.DRAFT, Status.RETURNED})


def allows(status: Status, step: Step) -> bool:
    return (status, step) in PATHS


def advance(status: Status, step: Step, *, refusal: str) -> Status:
    """The state after the step.

    `refusal` is the sentence for a person who comes too late: it says who did what when.
    Raises OutOfTurn with it where the table knows no such step.
    """
    if not allows(status, step):
        raise OutOfTurn(refusal)
    return PATHS[status, step]
