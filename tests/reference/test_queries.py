from __future__ import annotations

from dataclasses import fields, replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from engage.kit.errors import NotFound
from engage.reference.actions import load_reference
from engage.reference.models import Initiative, Occasion, Threshold
from engage.reference.norms import Norms
from engage.reference.queries import find_party, get_party, get_row, names_of, norms, parties
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


# ---------------------------------------------------------------- norms


def test_norms_are_the_defaults_until_thresholds_are_loaded(session: Session) -> None:
    assert norms() == Norms()


def test_norms_are_the_thresholds_as_an_administrator_has_them(session: Session) -> None:
    load_reference()
    edited = get_row(RowKind.THRESHOLDS, "women_share")
    assert isinstance(edited, Threshold)
    edited.value = 40
    get_row(RowKind.THRESHOLDS, "late_start").is_active = False
    session.flush()
    assert norms().women_share == 40
    assert norms().late_start is None
    assert norms().session_length == Norms().session_length


def test_every_norm_has_a_threshold_that_can_be_edited_with_our_default(session: Session) -> None:
    load_reference()
    loaded = norms()
    assert replace(loaded, occasions=()) == Norms()
    codes = {each.name for each in fields(Norms)} - {"occasions"}
    assert codes <= set(session.scalars(select(Threshold.code)))


def test_norms_know_the_occasions_in_use_by_their_names(session: Session) -> None:
    load_reference()
    get_row(RowKind.OCCASIONS, "soil").is_active = False
    session.flush()
    day = norms().occasion("desertification_drought")
    assert day is not None
    assert (day.month, day.day) == (6, 17)
    assert day.name("fr") == "Journée de la désertification et de la sécheresse"
    assert day.name("tlh") == "Desertification and Drought Day"
    assert norms().occasion("soil") is None


def test_norms_with_another_occasion_are_others(session: Session) -> None:
    before = norms()
    session.add(Occasion(code="own", kind="observance", names={"en": "Own"}, month=3, day=4))
    session.flush()
    assert hash(norms()) != hash(before)
