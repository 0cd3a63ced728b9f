from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.kit.clock import now, telling
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn
from engage.plans.actions import draft_plan, submit_plan
from engage.plans.assignments.actions import (
    SameRule,
    add_rule,
    assign,
    assign_by_rules,
    finish_topic,
    reopen_topic,
    take_lead,
)
from engage.plans.assignments.details import RuleDetails
from engage.plans.assignments.queries import assignments_of, get_assignment, readers_of, topics_of
from engage.plans.assignments.rules import is_finished
from engage.plans.assignments.vocabulary import Topic
from engage.plans.models import Plan
from engage.plans.queries import last_entry
from engage.plans.review.actions import complete_review, keep_letter, return_plan, take_up
from engage.plans.review.details import LetterDetails
from engage.plans.review.records import timeline_for
from engage.plans.review.rules import may_complete, may_return, may_write_letter
from engage.plans.vocabulary import Status
from engage.post.models import Notice
from engage.post.vocabulary import Cause
from tests.factories import make_party, make_plan, make_user
from tests.plans.answers import fill_in

LATER = dt.timedelta(hours=1)


def names(plan: Plan) -> dict[str, str]:
    return {each.topic: each.reviewer.name for each in assignments_of(plan)}


def test_who_is_asked_to_read_a_topic_is_told_and_it_is_written_down(
    session: Session, plan: Plan, maro: User, lina: User
) -> None:
    assign(maro, plan, Topic.GENDER, lina)
    (notice,) = session.query(Notice).all()
    assert (notice.person, notice.cause, notice.turn) == (lina, Cause.ASSIGNED, "gender")
    assert notice.details["topic"]["fr"]
    (entry,) = entries_for(("plan", plan.id))
    assert entry.sentence == ("Maro Selten asked a reviewer to read the plan (Gender: Lina Okoro)")


def test_who_takes_a_topic_alone_gets_no_letter(session: Session, plan: Plan, maro: User) -> None:
    assign(maro, plan, Topic.YOUTH, maro)
    assert session.query(Notice).count() == 0
    assert topics_of(maro, plan) == (Topic.YOUTH,)


def test_the_lead_stands_on_the_plan_as_well(plan: Plan, maro: User, lina: User) -> None:
    assign(maro, plan, Topic.LEAD, lina)
    assert (plan.lead_id, topics_of(lina, plan)) == (lina.id, ())
    assign(maro, plan, Topic.LEAD, None)
    assert (plan.lead_id, names(plan)) == (None, {})


def test_naming_the_same_person_again_changes_nothing(plan: Plan, maro: User, lina: User) -> None:
    assign(maro, plan, Topic.GENDER, lina)
    assign(maro, plan, Topic.GENDER, lina)
    assert len(entries_for(("plan", plan.id))) == 1


def test_only_reviewers_assign_and_are_assigned(session: Session, plan: Plan, maro: User) -> None:
    focal_point = make_user(session, party=plan.party)
    with pytest.raises(NotAllowed):
        assign(focal_point, plan, Topic.GENDER, maro)
    with pytest.raises(Invalid):
        assign(maro, plan, Topic.GENDER, focal_point)
    gone = make_user(session, Role.REVIEWER, is_active=False)
    with pytest.raises(Invalid):
        assign(maro, plan, Topic.GENDER, gone)
    plan.status = Status.CLOSED
    with pytest.raises(OutOfTurn):
        assign(maro, plan, Topic.GENDER, maro)


def test_the_party_reads_nothing_of_it(
    session: Session, plan: Plan, maro: User, lina: User
) -> None:
    assign(maro, plan, Topic.GENDER, lina)
    take_lead(maro, plan)
    assert timeline_for(make_user(session, party=plan.party), plan) == []
    assert len(timeline_for(maro, plan)) == 2
    assert last_entry(plan) is None


def test_whoever_takes_the_review_up_leads_it_unless_somebody_does(
    session: Session, maro: User, lina: User
) -> None:
    first, second = (make_plan(session, Status.SUBMITTED) for _each in range(2))
    take_up(maro, first)
    assert first.lead == maro
    assign(maro, second, Topic.LEAD, lina)
    take_up(maro, second)
    assert second.lead == lina


@pytest.mark.parametrize(
    "decide",
    [
        lambda who, plan: return_plan(who, plan, "Clear.", "One point."),
        lambda who, plan: complete_review(who, plan, "Clear."),
        lambda who, plan: keep_letter(who, plan, LetterDetails("Mine.", "", None, "en")),
    ],
)
def test_the_lead_alone_decides_until_another_becomes_the_lead(
    plan: Plan, maro: User, lina: User, decide: Callable[[User, Plan], object]
) -> None:
    take_lead(maro, plan)
    rules = (may_return, may_complete, may_write_letter)
    assert [rule(lina, plan) for rule in rules] == [False, False, False]
    with pytest.raises(OutOfTurn, match=r"Maro Selten.* leads this review"):
        decide(lina, plan)
    assert plan.status == Status.IN_REVIEW
    take_lead(lina, plan)
    assert entries_for(("plan", plan.id))[0].sentence == "Lina Okoro became the lead of the review"
    decide(lina, plan)


def test_a_plan_that_nobody_reviews_has_no_lead_to_become(session: Session, maro: User) -> None:
    with pytest.raises(OutOfTurn):
        take_lead(maro, make_plan(session, Status.SUBMITTED))


def test_a_topic_is_finished_for_one_round(plan: Plan, maro: User, lina: User) -> None:
    assign(maro, plan, Topic.GENDER, lina)
    asked = get_assignment(plan, "gender")
    with pytest.raises(NotAllowed):
        finish_topic(maro, plan, asked)
    with telling(now() + LATER):
        finish_topic(lina, plan, asked)
    assert is_finished(asked)
    (reader,) = readers_of(lina, plan)
    assert (reader.may_finish, reader.may_reopen) == (False, True)
    reopen_topic(lina, plan, asked)
    assert not is_finished(asked)
    with telling(now() + LATER):
        finish_topic(lina, plan, asked)
    plan.submitted_at = now() + 2 * LATER
    assert not is_finished(asked)
    plan.status = Status.RETURNED
    with pytest.raises(OutOfTurn):
        finish_topic(lina, plan, asked)


def test_a_new_reader_of_a_finished_topic_begins_anew(plan: Plan, maro: User, lina: User) -> None:
    assign(maro, plan, Topic.GENDER, lina)
    asked = get_assignment(plan, "gender")
    with telling(now() + LATER):
        finish_topic(lina, plan, asked)
    assign(maro, plan, Topic.GENDER, maro)
    assert not is_finished(asked)


def test_rules_fill_what_nobody_reads_yet(session: Session, maro: User, lina: User) -> None:
    party = make_party(session, annexes=["asia"])
    plan = make_plan(session, Status.SUBMITTED, party=party)
    gone = make_user(session, Role.REVIEWER)
    for topic, annex, person in (
        ("lead", "asia", lina),
        ("gender", "", lina),
        ("youth", "africa", lina),
        ("land", "", gone),
    ):
        add_rule(maro, RuleDetails(topic, annex, "", person.id))
    gone.is_active = False
    assign(maro, plan, Topic.GENDER, maro)
    assign_by_rules(plan)
    assert names(plan) == {"gender": "Maro Selten", "lead": "Lina Okoro"}
    assert plan.lead == lina


def test_a_plan_that_is_submitted_finds_its_readers_and_tells_them(
    session: Session, maro: User, lina: User
) -> None:
    add_rule(maro, RuleDetails("communication", "", "en", lina.id))
    author = make_user(session)
    assert author.party is not None
    plan = fill_in(author, draft_plan(author, author.party))
    submit_plan(author, plan)
    assert names(plan) == {"communication": "Lina Okoro"}
    told = {(each.person, each.cause) for each in session.query(Notice)}
    assert told == {(lina, Cause.ASSIGNED), (lina, Cause.SUBMITTED)}
    assert plan.submitted_groups == ["pastoralists"]


def test_there_is_one_rule_for_a_topic_annex_and_language(
    session: Session, maro: User, lina: User
) -> None:
    add_rule(maro, RuleDetails("gender", "", "", lina.id))
    with pytest.raises(SameRule):
        add_rule(maro, RuleDetails("gender", "", "", maro.id))
    add_rule(maro, RuleDetails("gender", "", "fr", maro.id))
    with pytest.raises(NotAllowed):
        add_rule(make_user(session), RuleDetails("youth", "", "", maro.id))
