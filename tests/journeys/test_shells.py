"""What is there from the start, and stays as the secretariat left it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from engage.journeys.queries import get_journey, stops_for
from engage.journeys.shells import load_shells
from engage.kit.locales import CODES
from engage.reference.actions import load_reference


def test_the_caravan_is_there_with_its_parties_and_no_invented_day_or_stop(
    session: Session,
) -> None:
    load_reference()
    load_shells()
    caravan = get_journey("silk-road-caravan", None)
    assert set(caravan.content["name"]) == set(CODES)
    assert [each.party_code for each in caravan.parties] == ["CN", "KZ", "KG", "RU", "TR", "UZ"]
    assert stops_for(caravan, None) == ()
    assert "period" not in caravan.content


def test_what_the_secretariat_changed_is_left_alone(session: Session) -> None:
    load_reference()
    load_shells()
    caravan = get_journey("silk-road-caravan", None)
    caravan.content = {**caravan.content, "lead": "A new lead"}
    caravan.parties = caravan.parties[:2]
    session.flush()
    load_shells()
    assert caravan.content["lead"] == "A new lead"
    assert len(caravan.parties) == 2
