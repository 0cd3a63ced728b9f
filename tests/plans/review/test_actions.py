from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.kit.clock import today
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn
from engage.kit.formats import show_date
from engage.plans.models import Plan
from engage.plans.review.actions import (
    answer_comment,
    close_comment,
    comment_on,
    complete_review,
    edit_comment,
    keep_letter,
    keep_open,
    remove_comment,
    return_plan,
    send_letter,
    take_up,
)
from engage.plans.review.details import AnswerDetails, CommentDetails, LetterDetails
from engage.plans.review.models import Comment
from engage.plans.review.queries import comments_on, draft_letter, letters_of, unanswered
from engage.plans.review.rules import may_complete, may_return, may_take_up
from engage.plans.review.vocabulary import CommentKind, CommentState
from engage.plans.vocabulary import Status, Step
from engage.plans.workflow import PATHS
from engage.reference.vocabulary.identity import AnswerToComment
from tests.factories import make_plan, make_user

QUESTION = CommentDetails(CommentKind.QUESTION, "Who leads in the north?", "en")
PRAISE = CommentDetails(CommentKind.PRAISE, "Plainly said.", "en")
DONE = AnswerDetails(AnswerToComment.DONE, "")

STEPS: dict[Step, tuple[Callable[[User, Plan], object], Callable[[User, Plan], bool]]] = {
    Step.TAKE_UP: (take_up, may_take_up),
    Step.RETURN: (lambda who, plan: return_plan(who, plan, "Clear.", "One point."), may_return),
    Step.COMPLETE: (lambda who, plan: complete_review(who, plan, "Clear."), may_complete),
}


def reviewer(session: Session, **facts: str) -> User:
    return make_user(session, Role.REVIEWER, **facts)


def colleague(session: Session, plan: Plan, role: Role = Role.FOCAL_POINT) -> User:
    return make_user(session, role, party=plan.party)


def sent_comment(session: Session, plan: Plan, details: CommentDetails = QUESTION) -> Comment:
    """A comment that the Party reads: the plan is returned with it."""
    who = reviewer(session)
    comment = comment_on(who, plan, "stakeholders", details)
    return_plan(who, plan, "Clear.", "One point.")
    return comment


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("step", list(STEPS))
def test_each_step_goes_where_the_table_says_and_nowhere_else(
    session: Session, status: Status, step: Step
) -> None:
    plan, who = make_plan(session, status), reviewer(session)
    act, may = STEPS[step]
    after = PATHS.get((status, step))
    assert may(who, plan) is (after is not None)
    if after is None:
        with pytest.raises(OutOfTurn):
            act(who, plan)
        assert plan.status == status
    else:
        act(who, plan)
        assert plan.status == after


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.ADVISER])
@pytest.mark.parametrize("step", list(STEPS))
def test_nobody_of_the_party_reviews_its_plan(session: Session, step: Step, role: Role) -> None:
    status = Status.SUBMITTED if step is Step.TAKE_UP else Status.IN_REVIEW
    plan = make_plan(session, status)
    act, may = STEPS[step]
    who = colleague(session, plan, role)
    assert not may(who, plan)
    with pytest.raises(NotAllowed):
        act(who, plan)


def test_the_second_reviewer_is_told_who_did_what_and_when(session: Session) -> None:
    plan = make_plan(session, Status.SUBMITTED)
    take_up(reviewer(session, name="Maro Selten"), plan)
    with pytest.raises(OutOfTurn) as refused:
        take_up(reviewer(session), plan)
    assert "Maro Selten took up the review of version 1" in refused.value.sentence
    done = refused.value.sentence.partition("What was done: ")[2]
    assert done.startswith(show_date(today(), language="en"))
    assert len(entries_for(("plan", plan.id))) == 1


def test_a_return_without_a_reason_is_refused(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    with pytest.raises(Invalid):
        return_plan(reviewer(session), plan, "Clear.", "  ")
    assert plan.status == Status.IN_REVIEW
    assert not letters_of(plan)


@pytest.mark.parametrize("step", [Step.RETURN, Step.COMPLETE])
def test_a_letter_without_strengths_is_refused(session: Session, step: Step) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), reviewer(session)
    with pytest.raises(Invalid):
        send_letter(who, plan, LetterDetails(" ", "One point.", step, "en"))
    assert plan.status == Status.IN_REVIEW


def test_a_return_sends_the_comments_and_keeps_the_letter(session: Session) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), reviewer(session)
    comment = comment_on(who, plan, "stakeholders", QUESTION)
    assert comment.sent_at is None
    letter = return_plan(who, plan, " Clear. ", " One point. ")
    assert comment.sent_at == letter.sent_at
    assert (letter.strengths, letter.reason) == ("Clear.", "One point.")
    assert list(letters_of(plan)) == [letter]
    entry = entries_for(("plan", plan.id))[0]
    assert (entry.verb, entry.note) == ("returned", "One point.")


def test_the_letter_that_goes_is_the_draft_of_the_reviewer(session: Session) -> None:
    plan, who, other = make_plan(session, Status.IN_REVIEW), reviewer(session), reviewer(session)
    keep_letter(other, plan, LetterDetails("Theirs.", "", None, "en"))
    draft = keep_letter(who, plan, LetterDetails("Mine.", "", Step.COMPLETE, "en"))
    assert complete_review(who, plan, draft.strengths) is draft
    assert [letter.strengths for letter in letters_of(plan)] == ["Mine."]
    kept = draft_letter(other, plan)
    assert kept is not None
    assert kept.strengths == "Theirs."


def test_a_letter_cannot_be_kept_once_the_review_has_ended(session: Session) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), reviewer(session, name="Maro Selten")
    complete_review(who, plan, "Clear.")
    with pytest.raises(OutOfTurn, match="Maro Selten completed the review"):
        keep_letter(reviewer(session), plan, LetterDetails("Late.", "", None, "en"))


def test_a_comment_without_words_or_section_is_refused(session: Session) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), reviewer(session)
    with pytest.raises(Invalid):
        comment_on(who, plan, "stakeholders", CommentDetails(CommentKind.QUESTION, " ", "en"))
    with pytest.raises(Invalid):
        comment_on(who, plan, "nowhere", QUESTION)


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.IN_REVIEW])
def test_the_secretariat_comments_only_while_it_reviews(session: Session, status: Status) -> None:
    with pytest.raises(OutOfTurn):
        comment_on(reviewer(session), make_plan(session, status), "stakeholders", QUESTION)


def test_own_unsent_comments_can_be_changed_and_removed(session: Session) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), reviewer(session)
    comment = comment_on(who, plan, "stakeholders", QUESTION)
    edit_comment(who, comment, PRAISE)
    assert (comment.kind, comment.text) == ("praise", "Plainly said.")
    with pytest.raises(NotAllowed):
        edit_comment(reviewer(session), comment, QUESTION)
    remove_comment(who, comment)
    session.flush()
    assert not comments_on(who, plan)


def test_a_sent_comment_cannot_be_changed(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment = sent_comment(session, plan)
    with pytest.raises(OutOfTurn):
        edit_comment(comment.written_by, comment, PRAISE)


def test_every_comment_of_a_return_waits_for_an_answer_but_praise_does_not(
    session: Session,
) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), reviewer(session)
    asked = [
        comment_on(who, plan, "stakeholders", CommentDetails(kind, "Words.", "en"))
        for kind in CommentKind
    ]
    assert not unanswered(plan)
    return_plan(who, plan, "Clear.", "One point.")
    waiting = list(unanswered(plan))
    assert waiting == [each for each in asked if each.kind != CommentKind.PRAISE]
    for comment in waiting:
        answer_comment(colleague(session, plan), comment, DONE)
    session.flush()
    assert not unanswered(plan)


@pytest.mark.parametrize("answer", [AnswerToComment.PARTLY_DONE, AnswerToComment.NOT_DONE])
def test_an_answer_that_is_not_done_is_kept_but_needs_a_reason(
    session: Session, answer: AnswerToComment
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment, who = sent_comment(session, plan), colleague(session, plan)
    answer_comment(who, comment, AnswerDetails(answer, ""))
    session.flush()
    assert (comment.answer, comment.state) == (answer, CommentState.OPEN)
    assert list(unanswered(plan)) == [comment]
    answer_comment(who, comment, AnswerDetails(answer, "In spring."))
    session.flush()
    assert comment.state is CommentState.ANSWERED
    assert not unanswered(plan)


def test_an_answer_comes_too_late_once_the_plan_is_submitted_again(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment = sent_comment(session, plan)
    plan.status = Status.SUBMITTED
    with pytest.raises(OutOfTurn):
        answer_comment(colleague(session, plan), comment, DONE)


def test_an_adviser_does_not_answer_for_the_party(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment = sent_comment(session, plan)
    with pytest.raises(OutOfTurn):
        answer_comment(colleague(session, plan, Role.ADVISER), comment, DONE)


def test_a_comment_that_is_kept_open_asks_again_with_the_next_return(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment, party = sent_comment(session, plan), colleague(session, plan)
    answer_comment(party, comment, DONE)
    plan.status, plan.round = Status.IN_REVIEW, 2
    who = reviewer(session)
    keep_open(who, comment)
    assert comment.state is CommentState.OPEN
    return_plan(who, plan, "Clear.", "Still one point.")
    session.flush()
    assert list(unanswered(plan)) == [comment]
    answer_comment(party, comment, DONE)
    session.flush()
    assert not unanswered(plan)


def test_a_closed_comment_can_be_opened_again(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment = sent_comment(session, plan)
    plan.status, plan.round = Status.IN_REVIEW, 2
    who = reviewer(session)
    close_comment(who, comment)
    closed = comment.state
    keep_open(who, comment)
    assert (closed, comment.state) == (CommentState.CLOSED, CommentState.OPEN)


def test_the_party_does_not_close_what_the_secretariat_asked(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment = sent_comment(session, plan)
    with pytest.raises(NotAllowed):
        close_comment(colleague(session, plan), comment)
