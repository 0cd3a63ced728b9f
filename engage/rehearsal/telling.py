"""How a story is told: the app's own actions, each at its moment of the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit import clock
from engage.kit.values.fingerprint import fingerprints
from engage.plans import drafting
from engage.plans.actions import submit_plan
from engage.plans.document import Json
from engage.plans.drafting import Typed
from engage.plans.imports import import_plan
from engage.plans.incoming import parse
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.outline.shape import Register, Section
from engage.plans.queries import own_plan
from engage.reference.models import Party

PLANS = Path(__file__).parent / "plans"
HOURS_OF_WORK = (8, 10, 11, 14, 15, 16)


def document_of(name: str) -> Json:
    found: Json = parse((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Stage:
    """The Party, its people, and the day from which the story is counted back."""

    party: Party
    people: Mapping[Role, User]
    day: dt.date

    @property
    def focal_point(self) -> User:
        return self.people[Role.FOCAL_POINT]

    @property
    def contributor(self) -> User:
        return self.people[Role.CONTRIBUTOR]

    @property
    def adviser(self) -> User:
        return self.people[Role.ADVISER]

    @property
    def reviewer(self) -> User:
        return self.people[Role.REVIEWER]

    def days_ago(self, days: int) -> AbstractContextManager[None]:
        """Work as if it were so many days ago, in the hours of work."""
        hour, minute = HOURS_OF_WORK[days % len(HOURS_OF_WORK)], days * 7 % 60
        day = self.day - dt.timedelta(days)
        return clock.telling(dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=dt.UTC))

    def begin(self, document: Json) -> str:
        """A new draft from a document; its reference."""
        return import_plan(self.contributor, self.party, document).plan.ref

    def own(self, ref: str) -> Plan:
        return own_plan(ref, visible_to=self.focal_point, lock=True)

    def submit(self, ref: str, prepared_by: str = "Sefa Maron", title: str = "") -> Plan:
        """Sign on the day and submit."""
        plan = self.own(ref)
        on = clock.today().isoformat()
        contact = drafting.section_of(plan, "identity").content.get("focal_point", {})
        signed = {
            "prepared_by": {"name": prepared_by, "title": title or "Directorate of Land", "on": on},
            "authorised_by": {
                "name": contact.get("name", "Ilen Dorrin"),
                "title": contact.get("title", "National focal point"),
                "on": on,
            },
        }
        write(self.focal_point, plan, "signature", signed)
        submit_plan(self.focal_point, plan)
        return plan


def write(actor: User, plan: Plan, code: str, values: Mapping[str, Any]) -> None:
    """Answers of a section, over those that stand there."""
    section = _section(code)
    kept = drafting.section_of(plan, code)
    seen = fingerprints(kept.content | kept.private)
    drafting.save_section(actor, plan, section, Typed(values=values, seen=seen))


def write_row(
    actor: User,
    plan: Plan,
    code: str,
    key: str,
    values: Mapping[str, Any],
    number: str | None = None,
) -> None:
    """Answers of a row, which is added if there is none with the key."""
    register = _register(code)
    found = (each for each in plan.rows if each.register == code and each.key == key)
    row = next(found, None) or drafting.add_row(actor, plan, register, key)
    seen = fingerprints(row.content | row.private)
    drafting.save_row(actor, plan, register, row, Typed(values=values, seen=seen, number=number))


def catch_up(actor: User, plan: Plan, document: Json) -> None:
    """Change the plan until it says what the document says."""
    for section in SECTIONS:
        found = document["sections"][section.code]
        write(actor, plan, section.code, found["fields"])
        for register, rows in found["registers"].items():
            _catch_up_rows(actor, plan, register, rows)


def _catch_up_rows(actor: User, plan: Plan, register: str, rows: list[Json]) -> None:
    for row in rows:
        write_row(actor, plan, register, row["key"], row["values"], row.get("number", ""))
    places = {row["key"]: position for position, row in enumerate(rows, start=1)}
    for kept in plan.rows:
        if kept.register == register:
            kept.position = places.get(kept.key, len(rows) + 1)


def _section(code: str) -> Section:
    found = find_section(code)
    if found is None:
        raise KeyError(code)
    return found


def _register(code: str) -> Register:
    found = find_register(code)
    if found is None:
        raise KeyError(code)
    return found[1]
