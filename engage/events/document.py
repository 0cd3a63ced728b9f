"""The event document: all that an event says to one reader, in codes, as one JSON object.

    {"schema": "engage-event/1", "ref": "XA-E-2026-1", "party": "XA" or null,
     "joint_with": ["XB", …],
     "fields": {code: value, …}, "registers": {code: [{"key", "values"}, …]},
     "held_back": ["when", …], "few": ["participants", …], "withheld": ["counts", …]}

Blank answers and rows are absent. `joint_with` names the Parties that have said yes to holding it
jointly, in the order in which they were asked, and no others. For a reader outside, `held_back`
names what is kept back for the safety of those who take part, `few` the totals of fewer than five
people, and `withheld` the grids from which figures of few people are left out, so that nobody takes
any of it for unknown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from engage.events import safety
from engage.events.counted import hide_small
from engage.events.models import Event
from engage.events.outline.event import PRIVATE, REGISTERS
from engage.events.rules import names_partner

SCHEMA = "engage-event/1"

Json = dict[str, Any]


def compose(event: Event, *, inside: bool, moment: dt.datetime) -> Json:
    """What a reader sees: all but what is private inside, what is not held back outside."""
    fields, registers = dict(event.content), living_rows(event)
    if inside:
        return _assembled(event, safety.without(PRIVATE, fields), registers)
    codes = safety.held_back(event.safety, event.last_day, moment)
    kept_back = sorted({code for code in (*fields, *registers) if code in codes - PRIVATE})
    seen, few, withheld = hide_small(safety.without(codes, fields))
    lists = safety.lists_without(codes, registers)
    return _assembled(event, seen, lists, held_back=kept_back, few=few, withheld=withheld)


def compose_own(event: Event) -> Json:
    """With the private answers: for the pages of its own side, and for nothing that leaves it.

    Needs an event from `queries.own_event`, the only query that loads them.
    """
    return _assembled(event, event.content | event.private, living_rows(event))


def living_rows(event: Event) -> dict[str, list[Json]]:
    """The rows of each list in order, without the deleted; lists without rows are absent."""
    registers: dict[str, list[Json]] = {}
    for row in event.rows:
        if row.deleted_at is None:
            registers.setdefault(row.register, []).append(
                {"key": row.key, "values": dict(row.content)}
            )
    return {each.code: registers[each.code] for each in REGISTERS if each.code in registers}


def _told(registers: dict[str, list[Json]]) -> dict[str, list[Json]]:
    """A row that was added and not filled in tells nothing; its form still lists it."""
    told = {code: [row for row in rows if row["values"]] for code, rows in registers.items()}
    return {code: rows for code, rows in told.items() if rows}


def _assembled(
    event: Event,
    fields: Json,
    registers: dict[str, list[Json]],
    *,
    held_back: Sequence[str] = (),
    few: Sequence[str] = (),
    withheld: Sequence[str] = (),
) -> Json:
    return {
        "schema": SCHEMA,
        "ref": event.ref,
        "party": event.party_code,
        "joint_with": [each.party_code for each in event.partners if names_partner(each)],
        "fields": fields,
        "registers": _told(registers),
        "held_back": list(held_back),
        "few": list(few),
        "withheld": list(withheld),
    }
