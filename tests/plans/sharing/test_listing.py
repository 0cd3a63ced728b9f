from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.clock import now
from engage.kit.locales import force
from engage.plans.queries import own_plan
from engage.plans.sharing import listing
from engage.plans.sharing.actions import borrow
from engage.plans.sharing.listing import Wish, listed
from tests.factories import make_party
from tests.plans.sharing.lending import draft_of, lend
from tests.reading import count_queries


def titles(reader: User, **wish: Any) -> list[str]:
    return [line.title for line in listed(reader, Wish(**wish)).lines]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("words", "queries"), [("", 1), ("wells evenings", 2)])
def test_the_list_takes_as_many_queries_for_one_activity_as_for_many(
    app: Flask, session: Session, borrower: User, count: int, words: str, queries: int
) -> None:
    for _number in range(count):
        lend(session)
    session.commit()
    with count_queries(app) as counted:
        assert len(listed(borrower, Wish(words=words)).lines) == count
    assert len(counted) == queries


def test_the_latest_comes_first_and_ties_keep_an_order(session: Session, borrower: User) -> None:
    offers = [lend(session, title=f"Activity {number}") for number in range(3)]
    moment = now()
    for offer in offers:
        offer.offered_at = moment
    session.flush()
    assert titles(borrower) == ["Activity 2", "Activity 1", "Activity 0"]


def test_filters_narrow_by_group_type_language_and_annex(session: Session, borrower: User) -> None:
    asia = make_party(session, annexes=["asia", "cee"])
    lend(session, asia, title="One", groups=["youth"], type="school", language="ru")
    lend(session, title="Two", groups=["media", {"words": "youth"}], type="training")
    assert titles(borrower, group="media") == ["Two"]
    assert titles(borrower, group="women") == []
    assert titles(borrower, type="school") == ["One"]
    assert titles(borrower, language="ru") == ["One"]
    assert titles(borrower, annex="cee") == ["One"]
    assert titles(borrower, annex="africa", type="training") == ["Two"]
    assert titles(borrower, group="nobody", type="nothing", annex="nowhere") == ["Two", "One"]


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ("orvanda", True),
        ("ORVANDIE", True),
        ("evenings WELLS", True),
        ("register decide", True),
        ("telmara", False),
        ("focus_group", False),
        ("100%", False),
    ],
)
def test_an_activity_is_found_by_its_words_and_its_party_in_any_language(
    session: Session, lender: User, borrower: User, words: str, is_there: bool
) -> None:
    lend(session, lender.party)
    assert bool(titles(borrower, words=words)) is is_there


def test_what_is_closed_is_not_listed(session: Session, borrower: User) -> None:
    lend(session).is_open = False
    session.flush()
    assert titles(borrower) == []


def test_the_rehearsal_lists_its_own_and_nobody_else_does(
    session: Session, borrower: User, reviewer: User, rehearser: User
) -> None:
    lend(session, title="Real")
    lend(session, rehearser.party, title="Made up")
    assert titles(rehearser) == ["Made up"]
    assert titles(borrower) == titles(reviewer) == ["Real"]


def test_a_line_says_where_it_comes_from_and_how_often_it_went(
    session: Session, lender: User, borrower: User
) -> None:
    offer = lend(session, lender.party)
    plan = own_plan(draft_of(session, borrower).ref, visible_to=borrower, lock=True)
    borrow(borrower, offer, plan)
    with force("fr"):
        [line] = listed(lender, Wish()).lines
    assert line.origin == f"Orvandie, {offer.year}"
    assert (line.borrowed, line.is_own, line.spoken) == (1, True, "English")
    assert line.groups[1].text == "Femmes"
    [line] = listed(borrower, Wish()).lines
    assert not line.is_own


def test_a_long_list_is_turned_page_by_page(
    session: Session, borrower: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    for number in range(3):
        lend(session, title=f"Activity {number}")
    first, second = listed(borrower, Wish()), listed(borrower, Wish(page=2))
    assert [line.title for line in first.lines] == ["Activity 2", "Activity 1"]
    assert (first.first, first.last, first.total, first.has_more) == (1, 2, 3, True)
    assert [line.title for line in second.lines] == ["Activity 0"]
    assert (second.first, second.last, second.has_more) == (3, 3, False)
    assert listed(borrower, Wish(page=9)).page == 1
