"""Events for tests: one with every question answered and told apart, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.events.counting.head_counts import HeadCounts
from engage.events.drafting import add_row, begin_event, save_answers, save_row
from engage.events.models import Event
from engage.events.outline.event import FIELDS, REGISTERS
from engage.events.queries import own_event
from engage.kit.values.base import Kind
from engage.kit.values.fingerprint import fingerprint
from engage.plans.drafting import Typed
from engage.plans.outline.shape import Field
from tests.plans.documents import FILL

Answers = dict[str, Any]
Rows = Mapping[str, Sequence[Answers]]

FILLED = FILL | {
    HeadCounts: lambda _kind, n: {
        "everyone": {"women.all": {"number": n}, "all.youth": {"number": n, "certainty": "about"}},
        "pastoralists": {"men.adults": {"number": n, "certainty": "at_least"}},
    }
}
# What nobody may take from the event of which every question is answered.
OPEN = {"visibility": "public", "safety": "after"}
LONG_AFTER = "2031-01-01T12:00:00Z"


def every_answer(first: int = 700) -> tuple[Answers, Rows]:
    """Every question answered, the private ones too, and one row in every list.

    Values are told apart by numbers from `first` on; the event is public once it is over. Choices
    are from the lists of the moment, so that reference data must be loaded.
    """
    numbers = iter(range(first, first + 500))

    def filled(fields: Sequence[Field]) -> Answers:
        return {each.code: value_of(each.kind, next(numbers)) for each in fields}

    return filled(FIELDS) | OPEN, {each.code: [filled(each.fields)] for each in REGISTERS}


def value_of(kind: Kind, number: int) -> Any:
    return FILLED[type(kind)](kind, number)


def write_event(
    session: Session, writer: User, answers: Answers, rows: Rows, **belongs: Any
) -> Event:
    """As a person would: begun with its title, then answered; rows are added, then filled."""
    begun = begin_event(writer, writer.party, {"title": answers.get("title")}, **belongs)
    session.flush()
    event = own_event(begun.ref, writer=writer)
    save_answers(writer, event, FIELDS, as_typed(answers, event.content))
    for register in REGISTERS:
        for values in rows.get(register.code, ()):
            row = add_row(writer, event, register)
            save_row(writer, event, register, row, as_typed(values, {}))
    session.flush()
    return event


def as_typed(values: Mapping[str, Any], kept: Mapping[str, Any]) -> Typed:
    """What a form brings whose writer saw what is kept."""
    return Typed(values, {code: fingerprint(value) for code, value in kept.items()})
