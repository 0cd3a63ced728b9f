"""The ledger of promises: who promised what to whom, for when, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from engage.kit.formats import show_day
from engage.kit.locales import current
from engage.kit.values.base import Line
from engage.kit.values.days import first_day, last_day
from engage.kit.values.links import keys_of
from engage.kit.values.when import When
from engage.plans.advice.seen import Seen, codes_in
from engage.plans.document import Json, rows_of
from engage.plans.linked import Linked
from engage.plans.outline.monitoring import COMMITMENTS
from engage.plans.reading import ReadRow, read_row
from engage.reference.vocabulary.resources import PromiseState

SOON = dt.timedelta(days=30)  # a promise that is due within these days is named as such
NO_DAY = dt.date.max
NAMED_IN_PROMISES = ("stakeholders", "activities")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as it is read.

    `groups` are those it was made to, by name or through a stakeholder; `named` are the rows it
    names, by the code of their register; `timing` says of an open one that its day is near, or
    was before today.
    """

    row: ReadRow
    groups: frozenset[str]
    named: Mapping[str, Sequence[str]]
    state: PromiseState
    timing: str
    due: dt.date

    def lines(self, *codes: str) -> tuple[Line, ...]:
        """The answers to some questions, one after the other."""
        entries = (self.row.entry(code) for code in codes)
        return tuple(line for entry in entries if entry is not None for line in entry.lines)


def promises_in(document: Json, language: str, today: dt.date) -> tuple[Promise, ...]:
    """All promises of a plan by the day for which they were made; those without a day come last.

    Labels are in the language spoken now, which must be `language`.
    """
    linked, seen = Linked.in_document(document, language), Seen(document)
    rows = rows_of(document, "monitoring", COMMITMENTS.code)
    found = [
        _promise(row, read_row(row, COMMITMENTS, language, linked, position=at), seen, today)
        for at, row in enumerate(rows, start=1)
    ]
    return tuple(sorted(found, key=lambda each: each.due))


def made_to(promises: Iterable[Promise], register: str, key: str) -> tuple[Promise, ...]:
    """The promises that name a row: a stakeholder, or an activity at which they were made."""
    return tuple(each for each in promises if key in each.named.get(register, ()))


def narrowed(promises: Iterable[Promise], group: str, state: str) -> tuple[Promise, ...]:
    """The promises made to a group and in a state; an empty choice narrows nothing."""
    return tuple(
        each
        for each in promises
        if (not group or group in each.groups) and (not state or state == each.state)
    )


def _promise(row: Json, read: ReadRow, seen: Seen, today: dt.date) -> Promise:
    values = row["values"]
    named = {code: keys_of(values.get(code)) for code in NAMED_IN_PROMISES}
    known = seen.every_stakeholder
    met = [known[key] for key in named["stakeholders"] if key in known]
    state = state_of(values.get("state"))
    return Promise(
        row=read,
        groups=codes_in(values.get("groups")).union(*(each.groups for each in met)),
        named=named,
        state=state,
        timing=timing_of(values.get("due"), today) if state is PromiseState.OPEN else "",
        due=When.first_day(values.get("due")) or NO_DAY,
    )


def state_of(value: Any) -> PromiseState:
    """A promise of which nothing is said yet is open."""
    known = isinstance(value, str) and value in PromiseState.labels()
    return PromiseState(value) if known else PromiseState.OPEN


def timing_of(due: Any, today: dt.date) -> str:
    """A fact, not a judgement; a month or a year is over when its last day is."""
    start = due.get("start") if isinstance(due, dict) else None
    if not isinstance(start, str):
        return ""
    if last_day(start) < today:
        return _("Was due: %(date)s", date=show_day(start, language=current()))
    if first_day(start) <= today + SOON:
        return _("Due soon: %(date)s", date=show_day(start, language=current()))
    return ""
