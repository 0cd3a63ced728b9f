"""Every form of a well-filled plan fits a thin line: 12 KiB on the wire, brotli-packed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.plans.document import Json
from engage.plans.imports import import_plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Register
from tests.factories import make_party, make_user
from tests.plans.documents import filled_document

MOST = 12 * 1024
ROWS = {"stakeholders": 40, "activities": 120}
OPENED, IN_THE_MIDDLE = "r1", 20
RANKED = 5  # channels in an order of preference: nobody ranks all of them
# Titles in which little repeats itself, in the scripts that weigh most.
WORDS = {
    "ru": (
        ("Собрание", "Обучение", "Радиопередача", "Полевой выезд", "Круглый стол", "Совещание"),
        ("скотоводов", "землевладельцев", "женщин", "молодёжи", "парламентариев", "журналистов"),
        ("северного района", "долины реки Каро", "у летних пастбищ", "в центре провинции", "юга"),
    ),
    "ar": (
        ("اجتماع", "تدريب", "برنامج إذاعي", "زيارة ميدانية", "مائدة مستديرة", "حلقة عمل"),
        ("الرعاة", "ملاك الأراضي", "النساء", "الشباب", "البرلمانيين", "الصحفيين"),
        ("في المقاطعة الشمالية", "في وادي كارو", "قرب المراعي الصيفية", "في المركز", "في الجنوب"),
    ),
}


def title(language: str, number: int) -> str:
    first, second, third = WORDS[language]
    words = (first[number % 6], second[number % 7 % 6], third[number % 5])
    return f"{' '.join(words)} {number // 3}"


def a_long_list(register: Register, row: Json, language: str) -> list[Json]:
    """The row as often as a full plan may have it, each by a title of its own."""
    rows = []
    for code in row["values"].keys() & {"channels"}:
        row["values"][code] = row["values"][code][:RANKED]
    for number in range(ROWS[register.code]):
        made: Any = copy.deepcopy(row)
        made["key"] = OPENED if number == IN_THE_MIDDLE else f"r{number * 2654435761 % 2**32:08x}"
        made["values"][register.named_by] = title(language, number)
        rows.append(made)
    return rows


def well_filled(language: str) -> Json:
    """Every question answered in a full plan of 40 stakeholders and 120 activities."""
    document = filled_document()
    document["sections"]["identity"]["fields"] |= {"depth": "full", "language": language}
    for section in SECTIONS:
        registers = document["sections"][section.code]["registers"]
        for register in section.registers:
            if register.code in ROWS:
                [row, *_rest] = registers[register.code]
                registers[register.code] = a_long_list(register, row, language)
    return document


def forms(ref: str) -> Iterator[str]:
    for section in SECTIONS:
        yield f"/plans/{ref}/sections/{section.code}"
        for register in section.registers:
            row = f"/plans/{ref}/rows/{register.code}/{OPENED}"
            yield from (row, f"{row}/further")


@pytest.mark.parametrize("language", WORDS)
def test_every_form_of_a_well_filled_plan_is_light(
    session: Session, client: FlaskClient, signed_in: Any, language: str
) -> None:
    writer = make_user(session, party=make_party(session, "Orvanda", code="XA", iso3="XAA"))
    assert writer.party is not None
    plan = import_plan(writer, writer.party, well_filled(language), take_the_rest=True).plan
    session.commit()
    signed_in(client, writer)
    asked = {"Accept-Encoding": "br"}
    weights = {
        address: len(client.get(f"{address}?lang={language}", headers=asked, read=False).data)
        for address in forms(plan.ref)
    }
    assert {address: weight for address, weight in weights.items() if weight > MOST} == {}
    assert max(weights.values()) > MOST / 2  # they were packed, and they are no empty pages
