"""The JSON Schema of the event document, made from the outline."""

from __future__ import annotations

from functools import cache

from engage.events.document import SCHEMA, Json
from engage.events.outline.event import FIELDS, REGISTERS
from engage.plans.document import KEY
from engage.plans.outline.shape import Register
from engage.plans.schema import DIALECT, english, values_schema

REF = {"type": "string", "pattern": "^([A-Z][A-Z0-9]|UNCCD)-E-[0-9]{4}-[0-9]+$"}
PARTY = {"type": "string", "pattern": "^[A-Z][A-Z0-9]$"}
CODES = [field.code for field in FIELDS if not field.private] + [each.code for each in REGISTERS]
SOME_CODES = {"type": "array", "items": {"enum": CODES}, "uniqueItems": True}


@cache
def schema() -> Json:
    """The JSON Schema (2020-12) of an event document, as `exports.document_for` gives it."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:engage:{SCHEMA}",
        "title": "Awareness or outreach event",
        "type": "object",
        "additionalProperties": False,
        "required": [
            "schema",
            "ref",
            "party",
            "joint_with",
            "fields",
            "registers",
            "held_back",
            "few",
            "withheld",
        ],
        "properties": {
            "schema": {"const": SCHEMA},
            "ref": REF,
            "party": {"anyOf": [PARTY, {"type": "null"}]},
            "joint_with": {"type": "array", "items": PARTY, "uniqueItems": True},
            "fields": values_schema(FIELDS),
            "registers": {
                "type": "object",
                "additionalProperties": False,
                "properties": {each.code: _register_schema(each) for each in REGISTERS},
            },
            "held_back": SOME_CODES,
            "few": SOME_CODES,
            "withheld": SOME_CODES,
            **_belonging(),
        },
    }


def _belonging() -> Json:
    """What stands there only where the event belongs to something."""
    return {
        "part_of": REF,
        "parts": {"type": "array", "items": REF, "minItems": 1},
        "journey": {"type": "string"},
        "stop": {"type": "string"},
    }


def _register_schema(register: Register) -> Json:
    row: Json = {
        "type": "object",
        "additionalProperties": False,
        "required": ["key", "values"],
        "properties": {
            "key": {"type": "string", "pattern": KEY},
            "values": values_schema(register.fields),
        },
    }
    return {"type": "array", "title": english(register.title), "items": row}
