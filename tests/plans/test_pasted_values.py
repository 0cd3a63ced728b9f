"""Rows out of a spreadsheet: what was typed comes back, and whatever stands in a cell is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from engage.kit.values.cells import Habits
from engage.kit.values.links import Links
from engage.plans.document import Json
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Register
from engage.plans.pasting.columns import Match, targets_of
from engage.plans.pasting.names import Names
from engage.plans.pasting.rows import Reader
from engage.plans.pasting.sheets import Column, Sheet
from tests.kit.values.samples import letters
from tests.plans.documents import filled_document, values_of
from tests.plans.sheets import THERE, paste, register_of, sentences, sheet_of
from tests.speaking import spoken

CODES_OF_REGISTERS = [each.code for one in SECTIONS for each in one.registers if each.by_hand]
IN_LISTS = re.compile(r"[;；؛]")
TRIED = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
PLAUSIBLE = st.sampled_from(
    [
        "31.02.2027",
        "3/4/2027",
        "USD",
        "1,234 TND",
        "12 млн",
        "2–4",
        "Q9 2027",
        "none",
        "a@b.c; 12345",
    ]
) | st.from_regex(r"[0-9A-Za-zдо至–/. :;,$€%()]{1,14}", fullmatch=True)


@pytest.fixture(autouse=True)
def _speaking() -> Iterator[None]:
    with spoken():
        yield


@pytest.mark.parametrize("code", CODES_OF_REGISTERS)
def test_all_fields_of_a_register_come_back_from_a_sheet(code: str) -> None:
    register = register_of(code)
    rows = _rows_without_links_to_themselves(register)
    linked = {each.kind.register for each in register.fields if isinstance(each.kind, Links)}
    there = {each: [{"key": "r1", "number": "N 1", "values": {}}] for each in linked}
    fixed = {each.code for each in register.fields if each.fixed}
    text = sheet_of(rows, register, {"r1": "N 1"})
    [read, *_below] = paste(code, text, there)
    assert sentences(read) == ""
    typed = rows[0]["values"].items()
    assert read.values == {key: value for key, value in typed if key not in fixed}


def _rows_without_links_to_themselves(register: Register) -> list[Json]:
    document = filled_document(private=True)
    for section in document["sections"].values():
        if register.code in section["registers"]:
            rows: list[Json] = section["registers"][register.code]
    own = {
        each.code
        for each in register.fields
        if isinstance(each.kind, Links) and each.kind.register == register.code
    }
    return [
        {**row, "values": {k: v for k, v in row["values"].items() if k not in own}} for row in rows
    ]


@pytest.mark.parametrize("mark", ["\t", ";", ","])
@pytest.mark.parametrize("code", ["stakeholders", "activities", "indicators", "budget"])
@TRIED
@given(data=st.data())
def test_whatever_was_typed_comes_back_from_a_sheet(
    code: str, mark: str, data: st.DataObject
) -> None:
    register = register_of(code)
    fields = [each for each in register.fields if not (each.fixed or isinstance(each.kind, Links))]
    values = {
        each.code: data.draw(values_of(each.kind))
        for each in data.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=3))
    }
    for value in values.values():
        for text in value if isinstance(value, list) else ():
            assume(not IN_LISTS.search(text if isinstance(text, str) else text["words"]))
    named = {register.named_by: "A name", **values}
    text = sheet_of([{"key": "r1", "values": named}], register, {}, mark)
    [row] = paste(code, text, mark=mark)
    assert sentences(row) == ""
    assert row.values == named


@pytest.mark.parametrize("code", ["stakeholders", "activities", "calendars", "budget"])
@TRIED
@given(data=st.data())
def test_whatever_stands_in_a_cell_is_taken_or_kept(code: str, data: st.DataObject) -> None:
    register = register_of(code)
    target = data.draw(st.sampled_from([each for each in targets_of(register) if each.field]))
    text = data.draw(letters | PLAUSIBLE)
    assume(any(letter.isalnum() for letter in text))
    names = Names(lambda each: THERE.get(each, []), "en")
    sheet = Sheet("\t", (Column(0, "", text, Match(target.id)),), ((1, [text]),))
    [row] = Reader(register, names, Habits(), "en", "new").rows(sheet)
    assert target.field is not None
    for value in row.values.values():
        assert target.field.kind.check(value) == ()
    if not target.part:
        assert len(row.values) == 1
