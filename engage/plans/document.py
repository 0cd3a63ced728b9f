"""The plan document: all that a plan says, in codes, as one JSON object.

    {"schema": "engage-plan/1", "party": "XA",
     "sections": {"identity": {"fields": {code: value, …},
                               "registers": {code: [{"key", "number", "parent", "values"}, …]}},
                  …}}

Blank answers are absent; `kit.values` says what each kind of value looks like. Only `content` of
the tables comes in: what is private to the Party cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engage.plans.models import Plan, PlanRow
from engage.plans.outline.plan import SECTIONS
from engage.reference.vocabulary.groups import Group

SCHEMA = "engage-plan/1"
# What names a row, and how long the author's own number may be.
KEY = r"^[A-Za-z0-9_-]{1,40}$"
NUMBER_MAX = 60

Json = dict[str, Any]


def compose(plan: Plan) -> Json:
    """The plan as it stands now, without anything private."""
    contents = {section.code: section.content for section in plan.sections}
    rows = living_rows(plan.rows)
    return assemble(plan.party_code, contents, rows)


def compose_own(plan: Plan) -> Json:
    """The plan with its private answers: for the Party's own page, and for nothing that leaves it.

    Needs a plan from `queries.own_plan`, the only query that loads private answers.
    """
    contents = {section.code: section.content | section.private for section in plan.sections}
    rows = living_rows(plan.rows, private=True)
    return assemble(plan.party_code, contents, rows)


def living_rows(rows: Iterable[PlanRow], *, private: bool = False) -> dict[str, list[Json]]:
    """The rows of each register as they stand in a document, in order, without the deleted."""
    registers: dict[str, list[Json]] = {}
    for row in rows:
        if row.deleted_at is None:
            values = row.content | row.private if private else row.content
            registers.setdefault(row.register, []).append(row_of(row, values))
    return registers


def row_of(row: PlanRow, values: Mapping[str, Any]) -> Json:
    shown: Json = {"key": row.key, "values": dict(values)}
    if row.number:
        shown["number"] = row.number
    if row.parent_key:
        shown["parent"] = row.parent_key
    return shown


def assemble(party: str, contents: Mapping[str, Json], rows: Mapping[str, list[Json]]) -> Json:
    sections = {}
    for section in SECTIONS:
        sections[section.code] = {
            "fields": dict(contents.get(section.code, {})),
            "registers": {each.code: rows.get(each.code, []) for each in section.registers},
        }
    return {"schema": SCHEMA, "party": party, "sections": sections}


def fields_of(document: Json, section: str) -> Json:
    found: Json = document["sections"][section]["fields"]
    return found


def rows_of(document: Json, section: str, register: str) -> list[Json]:
    """The rows of a register; a version that is older than the register has none."""
    found: list[Json] = document["sections"][section]["registers"].get(register, [])
    return found


def groups_met(document: Json) -> list[str]:
    """Codes of the groups that a stakeholder row names, in the order of the decision."""
    rows = rows_of(document, "stakeholders", "stakeholders")
    named = [row["values"].get("groups") for row in rows]
    met = {
        code
        for groups in named
        if isinstance(groups, list)
        for code in groups
        if isinstance(code, str)
    }
    return [group.value for group in Group if group.value in met]


def own_language(document: Json) -> str:
    """The language that the plan is written in."""
    language = fields_of(document, "identity").get("language")
    return language if isinstance(language, str) else "en"


def in_tree_order(rows: Sequence[Json]) -> list[tuple[Json, int]]:
    """Rows with their depth, each below its parent, else in the author's order.

    A row whose parent is gone, or that stands below itself, is shown at the top.
    """
    children: dict[str, list[Json]] = {}
    keys = {row["key"] for row in rows}
    for row in rows:
        parent = row.get("parent", "")
        children.setdefault(parent if parent in keys else "", []).append(row)
    ordered: list[tuple[Json, int]] = []
    placed: set[str] = set()

    def place(row: Json, depth: int) -> None:
        if row["key"] in placed:
            return
        placed.add(row["key"])
        ordered.append((row, depth))
        for child in children.get(row["key"], []):
            place(child, depth + 1)

    for row in children.get("", []):
        place(row, 0)
    for row in rows:
        place(row, 0)
    return ordered
