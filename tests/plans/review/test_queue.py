from __future__ import annotations

import datetime as dt

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.kit.locales import force
from engage.plans.assignments.actions import assign
from engage.plans.assignments.vocabulary import Topic
from engage.plans.filters.vocabulary import MINE, NOBODYS
from engage.plans.models import Plan
from engage.plans.review import queue as queue_module
from engage.plans.review.queue import Wish, queue
from engage.plans.review.vocabulary import Column, Cut
from engage.plans.vocabulary import Status
from tests.factories import make_party, make_plan, make_user
from tests.reading import count_queries


def ago(days: int) -> dt.datetime:
    return now() - dt.timedelta(days=days)


def refs(wish: Wish) -> list[str]:
    return [line.url.removeprefix("/review/") for line in queue(wish).lines]


def found(words: str) -> list[str]:
    return refs(Wish(cut=Cut.ALL, words=words))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("column", list(Column))
def test_the_queue_takes_as_many_queries_for_one_plan_as_for_many(
    app: Flask, session: Session, count: int, column: Column
) -> None:
    for _number in range(count):
        make_plan(session, Status.SUBMITTED)
    with count_queries(app) as counted:
        assert len(queue(Wish(column=column)).lines) == count
    assert len(counted) == (2 if column is Column.PARTY else 1)


def test_a_plan_that_was_never_submitted_is_not_there(session: Session) -> None:
    make_plan(session, Status.DRAFT)
    assert refs(Wish(cut=Cut.ALL)) == []


def test_the_title_is_that_of_the_version_and_not_of_the_draft(session: Session) -> None:
    plan = make_plan(session, Status.RETURNED, title="As submitted")
    plan.title, plan.search_text, plan.language = "Secret draft", "secret draft", "fr"
    session.flush()
    (line,) = queue(Wish(cut=Cut.ALL)).lines
    assert (line.title, line.language) == ("As submitted", "English")
    assert found("secret") == []
    assert found("submitted") == [plan.ref]


@pytest.mark.parametrize(
    ("cut", "statuses"),
    [
        (Cut.WAITING, {Status.SUBMITTED, Status.IN_REVIEW}),
        (Cut.SUBMITTED, {Status.SUBMITTED}),
        (Cut.IN_REVIEW, {Status.IN_REVIEW}),
        (Cut.PARTY, {Status.RETURNED}),
        (Cut.COMPLETE, {Status.COMPLETE}),
        (Cut.CLOSED, {Status.CLOSED}),
        (Cut.ALL, set(Status) - {Status.DRAFT}),
    ],
)
def test_each_cut_shows_its_states(session: Session, cut: Cut, statuses: set[Status]) -> None:
    plans = {make_plan(session, status).ref: status for status in Status}
    assert {plans[ref] for ref in refs(Wish(cut=cut))} == statuses


def test_filters_narrow_by_annex_and_language(session: Session) -> None:
    both = make_party(session, annexes=["asia", "cee"])
    none = make_party(session, annexes=[])
    asian = make_plan(session, Status.SUBMITTED, party=both, language="ru")
    other = make_plan(session, Status.SUBMITTED, party=none, language="fr")
    assert refs(Wish(annex="cee")) == [asian.ref]
    assert refs(Wish(annex="africa")) == []
    assert refs(Wish(language="fr")) == [other.ref]
    assert set(refs(Wish(annex="nowhere"))) == {asian.ref, other.ref}


def test_filters_narrow_by_group_and_reviewer(session: Session) -> None:
    maro, lina = (make_user(session, Role.REVIEWER) for _each in range(2))
    led = make_plan(session, Status.SUBMITTED, submitted_groups=["youth"], submitted_at=ago(9))
    read = make_plan(session, Status.SUBMITTED, submitted_groups=["women", "youth"])
    assign(maro, led, Topic.LEAD, maro)
    assign(maro, read, Topic.GENDER, maro)
    assert refs(Wish(group="women")) == [read.ref]
    assert refs(Wish(group="youth")) == [led.ref, read.ref]
    assert refs(Wish(reviewer=str(maro.id))) == [led.ref, read.ref]
    assert refs(Wish(reviewer=MINE, reader=maro.id)) == [led.ref, read.ref]
    assert refs(Wish(reviewer=MINE, reader=lina.id)) == []
    assert refs(Wish(reviewer=NOBODYS)) == [read.ref]
    assert [line.lead for line in queue(Wish()).lines] == [maro.name, ""]


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ("orvanda", True),
        ("ORVANDA grass", True),
        ("أورفَنْدا", True),
        ("奥尔万达", True),
        ("orvandâ", True),
        ("Орванда", True),
        ("ОРВАНДА", True),
        ("Orvánda", True),
        ("República", True),
        ("grassland", True),
        ("100%", False),
        ("telmara", False),
        ("_", False),
    ],
)
def test_a_plan_is_found_in_six_scripts(session: Session, words: str, is_there: bool) -> None:
    party = make_party(
        session,
        "Orvanda",
        {
            "ar": "أورفندا",
            "zh": "奥尔万达",
            "fr": "Orvandâ",
            "ru": "Орванда",
            "es": "República de Orvanda",
        },
    )
    plan = make_plan(session, Status.SUBMITTED, party=party)
    make_plan(session, Status.SUBMITTED, title="Something else")
    assert found(words) == ([plan.ref] if is_there else [])


@pytest.mark.parametrize(("descending", "order"), [(True, [0, 1, 2]), (False, [2, 1, 0])])
def test_the_longest_wait_comes_first(session: Session, descending: bool, order: list[int]) -> None:
    plans = [make_plan(session, Status.SUBMITTED, submitted_at=ago(days)) for days in (30, 20, 10)]
    wished = Wish(column=Column.WAITING, descending=descending)
    assert refs(wished) == [plans[place].ref for place in order]


def test_parties_are_sorted_by_the_name_in_the_readers_language(session: Session) -> None:
    first = make_party(session, "Zeta", {"fr": "Égypte"})
    second = make_party(session, "Alpha", {"fr": "Finlande"})
    early, late = (make_plan(session, Status.SUBMITTED, party=each) for each in (first, second))
    wish = Wish(column=Column.PARTY, descending=False)
    assert refs(wish) == [late.ref, early.ref]
    with force("fr"):
        assert refs(wish) == [early.ref, late.ref]
        assert [line.party for line in queue(wish).lines] == ["Égypte", "Finlande"]


def test_annexes_are_sorted_in_their_own_order_and_parties_without_come_last(
    session: Session,
) -> None:
    wished = [["africa"], ["lac"], ["nmed"], ["cee"], []]
    plans = [
        make_plan(session, Status.SUBMITTED, party=make_party(session, annexes=annexes))
        for annexes in reversed(wished)
    ]
    order = refs(Wish(column=Column.ANNEX, descending=False))
    assert order == [plan.ref for plan in reversed(plans)]


@pytest.mark.parametrize(
    ("status", "days", "sentence"),
    [
        (Status.SUBMITTED, 0, "Arrived today"),
        (Status.SUBMITTED, 1, "Waiting for 1 day"),
        (Status.IN_REVIEW, 12, "Waiting for 12 days"),
        (Status.RETURNED, 3, "With the Party for 3 days"),
    ],
)
def test_the_wait_is_a_whole_sentence(
    session: Session, status: Status, days: int, sentence: str
) -> None:
    make_plan(session, status, submitted_at=ago(days), moved_at=ago(days))
    (line,) = queue(Wish(cut=Cut.ALL)).lines
    assert line.waiting == sentence


def test_a_plan_in_review_waits_since_it_was_submitted(session: Session) -> None:
    make_plan(session, Status.IN_REVIEW, submitted_at=ago(9), moved_at=ago(2))
    (line,) = queue(Wish()).lines
    assert line.waiting == "Waiting for 9 days"


def test_a_long_queue_has_pages(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_module, "PAGE", 2)
    plans: list[Plan] = [
        make_plan(session, Status.SUBMITTED, submitted_at=ago(10 - number)) for number in range(5)
    ]
    second = queue(Wish(page=2))
    assert [line.url for line in second.lines] == [f"/review/{plan.ref}" for plan in plans[2:4]]
    assert (second.first, second.last, second.total, second.has_more) == (3, 4, 5, True)
    assert not queue(Wish(page=3)).has_more
    assert queue(Wish(page=99)).page == 1
