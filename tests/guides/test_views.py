from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.guides import views
from engage.guides.vocabulary import Guide
from engage.kit.locales import CODES
from engage.plans.outline.plan import SECTIONS
from tests.factories import make_user
from tests.guides.reading import sheet_of
from tests.kit.test_pdf import opened
from tests.pages import parse, text_of
from tests.reading import count_queries

QUESTIONS = "/help/focal-point/questions"
LABELS = "/help/reviewer/codes"
GUIDES = ("/help/focal-point", QUESTIONS, "/help/reviewer", LABELS)
PAGES = ("/help", "/about", "/accessibility", *GUIDES)
FONTS, A_PAGE = 150_000, 22_000  # bytes of a guide on paper
SECTION_PAGES = tuple(f"/help/focal-point/section-{each.code}" for each in SECTIONS)
SHEETS = (*GUIDES, "/help/focal-point/section-activities")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("address", PAGES)
def test_help_is_open_to_everybody(client: FlaskClient, address: str, language: str) -> None:
    assert client.get(f"{address}?lang={language}").status_code == 200


@pytest.mark.parametrize("role", list(Role))
def test_help_takes_no_more_questions_than_who_asks(
    app: Flask,
    client: FlaskClient,
    session: Session,
    signed_in: Callable[..., FlaskClient],
    role: Role,
) -> None:
    signed_in(client, make_user(session, role))
    for address in (*PAGES, "/help/reviewer.pdf?lang=en"):
        with count_queries(app) as counted:
            assert client.get(address).status_code == 200
        assert len(counted) <= 1, address


def test_every_page_leads_to_help_from_its_foot(
    client: FlaskClient, session: Session, signed_in: Callable[..., FlaskClient]
) -> None:
    pages = ["/sign-in", "/no-such-page", "/help"]
    answers = [client.get(each) for each in pages]
    signed_in(client, make_user(session))
    answers += [client.get(each) for each in ("/start", "/account")]
    for answer in answers:
        foot = parse(answer.text).find(".//footer")
        assert foot is not None
        links = {link.get("href"): text_of(link) for link in foot.iter("a")}
        assert links == {
            "/help": "Help",
            "/about": "About Engage",
            "/accessibility": "Accessibility",
        }


def test_help_leads_to_each_guide_and_its_pdf(client: FlaskClient) -> None:
    page = parse(client.get("/help?lang=fr").text)
    links = {link.get("href") for link in page.iter("a")}
    for guide in Guide:
        assert {f"/help/{guide}", f"/help/{guide}.pdf?lang=fr"} <= links
    assert {"/about", "/accessibility"} <= links


@pytest.mark.parametrize("address", SHEETS)
def test_headings_of_a_guide_go_down_one_step_at_a_time(client: FlaskClient, address: str) -> None:
    sheet = sheet_of(client.get(address).text)
    levels = [int(each.tag[1]) for each in sheet.iter() if each.tag in HEADINGS]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("address", SHEETS)
def test_the_contents_lead_to_every_chapter(client: FlaskClient, address: str) -> None:
    """Those on this page, and those that have a page of their own."""
    contents = sheet_of(client.get(f"{address}?lang=en").text).find(".//nav")
    assert contents is not None
    for link in contents.iter("a"):
        page, _sign, place = (link.get("href") or "").partition("#")
        sheet = sheet_of(client.get(page or f"{address}?lang=en").text)
        found = [each for each in sheet.iter() if place in (each.get("id"), "")]
        assert found, link.get("href")


@pytest.mark.parametrize("guide", list(Guide))
def test_the_language_of_a_guide_is_for_this_answer_alone(
    client: FlaskClient, guide: Guide
) -> None:
    first = client.get(f"/help/{guide}?lang=ar")
    assert 'dir="rtl"' in first.text
    assert "language=" not in "".join(first.headers.getlist("Set-Cookie"))
    assert 'lang="en"' in client.get(f"/help/{guide}").text


@pytest.mark.parametrize("address", [*PAGES, "/help/focal-point.pdf", "/help/reviewer.pdf?lang=ar"])
def test_what_is_unchanged_is_not_sent_again(
    client: FlaskClient,
    session: Session,
    signed_in: Callable[..., FlaskClient],
    address: str,
) -> None:
    signed_in(client, make_user(session))
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_pdf_is_set_once_for_each_language(client: FlaskClient) -> None:
    first = client.get("/help/reviewer.pdf?lang=es")
    assert first.mimetype == "application/pdf"
    assert first.headers["Content-Disposition"] == 'inline; filename="engage-guide-reviewer-es.pdf"'

    def set_again() -> bytes:
        raise AssertionError

    assert views.papers.get((Guide.REVIEWER, "es"), set_again) == first.data


@pytest.mark.parametrize("language", CODES)
def test_a_guide_is_light(client: FlaskClient, language: str) -> None:
    asked = {"Accept-Encoding": "br"}
    for address in (*SHEETS, *SECTION_PAGES):
        page = client.get(f"{address}?lang={language}", headers=asked, read=False)
        assert len(page.data) <= 12 * 1024, address
    for guide in Guide:
        pdf = client.get(f"/help/{guide}.pdf?lang={language}").data
        assert len(pdf) < FONTS + A_PAGE * len(opened(pdf).pages), guide


def test_there_is_no_other_guide(client: FlaskClient) -> None:
    assert client.get("/help/minister").status_code == 404
    assert client.get("/help/minister.pdf").status_code == 404
    assert client.get("/help/reviewer/questions").status_code == 404
    assert client.get("/help/reviewer/section-activities").status_code == 404
    assert client.get("/help/focal-point/section-weather").status_code == 404


def test_about_says_what_the_united_nations_say_of_names(client: FlaskClient) -> None:
    said = text_of(parse(client.get("/about").text))
    assert "The designations employed and the presentation of the material" in said
    assert "no Party is scored or ranked" in said
