"""What the server has of a plan: how much in each section, since when, and from whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from engage.plans.models import Plan, PlanRow, PlanSection
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Section

CODE = 8  # characters of the plan's stamp that are enough to tell two states apart


@dataclass(frozen=True, slots=True)
class Held:
    """One section: its own answers, the rows of its lists, and who saved last."""

    title: str
    answers: int
    rows: int
    saved_at: dt.datetime | None
    saved_by: int | None


def held_of(plan: Plan) -> tuple[Held, ...]:
    """Of each section, in order. Needs a plan from `queries.own_plan`: private answers count."""
    return tuple(_held(plan, section) for section in SECTIONS)


def code_of(plan: Plan) -> str:
    """Names the state of the plan: with each change it is another."""
    return plan.stamp[:CODE]


def _held(plan: Plan, section: Section) -> Held:
    answers = [each for each in plan.sections if each.code == section.code]
    rows = list(_rows(plan, section))
    kept: list[PlanSection | PlanRow] = [*answers, *rows]
    saved = [(each.saved_at, each.saved_by_id) for each in kept if each.saved_at is not None]
    at, by = max(saved, key=lambda each: each[0], default=(None, None))
    count = sum(len(each.content) + len(each.private) for each in answers)
    return Held(str(section.title), count, len(rows), at, by)


def _rows(plan: Plan, section: Section) -> Iterator[PlanRow]:
    registers = {register.code for register in section.registers}
    return (row for row in plan.rows if row.register in registers and row.deleted_at is None)
