from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.clock import now
from engage.kit.locales import force
from engage.plans.assignments.actions import assign
from engage.plans.assignments.vocabulary import Topic
from engage.plans.board import listing
from engage.plans.board.listing import Wish, board
from engage.plans.board.reading import counts_in_words, in_words
from engage.plans.board.vocabulary import STANDING_OF, Column, Standing
from engage.plans.filters.vocabulary import MINE, NOBODYS
from engage.plans.vocabulary import Status
from tests.factories import make_party, make_plan


def ago(days: int) -> dt.datetime:
    return now() - dt.timedelta(days=days)


def shown(wish: Wish) -> list[str]:
    return [place.party for place in board(wish).lines]


def test_each_party_stands_there_once_with_or_without_a_plan(session: Session) -> None:
    none, several = make_party(session, "Aridland"), make_party(session, "Bareland")
    make_plan(session, Status.COMPLETE, party=several, submitted_at=ago(90))
    latest = make_plan(session, Status.SUBMITTED, party=several, submitted_at=ago(5))
    found = {place.code: place for place in board(Wish()).lines}
    assert found[none.code].standing is Standing.NONE
    assert found[several.code].ref == latest.ref
    assert len(found) == 2


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.DRAFT])
def test_the_state_is_that_of_the_plan(session: Session, status: Status) -> None:
    plan = make_plan(session, status)
    (place,) = board(Wish()).lines
    assert (place.standing, place.ref) == (STANDING_OF[status], plan.ref)


def test_a_plan_that_was_submitted_before_is_in_revision(session: Session) -> None:
    plan = make_plan(session, Status.COMPLETE, title="As submitted")
    plan.status, plan.title = Status.DRAFT, "Secret draft"
    session.flush()
    (place,) = board(Wish()).lines
    assert (place.standing, place.title) == (Standing.REVISED, "As submitted")


def test_a_draft_is_known_by_its_existence_where_the_party_allows_it(session: Session) -> None:
    make_plan(session, title="Secret draft", party=make_party(session, shows_drafts=True))
    make_plan(session, title="Secret draft", party=make_party(session, "Bareland"))
    allowed, hidden = board(Wish()).lines
    assert (allowed.standing, hidden.standing) == (Standing.DRAFT, Standing.NONE)
    for place in (allowed, hidden):
        assert (place.ref, place.title, place.text, place.language, place.since) == (
            "",
            "",
            "",
            "",
            None,
        )


def test_an_open_plan_comes_before_a_closed_one(session: Session) -> None:
    party = make_party(session, shows_drafts=True)
    make_plan(session, Status.CLOSED, party=party)
    make_plan(session, party=party)
    (place,) = board(Wish()).lines
    assert place.standing is Standing.DRAFT


def test_filters_narrow_and_counts_follow_them(session: Session, maro: User) -> None:
    asian = make_plan(
        session,
        Status.SUBMITTED,
        party=make_party(session, "Asian", annexes=["asia", "cee"]),
        language="fr",
        submitted_groups=["youth"],
    )
    make_plan(session, Status.COMPLETE, party=make_party(session, "African"))
    make_party(session, "Planless", {"fr": "Sans plan"}, annexes=[])
    assert shown(Wish(annex="cee")) == ["Asian"]
    assert shown(Wish(language="fr")) == ["Asian"]
    assert shown(Wish(group="youth")) == ["Asian"]
    assert shown(Wish(group="women")) == []
    assert shown(Wish(words="sans")) == ["Planless"]
    assert shown(Wish(words="grassland african")) == ["African"]
    assert shown(Wish(standing=Standing.NONE)) == ["Planless"]
    assert board(Wish(standing=Standing.NONE)).counts[Standing.COMPLETE] == 1
    told = [(each.label, each.text) for each in counts_in_words(board(Wish(annex="asia")).counts)]
    assert told == [("Submitted", 1)]
    assign(maro, asian, Topic.GENDER, maro)
    assert shown(Wish(reviewer=str(maro.id))) == ["Asian"]
    assert shown(Wish(reviewer=MINE, reader=maro.id)) == ["Asian"]
    assert shown(Wish(reviewer=NOBODYS)) == ["African", "Asian"]


def test_parties_are_sorted_by_name_in_the_readers_language(session: Session) -> None:
    make_party(session, "Zeta", {"fr": "Égypte"})
    make_party(session, "Alpha", {"fr": "Finlande"})
    assert shown(Wish()) == ["Alpha", "Zeta"]
    with force("fr"):
        assert shown(Wish()) == ["Égypte", "Finlande"]
        assert shown(Wish(descending=True)) == ["Finlande", "Égypte"]


def test_who_has_no_plan_comes_last_by_days(session: Session) -> None:
    make_party(session, "Planless")
    for days in (3, 30):
        party = make_party(session, f"Waits {days}")
        make_plan(session, Status.SUBMITTED, party=party, submitted_at=ago(days))
    by_days = Wish(column=Column.SINCE, descending=True)
    assert shown(by_days) == ["Waits 30", "Waits 3", "Planless"]


def test_the_board_has_pages_and_can_be_had_whole(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    for number in range(5):
        make_party(session, f"Party {number}")
    second = board(Wish(page=2))
    assert [place.party for place in second.lines] == ["Party 2", "Party 3"]
    assert (second.first, second.last, second.total, second.has_more) == (3, 4, 5, True)
    assert board(Wish(page=99)).page == 1
    whole = board(Wish(page=0))
    assert (len(whole.lines), whole.first, whole.has_more) == (5, 1, False)


def test_it_says_who_holds_the_plan_and_for_how_long(session: Session, maro: User) -> None:
    plan = make_plan(session, Status.IN_REVIEW, submitted_at=ago(14), moved_at=ago(2))
    assign(maro, plan, Topic.LEAD, maro)
    make_plan(session, Status.RETURNED, party=make_party(session, "Bareland"), moved_at=ago(3))
    make_party(session, "Planless")
    ours, theirs, nobodys = in_words(board(Wish()).lines)
    assert (ours.waiting, ours.working) == (
        "Waiting for 14 days",
        "10 working days with the secretariat",
    )
    assert (ours.holder, ours.lead) == ("The secretariat", "Maro Selten")
    assert (theirs.waiting, theirs.working) == ("With the Party for 3 days", "")
    assert (theirs.holder, nobodys.holder, nobodys.waiting) == ("The Party", "Nobody", "")
