"""The ledger of promises: who promised what at which event, for when, and what became of it. Pure.

A promise is an outcome that somebody said he would see to: a pledge, an agreement, or whatever has
a name, a quantity or a day. It was made to the groups that it names, else to those of its event.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engage.events.outline.results import OUTCOMES
from engage.events.vocabulary import OutcomeType
from engage.journeys.details import Promise as Passed
from engage.kit.locales import current
from engage.kit.values.base import record
from engage.kit.values.when import When
from engage.plans.linked import Linked
from engage.plans.promises import NO_DAY, Promise, state_of, timing_of
from engage.plans.reading import read_row
from engage.reference.vocabulary.resources import PromiseState

Json = Mapping[str, Any]

PROMISING = frozenset({OutcomeType.PLEDGE, OutcomeType.AGREEMENT})
SAYS_SO = ("who", "quantity", "due", "state")
MOST_OLDER = 20  # open promises of still earlier events on one page


@dataclass(frozen=True, slots=True)
class MadeAt:
    """The event at which promises were made, as its own side knows it; its last day is that of
    `safety.end_of`."""

    id: int
    ref: str
    title: str
    language: str
    first_day: dt.date | None
    last_day: dt.date | None
    safety: str
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Made:
    """A promise and the event at which it was made; it is noted on the row of that event."""

    event: MadeAt
    promise: Promise

    @property
    def url(self) -> str:
        return f"/events/{self.event.ref}/promises/{self.promise.row.key}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What an event opens with: all promises of the last event, what is open of those before it,
    and how many of these stand on no page."""

    last: tuple[Made, ...]
    older: tuple[Made, ...]
    left_out: int

    @property
    def all(self) -> tuple[Made, ...]:
        return self.last + self.older


@dataclass(frozen=True, slots=True)
class Before:
    """For the page of an event: how many promises with its groups are open, and where they are."""

    url: str
    open: int
    total: int


def is_promise(values: Json) -> bool:
    return _text(values.get("type")) in PROMISING or any(code in values for code in SAYS_SO)


def groups_in(value: Any) -> frozenset[str]:
    """Codes of groups, and names of own ones as they were typed."""
    if not isinstance(value, list):
        return frozenset()
    names = (each.get("words") if isinstance(each, dict) else each for each in value)
    return frozenset(each for each in names if isinstance(each, str))


def needles(groups: Iterable[str]) -> list[str]:
    """How the names of groups stand in a document of the database."""
    return [json.dumps(each, ensure_ascii=False) for each in sorted(groups)]


def made(event: MadeAt, rows: Sequence[tuple[str, Json]], today: dt.date) -> Iterator[Made]:
    """The promises among the outcomes of an event, by key and values, in their order.

    Labels are in the language spoken now.
    """
    language = current()
    linked = Linked(lambda _register: (), language)
    for at, (key, values) in enumerate(rows, start=1):
        if is_promise(values):
            state = state_of(values.get("state"))
            row = {"key": key, "values": values}
            yield Made(
                event,
                Promise(
                    row=read_row(row, OUTCOMES, language, linked, position=at),
                    groups=groups_in(values.get("groups")) or event.groups,
                    named={},
                    state=state,
                    timing=timing_of(values.get("due"), today) if state is _OPEN else "",
                    due=When.first_day(values.get("due")) or NO_DAY,
                ),
            )


def ledger_of(found: Sequence[Made]) -> Ledger:
    """Of promises in the order of their events, the last one first."""
    if not found:
        return Ledger((), (), 0)
    last = tuple(each for each in found if each.event.id == found[0].event.id)
    older = [each for each in found[len(last) :] if each.promise.state is _OPEN]
    return Ledger(last, tuple(older[:MOST_OLDER]), max(0, len(older) - MOST_OLDER))


def made_to(found: Iterable[Made], groups: frozenset[str]) -> list[Made]:
    return [each for each in found if each.promise.groups & groups]


def by_due_day(found: Iterable[Made]) -> list[Made]:
    """Those without a day come last."""
    return sorted(found, key=lambda each: (each.promise.due, each.event.id))


def open_ones(found: Iterable[Made]) -> list[Made]:
    return [each for each in found if each.promise.state is _OPEN]


def passed_on(rows: Sequence[tuple[str, Json]], language: str) -> list[Passed]:
    """The promises that are still open, for the baton list of a journey; those without words
    cannot be passed on. `rows` are outcomes by key and values, their words in `language`."""
    return [
        Passed(
            key=key,
            what=values["what"],
            who=_text(values.get("who")),
            when=record(values.get("due")),
            language=language,
        )
        for key, values in rows
        if is_promise(values)
        and isinstance(values.get("what"), str)
        and state_of(values.get("state")) is _OPEN
    ]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


_OPEN = PromiseState.OPEN
