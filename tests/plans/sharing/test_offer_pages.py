from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.models import Entry
from engage.kit.locales import CODES
from engage.plans.models import Plan, PlanRow
from engage.plans.review.models import Letter
from engage.plans.sharing.models import Borrowing, Offer
from engage.plans.vocabulary import Status
from engage.reference.models import Party
from tests.factories import make_plan, make_user
from tests.filled import filled_form
from tests.pages import parse, text_of
from tests.plans.sharing.lending import EVENINGS, draft_of, lend
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
TOLD_BEFORE = "The Party it comes from will see that you borrowed it."


def addresses(page: TestResponse) -> set[str]:
    return {link.get("href") or "" for link in parse(page.text).iter("a")}


def said(page: TestResponse) -> str:
    return text_of(parse(page.text))


@pytest.mark.parametrize("language", CODES)
def test_the_pages_read_well_in_each_language(
    session: Session, pages: FlaskClient, borrower: User, lender: User, language: str
) -> None:
    offer, own = lend(session, lender.party), lend(session, borrower.party)
    draft_of(session, borrower)
    pages.set_cookie("language", language)
    pages.post(f"/activities/{own.id}", data={"plan": draft_of(session, borrower).ref})
    for address in ("", "?group=youth", "?words=wells&page=7", f"/{offer.id}", "/ours"):
        assert pages.get(f"/activities{address}").status_code == 200, address


def test_an_activity_is_read_with_its_origin_in_the_readers_language(
    session: Session, pages: FlaskClient, borrower: User, lender: User
) -> None:
    offer = lend(session, lender.party)
    draft_of(session, borrower)
    pages.set_cookie("language", "fr")
    page = pages.get(f"/activities/{offer.id}")
    assert f"Orvandie, {offer.year}" in said(page)
    assert 'lang="en">You decide first.' in page.text
    assert "Lower Ossa" not in page.text
    main = next(parse(page.text).iter("main"))
    assert "14" not in text_of(main).replace("2014", "")


def test_borrowing_leads_to_the_row_in_the_plan(
    session: Session, pages: FlaskClient, borrower: User, lender: User
) -> None:
    offer, plan = lend(session, lender.party), draft_of(session, borrower)
    before = pages.get(f"/activities/{offer.id}")
    assert TOLD_BEFORE in said(before)
    answer = pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    assert answer.status_code == 303
    assert answer.location.startswith(f"/plans/{plan.ref}/rows/activities/")
    assert EVENINGS["title"] in pages.get(answer.location).text
    after = pages.get(f"/activities/{offer.id}")
    assert "It stands already in:" in said(after)
    assert "1 time" in said(after)


def test_where_a_row_comes_from_stays_however_its_form_is_saved(
    session: Session, pages: FlaskClient, borrower: User, lender: User
) -> None:
    offer, plan = lend(session, lender.party), draft_of(session, borrower)
    form = pages.post(f"/activities/{offer.id}", data={"plan": plan.ref}).location
    address = form.partition("#")[0]
    typed = filled_form(pages.get(address).text)
    typed |= {"title": ["Evenings of our own"], "origin": ["Nowhere"]}
    assert pages.post(address, data=typed).status_code == 303
    read = pages.get(f"/plans/{plan.ref}?section=activities&row=activities.{address[-9:]}")
    assert "Evenings of our own" in said(read)
    assert f"Orvanda {offer.year} ({offer.plan.ref})" in said(read)


def test_words_in_another_language_are_told_of(
    session: Session, pages: FlaskClient, borrower: User
) -> None:
    offer, plan = lend(session, language="fr"), draft_of(session, borrower)
    answer = pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    assert "another language: Français" in said(pages.get(answer.location))


def test_a_plan_has_to_be_chosen(session: Session, pages: FlaskClient, borrower: User) -> None:
    offer = lend(session)
    draft_of(session, borrower)
    answer = pages.post(f"/activities/{offer.id}", data={})
    assert answer.status_code == 422
    assert "Please choose one of your plans." in said(answer)


def test_the_second_time_is_refused_with_a_sentence(
    session: Session, pages: FlaskClient, borrower: User
) -> None:
    offer, plan = lend(session), draft_of(session, borrower)
    draft_of(session, borrower)
    pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    again = pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    assert again.status_code == 409
    assert "The activity stands in that plan already." in said(again)
    assert session.query(Borrowing).count() == 1


def test_another_partys_plan_cannot_be_chosen(
    session: Session, pages: FlaskClient, lender: User
) -> None:
    offer, theirs = lend(session, lender.party), draft_of(session, lender)
    answer = pages.post(f"/activities/{offer.id}", data={"plan": theirs.ref})
    assert answer.status_code == 404
    assert session.query(Borrowing).count() == 0


def test_a_plan_that_was_submitted_meanwhile_takes_nothing(
    session: Session, pages: FlaskClient, borrower: User
) -> None:
    offer, plan = lend(session), make_plan(session, Status.SUBMITTED, party=borrower.party)
    answer = pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    assert answer.status_code == 403
    assert "You cannot change this plan now" in said(answer)


def test_what_is_no_longer_shared_is_not_found(
    session: Session, pages: FlaskClient, borrower: User
) -> None:
    offer, plan = lend(session), draft_of(session, borrower)
    offer.is_open = False
    session.flush()
    assert pages.get(f"/activities/{offer.id}").status_code == 404
    answer = pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    assert answer.status_code == 404
    assert "no longer shared" in said(answer)


def test_without_a_draft_the_page_says_what_to_do(session: Session, pages: FlaskClient) -> None:
    page = pages.get(f"/activities/{lend(session).id}")
    assert "None of your plans can be written now." in said(page)
    assert "/plans/new" in addresses(page)


def test_the_secretariat_reads_the_list_with_counts_and_borrows_nothing(
    session: Session, pages: FlaskClient, borrower: User, signed_in: SignIn, reviewer: User
) -> None:
    offer, plan = lend(session), draft_of(session, borrower)
    pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    desk = signed_in(pages, reviewer)
    assert "1 time" in said(desk.get("/activities"))
    page = desk.get(f"/activities/{offer.id}")
    assert "Borrow this activity" not in page.text
    assert desk.post(f"/activities/{offer.id}", data={"plan": plan.ref}).status_code == 403
    assert desk.get("/activities/ours").status_code == 403


@pytest.mark.parametrize("role", [Role.ADVISER, Role.ADMINISTRATOR])
def test_who_neither_writes_nor_reviews_does_not_see_the_list(
    session: Session, client: FlaskClient, signed_in: SignIn, role: Role
) -> None:
    reader = signed_in(client, make_user(session, role))
    assert reader.get("/activities").status_code == 403
    assert reader.get(f"/activities/{lend(session).id}").status_code == 403


def test_a_party_sees_what_it_shares_and_who_borrowed_it(
    session: Session, pages: FlaskClient, borrower: User, lender: User, signed_in: SignIn
) -> None:
    offer = lend(session, lender.party)
    plan = draft_of(session, borrower, title="Nobody reads this yet")
    pages.post(f"/activities/{offer.id}", data={"plan": plan.ref})
    theirs = signed_in(pages, lender)
    page = theirs.get("/activities/ours")
    assert "Telmara" in said(page)
    for secret in (plan.ref, "Nobody reads this yet", borrower.name):
        assert secret not in page.text
    history = theirs.get(f"/plans/{offer.plan.ref}/history")
    assert "was borrowed (Telmara)" in said(history)
    assert borrower.name not in history.text


def test_writers_are_led_to_the_list(session: Session, pages: FlaskClient, borrower: User) -> None:
    plan = draft_of(session, borrower)
    for address in ("/start", f"/plans/{plan.ref}/sections/activities"):
        assert "/activities" in addresses(pages.get(address)), address


@pytest.mark.parametrize("address", ["/activities", "/activities/ours", "/activities/{id}"])
def test_three_activities_take_as_many_queries_as_one(
    app: Flask, session: Session, pages: FlaskClient, lender: User, borrower: User, address: str
) -> None:
    found = []
    for more in (1, 2):
        for _number in range(more):
            offer = lend(session, borrower.party if "ours" in address else lender.party)
            draft_of(session, borrower)
        pages.get("/activities")
        with count_queries(app) as counted:
            assert pages.get(address.format(id=offer.id)).status_code == 200
        found.append(len(counted))
    assert found[0] == found[1]


# ---------------------------------------------------------------- at once


@pytest.fixture
def shared(app: Flask) -> Iterator[Session]:
    """A session whose changes are really kept, and taken away after the test."""
    with app.app_context(), app.extensions["engage.sessions"]() as session:
        before = {model: session.scalar(sa.select(sa.func.max(model.id))) or 0 for model in NEW}
        parties = set(session.scalars(sa.select(Party.code)))
        yield session
        session.rollback()
        for model in (Borrowing, Offer, Letter, Entry):
            session.execute(sa.delete(model).where(model.id > before[model]))
        session.expunge_all()
        for plan in session.scalars(sa.select(Plan).where(Plan.id > before[Plan])):
            session.delete(plan)
        session.flush()
        session.execute(sa.delete(User).where(User.id > before[User]))
        session.execute(sa.delete(Party).where(Party.code.not_in(parties)))
        session.commit()


NEW: tuple[Any, ...] = (Borrowing, Offer, Letter, Entry, Plan, User)


def test_of_two_colleagues_who_borrow_at_once_one_does(
    app: Flask, shared: Session, signed_in: SignIn
) -> None:
    person = make_user(shared)
    colleague = make_user(shared, Role.CONTRIBUTOR, party=person.party)
    plan = draft_of(shared, person)
    offer = offered(shared)
    shared.commit()
    clients = [signed_in(app.test_client(), each) for each in (person, colleague)]
    start = Barrier(2)

    def press(client: FlaskClient) -> TestResponse:
        start.wait()
        return client.post(f"/activities/{offer.id}", data={"plan": plan.ref}, read=False)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, clients))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    rows = shared.scalars(sa.select(PlanRow).where(PlanRow.plan_id == plan.id)).all()
    assert len(rows) == 1


def offered(session: Session) -> Offer:
    plan = make_plan(session, Status.COMPLETE)
    content = {"title": "Listening evenings", "type": "training"}
    offer = Offer(
        plan=plan,
        key="a1",
        year=2026,
        language="en",
        title="Listening evenings",
        search_text="",
        content=content,
        offered_at=plan.created_at,
    )
    session.add(offer)
    session.flush()
    return offer
