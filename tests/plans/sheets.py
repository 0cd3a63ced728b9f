"""Rows of a plan as somebody would have them in a spreadsheet, and pasting them, for tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from engage.kit.values.base import ANSWER, BECAUSE, is_answer
from engage.kit.values.choice import Choices
from engage.kit.values.contact import Contact
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.hours import Hours
from engage.kit.values.links import Links
from engage.kit.values.money import Money
from engage.kit.values.number import Count
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.plans.document import Json
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Register
from engage.plans.pasting.columns import NUMBER, PARENT, Target, targets_of
from engage.plans.pasting.names import Names as Rows
from engage.plans.pasting.rows import Reader, Row
from engage.plans.pasting.sheets import Wish, read_sheet
from tests.pages import parse, text_of

HEADINGS = "No.\tName of the group or organization\tLevel of engagement\tStands below\tAttitude now"
TEXT = f"{HEADINGS}\tRemarks\n1\tMinistry\tInvolve\t\tNeutral\tx\n1.10\tHerders\tsomehow\t1\t\ty\n"
# What the rows that are linked to are called, by their keys.
Names = Mapping[str, str]

THERE: dict[str, Sequence[Json]] = {
    "stakeholders": [
        {"key": "s1", "number": "1.10", "values": {"name": "Herders of the north"}},
        {"key": "s2", "values": {"name": "Herders of the south"}},
        {"key": "s3", "values": {"name": "Twice"}},
        {"key": "s4", "values": {"name": "Twice"}},
    ],
    "activities": [{"key": "a1", "number": "(i)", "values": {"title": "Assembly"}}],
}


def sheet_of(rows: Sequence[Json], register: Register, names: Names, mark: str = "\t") -> str:
    """One column for everything that may have one; what cannot stand alone stands in parts."""
    targets = targets_of(register)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerow(target.id for target in targets)
    for row in rows:
        writer.writerow(cell_of(row, target, names) for target in targets)
    return out.getvalue()


def cell_of(row: Json, target: Target, names: Names) -> str:
    if target.id == NUMBER:
        return str(row.get("number", ""))
    if target.id == PARENT:
        return names.get(row.get("parent", ""), "")
    assert target.field is not None
    value = row["values"].get(target.field.code)
    if value is None:
        return ""
    if is_answer(value):
        return "" if target.part else _said(value)
    return _typed(target, value, names)


def _said(value: Any) -> str:
    if BECAUSE in value:
        return f"Does not apply, because: {value[BECAUSE]}"
    return str(value[ANSWER])


def _typed(target: Target, value: Any, names: Names) -> str:
    """What the form would show, in one box or in the boxes of one part."""
    assert target.field is not None
    kind, part = target.field.kind, target.part
    if isinstance(kind, When):
        key = part or ("start" if len(kind.only) == 1 else "")
        held = value.get(key, "")
        return "\n".join(held) if isinstance(held, list) else str(held)
    if isinstance(kind, Choices):
        return "\n".join(item if isinstance(item, str) else item["words"] for item in value)
    if isinstance(kind, Links):
        return "\n".join(names[key] for key in value)
    if isinstance(kind, Contact | Coordinates | Hours | Tongues) and not part:
        return ""
    whole = {Money: "amount", Count: "number"}.get(type(kind), "")
    return "\n".join(kind.typed(value).get(part or whole, ()))


def register_of(code: str) -> Register:
    found = find_register(code)
    assert found is not None
    return found[1]


def paste(code: str, text: str, there: Any = THERE, **wish: Any) -> tuple[Row, ...]:
    register, wished = register_of(code), Wish(**wish)
    names = Rows(lambda each: there.get(each, []), "en")
    reader = Reader(register, names, wished.habits, "en", "new")
    return reader.rows(read_sheet(text, register, wished))


def sentences(row: Row) -> str:
    return " ".join(str(problem.sentence) for problem in row.problems)


def preview_of(pages: FlaskClient, address: str, text: str = TEXT, **more: Any) -> TestResponse:
    return pages.post(address, data={"text": text, "headings": "y", **more})


def errors_of(page: TestResponse) -> list[str]:
    found = parse(page.text).iter()
    return [text_of(each) for each in found if each.get("class") == "govuk-error-message"]
