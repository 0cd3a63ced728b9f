"""What a paste takes, and from whom: files, limits, weight, and who may."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.actions import close_plan
from engage.plans.models import Plan
from engage.plans.queries import own_plan
from tests.factories import make_plan, make_user
from tests.pages import parse
from tests.plans.sheets import HEADINGS, TEXT, errors_of, preview_of

SignIn = Callable[[FlaskClient, Any], FlaskClient]
KILOBYTE = 1024


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    plan = make_plan(session, party=focal_point.party)
    session.commit()
    return plan


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, focal_point: User) -> FlaskClient:
    return signed_in(client, focal_point)


@pytest.fixture
def address(plan: Plan) -> str:
    return f"/plans/{plan.ref}/rows/stakeholders/paste"


# ---------------------------------------------------------------- files and limits


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_a_file_is_read_as_it_was_saved(pages: FlaskClient, address: str, encoding: str) -> None:
    text = "Name;Level of engagement\nСкотоводы севера;Вовлечение\n"
    page = preview_of(pages, address, "", file=(io.BytesIO(text.encode(encoding)), "rows.csv"))
    assert page.status_code == 200
    assert "Скотоводы севера" in page.text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 20, "cannot be read as text"),
        (b"a,b\n" * 300_000, "more than fits"),
        (b"Name\n" + b"Herders\n" * 301, "more than fits"),
        (b"Name\n", "no row below the headings"),
        (b" \n", "paste some rows"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_so(
    pages: FlaskClient, address: str, content: bytes, sentence: str
) -> None:
    page = preview_of(pages, address, "", file=(io.BytesIO(content), "rows.csv"))
    page.request.environ["wsgi.input"].close()  # the client keeps what is large in a file
    assert page.status_code == 422
    assert sentence in errors_of(page)[0]


@pytest.mark.parametrize("text", ["", "a" * 1_000_001, HEADINGS])
def test_a_text_that_cannot_be_taken_stays_in_its_box(
    pages: FlaskClient, address: str, text: str
) -> None:
    page = preview_of(pages, address, text)
    assert page.status_code == 422
    [box] = list(parse(page.text).iter("textarea"))
    assert "".join(box.itertext()).strip() == text


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_a_preview_of_twenty_rows_fits_a_thin_line(
    pages: FlaskClient, address: str, language: str
) -> None:
    row = "{0}\tHerders of camp {0}\tInvolve\t\tNeutral\tabout {0}0\t2{1}.03.2027\tDecide {0}\n"
    headings = HEADINGS + "\tSize of the group\tWhen it is shared\tKey messages\n"
    text = headings + "".join(row.format(number, number % 10) for number in range(1, 21))
    page = pages.post(
        f"{address}?lang={language}",
        data={"text": text, "headings": "y"},
        headers={"Accept-Encoding": "br"},
        read=False,
    )
    assert page.headers["Content-Encoding"] == "br"
    assert len(page.data) <= 12 * KILOBYTE


# ---------------------------------------------------------------- who may


def test_another_partys_plan_is_not_found(
    new_client: Callable[[], FlaskClient], session: Session, signed_in: SignIn, address: str
) -> None:
    stranger = signed_in(new_client(), make_user(session))
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, data={"text": TEXT}).status_code == 404
    assert stranger.post(f"{address}/undo", data={"batch": "r"}).status_code == 404


def test_an_adviser_may_not_paste(
    new_client: Callable[[], FlaskClient],
    session: Session,
    signed_in: SignIn,
    plan: Plan,
    address: str,
) -> None:
    adviser = signed_in(new_client(), make_user(session, Role.ADVISER, party=plan.party))
    assert adviser.get(address).status_code == 403
    assert adviser.post(address, data={"text": TEXT}).status_code == 403


def test_a_plan_that_nobody_writes_takes_no_rows(
    session: Session, pages: FlaskClient, address: str, plan: Plan, focal_point: User
) -> None:
    close_plan(focal_point, own_plan(plan.ref, visible_to=focal_point))
    session.commit()
    assert pages.post(address, data={"text": TEXT}).status_code == 403


@pytest.mark.parametrize("register", ["set_aside", "nothing"])
def test_a_list_that_is_not_written_by_hand_has_no_box(
    pages: FlaskClient, plan: Plan, register: str
) -> None:
    assert pages.get(f"/plans/{plan.ref}/rows/{register}/paste").status_code == 404
