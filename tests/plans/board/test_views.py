from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.plans.board.vocabulary import Standing
from engage.plans.vocabulary import Status
from engage.reference.models import Threshold
from engage.upkeep.actions import party_subject
from tests.factories import make_party, make_plan, make_user
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
TOKEN = re.compile(r'name="csrf_token" value="[^"]*"')
EVERYWHERE = (
    "",
    "?words=secret",
    "?words=aridland",
    "?language=fr",
    "?group=youth",
    "?reviewer=none",
    "?sort=since&order=down",
    "?page=all",
    *(f"?state={standing.value}" for standing in Standing),
)


def shows_drafts(session: Session, person: User) -> bool:
    assert person.party is not None
    session.refresh(person.party)
    return person.party.shows_drafts


@pytest.mark.parametrize("shows", [False, True])
def test_nothing_of_a_draft_is_to_be_found_but_what_the_party_allows(
    session: Session, desk: FlaskClient, shows: bool
) -> None:
    """By words, filters, order, counts or print: the page is as if there were no draft."""
    party = make_party(session, shows_drafts=shows)
    plan = make_plan(session, party=party, title="Secret draft", language="fr")
    pages = [desk.get(f"/board{asked}").text for asked in EVERYWHERE]
    for page in pages:
        assert plan.ref not in page
        assert "Secret draft" not in page
    state = "A draft is begun" if shows else "No plan submitted"
    other = "No plan submitted" if shows else "A draft is begun"
    assert pages[0].count(state) == pages[0].count(other) + 2  # the choice, its count, the row
    assert "No Party fits" in desk.get("/board?words=secret").text
    assert ("No Party fits" in desk.get("/board?state=draft").text) is not shows


def test_the_page_of_a_party_with_a_hidden_draft_is_that_of_one_without(
    session: Session, desk: FlaskClient
) -> None:
    party = make_party(session)
    before = [desk.get(f"/board{asked}").text for asked in EVERYWHERE]
    make_plan(session, party=party, title="Secret draft", language="fr")
    after = [desk.get(f"/board{asked}").text for asked in EVERYWHERE]
    assert [TOKEN.sub("", page) for page in after] == [TOKEN.sub("", page) for page in before]


def test_the_board_reads_its_wishes_from_the_address(session: Session, desk: FlaskClient) -> None:
    make_plan(session, Status.COMPLETE, title="Complete already")
    page = desk.get("/board?state=complete&sort=since&order=up&words=Complete").text
    assert "Complete already" in page
    assert 'aria-sort="ascending"' in page
    odd = "/board?state=odd&sort=odd&order=odd&page=odd&annex=odd&group=odd&language=odd"
    assert "Complete already" in desk.get(f"{odd}&reviewer=999999999999999").text


def test_the_target_time_is_told_while_there_is_one(session: Session, desk: FlaskClient) -> None:
    assert "normally answers" not in desk.get("/board").text
    session.add(Threshold(code="feedback", names={"en": "x"}, value=20, unit="working_days"))
    session.commit()
    for page in ("/board", "/review"):
        told = "The secretariat normally answers within 20 working days."
        assert told in desk.get(page).text


@pytest.mark.parametrize("asked", ["", "?reviewer=me&words=people&sort=since"])
def test_the_board_takes_as_many_queries_for_three_parties_as_for_one(
    app: Flask, session: Session, desk: FlaskClient, asked: str
) -> None:
    counts = []
    for more in (1, 2):
        for _number in range(more):
            make_plan(session, Status.SUBMITTED)
        with count_queries(app) as counted:
            desk.get(f"/board{asked}")
        counts.append(len(counted))
    # the person, the Parties, the reviewers, one's filters, the target time; assignments, names
    assert counts == [5, 5] if not asked else [7, 7]


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.ADMINISTRATOR])
def test_only_reviewers_see_the_board(
    session: Session, client: FlaskClient, signed_in: SignIn, role: Role
) -> None:
    signed_in(client, make_user(session, role))
    assert client.get("/board").status_code == 403


def test_a_focal_point_chooses_what_the_secretariat_may_know(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    who = make_user(session, name="Ilen Dorrin")
    assert who.party is not None
    signed_in(client, who)
    assert "/our-party" in client.get("/plans").text
    client.get("/our-party")
    client.post("/our-party", data={"shows_drafts": "y"})
    assert shows_drafts(session, who)
    assert "Ilen Dorrin lets the secretariat know of a draft" in client.get("/our-party").text
    client.post("/our-party", data={})
    client.post("/our-party", data={})
    assert not shows_drafts(session, who)
    assert len(entries_for(party_subject(who.party))) == 2


def test_a_contributor_does_not_choose_for_the_party(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    signed_in(client, make_user(session, Role.CONTRIBUTOR))
    assert "/our-party" not in client.get("/plans").text
    assert client.get("/our-party").status_code == 403
