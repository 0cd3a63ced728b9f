from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engage.kit.clock import now
from engage.kit.locales import CODES
from engage.reference.actions import load_reference
from engage.reference.models import AgeBand, Initiative, Mandate, Occasion, Party, Threshold
from engage.reference.queries import MODELS, get_party, rows_of, threshold
from engage.reference.vocabulary.activities import OccasionKind
from engage.reference.vocabulary.rows import Unit


def count(session: Session, model: type) -> int | None:
    return session.scalar(select(func.count()).select_from(model))


def test_load_brings_the_197_parties(session: Session) -> None:
    load_reference()
    assert count(session, Party) == 197
    assert get_party("EU").annexes == []
    assert get_party("KE").annexes == ["africa"]
    assert get_party("BO").languages == ["es", "qu", "ay", "gn"]
    assert get_party("TR").name("zh") == "土耳其"


def test_load_again_adds_nothing(session: Session) -> None:
    load_reference()
    models: list[type] = [Party, *MODELS.values()]
    before = [count(session, model) for model in models]
    load_reference()
    assert [count(session, model) for model in models] == before


def test_every_row_is_named_in_six_languages(session: Session) -> None:
    load_reference()
    for model in MODELS.values():
        for row in rows_of(model):
            assert sorted(row.names) == sorted(CODES), row.code


def test_load_keeps_what_an_administrator_edited(session: Session) -> None:
    load_reference()
    edited = session.scalars(select(Threshold).where(Threshold.code == "women_share")).one()
    edited.value, edited.edited_at = 40, now()
    party = get_party("TR")
    party.annexes, party.edited_at = ["nmed", "cee"], now()
    load_reference()
    assert threshold("women_share") == 40
    assert get_party("TR").annexes == ["nmed", "cee"]


def test_load_refreshes_what_nobody_edited(session: Session) -> None:
    load_reference()
    row = session.scalars(select(Initiative).where(Initiative.code == "business4land")).one()
    row.names = {"en": "An older name"}
    load_reference()
    assert row.name("en") == "Business4Land"


def test_a_threshold_out_of_use_is_not_measured_by(session: Session) -> None:
    load_reference()
    session.scalars(select(Threshold).where(Threshold.code == "feedback")).one().is_active = False
    session.flush()
    assert threshold("feedback") is None
    assert threshold("parliament_invitation") == 21


def test_rows_use_known_codes_only(session: Session) -> None:
    load_reference()
    assert {row.kind for row in rows_of(Occasion)} <= set(OccasionKind)
    assert {row.unit for row in rows_of(Threshold)} <= set(Unit)


def test_days_come_in_the_order_of_the_year_and_ages_by_age(session: Session) -> None:
    load_reference()
    days = [(row.month, row.day) for row in rows_of(Occasion) if row.month]
    assert days == sorted(days)
    assert (6, 17) in days
    ages = [(row.from_age, row.to_age) for row in rows_of(AgeBand)]
    assert ages == [(15, 24), (15, 35), (18, 35)]


def test_the_mandate_is_cited_as_each_language_does(session: Session) -> None:
    load_reference()
    mandate = session.scalars(select(Mandate)).one()
    assert mandate.symbol == "8/COP.16"
    assert mandate.citation("ar") == "المقرر 8/م أ-16"
    assert mandate.citation("zh") == "第8/COP.16号决定"
