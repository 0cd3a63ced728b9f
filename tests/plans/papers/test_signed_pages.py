"""Signed pages: attached, seen by those who may, removed; never half there."""

from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask, has_request_context
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.models import Entry
from engage.history.vocabulary import Verb
from engage.plans.models import Plan
from engage.plans.papers.actions import MOST_PAGES
from engage.plans.papers.models import SignedPage
from engage.plans.papers.sentences import FAR_TOO_LARGE, NO_FILE, NO_PICTURE, NOT_THIS_PAPER
from engage.plans.review.actions import return_plan
from engage.plans.vocabulary import Status
from engage.rehearsal import actions as rehearsal
from tests.factories import make_plan, make_user, make_version
from tests.kit import scans
from tests.pages import parse
from tests.plans.papers.conftest import NewClient, SignIn


def attach(
    client: FlaskClient, plan: Plan, paper: str, data: bytes, name: str = "page.pdf"
) -> TestResponse:
    sent = {"paper": paper, "file": (BytesIO(data), name)}
    return client.post(f"/plans/{plan.ref}/papers/signed/new", data=sent)


def pages(session: Session) -> list[SignedPage]:
    return list(session.scalars(sa.select(SignedPage).order_by(SignedPage.id)))


def address(plan: Plan, page: SignedPage) -> str:
    return f"/plans/{plan.ref}/papers/signed/{page.id}"


def test_a_page_comes_back_as_it_was_attached(
    session: Session, party: FlaskClient, draft: Plan, folder: Path
) -> None:
    assert attach(party, draft, "clearance-1.1", scans.PDF, "ورقة.pdf").status_code == 303
    assert attach(party, draft, "clearance-1.1", scans.PNG, "photo.exe").status_code == 303
    kept, photo = pages(session)
    answer = party.get(address(draft, kept))
    assert answer.data == scans.PDF
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert "filename*=UTF-8''%D9%88" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    shown = party.get(address(draft, photo))
    assert (shown.data, shown.mimetype) == (scans.PNG, "image/png")
    assert shown.headers["Content-Disposition"] == "inline; filename=photo.png"
    there = folder / kept.stored_as
    assert stat.S_IMODE(there.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    there.write_bytes(b"something else")
    assert party.get(address(draft, kept)).status_code == 500


def test_the_secretariat_sees_a_page_once_its_version_is_submitted(
    session: Session, party: FlaskClient, desk: FlaskClient, submitted: Plan, folder: Path
) -> None:
    submitted.status = Status.RETURNED
    attach(party, submitted, "clearance-1.2", scans.PDF)
    [page] = pages(session)
    here = f"/plans/{submitted.ref}/papers"
    assert desk.get(address(submitted, page)).status_code == 404
    assert "/CS/" not in desk.get(here).text
    submitted.status, submitted.round = Status.SUBMITTED, 2
    make_version(session, submitted)
    assert desk.get(address(submitted, page)).data == scans.PDF
    assert f"{submitted.ref}/CS/1.2" in desk.get(here).text
    assert party.post(address(submitted, page) + "/remove").status_code == 403
    assert len(list(folder.iterdir())) == 1


def test_a_page_of_a_letter_is_seen_by_the_party_once_the_letter_was_sent(
    session: Session,
    party: FlaskClient,
    desk: FlaskClient,
    reviewer: User,
    submitted: Plan,
    folder: Path,
) -> None:
    submitted.status = Status.IN_REVIEW
    assert attach(desk, submitted, "letter-1.1", scans.JPEG).status_code == 303
    [page] = pages(session)
    assert party.get(address(submitted, page)).status_code == 404
    assert "/LT/" not in party.get(f"/plans/{submitted.ref}/history").text
    assert "/LT/" in desk.get(f"/review/{submitted.ref}/history").text
    return_plan(reviewer, submitted, "Clear.", "One point.")
    assert party.get(address(submitted, page)).data == scans.JPEG
    assert party.post(address(submitted, page) + "/remove").status_code == 403
    assert desk.post(address(submitted, page) + "/remove").status_code == 403


def test_one_side_never_signs_for_the_other(
    session: Session, party: FlaskClient, desk: FlaskClient, submitted: Plan, folder: Path
) -> None:
    for client, paper in ((party, "letter-1.1"), (desk, "cover-1.1"), (party, "receipt-1.1")):
        answer = attach(client, submitted, paper, scans.PDF)
        assert answer.status_code == 422
        assert str(NOT_THIS_PAPER) in answer.text
    assert attach(party, submitted, "cover-1.1", scans.PDF).status_code == 303
    assert len(pages(session)) == 1


def test_others_neither_see_a_page_nor_attach_one(
    session: Session,
    new_client: NewClient,
    signed_in: SignIn,
    party: FlaskClient,
    draft: Plan,
    folder: Path,
) -> None:
    attach(party, draft, "clearance-1.1", scans.PDF)
    [page] = pages(session)
    for role, seen, sent in (
        (Role.FOCAL_POINT, 404, 404),
        (Role.ADMINISTRATOR, 403, 403),
        (Role.REVIEWER, 404, 404),
    ):
        client = signed_in(new_client(), make_user(session, role))
        assert client.get(address(draft, page)).status_code == seen
        assert attach(client, draft, "clearance-1.1", scans.PDF).status_code == sent
        assert client.post(address(draft, page) + "/remove").status_code == sent
    adviser = signed_in(new_client(), make_user(session, Role.ADVISER, party=draft.party))
    assert adviser.get(address(draft, page)).data == scans.PDF
    assert adviser.get(f"/plans/{draft.ref}/papers/signed/new").status_code == 403
    assert adviser.post(address(draft, page) + "/remove").status_code == 403
    assert new_client().get(address(draft, page)).status_code == 303
    assert len(list(folder.iterdir())) == 1


def test_a_page_goes_with_its_file_while_nobody_else_has_seen_it(
    session: Session, party: FlaskClient, draft: Plan, folder: Path
) -> None:
    attach(party, draft, "clearance-1.1", scans.PDF)
    [page] = pages(session)
    assert party.post(address(draft, page) + "/remove").status_code == 303
    assert pages(session) == []
    assert list(folder.iterdir()) == []
    verbs = set(session.scalars(sa.select(Entry.verb).where(Entry.subject_id == draft.id)))
    assert verbs == {Verb.PAGE_ATTACHED, Verb.PAGE_REMOVED}


@pytest.mark.parametrize(("name", "sentence"), [("", NO_FILE), ("scan.pdf", NO_PICTURE)])
def test_what_is_not_taken_is_said_beside_the_box(
    party: FlaskClient, submitted: Plan, folder: Path, name: str, sentence: str
) -> None:
    answer = attach(party, submitted, "clearance-1.1", b"MZ...", name)
    assert answer.status_code == 422
    assert answer.text.count(str(sentence)) == 2
    [chosen] = [o for o in parse(answer.text).iter("option") if o.get("selected") is not None]
    assert chosen.get("value") == "clearance-1.1"
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_file_that_is_far_too_large_gets_a_page_that_says_what_to_do(
    party: FlaskClient, draft: Plan
) -> None:
    there = f"/plans/{draft.ref}/papers/signed/new"
    said = {"CONTENT_LENGTH": str(17 * 1024 * 1024)}  # it is not read, so it need not be there
    answer = party.post(there, data={"paper": "clearance-1.1"}, environ_overrides=said)
    assert answer.status_code == 413
    assert str(FAR_TOO_LARGE) in answer.text


def test_nothing_stays_on_disk_when_the_row_cannot_be_kept(
    app: Flask, session: Session, party: FlaskClient, draft: Plan, folder: Path
) -> None:
    sessions = app.extensions["engage.sessions"]

    def broken(_session: Session) -> None:
        if has_request_context():
            assert len(list(folder.iterdir())) == 1  # the file is there by now
            raise RuntimeError("the database went away")

    event.listen(sessions, "before_commit", broken)
    try:
        with pytest.raises(RuntimeError):
            attach(party, draft, "clearance-1.1", scans.PDF)
    finally:
        event.remove(sessions, "before_commit", broken)
    assert pages(session) == []
    assert list(folder.iterdir()) == []


def test_a_paper_has_so_many_pages_and_no_more(
    party: FlaskClient, draft: Plan, folder: Path
) -> None:
    answers = [attach(party, draft, "clearance-1.1", scans.PDF) for _page in range(MOST_PAGES + 1)]
    assert [each.status_code for each in answers] == [*[303] * MOST_PAGES, 422]
    assert len(list(folder.iterdir())) == MOST_PAGES


def test_the_rehearsal_forgets_its_pages_with_their_files(
    session: Session, folder: Path, signed_in: SignIn, client: FlaskClient
) -> None:
    rehearsal.load_rehearsal()
    plan = session.scalars(sa.select(Plan).where(Plan.ref == "XA-2026-5")).one()
    other = make_plan(session)
    for each in (plan, other):
        author = make_user(session, party=each.party)
        attach(signed_in(client, author), each, f"clearance-1.{each.round + 1}", scans.PDF)
    rehearsal.reset_rehearsal()
    assert len(list(folder.iterdir())) == 2  # as long as it can be undone
    session.commit()
    assert [page.plan_id for page in pages(session)] == [other.id]
    assert len(list(folder.iterdir())) == 1
