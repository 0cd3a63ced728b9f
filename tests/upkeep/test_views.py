from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.kit.locales import CODES
from engage.reference.actions import load_reference
from engage.reference.models import (
    CallForPlans,
    ChecklistItem,
    Initiative,
    Mandate,
    Occasion,
    StockComment,
    Threshold,
)
from engage.reference.queries import MODELS, get_party, get_row, rows_of
from engage.reference.vocabulary.rows import RowKind
from tests.accounts.test_kept import fields_of
from tests.factories import make_party, make_user
from tests.reading import count_queries

SignedIn = Callable[[FlaskClient, Any], FlaskClient]
NAMES = {f"name_{code}": f"Day in {code}" for code in CODES}


@pytest.fixture
def administrator(client: FlaskClient, session: Session, signed_in: SignedIn) -> FlaskClient:
    load_reference()
    days = {"opens_on": date(2026, 12, 1), "due_on": date(2027, 2, 28)}
    session.add(CallForPlans(code="call", names=dict.fromkeys(CODES, "Call"), **days))
    return signed_in(client, make_user(session, Role.ADMINISTRATOR, name="Ines"))


@pytest.mark.parametrize("language", CODES)
def test_each_page_opens_in_each_language(administrator: FlaskClient, language: str) -> None:
    for kind, model in MODELS.items():
        row = rows_of(model)[0]
        for path in (f"/{kind}", f"/{kind}/add", f"/{kind}/{row.code}"):
            page = administrator.get(f"/reference{path}?lang={language}")
            assert page.status_code == 200
    for path in ("/", "/parties", "/parties/EU"):
        assert administrator.get(f"/reference{path}?lang={language}").status_code == 200


def test_a_list_that_does_not_exist_is_not_found(administrator: FlaskClient) -> None:
    for path in (
        "/reference/unheard-of",
        "/reference/occasions/unheard_of",
        "/reference/parties/X",
    ):
        assert administrator.get(path).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_comes_in(
    client: FlaskClient, session: Session, signed_in: SignedIn, role: Role
) -> None:
    signed_in(client, make_user(session, role))
    assert client.get("/reference/occasions").status_code == 403
    assert client.post("/reference/occasions/add", data=NAMES).status_code == 403


def test_an_administrator_adds_a_day(administrator: FlaskClient, session: Session) -> None:
    sent = {**NAMES, "kind": "observance", "month": "٤", "day": "30", "is_active": "y"}
    answer = administrator.post("/reference/occasions/add", data=sent)
    assert (answer.status_code, answer.location) == (303, "/reference/occasions")
    row = session.scalars(select(Occasion).where(Occasion.code == "day_in_en")).one()
    assert (row.month, row.day, row.starts, row.name("zh")) == (4, 30, None, "Day in zh")
    page = administrator.get(f"/reference/occasions/{row.code}")
    assert "Ines added “Day in en”" in page.text


def test_a_second_entry_of_the_same_name_gets_a_code_of_its_own(
    administrator: FlaskClient, session: Session
) -> None:
    for _time in range(2):
        administrator.post("/reference/initiatives/add", data={"name_en": "Green Belt"})
    codes = session.scalars(select(Initiative.code).where(Initiative.code.like("green%"))).all()
    assert sorted(codes) == ["green_belt", "green_belt_2"]


@pytest.mark.parametrize(
    ("kind", "wrong", "sentence"),
    [
        ("occasions", {"month": "2", "day": "30"}, "a day that exists in it"),
        ("occasions", {"month": "13", "day": "1"}, "a number from 1 to 12"),
        ("occasions", {"starts": "17.8.2026"}, "such as 2026, 2026-08 or 2026-08-17"),
        ("occasions", {"ends": "2026-02-30"}, "such as 2026, 2026-08 or 2026-08-17"),
        ("occasions", {"name_en": ""}, "Please give the name in English."),
        ("initiatives", {"website": "javascript:alert(1)"}, "begin the address with https"),
        ("mandates", {"symbol": ""}, "Please give the symbol"),
        ("thresholds", {"value": "", "unit": "days"}, "Please give a number."),
        ("age-bands", {"from_age": "20", "to_age": "18"}, "lies before the first"),
        ("checklist", {"place": "0"}, "Number must be between 1 and 999."),
        ("stock-comments", {"kind": "praise", "text_en": ""}, "Please give the text in English."),
        ("calls", {"opens_on": "1 May", "due_on": "2027-05-01"}, "such as 2026-08-17"),
        ("calls", {"opens_on": "2027-05-01", "due_on": "2027-04-01"}, "lies before the first"),
    ],
)
def test_what_cannot_be_is_kept_as_typed_and_named(
    administrator: FlaskClient, kind: str, wrong: dict[str, str], sentence: str
) -> None:
    sent = {**NAMES, "kind": "observance", **wrong}
    page = administrator.post(f"/reference/{kind}/add", data=sent)
    assert page.status_code == 422
    assert sentence in page.text
    shown = fields_of(page.text)
    assert {name: shown[name] for name in wrong if name in shown} == {
        name: text for name, text in wrong.items() if name in shown
    }


def test_a_changed_threshold_survives_the_next_update(
    administrator: FlaskClient, session: Session
) -> None:
    page = administrator.get("/reference/thresholds/women_share")
    sent = {**fields_of(page.text), "value": "40", "unit": "percent", "is_active": "y"}
    assert administrator.post("/reference/thresholds/women_share", data=sent).status_code == 303
    load_reference()
    row = session.scalars(select(Threshold).where(Threshold.code == "women_share")).one()
    assert (row.value, row.is_active) == (40, True)


def test_a_second_administrator_is_told_and_overwrites_only_knowingly(
    administrator: FlaskClient,
    new_client: Callable[[], FlaskClient],
    session: Session,
    signed_in: SignedIn,
) -> None:
    address = "/reference/initiatives/business4land"
    first = fields_of(administrator.get(address).text)
    second = signed_in(new_client(), make_user(session, Role.ADMINISTRATOR))
    theirs = {**fields_of(second.get(address).text), "website": "https://one.example.org"}
    assert second.post(address, data=theirs).status_code == 303
    late = {**first, "website": "https://two.example.org"}
    page = administrator.post(address, data=late)
    assert page.status_code == 409
    assert "Somebody else changed this meanwhile." in page.text
    shown = fields_of(page.text)
    assert shown["website"] == "https://two.example.org"
    assert rows_of(Initiative, with_inactive=True)[7].website == "https://one.example.org"
    assert administrator.post(address, data=shown).status_code == 303


def test_another_symbol_is_no_longer_cited_as_the_old_one(
    administrator: FlaskClient, session: Session
) -> None:
    address = "/reference/mandates/8_cop16"
    sent = fields_of(administrator.get(address).text)
    administrator.post(address, data={**sent, "symbol": "9/COP.17"})
    mandate = session.scalars(select(Mandate)).one()
    assert mandate.citation("ar") == "9/COP.17"


def test_a_party_belongs_to_two_annexes_or_to_none(
    administrator: FlaskClient, session: Session
) -> None:
    address = "/reference/parties/TR"
    seen = fields_of(administrator.get(address).text)["seen"]
    sent = {"annexes": ["nmed", "cee"], "seen": seen}
    assert administrator.post(address, data=sent).status_code == 303
    assert get_party("TR").annexes == ["nmed", "cee"]
    assert "Ines changed “Türkiye”" in administrator.get(address).text
    seen = fields_of(administrator.get(address).text)["seen"]
    administrator.post(address, data={"seen": seen})
    assert get_party("TR").annexes == []


def test_a_list_asks_as_often_for_three_rows_as_for_one(
    client: FlaskClient, session: Session, signed_in: SignedIn, app: Flask
) -> None:
    signed_in(client, make_user(session, Role.ADMINISTRATOR))
    counts = []
    for number in (1, 2, 3):
        session.add(Initiative(code=f"i{number}", names={"en": "x"}, note="", website=""))
        make_party(session)
        with count_queries(app) as rows:
            client.get("/reference/initiatives")
        with count_queries(app) as known:
            client.get("/reference/parties")
        counts.append((len(rows), len(known)))
    assert len(set(counts)) == 1


def test_text_typed_into_an_entry_is_kept_when_the_language_changes(
    administrator: FlaskClient,
) -> None:
    sent = {"name_en": "Half an ini", "switch_language": "ar"}
    answer = administrator.post("/reference/initiatives/add", data=sent)
    shown = administrator.get(answer.location)
    assert fields_of(shown.text)["name_en"] == "Half an ini"


def test_kinds_in_addresses_are_those_of_the_vocabulary(session: Session) -> None:
    load_reference()
    assert get_row(RowKind("age-bands"), "un").name("en") == "United Nations statistics"


# ---------------------------------------------------------------- rows of the review


def test_an_administrator_words_an_item_otherwise_and_it_stays_so(
    administrator: FlaskClient, session: Session
) -> None:
    address = "/reference/checklist/media"
    assert "18 · Awareness" in administrator.get("/reference/checklist").text
    shown = fields_of(administrator.get(address).text)
    changed = {"name_en": "Media are briefed.", "chapter": "awareness", "prefill": "media"}
    sent = {**shown, **changed, "section": "stakeholders", "is_active": "y"}
    assert administrator.post(address, data=sent).status_code == 303
    load_reference()
    item = session.scalars(select(ChecklistItem).where(ChecklistItem.code == "media")).one()
    assert (item.name("en"), item.name("fr")[:10], item.prefill) == (
        "Media are briefed.",
        "Les médias",
        "media",
    )


def test_a_comment_for_reuse_has_a_name_and_a_text_in_each_language(
    administrator: FlaskClient, session: Session
) -> None:
    sent = {
        "name_en": "Thanks",
        "kind": "praise",
        "section": "",
        "text_en": "Thank you.\nWell done.",
    }
    assert administrator.post("/reference/stock-comments/add", data=sent).status_code == 303
    row = session.scalars(select(StockComment).where(StockComment.code == "thanks")).one()
    assert (row.text("en").split(), row.text("ar")) == (sent["text_en"].split(), row.text("en"))
    listed = administrator.get("/reference/stock-comments").text
    assert "Praise · Whole plan" in listed
    page = administrator.get("/reference/stock-comments/way_to_complain").text
    assert "Veuillez décrire au moins une façon" in page


def test_a_call_has_a_first_day_and_a_day_by_which_plans_help_most(
    administrator: FlaskClient, session: Session
) -> None:
    days = {"opens_on": "٢٠٢٧-٠١-٠١", "due_on": "2027-03-31"}
    sent = {"name_en": "Spring", "is_active": "y", "letter": "Please send your plan.", **days}
    assert administrator.post("/reference/calls/add", data=sent).status_code == 303
    call = session.scalars(select(CallForPlans).where(CallForPlans.code == "spring")).one()
    assert (call.opens_on, call.due_on) == (date(2027, 1, 1), date(2027, 3, 31))
    assert fields_of(administrator.get("/reference/calls/spring").text)["due_on"] == "2027-03-31"
