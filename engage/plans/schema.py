"""The JSON Schema of the plan document, made from the outline."""

from __future__ import annotations

from typing import Any

from engage.kit.locales import force
from engage.plans.document import KEY, NUMBER_MAX, SCHEMA
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register, Section

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, Any]


def schema() -> Json:
    """The JSON Schema (2020-12) of a plan document."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:engage:{SCHEMA}",
        "title": "Stakeholder engagement plan",
        "type": "object",
        "additionalProperties": False,
        "required": ["schema", "party", "sections"],
        "properties": {
            "schema": {"const": SCHEMA},
            "party": {"type": "string", "pattern": "^[A-Z]{2}$"},
            "sections": {
                "type": "object",
                "additionalProperties": False,
                "properties": {each.code: _section_schema(each) for each in SECTIONS},
            },
        },
    }


def _section_schema(section: Section) -> Json:
    registers = {each.code: _register_schema(each) for each in section.registers}
    return {
        "type": "object",
        "title": f"{section.number} {english(section.title)}",
        "additionalProperties": False,
        "properties": {
            "fields": values_schema(section.fields),
            "registers": {
                "type": "object",
                "additionalProperties": False,
                "properties": registers,
            },
        },
    }


def _register_schema(register: Register) -> Json:
    row: Json = {
        "type": "object",
        "additionalProperties": False,
        "required": ["key", "values"],
        "properties": {
            "key": {"type": "string", "pattern": KEY},
            "number": {"type": "string", "minLength": 1, "maxLength": NUMBER_MAX},
            "values": values_schema(register.fields),
        },
    }
    if register.nested:
        row["properties"]["parent"] = {"type": "string"}
    return {"type": "array", "title": english(register.title), "items": row}


def values_schema(fields: tuple[Field, ...]) -> Json:
    properties = {
        each.code: {"title": f"{each.ref} {english(each.label)}", **each.kind.schema()}
        for each in fields
        if not each.private
    }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def english(label: str) -> str:
    """The English source of a lazily translated label, whatever language is being read."""
    with force("en"):
        return str(label)
