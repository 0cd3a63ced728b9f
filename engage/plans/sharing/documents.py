"""What of a document a template holds, and what of a template a plan begins with: pure.

A template made from a plan holds whom it engages, how and why; it holds no date, no money, no
number of people and no name of a person or office, whether the plan was public or not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engage.kit.values.contact import Contact
from engage.kit.values.money import Money
from engage.kit.values.number import Count
from engage.kit.values.signature import Signature
from engage.kit.values.when import When
from engage.plans.document import Json, assemble
from engage.plans.incoming import Imported
from engage.plans.linked import without_dangling
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register
from engage.plans.sharing.content import TAKEN

# Whether an answer stays behind: asked with the codes of its section and of its register, if any.
IsLeft = Callable[[str, str, Field], bool]

_OF_ONE_PLAN = (When, Money, Count, Contact, Signature)
_KEPT_OF_IDENTITY = frozenset({"language", "depth", "scope", "strategic_objectives"})
_LEFT_SECTIONS = frozenset({"so_far", "resources", "signature"})
_LEFT_REGISTERS = frozenset(
    {
        "contributors",
        "translations",
        "versions",
        "related_plans",
        "consent_steps",
        "disclosure",
        "intake",
        "complaint_channels",
        "commitments",
        "lessons",
        "set_aside",
    }
)
_KEPT_OF_ACTIVITIES = frozenset({*TAKEN, "stakeholders", "objectives"})


def as_document(imported: Imported) -> Json:
    """What could be read of a document, whole again."""
    return assemble(imported.party, imported.sections, imported.rows)


def in_language(document: Json, language: str) -> Json:
    """The document with the language that its words are in."""
    identity = document["sections"]["identity"]
    spoken = {**identity, "fields": {**identity["fields"], "language": language}}
    return {**document, "sections": {**document["sections"], "identity": spoken}}


def of_a_plan(document: Json) -> Json:
    """What a template takes of a plan."""
    return _less(document, _belongs_to_the_plan)


def for_a_plan(document: Json) -> Json:
    """What a plan takes of a template: its period, its signature and its consents are its own."""
    return _less(document, _is_said_anew)


def _is_said_anew(section: str, register: str, field: Field) -> bool:
    if register:
        return register == "set_aside" or field.code == "may_be_borrowed"
    return section == "signature" or (section, field.code) == ("identity", "period")


def _belongs_to_the_plan(section: str, register: str, field: Field) -> bool:
    if section in _LEFT_SECTIONS or register in _LEFT_REGISTERS:
        return True
    if isinstance(field.kind, _OF_ONE_PLAN):
        return True
    if register == ACTIVITIES.code:
        return field.code not in _KEPT_OF_ACTIVITIES
    return (section, register) == ("identity", "") and field.code not in _KEPT_OF_IDENTITY


def _less(document: Json, is_left: IsLeft) -> Json:
    """The document without what is left; rows in which nothing stays fall away."""
    contents: dict[str, Json] = {}
    rows: dict[str, list[Json]] = {}
    for section in SECTIONS:
        found = document["sections"].get(section.code, {})
        contents[section.code] = _kept(
            section.code, "", section.fields, found.get("fields", {}), is_left
        )
        for register in section.registers:
            there = found.get("registers", {}).get(register.code, [])
            kept = [_row_kept(row, section.code, register, is_left) for row in there]
            rows[register.code] = [row for row in kept if row["values"]]
    return assemble(document["party"], contents, _linked(rows))


def _row_kept(row: Json, section: str, register: Register, is_left: IsLeft) -> Json:
    values = _kept(section, register.code, register.fields, row["values"], is_left)
    return {**row, "values": values}


def _kept(
    section: str, register: str, fields: tuple[Field, ...], values: Json, is_left: IsLeft
) -> dict[str, Any]:
    left = {field.code for field in fields if is_left(section, register, field)}
    return {code: value for code, value in values.items() if code not in left}


def _linked(rows: dict[str, list[Json]]) -> dict[str, list[Json]]:
    """Links lead to rows that are there."""
    keys = {register: {row["key"] for row in found} for register, found in rows.items()}
    fields = {each.code: each.fields for section in SECTIONS for each in section.registers}

    def there(register: str) -> set[str]:
        return keys.get(register, set())

    return {
        register: [
            {**row, "values": without_dangling(fields[register], row["values"], there)}
            for row in found
        ]
        for register, found in rows.items()
    }
