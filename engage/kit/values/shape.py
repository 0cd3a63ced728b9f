"""Measuring a JSON value against the part of JSON Schema that the kinds use.

The same fragment is published as schema and used here, so that the two cannot differ; here each
misfit is a sentence in the reader's language that names what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_ngettext as _ln

from engage.kit.values.clean import clean
from engage.kit.values.vocabulary import Label

Schema = dict[str, Any]

NOT_BLANK = r"\S"
ONE_LINE = r"^[^\r\n]*[^\s][^\r\n]*$"
DAY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
FULL_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
AMOUNT = r"^(0|[1-9][0-9]{0,17})(\.[0-9]{1,6})?$"
CURRENCY = r"^[A-Z]{3}$"
DEGREES = r"^-?(0|[1-9][0-9]{0,2})(\.[0-9]{0,4}[1-9])?$"
HOUR = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
ZONE = r"^[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}$"
ROW_KEY = r"^[A-Za-z0-9_-]{1,40}$"

_PATTERNS: dict[str, Label] = {
    NOT_BLANK: _l("Expected words. Leave the key out where there is no answer."),
    ONE_LINE: _l("Expected words on one line. Leave the entry out where there are none."),
    DAY: _l("Expected a date such as 2026, 2026-03 or 2026-03-20."),
    FULL_DAY: _l("Expected a date such as 2026-03-20."),
    AMOUNT: _l("Expected an amount written as text, such as “18500.00”."),
    CURRENCY: _l("Expected the three letters of a currency, such as “USD”."),
    DEGREES: _l("Expected degrees written as text, such as “41.2995” or “-69.24”."),
    HOUR: _l("Expected an hour such as “09:30”."),
    ZONE: _l("Expected the name of a time zone, such as “Asia/Tashkent”."),
    ROW_KEY: _l("Expected the key of a row, such as “r1”."),
}
_TYPES: dict[str, tuple[type, Label]] = {
    "string": (str, _l("Expected text.")),
    "integer": (int, _l("Expected a whole number.")),
    "array": (list, _l("Expected a list.")),
    "object": (dict, _l("Expected an object with named parts.")),
}


@dataclass(frozen=True, slots=True)
class Misfit:
    path: str
    sentence: Label


Misfits = Iterator[Misfit]


def text_shape(most: int) -> Schema:
    return {"type": "string", "pattern": NOT_BLANK, "maxLength": most}


def line_shape(most: int) -> Schema:
    return {"type": "string", "pattern": ONE_LINE, "maxLength": most}


def record_shape(properties: dict[str, Schema], **more: Any) -> Schema:
    """An object with these keys, at least one of them, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "minProperties": 1,
        **more,
    }


def misfits(value: Any, schema: Schema, path: str = "") -> tuple[Misfit, ...]:
    """Everything in the value that the schema does not allow."""
    chosen = _branch(value, schema)
    wanted, sentence = _TYPES[chosen["type"]]
    if not isinstance(value, wanted) or isinstance(value, bool):
        return (Misfit(path, sentence),)
    return tuple(_MEASURES[chosen["type"]](value, chosen, path))


def stray_characters(value: Any, path: str = "") -> tuple[Misfit, ...]:
    """Text that could not be stored or printed."""
    if isinstance(value, str):
        strange = clean(value) != value
        return (Misfit(path, _l("Expected text without control characters.")),) if strange else ()
    if isinstance(value, dict):
        items = [(_joined(path, key), each) for key, each in value.items()]
    elif isinstance(value, list):
        items = [(_joined(path, number), each) for number, each in enumerate(value)]
    else:
        return ()
    return tuple(misfit for inner, each in items for misfit in stray_characters(each, inner))


def _branch(value: Any, schema: Schema) -> Schema:
    branches: list[Schema] = schema.get("oneOf", [schema])
    fitting = [each for each in branches if isinstance(value, _TYPES[each["type"]][0])]
    return (fitting or branches)[0]


def _joined(path: str, key: object) -> str:
    return f"{path}.{key}" if path else str(key)


def _measure_text(value: str, schema: Schema, path: str) -> Misfits:
    if "enum" in schema and value not in schema["enum"]:
        yield Misfit(path, expected_codes(schema["enum"]))
    most, pattern = schema.get("maxLength"), schema.get("pattern")
    if most is not None and len(value) > most:
        yield Misfit(path, too_long(value, most))
    elif pattern and not _matches(pattern, value):
        yield Misfit(path, _PATTERNS[pattern])


def _matches(pattern: str, value: str) -> bool:
    whole = pattern.startswith("^") and pattern.endswith("$")
    return bool(re.fullmatch(pattern, value) if whole else re.search(pattern, value))


def _measure_number(value: int, schema: Schema, path: str) -> Misfits:
    if "enum" in schema:
        if value not in schema["enum"]:
            yield Misfit(path, expected_codes(map(str, schema["enum"])))
    elif not schema["minimum"] <= value <= schema["maximum"]:
        yield Misfit(path, out_of_range(schema["minimum"], schema["maximum"]))


def _measure_list(value: list[Any], schema: Schema, path: str) -> Misfits:
    for number, item in enumerate(value):
        yield from misfits(item, schema["items"], _joined(path, number))
    if len(value) < schema.get("minItems", 0):
        yield Misfit(path, _l("Expected a list that is not empty. Leave the key out instead."))
    if len(value) > schema.get("maxItems", len(value)):
        yield Misfit(path, too_many(schema["maxItems"]))
    if schema.get("uniqueItems") and any(item in value[:i] for i, item in enumerate(value)):
        yield Misfit(path, _l("Expected each entry only once."))


def _measure_record(value: dict[str, Any], schema: Schema, path: str) -> Misfits:
    known: dict[str, Schema] = schema.get("properties", {})
    others = schema["additionalProperties"]
    for key, each in value.items():
        inner = known.get(key, others)
        if inner:
            yield from misfits(each, inner, _joined(path, key))
        else:
            yield Misfit(_joined(path, key), _unknown_key(key, known))
    yield from _missing_keys(value, schema, path)


def _missing_keys(value: dict[str, Any], schema: Schema, path: str) -> Misfits:
    needed = set(schema.get("required", ()))
    for key, wanted in schema.get("dependentRequired", {}).items():
        needed |= set(wanted) if key in value else set()
    for key in sorted(needed - set(value)):
        yield Misfit(path, _l("The part “%(key)s” is missing here.", key=key))
    choices: list[Schema] = schema.get("anyOf", [])
    if choices and not any(set(each["required"]) <= set(value) for each in choices):
        yield Misfit(path, _one_needed([key for each in choices for key in each["required"]]))
    elif len(value) < schema.get("minProperties", 0):
        yield Misfit(path, _one_needed(schema.get("properties", {})))


_MEASURES: dict[str, Callable[[Any, Schema, str], Misfits]] = {
    "string": _measure_text,
    "integer": _measure_number,
    "array": _measure_list,
    "object": _measure_record,
}


def _unknown_key(key: str, known: dict[str, Schema]) -> Label:
    return _l(
        "The part “%(key)s” is not known here. Known are: %(keys)s.",
        key=key,
        keys=", ".join(known),
    )


def _one_needed(keys: Any) -> Label:
    return _l("Expected at least one of these parts: %(keys)s.", keys=", ".join(keys))


def expected_codes(codes: Any) -> Label:
    return _l("Expected one of these codes: %(codes)s.", codes=", ".join(codes))


def out_of_range(least: int, most: int) -> Label:
    return _l("Give a whole number from %(least)s to %(most)s.", least=least, most=most)


def too_long(text: str, most: int) -> Label:
    return _l(
        "Please shorten this text: counted in characters its length is %(length)s, "
        "and the most that fits is %(most)s.",
        length=len(text),
        most=most,
    )


def too_many(most: int) -> Label:
    return _ln(
        "There is room for %(num)s entry. Please take some out.",
        "There is room for %(num)s entries. Please take some out.",
        num=most,
    )
