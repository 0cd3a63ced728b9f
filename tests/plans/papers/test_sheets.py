"""The papers of a plan: what each says, its number and code, and who may read it."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.pdf import typeset
from engage.plans.actions import draft_plan, submit_plan
from engage.plans.document import assemble
from engage.plans.models import Plan
from engage.plans.papers.exports import Submission, clearance_sheet, cover_letter, receipt, to_come
from engage.plans.papers.models import SignedPage
from engage.plans.queries import own_plan
from engage.plans.review.actions import comment_on, return_plan, take_up
from engage.plans.review.details import CommentDetails
from engage.plans.review.vocabulary import CommentKind
from engage.reference.actions import load_reference
from tests.factories import make_version
from tests.pages import parse, text_of
from tests.plans.answers import fill_in
from tests.plans.documents import filled_document
from tests.plans.papers.conftest import NewClient
from tests.plans.printed import copy_of, packed, text_of_page, text_of_pdf
from tests.reading import count_queries

SENT = Submission(dt.datetime(2026, 11, 18, 9, 30, tzinfo=dt.UTC), "Ilen Dorrin", 3, 20)
BEFORE = assemble("XA", {}, {"activities": [{"key": "gone", "values": {"title": "A fair"}}]})


def told(entries: list[Any]) -> dict[str, list[str]]:
    return {each["label"]: [line["text"] for line in each["lines"]] for each in entries}


def papers_in(language: str) -> list[Any]:
    copy = copy_of(filled_document(), is_draft=False)
    return [
        clearance_sheet(to_come(copy_of(filled_document())), BEFORE, language),
        cover_letter(copy, SENT, language),
        receipt(copy, SENT, language),
    ]


def test_a_clearance_sheet_is_the_plan_in_figures_with_three_to_sign(app: Flask) -> None:
    rows = [{"key": "a", "values": {"name": "Herders", "groups": ["pastoralists", "youth"]}}]
    money = {"amount": "2400", "currency": "USD"}
    signed = {"signature": {"prepared_by": {"name": "Sefa Maron", "on": "2026-11-20"}}}
    document = assemble(
        "XA", signed, {"stakeholders": rows, "budget": [{"key": "b", "values": {"amount": money}}]}
    )
    with app.test_request_context():
        sheet: Any = clearance_sheet(to_come(copy_of(document)), BEFORE, "en")
        first: Any = clearance_sheet(to_come(copy_of(document)), None, "en")
    said = told(sheet["entries"])
    assert said["Groups addressed"] == ["2 of 12", "Youth; Pastoralists"]
    assert said["Budget, as stated"][0] == "US Dollar (USD): 2,400"
    assert said["Changes since the version before"] == [
        "1 answer changed",
        "2 rows added",
        "1 row removed",
    ]
    assert told(first["entries"])["Changes since the version before"] == [
        "There is no version before this one."
    ]
    assert int(said["Must, open"][0]) > 10
    assert dict(sheet["facts"])["Version"] == "2, round 3"
    signers = [(each["role"], len(each["lines"])) for each in sheet["signatures"]]
    assert signers == [("Prepared by", 0), ("Authorized by", 2), ("Minister", 2)]
    assert sheet["signatures"][0]["name"][0]["text"] == "Sefa Maron"
    assert sheet["draft"] == "DRAFT"


def test_cover_letter_and_receipt_speak_of_one_submission(app: Flask) -> None:
    with app.test_request_context():
        cleared, cover, received = papers_in("en")
        small: Any = receipt(copy_of(filled_document(), minor=1), SENT, "en")
    numbers = [dict(each["facts"])["Number"] for each in (cleared, cover, received)]
    assert numbers == ["XA-2026-1/CS/2.3", "XA-2026-1/CL/2.2", "XA-2026-1/RC/2.2"]
    codes = {dict(each["facts"])["Code of the text"] for each in (cleared, cover, received)}
    assert len(codes) == 1
    assert dict(cover["facts"])["Date"] == dict(received["facts"])["Date"] == "18 November 2026"
    assert cover["signatures"][0]["role"] == "National focal point"
    assert told(cover["entries"])["Answers to comments"] == [
        "3 comments on earlier rounds are answered or closed."
    ]
    arrived = told(received["entries"])
    assert arrived["Arrived"] == [
        "18 November 2026, 09:30\u00a0UTC",
        "Coordinated Universal Time",
    ]
    assert arrived["Who acts next"][1] == (
        "The Party normally has its comments within 20 working days."
    )
    assert received["foot"]["code"] == f"XA-2026-1/RC/2.2 · {codes.pop()}"
    assert told(small["entries"])["Who acts next"] == [
        "Nobody needs to act: small changes need no other review."
    ]


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_each_paper_is_set_in_one_page_on_both_sizes(app: Flask, language: str) -> None:
    with app.test_request_context():
        papers = papers_in(language)
    for payload in papers:
        pdf = typeset("slip", payload)
        assert len(PdfReader(BytesIO(pdf)).pages) == 1
        [page] = PdfReader(BytesIO(typeset("slip", payload | {"size": "us-letter"}))).pages
        assert [round(float(each)) for each in page.mediabox] == [0, 0, 612, 792]
        said = text_of_pdf(pdf)
        facts = [value for _label, value in payload["facts"] if isinstance(value, str)]
        wanted = facts if language != "ar" else facts[:1]  # Arabic comes out in another order
        assert [each for each in wanted if packed(each) not in said] == []


def test_the_code_stays_from_the_clearance_sheet_to_the_letter(
    session: Session, party: FlaskClient, desk: FlaskClient, author: User, reviewer: User
) -> None:
    load_reference()
    assert author.party is not None
    plan = fill_in(author, draft_plan(author, author.party))
    here = f"/plans/{plan.ref}/papers"
    page = party.get(f"{here}/clearance")
    code = code_on(page.text)
    pdf = party.get(f"{here}/clearance.pdf?lang=en&size=us-letter")
    assert packed(code) in text_of_pdf(pdf.data)
    assert (
        pdf.headers["Content-Disposition"] == f'inline; filename="{plan.ref}-v1-clearance-en.pdf"'
    )
    submit_plan(author, own_plan(plan.ref, visible_to=author))
    take_up(reviewer, plan)
    comment_on(reviewer, plan, "feedback", CommentDetails(CommentKind.QUESTION, "Who?", "en"))
    return_plan(reviewer, plan, "Clear.", "One point.")
    for address in (f"{here}/cover/1.1", f"{here}/receipt/1.1", f"/plans/{plan.ref}/letter/1.1"):
        assert code_on(desk.get(address).text) == code
    assert text_of(parse(party.get(here).text)).count(code) == 4
    assert code_on(party.get(f"{here}/clearance").text) == code
    assert packed("No comment was open.") in text_of_page(desk.get(f"{here}/cover/1.1").text)


def code_on(page: str) -> str:
    facts = [text_of(each) for each in parse(page).iter("dd")]
    labels = [text_of(each) for each in parse(page).iter("dt")]
    return facts[labels.index("Code of the text")]


def test_comments_of_earlier_rounds_are_counted(
    session: Session, desk: FlaskClient, submitted: Plan, reviewer: User
) -> None:
    take_up(reviewer, submitted)
    for kind in (CommentKind.QUESTION, CommentKind.PRAISE):
        comment_on(reviewer, submitted, "feedback", CommentDetails(kind, "Who?", "en"))
    return_plan(reviewer, submitted, "Clear.", "One point.")
    submitted.round = 2
    make_version(session, submitted, submitted_at=submitted.moved_at + dt.timedelta(days=3))
    for number, sentence in ((1, "No comment was open."), (2, "1 comment on earlier rounds is")):
        page = desk.get(f"/plans/{submitted.ref}/papers/cover/1.{number}").text
        assert sentence in page


def test_the_clearance_sheet_is_for_the_party_while_it_writes(
    new_client: NewClient, party: FlaskClient, desk: FlaskClient, draft: Plan, submitted: Plan
) -> None:
    assert party.get(f"/plans/{draft.ref}/papers/clearance").status_code == 200
    for plan in (draft, submitted):
        for ending in ("", ".pdf"):
            there = f"/plans/{plan.ref}/papers/clearance{ending}"
            assert desk.get(there).status_code == 404
            assert new_client().get(there).status_code == 303
    assert party.get(f"/plans/{submitted.ref}/papers/clearance").status_code == 404
    assert party.get(f"/plans/{submitted.ref}/papers/cover/1.2").status_code == 404
    assert "/CS/" not in desk.get(f"/plans/{submitted.ref}/papers").text


def test_plan_and_desk_lead_to_the_papers(
    party: FlaskClient, desk: FlaskClient, submitted: Plan
) -> None:
    for client, address in ((party, "plans"), (desk, "review")):
        links = parse(client.get(f"/{address}/{submitted.ref}").text).iter("a")
        assert f"/plans/{submitted.ref}/papers" in {each.get("href") for each in links}


def test_more_versions_and_pages_take_no_more_queries(
    app: Flask, session: Session, party: FlaskClient, submitted: Plan, author: User
) -> None:
    counts = []
    for _more in range(2):
        with count_queries(app) as counted:
            party.get(f"/plans/{submitted.ref}/papers")
        counts.append(len(counted))
        for number in range(2):
            submitted.round += 1
            make_version(session, submitted)
            session.add(page_of(submitted, author, f"{submitted.round}-{number}"))
        session.commit()
    assert counts[0] == counts[1]


def page_of(plan: Plan, author: User, name: str) -> SignedPage:
    return SignedPage(
        plan=plan,
        paper="cover",
        version=plan.version,
        round=plan.round,
        file_name=name,
        media_type="image/png",
        size=1,
        digest="",
        stored_as=f"{plan.ref}-{name}",
        from_secretariat=False,
        attached_by=author,
        attached_at=plan.moved_at,
    )
