"""Sheets to fill by hand: what stands on them, in every language, on how many pages."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.events.blanks import blank_form, tally_sheet
from engage.events.outline.what import QUICK
from engage.kit.locales import CODES
from engage.reference.vocabulary.counting import GridRow
from tests.factories import make_event, make_party, make_user
from tests.speaking import spoken

SignIn = Callable[[FlaskClient, User], FlaskClient]


def pdf(client: FlaskClient, address: str) -> PdfReader:
    answer = client.get(address)
    assert answer.mimetype == "application/pdf"
    return PdfReader(io.BytesIO(answer.data))


def test_a_tally_sheet_has_the_lines_of_the_entry_grid_and_asks_for_no_names() -> None:
    with spoken():
        sheet = tally_sheet(None, "Party", "en", {})
    assert sheet["groups"] == [str(row.label) for row in GridRow]
    assert sheet["boxes"] == ["All", "Women", "Men", "Other", "Not stated"]
    assert sheet["ages"][0] == "All ages"
    assert "Write no names." in sheet["before"][0]


def test_the_blank_form_asks_what_the_quick_form_asks_with_all_that_can_be_ticked() -> None:
    with spoken():
        form = blank_form("Party", "en")
    asked = {question["label"]: question for question in form["questions"]}
    assert list(asked) == [str(field.label) for field in QUICK]
    assert "Took place" in asked["Where it stands"]["options"]
    assert asked["Groups reached"]["blanks"] == ["In your own words"]
    assert asked["Participants in all"]["options"] == ["Exact", "About", "At least"]


@pytest.mark.parametrize("language", CODES)
def test_every_language_has_its_sheets_on_few_pages(
    client: FlaskClient, session: Session, signed_in: SignIn, language: str
) -> None:
    writer = make_user(session)
    session.commit()
    signed_in(client, writer)
    assert len(pdf(client, f"/events/form.pdf?lang={language}").pages) == 1
    assert len(pdf(client, f"/events/tally.pdf?lang={language}").pages) == 2


def test_the_sheet_of_an_event_bears_its_title_and_its_groups(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    writer = make_user(session)
    event = make_event(session, writer=writer, place="Sabha", groups=["media"])
    session.commit()
    signed_in(client, writer)
    page = client.get(f"/events/{event.ref}/tally?lang=ar").text
    assert 'dir="rtl"' in page
    sheet = pdf(client, f"/events/{event.ref}/tally.pdf")
    assert len(sheet.pages) == 1
    text = sheet.pages[0].extract_text()
    assert "Assembly at the wells" in text
    assert "Sabha" in text
    assert "Parliamentarians" not in text


def test_what_stays_back_for_safety_stays_back_on_the_sheet(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    writer, stranger = make_user(session), make_user(session, party=make_party(session))
    when = {"start": "2099-06-17"}
    event = make_event(
        session, writer=writer, place="Sabha", when=when, safety="after", visibility="public"
    )
    session.commit()
    page = signed_in(client, stranger).get(f"/events/{event.ref}/tally").text
    assert "Sabha" not in page
    assert "2099" not in page


def test_forms_to_print_stand_on_pages_too(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    writer = make_user(session)
    session.commit()
    signed_in(client, writer)
    assert "Event form as PDF" in client.get("/events/form").text
    assert "Persons with disabilities" in client.get("/events/tally").text
