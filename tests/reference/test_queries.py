from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from engage.kit.errors import NotFound
from engage.reference.models import Initiative
from engage.reference.queries import find_party, get_party, get_row, names_of, parties
from engage.reference.vocabulary.rows import RowKind
from tests.factories import make_party


def test_parties_are_sorted_by_their_name_without_accents(session: Session) -> None:
    for name in ("Zeta", "Égypte", "Danemark", "eswatini"):
        make_party(session, name)
    assert [party.name("fr") for party in parties("fr")] == [
        "Danemark",
        "Égypte",
        "eswatini",
        "Zeta",
    ]


def test_the_rehearsal_party_is_listed_on_request_only(session: Session) -> None:
    made_up = make_party(session, "Orvanda", is_rehearsal=True)
    assert made_up not in parties("en")
    assert made_up in parties("en", with_rehearsal=True)


def test_get_party_is_refused_for_an_unknown_code(session: Session) -> None:
    assert find_party("??") is None
    with pytest.raises(NotFound):
        get_party("??")


def test_get_row_is_refused_for_an_unknown_code(session: Session) -> None:
    with pytest.raises(NotFound):
        get_row(RowKind.INITIATIVES, "unheard_of")


def test_rows_out_of_use_are_not_offered(session: Session) -> None:
    session.add(Initiative(code="one", names={"en": "One"}, note="", website=""))
    session.add(Initiative(code="two", names={"en": "Two"}, note="", website="", is_active=False))
    session.flush()
    assert names_of(Initiative, "fr") == [("one", "One")]
