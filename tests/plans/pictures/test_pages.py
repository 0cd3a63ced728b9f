"""The plan at a glance as a page, in print and in the PDF: for whom, in six languages."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.kit.locales import CODES
from engage.kit.pdf import typeset
from engage.plans import exports
from engage.plans.document import Json
from engage.plans.models import Plan, PlanRow
from engage.plans.vocabulary import Status
from engage.reference.models import Party
from tests.factories import make_party, make_plan, make_user, make_version
from tests.pages import parse, text_of
from tests.plans.golden.plan import golden_copy
from tests.plans.pictures.plans import full_plan
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
MOST = 12 * 1024
SVG = "{http://www.w3.org/2000/svg}"
PRIVATE = ("Attitude", "attitude", "Resistant", "Supportive", "Unaware", "track-")


def kept(session: Session, party: Party, document: Json, status: Status = Status.DRAFT) -> Plan:
    """The document in the tables: attitudes among what is private, as a form would keep them."""
    plan = make_plan(session, party=party)
    for register in ("stakeholders", "activities", "budget"):
        section = "resources" if register == "budget" else register
        rows = document["sections"][section]["registers"][register]
        plan.rows += [kept_row(register, place, row) for place, row in enumerate(rows)]
    if status is not Status.DRAFT:
        plan.status, plan.round, plan.submitted_at = status.value, 1, now()
        make_version(session, plan)
    session.commit()
    return plan


def kept_row(register: str, place: int, row: Json) -> PlanRow:
    private = {code: value for code, value in row["values"].items() if code.startswith("attitude")}
    return PlanRow(
        register=register,
        key=row["key"],
        position=place,
        number="",
        parent_key=None,
        content={code: value for code, value in row["values"].items() if code not in private},
        private=private,
    )


@pytest.fixture
def writer(session: Session) -> User:
    return make_user(session, party=make_party(session, "Orvanda"))


@pytest.fixture
def party(writer: User) -> Party:
    assert writer.party is not None
    return writer.party


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("number", [0, 12])
def test_the_page_is_there_in_every_language(
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    writer: User,
    party: Party,
    language: str,
    number: int,
) -> None:
    plan = kept(session, party, full_plan(number))
    page = signed_in(client, writer).get(f"/plans/{plan.ref}/pictures?lang={language}")
    assert page.status_code == 200
    tree = parse(page.text)
    assert len(tree.findall(".//section[@class='sheet']")) == 5
    drawings = [each for each in tree.iter(f"{SVG}svg") if each.get("role") == "img"]
    assert len(drawings) == (4 if number else 1)
    for drawing in drawings:
        assert drawing.get("direction") == "ltr"
        assert drawing.find(f"{SVG}title") is not None
        assert drawing.find(f"{SVG}desc") is not None


def test_own_words_in_a_drawing_name_their_language(
    session: Session, client: FlaskClient, signed_in: SignIn, writer: User, party: Party
) -> None:
    plan = kept(session, party, full_plan())
    page = signed_in(client, writer).get(f"/plans/{plan.ref}/pictures?lang=ar").text
    titles = [each for each in parse(page).iter(f"{SVG}text") if "Meeting" in text_of(each)]
    assert titles
    assert {(each.get("lang"), each.get("direction")) for each in titles} == {("en", None)}


# ---------------------------------------------------------------- who sees what


def test_those_who_write_see_attitudes_and_are_told_that_nobody_else_does(
    session: Session, client: FlaskClient, signed_in: SignIn, writer: User, party: Party
) -> None:
    plan = kept(session, party, full_plan())
    page = signed_in(client, writer).get(f"/plans/{plan.ref}/pictures").text
    assert "grid1-track-" in page
    assert "Attitudes are for your office only" in page


@pytest.mark.parametrize("role", [Role.ADVISER, Role.REVIEWER])
def test_nobody_else_sees_attitudes(
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    writer: User,
    party: Party,
    role: Role,
) -> None:
    plan = kept(session, party, full_plan(), Status.IN_REVIEW)
    signed_in(client, writer).get(f"/plans/{plan.ref}/pictures")  # what is remembered is not theirs
    reader = make_user(session, role, **({"party": party} if role is Role.ADVISER else {}))
    signed_in(client, reader)
    for address in ("pictures", "full", "full?lang=ru"):
        page = client.get(f"/plans/{plan.ref}/{address}").text
        assert "Herders of camp 3" in page
        assert [word for word in PRIVATE if word in page] == []


def test_a_reviewer_sees_what_was_submitted_and_not_the_draft(
    session: Session, client: FlaskClient, signed_in: SignIn, party: Party
) -> None:
    plan = kept(session, party, full_plan(), Status.RETURNED)
    plan.rows[0].content = {**plan.rows[0].content, "name": "Camp in the new draft"}
    session.commit()
    reviewer = make_user(session, Role.REVIEWER)
    page = signed_in(client, reviewer).get(f"/plans/{plan.ref}/pictures").text
    assert "Herders of camp 0" in page
    assert "Camp in the new draft" not in page


def test_another_party_finds_nothing(
    session: Session, client: FlaskClient, signed_in: SignIn, party: Party
) -> None:
    plan = kept(session, party, full_plan(), Status.COMPLETE)
    stranger = make_user(session)
    assert signed_in(client, stranger).get(f"/plans/{plan.ref}/pictures").status_code == 404


def test_the_plan_and_the_desk_lead_to_the_pictures(
    session: Session, client: FlaskClient, signed_in: SignIn, writer: User, party: Party
) -> None:
    plan = kept(session, party, full_plan(), Status.IN_REVIEW)
    assert f"/plans/{plan.ref}/pictures" in signed_in(client, writer).get(f"/plans/{plan.ref}").text
    reviewer = make_user(session, Role.REVIEWER)
    assert (
        f"/plans/{plan.ref}/pictures" in signed_in(client, reviewer).get(f"/review/{plan.ref}").text
    )


# ---------------------------------------------------------------- paper


def test_the_full_print_ends_with_the_pictures_and_their_tables_open(
    session: Session, client: FlaskClient, signed_in: SignIn, writer: User, party: Party
) -> None:
    plan = kept(session, party, full_plan())
    page = signed_in(client, writer).get(f"/plans/{plan.ref}/full").text
    assert page.count('role="img"') == 4
    assert "<details" not in page.partition("The plan at a glance</h2>")[2]


@pytest.mark.parametrize(
    ("language", "number"), [*((code, 12) for code in CODES), ("en", 0), ("ar", 120)]
)
def test_the_pdf_is_made_with_drawings_in_every_script(
    app: Flask, language: str, number: int
) -> None:
    """Typst refuses a PDF/UA with a picture that is not told in words, or that cannot be drawn."""
    with app.test_request_context():
        paper = exports.full(golden_copy(document=full_plan(number)), language)
        assert typeset("full", paper).startswith(b"%PDF")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_the_pdf_shows_names_and_never_attitudes(app: Flask) -> None:
    with app.test_request_context():
        pdf = typeset("full", exports.full(golden_copy(document=full_plan()), "en"))
    asked: list[Any] = ["pdftotext", "-layout", "-", "-"]
    said = subprocess.run(asked, input=pdf, capture_output=True, check=True).stdout.decode()
    glance = said.partition("The plan at a glance")[2]
    assert "Herders of camp 3" in glance
    assert "nothing planned" in glance
    assert [word for word in PRIVATE if word in glance] == []


# ---------------------------------------------------------------- cost


def test_a_large_plan_takes_as_many_queries_as_a_small_one_and_is_light(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn, writer: User, party: Party
) -> None:
    signed_in(client, writer)
    counts = []
    for number in (4, 120):
        plan = kept(session, party, full_plan(number))
        with count_queries(app) as counted:
            page = client.get(
                f"/plans/{plan.ref}/pictures", headers={"Accept-Encoding": "br"}, read=False
            )
        counts.append(len(counted))
        assert len(page.data) < MOST
    assert counts[0] == counts[1]
