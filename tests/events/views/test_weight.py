"""The pages that a phone needs first are light: 12 KiB on the wire, brotli-packed."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.config import ROOT
from engage.events.outline.event import REGISTERS, SECTIONS
from engage.plans.outline.shape import Register
from engage.reference.vocabulary.groups import Group
from tests.factories import make_event, make_party, make_user

MOST = 12 * 1024
SCRIPT = 2 * 1024  # of the quick form, packed
FILLED: dict[str, Any] = {
    "when": {"start": "2026-06-17", "end": "2026-06-19"},
    "place": "Самарканд, площадь Регистан",
    "organiser": "Министерство окружающей среды",
    "groups": [group.value for group in Group],
    "participants": {"number": 1240, "certainty": "about"},
    "summary": "Собрание скотоводов и землевладельцев северного района. " * 20,
    "feedback": "Женщины просят проводить встречи днём. " * 30,
    "visibility": "public",
}
ROW = "Круглый стол в долине реки Каро"


def row_of(register: Register, number: int) -> dict[str, Any]:
    if register.code == "hours":
        return {"hours": {"from": f"0{number}:30"}, "zone": "Asia/Tashkent"}
    return {"of": "women"} if register.code == "figures" else {register.named_by: f"{ROW} {number}"}


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_quick_form_event_and_sections_are_light(
    session: Session, client: FlaskClient, signed_in: Any, language: str
) -> None:
    writer = make_user(session, party=make_party(session, code="XA", iso3="XAA"))
    rows = {each.code: [row_of(each, n) for n in range(8)] for each in REGISTERS}
    event = make_event(session, writer=writer, rows=rows, **FILLED)
    signed_in(client, writer)
    sections = [f"/events/{event.ref}/edit/{each.code}" for each in SECTIONS]
    weights = {
        address: len(
            client.get(
                f"{address}?lang={language}", headers={"Accept-Encoding": "br"}, read=False
            ).data
        )
        for address in ("/events/new", f"/events/{event.ref}", "/events", *sections)
    }
    assert {address: weight for address, weight in weights.items() if weight > MOST} == {}
    assert max(weights.values()) > MOST / 4  # they were packed, and they are no empty pages


def test_the_script_of_the_quick_form_is_small() -> None:
    assert len(gzip.compress((ROOT / "static/js/events.js").read_bytes())) <= SCRIPT
