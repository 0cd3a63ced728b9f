"""A letter in any of the six languages, as page and as PDF, with what was written in its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.locales import CODES
from engage.kit.pdf import typeset
from engage.plans.models import Plan
from engage.plans.review.actions import comment_on, return_plan
from engage.plans.review.details import CommentDetails
from engage.plans.review.models import Comment
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status
from tests.factories import make_user
from tests.pages import parse
from tests.plans.printed import packed, text_of_page, text_of_pdf
from tests.plans.review.letters import REMARKS, letter_of
from tests.plans.review.rows import plan_with_rows

SignIn = Callable[[FlaskClient, User], FlaskClient]
PARTS = ("praised", "chapters")
# Praise first; in a section what must change stands before a question.
IN_ORDER = (REMARKS[0], REMARKS[2], REMARKS[1], REMARKS[3])
PRINTED = ("party", "title", "kind", "opening", "comments", "closing", "sender")


@pytest.fixture
def reader(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> FlaskClient:
    """A client in the hands of the Party, whose own language is English."""
    return signed_in(client, make_user(session, party=returned[0].party))


@pytest.mark.parametrize("language", CODES)
def test_a_letter_is_read_in_the_language_asked_for(
    reader: FlaskClient, returned: tuple[Plan, Comment], language: str
) -> None:
    plan, comment = returned
    there = f"/plans/{plan.ref}/letter/1.1"
    page = reader.get(f"{there}?lang={language}")
    spoken = parse(page.text).get("lang") or ""
    assert spoken.startswith(language)
    assert f'href="{there}.pdf?lang={language}"' in page.text
    assert all(f'href="{there}?lang={code}"' in page.text for code in CODES)
    pdf = reader.get(f"{there}.pdf?lang={language}")
    assert pdf.headers["Content-Disposition"] == (
        f'inline; filename="{plan.ref}-v1-letter-{language}.pdf"'
    )
    for text in (text_of_page(page.text), text_of_pdf(pdf.data)):
        assert packed(comment.text) in text
    assert parse(reader.get("/start").text).get("lang") == "en"


def test_without_a_wish_a_letter_is_in_the_language_of_its_reader(
    reader: FlaskClient, returned: tuple[Plan, Comment]
) -> None:
    pdf = reader.get(f"/plans/{returned[0].ref}/letter/1.1.pdf")
    root: Any = PdfReader(BytesIO(pdf.data)).trailer["/Root"]
    assert root["/Lang"] == "en"
    assert pdf.headers["ETag"]


def test_a_letter_is_linked_as_page_and_as_pdf(
    reader: FlaskClient, returned: tuple[Plan, Comment]
) -> None:
    there = f"/plans/{returned[0].ref}/letter/1.1"
    page = reader.get(f"/plans/{returned[0].ref}/comments").text
    assert f'href="{there}"' in page
    assert f'href="{there}.pdf"' in page


def test_nobody_else_reads_the_pdf_of_a_letter(
    session: Session, client: FlaskClient, signed_in: SignIn, returned: tuple[Plan, Comment]
) -> None:
    there = f"/plans/{returned[0].ref}/letter/1.1.pdf"
    assert client.get(there).status_code == 303
    signed_in(client, make_user(session))
    assert client.get(there).status_code == 404
    signed_in(client, make_user(session, party=returned[0].party))
    assert client.get(there.replace("1.1", "1.2")).status_code == 404


@pytest.mark.parametrize("language", CODES)
def test_a_letter_says_in_each_language_what_it_says_in_all(app: Flask, language: str) -> None:
    with app.test_request_context():
        letter: Any = letter_of(language)
        again: Any = letter_of("es")
    assert (letter["lang"], letter["dir"]) == (language, "rtl" if language == "ar" else "ltr")
    assert letter["strengths"]["lang"] == letter["reason"]["lang"] == "fr"
    assert letter["facts"][1][1] == {
        "text": "أهل السهوب والآبار، 2026-2027",
        "own": True,
        "lang": "ar",
    }
    said = [remark for part in PARTS for chapter in letter[part] for remark in chapter["remarks"]]
    assert [(each["text"], each["lang"]) for each in said] == [row[2:] for row in IN_ORDER]
    if language != "es":
        assert all(letter[part] != again[part] for part in ("title", "kind", "closing", "comments"))


def test_a_letter_that_is_not_sent_says_so(app: Flask) -> None:
    with app.test_request_context():
        assert letter_of("en", sent_at=None)["draft"] == "Not sent yet"
        assert letter_of("en")["draft"] is None
        complete = letter_of("en", step="complete")
    assert (complete["title"], complete["reason"]) == ("Review complete", None)


def test_praise_that_the_strengths_say_already_is_not_said_again(app: Flask) -> None:
    with app.test_request_context():
        letter = letter_of("en", strengths=f"Two things.\n{REMARKS[0][2]}")
    assert letter["praised"] == []


def test_a_letter_offers_help_where_there_is_some(app: Flask) -> None:
    with app.test_request_context():
        plain, letter = letter_of("ru"), letter_of("ru", support="Une formation en mai.")
    assert plain["support"] is None
    assert letter["support"] is not None
    assert letter["support"]["lang"] == "fr"
    assert packed("Une formation en mai.") in text_of_pdf(typeset("letter", letter))


@pytest.mark.parametrize("language", ["en", "zh", "fr", "ru", "es"])
def test_the_pdf_of_a_letter_holds_all_that_its_page_says(app: Flask, language: str) -> None:
    with app.test_request_context():
        letter: Any = letter_of(language)
    text = text_of_pdf(typeset("letter", letter))
    assert [part for part in PRINTED if packed(letter[part]) not in text] == []
    assert [row[2] for row in REMARKS if row[3] != "ar" and packed(row[2]) not in text] == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_screen_reader_is_told_the_language_of_each_text(app: Flask, language: str) -> None:
    with app.test_request_context():
        pdf = typeset("letter", letter_of(language))
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    told = {root["/Lang"], *languages_of(root["/StructTreeRoot"])}
    assert told == {language, "fr", "ar", "en", "ru"}


def languages_of(node: Any) -> Iterator[str]:
    """Each language that the structure of a PDF names."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from languages_of(each)
    elif isinstance(node, dict):
        if "/Lang" in node:
            yield str(node["/Lang"])
        if "/K" in node:
            yield from languages_of(node["/K"])


def test_a_letter_names_the_row_and_the_answer_of_a_comment(
    session: Session, client: FlaskClient, signed_in: SignIn, reviewer: User
) -> None:
    plan = plan_with_rows(session, Status.IN_REVIEW, {"a1": "Radio", "a3": "Assemblée"})
    for about in ("", "activities.a3.title", "purpose..decision"):
        details = CommentDetails(CommentKind.QUESTION, f"Which one? {about}", "en")
        comment_on(reviewer, plan, about, details)
    return_plan(reviewer, plan, "Clear.", "One point.")
    signed_in(client, make_user(session, party=plan.party))
    page = client.get(f"/plans/{plan.ref}/letter/1.2")
    pdf = client.get(f"/plans/{plan.ref}/letter/1.2.pdf")
    for text in (text_of_page(page.text), text_of_pdf(pdf.data)):
        parts = [
            text.index(packed(part)) for part in ("The whole plan", "2 Purpose", "2 Assemblée")
        ]
        assert parts == sorted(parts)
        assert packed("2 Assemblée · Title") in text
