from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.accounts.queries import find_user
from engage.history.queries import entries_for
from engage.history.vocabulary import Verb
from engage.kit.errors import NotAllowed, NotFound, OutOfTurn
from engage.kit.locales import force
from engage.plans.actions import close_plan, revise_plan
from engage.plans.models import Plan
from engage.plans.queries import last_entry, own_plan
from engage.plans.sharing.actions import borrow
from engage.plans.sharing.models import Borrowing, Offer
from engage.plans.sharing.queries import (
    borrowers_of,
    get_offer,
    offers_of,
    own_offers,
    standing_of,
    times_borrowed,
)
from engage.plans.vocabulary import Status
from engage.reference.actions import load_reference
from engage.rehearsal.actions import load_rehearsal, reset_rehearsal
from tests.factories import make_plan, make_user
from tests.plans.sharing.lending import EVENINGS, complete, draft_of, lend

OTHER = {**EVENINGS, "title": "Field days in schools"}
KEPT = {key: value for key, value in OTHER.items() if key != "may_be_borrowed"}


def held(writer: User, plan: Plan) -> Plan:
    return own_plan(plan.ref, visible_to=writer, lock=True)


# ---------------------------------------------------------------- sharing


def test_completing_the_review_shares_what_the_party_lets_others_borrow(session: Session) -> None:
    [offer] = complete(session, make_plan(session), EVENINGS, KEPT)
    assert (offer.key, offer.title, offer.is_open) == ("a1", EVENINGS["title"], True)
    assert offer.year == offer.plan.created_at.year


def test_a_later_completion_brings_what_is_shared_up_to_date(session: Session) -> None:
    plan = make_plan(session)
    [offer] = complete(session, plan, EVENINGS)
    first = offer.offered_at
    complete(session, plan, {**EVENINGS, "title": "Morning tea at the wells"}, OTHER)
    again, new = offers_of(plan)
    assert again.id == offer.id
    assert again.title == "Morning tea at the wells"
    assert again.offered_at > first
    assert new.title == OTHER["title"]


def test_what_says_the_same_was_offered_when_it_was(session: Session) -> None:
    plan = make_plan(session)
    [offer] = complete(session, plan, EVENINGS)
    first = offer.offered_at
    [again] = complete(session, plan, EVENINGS)
    assert again.offered_at == first


def test_what_is_no_longer_shared_is_closed_and_what_was_borrowed_stays(
    session: Session, borrower: User
) -> None:
    plan = make_plan(session)
    [offer] = complete(session, plan, EVENINGS)
    draft = draft_of(session, borrower)
    row = borrow(borrower, offer, held(borrower, draft))
    complete(session, plan, {**EVENINGS, "may_be_borrowed": "no"})
    assert not offer.is_open
    assert row.content["title"] == EVENINGS["title"]
    assert times_borrowed(offer) == 1
    complete(session, plan, EVENINGS)
    assert offer.is_open


def test_a_closed_plan_goes_on_sharing(session: Session, lender: User, borrower: User) -> None:
    offer = lend(session, lender.party)
    close_plan(lender, held(lender, offer.plan))
    assert get_offer(offer.id, visible_to=borrower).is_open


# ---------------------------------------------------------------- who finds what


def test_every_party_and_the_secretariat_find_what_is_shared(
    session: Session, lender: User, borrower: User, reviewer: User
) -> None:
    offer = lend(session, lender.party)
    for reader in (lender, borrower, reviewer):
        assert get_offer(offer.id, visible_to=reader) == offer


def test_the_rehearsal_and_the_real_never_meet(
    session: Session, borrower: User, reviewer: User, rehearser: User
) -> None:
    real, made_up = lend(session), lend(session, rehearser.party)
    assert get_offer(made_up.id, visible_to=rehearser) == made_up
    for offer, reader in ((real, rehearser), (made_up, borrower), (made_up, reviewer)):
        with pytest.raises(NotFound):
            get_offer(offer.id, visible_to=reader)


def test_the_rehearsal_and_the_real_never_borrow_from_each_other(
    session: Session, borrower: User, rehearser: User
) -> None:
    real, made_up = lend(session), lend(session, rehearser.party)
    for offer, writer in ((real, rehearser), (made_up, borrower)):
        plan = held(writer, draft_of(session, writer))
        with pytest.raises(NotAllowed):
            borrow(writer, offer, plan)


# ---------------------------------------------------------------- borrowing


def test_borrowing_adds_a_row_that_says_where_it_comes_from(
    session: Session, lender: User, borrower: User
) -> None:
    offer = lend(session, lender.party)
    plan = held(borrower, draft_of(session, borrower, language="fr"))
    row = borrow(borrower, offer, plan)
    assert row.register == "activities"
    assert row.key != offer.key
    assert row.content["messages"] == ["You decide first."]
    assert row.content["status"] == "planned"
    assert row.content["origin"] == f"Orvandie {offer.year} ({offer.plan.ref})"
    assert not set(row.content) & {"when", "places", "responsible", "partners", "cost"}
    assert not set(row.content) & {"target_total", "may_be_borrowed"}


def test_borrowing_is_written_down_on_both_sides(
    session: Session, lender: User, borrower: User
) -> None:
    offer = lend(session, lender.party)
    plan = draft_of(session, borrower)
    borrow(borrower, offer, held(borrower, plan))
    told = entries_for(("plan", plan.id))[0]
    with force("fr"):
        assert EVENINGS["title"] in told.sentence
        assert "Orvandie" in told.sentence
        assert offer.plan.ref in told.sentence
    heard = entries_for(("plan", offer.plan_id))[0]
    assert heard.verb == Verb.LENT
    assert "Telmara" in heard.sentence
    assert borrower.name not in heard.sentence
    assert heard.actor_id is None
    assert plan.ref not in str(heard.details)


def test_that_an_activity_travels_does_not_move_its_plan(
    session: Session, lender: User, borrower: User
) -> None:
    offer = lend(session, lender.party)
    revise_plan(lender, held(lender, offer.plan))
    borrow(borrower, offer, held(borrower, draft_of(session, borrower)))
    entry = last_entry(offer.plan)
    assert entry is not None
    assert entry.verb == Verb.REVISED


def test_an_activity_goes_into_a_plan_once(session: Session, borrower: User) -> None:
    offer, draft = lend(session), draft_of(session, borrower)
    plan = held(borrower, draft)
    borrow(borrower, offer, plan)
    with pytest.raises(OutOfTurn):
        borrow(borrower, offer, plan)
    assert session.query(Borrowing).count() == 1


def test_after_its_row_was_deleted_it_can_be_borrowed_again(
    session: Session, borrower: User
) -> None:
    offer = lend(session)
    plan = held(borrower, draft_of(session, borrower))
    row = borrow(borrower, offer, plan)
    assert [each.key for each in standing_of(borrower, offer)] == [row.key]
    row.deleted_at = plan.changed_at
    session.flush()
    assert standing_of(borrower, offer) == []
    assert borrow(borrower, offer, plan).key != row.key


def test_one_activity_may_go_into_two_plans(session: Session, borrower: User) -> None:
    offer = lend(session)
    for _plan in range(2):
        borrow(borrower, offer, held(borrower, draft_of(session, borrower)))
    assert times_borrowed(offer) == 2


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.COMPLETE, Status.CLOSED])
def test_a_plan_that_cannot_be_written_takes_nothing_over(
    session: Session, borrower: User, status: Status
) -> None:
    plan = make_plan(session, status, party=borrower.party)
    with pytest.raises(NotAllowed):
        borrow(borrower, lend(session), held(borrower, plan))


def test_an_activity_does_not_go_back_into_the_plan_it_comes_from(
    session: Session, lender: User
) -> None:
    offer = lend(session, lender.party)
    revise_plan(lender, held(lender, offer.plan))
    with pytest.raises(NotAllowed):
        borrow(lender, offer, held(lender, offer.plan))


def test_a_party_may_borrow_from_its_own_former_plan_without_telling_itself(
    session: Session, lender: User
) -> None:
    offer = lend(session, lender.party)
    borrow(lender, offer, held(lender, draft_of(session, lender)))
    verbs = [entry.verb for entry in entries_for(("plan", offer.plan_id))]
    assert Verb.LENT not in verbs


@pytest.mark.parametrize("role", [Role.ADVISER, Role.REVIEWER])
def test_who_writes_no_plans_borrows_nothing(session: Session, borrower: User, role: Role) -> None:
    facts = {"party": borrower.party} if role is Role.ADVISER else {}
    plan = held(borrower, draft_of(session, borrower))
    with pytest.raises(NotAllowed):
        borrow(make_user(session, role, **facts), lend(session), plan)


def test_the_party_it_comes_from_sees_the_party_and_the_day_and_no_more(
    session: Session, lender: User, borrower: User
) -> None:
    offer = lend(session, lender.party)
    secret = draft_of(session, borrower, title="Nobody reads this yet")
    borrow(borrower, offer, held(borrower, secret))
    [seen] = borrowers_of(lender)[offer.id]
    assert seen.party == "Telmara"
    assert [each.id for each in own_offers(lender)] == [offer.id]
    assert borrowers_of(borrower) == {}
    assert list(own_offers(borrower)) == []


def test_offers_of_one_plan_are_told_apart_by_their_rows(session: Session) -> None:
    plan = make_plan(session)
    complete(session, plan, EVENINGS, OTHER)
    assert [each.key for each in offers_of(plan)] == ["a1", "a2"]
    assert session.query(Offer).filter_by(plan_id=plan.id).count() == 2


def test_the_rehearsal_begins_anew_also_after_somebody_borrowed(session: Session) -> None:
    load_reference()
    load_rehearsal()
    writer = find_user("ilen.dorrin@orvanda.example")
    assert writer is not None
    assert writer.party is not None
    before = [offer.title for offer in own_offers(writer)]
    offer = own_offers(writer)[0]
    borrow(writer, offer, held(writer, draft_of(session, writer)))
    reset_rehearsal()
    assert [each.title for each in own_offers(writer)] == before
    assert borrowers_of(writer) == {}
