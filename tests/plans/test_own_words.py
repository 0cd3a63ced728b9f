"""Somebody's own words, wherever a page shows them, say their language and keep their direction.

A plan with every field filled is written in one language and walked through in another, by the
Party and by the secretariat. Each word that a person typed carries a mark of whose it is.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import urldefrag, urlsplit
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.values.tongues import Tongues
from engage.plans.actions import draft_plan, submit_plan
from engage.plans.document import Json, rows_of
from engage.plans.imports import import_plan
from engage.plans.linked import Linked
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register
from engage.plans.queries import own_plan
from engage.plans.reading import lines_of
from engage.plans.review.actions import (
    answer_comment,
    comment_on,
    keep_letter,
    return_plan,
    take_up,
)
from engage.plans.review.details import AnswerDetails, CommentDetails, LetterDetails
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Step
from engage.reference.vocabulary.identity import AnswerToComment
from tests.factories import make_party, make_user
from tests.pages import parse
from tests.plans.documents import filled_document

SignIn = Callable[[FlaskClient, User], FlaskClient]

# What a word of each language begins with; the reviewer's comments and letters have their own.
WORD = {"ar": "كلمة", "fr": "mot", "ru": "слово", "es": "palabra"}
MARK = re.compile("|".join(f"{word}[0-9]+" for word in WORD.values()))
HREF = re.compile(r'<a [^>]*?href="(/[^"]*)"')
BOXES = {"input", "textarea"}
# What sets its words apart by itself; a text of a drawing is a line of its own direction.
APART = {"bdi", "{http://www.w3.org/2000/svg}text"}
LISTS = {"/plans", "/plans/new"}


def document_in(language: str) -> Json:
    """Every field filled with words of the language, in a form that can be read."""
    marked = re.sub(r"email-mark\d+", "a@example.org", json.dumps(filled_document()))
    written = re.sub(r"mark(?=\d)", WORD[language], marked)
    document: Json = json.loads(written)
    document["sections"]["identity"]["fields"]["language"] = language
    for section in SECTIONS:
        for register in section.registers:
            for row in rows_of(document, section.code, register.code):
                row["values"] = _spoken(row["values"], register, language)
    return document


def _spoken(values: Json, register: Register, language: str) -> Json:
    """A row that names its language speaks it."""
    spoken = values.get(register.spoken_in, language)
    said: Json = json.loads(
        json.dumps(values, ensure_ascii=False).replace(WORD[language], WORD[spoken])
    )
    return said


def walk(client: FlaskClient, first: str, language: str, ref: str) -> Iterator[tuple[str, str]]:
    """The pages of the plan that lead from one to the next, and the lists in which it stands."""
    client.set_cookie("language", language)
    waiting, seen = deque([first]), {first}
    while waiting:
        address = waiting.popleft()
        answer = client.get(address, follow_redirects=True)
        if answer.mimetype != "text/html":
            continue
        assert answer.status_code == 200, address
        yield address, answer.text
        for link in map(unescape, HREF.findall(answer.text)):
            found = urldefrag(link).url
            path = urlsplit(found).path
            shows_it = path in LISTS or (f"/{ref}" in path and not path.endswith((".pdf", ".json")))
            if shows_it and "lang=" not in found and found not in seen:
                seen.add(found)
                waiting.append(found)


def lost_words(page: str) -> list[str]:
    """Own words whose nearest language is another, or which nothing sets apart."""
    tree = parse(page)
    above = {child: parent for parent in tree.iter() for child in parent}
    return [
        f"{text.strip()!r} in {' '.join(each.tag for each in _line(element, above))}"
        for element in tree.iter()
        for text in _texts(element)
        if MARK.search(text) and not _is_held(text, element, above)
    ]


def _texts(element: Element) -> Iterator[str]:
    """The element's own text, not that of its children; what is in a box, in its place."""
    if element.tag == "title":  # a title of a page can hold no marks
        return
    yield element.text or ""
    yield from (child.tail or "" for child in element)
    if element.tag in BOXES and element.get("type") != "hidden":
        yield element.get("value", "")


def _line(element: Element | None, above: dict[Element, Element]) -> list[Element]:
    line = []
    while element is not None:
        line.append(element)
        element = above.get(element)
    return line


def _is_held(text: str, element: Element, above: dict[Element, Element]) -> bool:
    found = MARK.search(text)
    assert found
    wanted = next(code for code, word in WORD.items() if found[0].startswith(word))
    line = _line(element, above)
    spoken = next((each.get("lang") for each in line if each.get("lang")), None)
    apart = any(each.tag in APART or each.get("dir") == "auto" for each in line)
    return spoken == wanted and apart


@pytest.fixture
def reviewer(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Maro Selten")


@pytest.fixture
def focal_point(session: Session) -> User:
    party = make_party(session, "Orvanda", code="XA", iso3="XAA")
    return make_user(session, party=party)


def written_plan(focal_point: User, language: str) -> Plan:
    assert focal_point.party is not None
    made = import_plan(None, focal_point.party, document_in(language)).plan
    return own_plan(made.ref, visible_to=focal_point)


def review(reviewer: User, focal_point: User, plan: Plan) -> None:
    """Submitted, commented on in Russian, returned with a letter in Spanish, answered in part."""
    submit_plan(focal_point, plan)
    take_up(reviewer, plan)
    for number, section in enumerate(("identity", "feedback"), start=1):
        details = CommentDetails(CommentKind.MUST_CHANGE, f"{WORD['ru']}{number}", "ru")
        comment = comment_on(reviewer, plan, section, details)
    letter = LetterDetails(f"{WORD['es']}1", f"{WORD['es']}2", Step.RETURN, "es")
    keep_letter(reviewer, plan, letter)
    return_plan(reviewer, plan, letter.strengths, letter.reason)
    answer = AnswerDetails(AnswerToComment.PARTLY_DONE, f"{WORD[plan.language]}1")
    answer_comment(focal_point, comment, answer)


@pytest.mark.parametrize(("written", "read"), [("ar", "fr"), ("fr", "ar")])
def test_the_party_meets_its_words_in_their_language(
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    reviewer: User,
    focal_point: User,
    written: str,
    read: str,
) -> None:
    plan = written_plan(focal_point, written)
    review(reviewer, focal_point, plan)
    draft_plan(focal_point, plan.party, former=plan)
    signed_in(client, focal_point)
    pages = dict(walk(client, "/start", read, plan.ref))
    assert len(pages) > 60
    for part in ("/start", "/plans/new", "/history", "/comments", "/letter/", "/rows/", "/summary"):
        assert any(part in address for address in pages), part
    lost = {address: found for address, page in pages.items() if (found := lost_words(page))}
    assert lost == {}


@pytest.mark.parametrize(("written", "read"), [("ar", "fr"), ("fr", "ar")])
def test_the_secretariat_meets_all_words_in_their_language(
    session: Session,
    client: FlaskClient,
    signed_in: SignIn,
    reviewer: User,
    focal_point: User,
    written: str,
    read: str,
) -> None:
    plan = written_plan(focal_point, written)
    review(reviewer, focal_point, plan)
    submit_plan(focal_point, plan)
    take_up(reviewer, plan)
    comment_on(
        reviewer, plan, "purpose", CommentDetails(CommentKind.QUESTION, f"{WORD['ru']}3", "ru")
    )
    keep_letter(reviewer, plan, LetterDetails(f"{WORD['es']}4", "", Step.COMPLETE, "es"))
    signed_in(client, reviewer)
    pages = dict(walk(client, "/review?state=all", read, plan.ref))
    for part in ("/history", "/comment/", "/comments/", "/full"):
        assert any(part in address for address in pages), part
    for letter in (f"/review/{plan.ref}/letter", f"/plans/{plan.ref}/letter/1.1"):
        pages[letter] = client.get(letter).text
    lost = {address: found for address, page in pages.items() if (found := lost_words(page))}
    assert lost == {}


def test_a_word_that_is_not_marked_is_found() -> None:
    page = '<!doctype html><html lang="fr"><title>x</title><h1>{}</h1>'
    assert lost_words(page.format("كلمة1"))
    assert lost_words(page.format('<b lang="ar">كلمة1</b>'))
    assert lost_words(page.format("<bdi>كلمة1</bdi>"))
    assert lost_words(page.format('<input value="كلمة1" dir="auto">'))
    assert not lost_words(page.format('<bdi lang="ar">كلمة1</bdi>'))
    assert not lost_words(page.format('<input value="كلمة1" lang="ar" dir="auto">'))


def test_words_that_name_their_own_language_keep_it_in_a_row_of_another() -> None:
    name = Field(code="name", ref="", label="Name", kind=Tongues())
    said = lines_of(name, {"en": "Days", "ar": "أيام"}, "en", Linked.in_document({}, "en"), "ru")
    assert [(line.text, line.language) for line in said] == [("Days", "en"), ("أيام", "ar")]
