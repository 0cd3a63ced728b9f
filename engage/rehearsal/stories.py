"""The plans of the rehearsal Party, each with the way it has gone until today."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import today
from engage.kit.db import db
from engage.plans.actions import revise_plan
from engage.plans.document import Json
from engage.plans.models import Plan
from engage.plans.review.actions import (
    answer_comment,
    close_comment,
    comment_on,
    complete_review,
    return_plan,
    take_up,
)
from engage.plans.review.details import AnswerDetails, CommentDetails
from engage.plans.review.models import Comment
from engage.plans.review.vocabulary import CommentKind
from engage.reference.models import Party
from engage.reference.vocabulary.identity import AnswerToComment
from engage.rehearsal import words
from engage.rehearsal.caravan import tell_caravan
from engage.rehearsal.outings import tell_outings
from engage.rehearsal.telling import Stage, catch_up, document_of, write, write_row

ADDED_IN_VERSION_2 = {"groups", "school", "houses"}


def tell_all(party: Party, people: Mapping[Role, User]) -> None:
    """The plans in the order in which they were begun."""
    stage = Stage(party, people, today())
    plan = tell_grassland(stage)
    tell_puits(stage)
    tell_valle(stage)
    tell_wells(stage)
    tell_dust(stage)
    tell_outings(stage, plan)
    tell_caravan(stage)
    db.session.flush()


def tell_grassland(stage: Stage) -> Plan:
    """Version 1 complete; version 2 returned twice, the second time a few days ago."""
    final = document_of("grassland")
    with stage.days_ago(150):
        ref = stage.begin(_version_1(final))
    with stage.days_ago(146):
        _write_private(stage, stage.own(ref))
    with stage.days_ago(140):
        stage.submit(ref)
    _review(stage, ref, 137, 121, words.GRASSLAND_1)
    with stage.days_ago(62):
        revise_plan(stage.focal_point, stage.own(ref))
    with stage.days_ago(48):
        catch_up(stage.contributor, stage.own(ref), final)
    with stage.days_ago(44):
        _comment(stage.adviser, stage.own(ref), words.ADVICE)
    with stage.days_ago(31):
        stage.submit(ref)
    asked = _review(stage, ref, 28, 19, words.GRASSLAND_2)
    with stage.days_ago(14):
        _answer(stage, asked, words.ANSWERS)
    with stage.days_ago(11):
        stage.submit(ref)
    _second_round(stage, ref, asked)
    with stage.days_ago(1):
        _go_on(stage, stage.own(ref))
    return stage.own(ref)


def tell_puits(stage: Stage) -> None:
    """French, its review complete."""
    with stage.days_ago(118):
        ref = stage.begin(document_of("puits"))
    with stage.days_ago(109):
        stage.submit(ref, title="Direction des terres")
    _review(stage, ref, 104, 83, words.PUITS)


def tell_valle(stage: Stage) -> None:
    """Spanish, in review, with comments that the reviewer has not sent yet."""
    with stage.days_ago(36):
        ref = stage.begin(document_of("valle"))
    with stage.days_ago(22):
        plan = stage.submit(ref, title="Dirección de Tierras")
    with stage.days_ago(12):
        take_up(stage.reviewer, plan)
    with stage.days_ago(5):
        _comment(stage.reviewer, plan, words.VALLE)


def tell_wells(stage: Stage) -> None:
    """Arabic, submitted and waiting."""
    with stage.days_ago(27):
        ref = stage.begin(document_of("wells"))
    with stage.days_ago(25):
        key, values = words.PRIVATE_WELLS
        write_row(stage.focal_point, stage.own(ref), "stakeholders", key, values)
    with stage.days_ago(9):
        stage.submit(ref, prepared_by="سيفا مارون", title="مديرية الأراضي")


def tell_dust(stage: Stage) -> None:
    """Half finished, with a date that could not be read."""
    with stage.days_ago(13):
        ref = stage.begin(document_of("dust"))
    with stage.days_ago(2):
        write(stage.focal_point, stage.own(ref), "awareness", words.PRIVATE_DUST)
        _comment(stage.adviser, stage.own(ref), words.ADVICE_DUST)


def _version_1(final: Json) -> Json:
    """The plan as it was before it was revised."""
    first = copy.deepcopy(final)
    activities = first["sections"]["activities"]["registers"]
    activities["activities"] = [
        row for row in activities["activities"] if row["key"] not in ADDED_IN_VERSION_2
    ]
    first["sections"]["purpose"]["fields"]["purpose"] = words.PURPOSE_1
    for row in first["sections"]["stakeholders"]["registers"]["stakeholders"]:
        row["values"] |= words.CHANGED_IN_VERSION_2.get(row["key"], {})
    return first


def _write_private(stage: Stage, plan: Plan) -> None:
    """What the Party keeps to itself."""
    for key, values in words.PRIVATE_ROWS.items():
        write_row(stage.focal_point, plan, "stakeholders", key, values)
    write(stage.focal_point, plan, "awareness", words.PRIVATE_GRASSLAND)


def _review(
    stage: Stage, ref: str, taken_up: int, decided: int, review: words.Review
) -> list[Comment]:
    """A review from beginning to end: days ago of both, comments, letter."""
    with stage.days_ago(taken_up):
        take_up(stage.reviewer, stage.own(ref))
    with stage.days_ago(decided):
        plan = stage.own(ref)
        comments = _comment(stage.reviewer, plan, review.comments)
        if review.reason:
            return_plan(stage.reviewer, plan, review.strengths, review.reason)
        else:
            complete_review(stage.reviewer, plan, review.strengths)
    return comments


def _second_round(stage: Stage, ref: str, asked: list[Comment]) -> None:
    with stage.days_ago(9):
        take_up(stage.reviewer, stage.own(ref))
    with stage.days_ago(4):
        for comment in asked:
            if comment.answer == AnswerToComment.DONE:
                close_comment(stage.reviewer, comment)
        plan = stage.own(ref)
        _comment(stage.reviewer, plan, words.GRASSLAND_3.comments)
        letter = words.GRASSLAND_3
        return_plan(stage.reviewer, plan, letter.strengths, letter.reason)


def _go_on(stage: Stage, plan: Plan) -> None:
    """The Party has begun to work on what came back: one row is half written."""
    key, number, values = words.RADIO_ROUND_TABLE
    write_row(stage.contributor, plan, "activities", key, values, number)


def _comment(author: User, plan: Plan, remarks: words.Remarks) -> list[Comment]:
    return [
        comment_on(author, plan, section, CommentDetails(CommentKind(kind), text, plan.language))
        for section, kind, text in remarks
    ]


def _answer(stage: Stage, asked: list[Comment], answers: words.Answers) -> None:
    waiting = [comment for comment in asked if comment.kind != CommentKind.PRAISE]
    for comment, (answer, text) in zip(waiting, answers, strict=True):
        answer_comment(stage.focal_point, comment, AnswerDetails(AnswerToComment(answer), text))
