"""The rows of a register as a writer sees them closed: a title, a line of facts, a state."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.kit.formats import isolated
from engage.kit.locales import current
from engage.plans.completeness import register_findings
from engage.plans.document import Json, row_of
from engage.plans.drafting import living
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Register
from engage.plans.reading import ReadRow, in_tree_order, read_row
from engage.plans.vocabulary import Level


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """`first` and `last` among the rows at its place: there is nothing to move past."""

    key: str
    number: str
    title: str
    facts: str
    depth: int
    musts: int
    first: bool
    last: bool


def closed_rows(plan: Plan, register: Register) -> list[ClosedRow]:
    """The living rows of a register, in order; for a plan that was loaded with its content."""
    rows = [row_of(row, row.content) for row in living(plan, register.code)]
    musts = musts_by_row(rows, register)
    peers = _peers(rows)
    shown = []
    for position, (row, depth) in enumerate(in_tree_order(rows), start=1):
        read = read_row(row, register, current(), position=position, depth=depth)
        among = peers[row.get("parent", "")]
        shown.append(
            ClosedRow(
                key=read.key,
                number=read.number,
                title=read.title,
                facts=facts_of(read, register),
                depth=depth,
                musts=musts[read.key],
                first=among[0] == read.key,
                last=among[-1] == read.key,
            )
        )
    return shown


def musts_by_row(rows: list[Json], register: Register) -> Counter[str]:
    found = find_register(register.code)
    section = found[0].code if found else ""
    return Counter(
        finding.key
        for finding in register_findings(rows, section, register)
        if finding.level is Level.MUST and finding.key
    )


def facts_of(row: ReadRow, register: Register) -> str:
    """The few answers by which a closed row is known."""
    facts = []
    for code in register.summary:
        entry = row.entry(code)
        if entry is not None and entry.lines:
            facts.append(_(", ").join(isolated(line.text) for line in entry.lines))
    return " · ".join(facts)


def _peers(rows: list[Json]) -> dict[str, list[str]]:
    peers: dict[str, list[str]] = {}
    for row in rows:
        peers.setdefault(row.get("parent", ""), []).append(row["key"])
    return peers
