"""Typing a whole plan into its forms, page by page, as a person without scripts would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask.testing import FlaskClient

from engage.kit.values.base import Json as Value
from engage.kit.values.links import Links
from engage.plans.document import Json
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register
from tests.filled import filled_form
from tests.pages import parse

LEAVES = ("", "/further")
Keys = dict[tuple[str, str], str]


def type_in(pages: FlaskClient, ref: str, document: Json) -> Keys:
    """Fill the forms of an empty plan; answers with the key of the plan for each key given."""
    keys = _add_rows(pages, ref, document)
    for section in SECTIONS:
        given = document["sections"][section.code]
        if section.fields:
            address = f"/plans/{ref}/sections/{section.code}"
            _send(pages, address, section.fields, given["fields"], keys)
        for register in section.registers:
            for row in given["registers"].get(register.code, []):
                _fill_row(pages, ref, register, row, keys)
    return keys


def _add_rows(pages: FlaskClient, ref: str, document: Json) -> Keys:
    keys: Keys = {}
    for section in SECTIONS:
        for register in section.registers:
            for row in document["sections"][section.code]["registers"].get(register.code, []):
                added = pages.post(f"/plans/{ref}/rows/{register.code}/add").location
                keys[register.code, row["key"]] = added.partition("#")[0].rpartition("/")[2]
    return keys


def _fill_row(pages: FlaskClient, ref: str, register: Register, row: Json, keys: Keys) -> None:
    address = f"/plans/{ref}/rows/{register.code}/{keys[register.code, row['key']]}"
    place = {"number": row.get("number", "")}
    if "parent" in row:
        place["parent"] = keys[register.code, row["parent"]]
    for leaf in LEAVES:
        if pages.get(address + leaf, read=False).status_code == 200:
            _send(pages, address + leaf, register.fields, row["values"], keys, place)


def _send(
    pages: FlaskClient,
    address: str,
    fields: tuple[Field, ...],
    values: Mapping[str, Any],
    keys: Keys,
    place: Mapping[str, str] | None = None,
) -> None:
    """Send what the form asks for of the values, over what it shows already."""
    page = pages.get(address).text
    boxes = _boxes(page)
    sent = filled_form(page)
    for field in fields:
        if field.code in values and not field.fixed:
            typed = field.kind.typed(translated(field, values[field.code], keys))
            named = {f"{field.code}-{part}" if part else field.code: t for part, t in typed.items()}
            sent |= {name: texts for name, texts in named.items() if name in boxes}
    sent |= {name: text for name, text in (place or {}).items() if name in boxes}
    answer = pages.post(address, data=sent)
    assert answer.status_code == 303, (address, answer.status_code)


def translated(field: Field, value: Value, keys: Keys) -> Value:
    """Links follow the rows to the keys that the plan gave them."""
    if isinstance(field.kind, Links) and isinstance(value, list):
        return [keys[field.kind.register, str(each)] for each in value]
    return value


def as_kept(document: Json, keys: Keys) -> Json:
    """The document with the keys of the plan, as it should stand there now."""
    return {
        **document,
        "sections": {
            section.code: {
                "fields": document["sections"][section.code]["fields"],
                "registers": {
                    register.code: [
                        _row_as_kept(row, register, keys)
                        for row in document["sections"][section.code]["registers"].get(
                            register.code, []
                        )
                    ]
                    for register in section.registers
                },
            }
            for section in SECTIONS
        },
    }


def _row_as_kept(row: Json, register: Register, keys: Keys) -> Json:
    values = {
        code: translated(register.field(code), value, keys) for code, value in row["values"].items()
    }
    kept = {**row, "key": keys[register.code, row["key"]], "values": values}
    if "parent" in row:
        kept["parent"] = keys[register.code, row["parent"]]
    return kept


def _boxes(page: str) -> set[str]:
    form = next(each for each in parse(page).iter("form") if each.get("id") == "main-form")
    names = {element.get("name") for element in form.iter()}
    return {name for name in names if name}
