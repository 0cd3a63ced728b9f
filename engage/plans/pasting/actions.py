"""Adding pasted rows, all or none, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence

from engage.accounts.models import User
from engage.plans.drafting import Typed, add_row, delete_row, living, save_row
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.shape import Register
from engage.plans.pasting.rows import Row


def add_pasted(actor: User, plan: Plan, register: Register, rows: Sequence[Row]) -> None:
    """The rows at the end of the register, in their order; all are there before one is written,
    so that a row may name a later one."""
    for added, row in [(add_row(actor, plan, register, row.key), row) for row in rows]:
        typed = Typed(values=row.values, seen={}, number=row.number, parent=row.parent)
        save_row(actor, plan, register, added, typed)


def take_back(actor: User, plan: Plan, register: Register, batch: str) -> int:
    """Set the rows of one paste aside; how many there were."""
    rows = pasted_rows(plan, register, batch)
    for row in rows:
        delete_row(actor, plan, row)
    return len(rows)


def pasted_rows(plan: Plan, register: Register, batch: str) -> list[PlanRow]:
    """The living rows of one paste: their keys begin alike."""
    rows = living(plan, register.code)
    return [row for row in rows if batch and row.key.startswith(f"{batch}-")]
