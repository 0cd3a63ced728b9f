"""A minimum plan is the least that can be submitted; what it costs is counted and said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.locales import CODES, force
from engage.plans import cost
from engage.plans.actions import draft_plan
from engage.plans.completeness import findings, holds_up
from engage.plans.document import compose
from engage.plans.outline.asked import is_further, leaves_of_section, lists_asked
from engage.plans.outline.plan import find_register, find_section
from engage.reference.vocabulary.identity import Depth
from tests.factories import make_user
from tests.plans.minimum import FORMS, PAGES, QUESTIONS, Question, document_of

SignIn = Callable[[FlaskClient, User], FlaskClient]
EACH = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


def left(given: tuple[Question, ...]) -> int:
    return cost.questions_left(findings(document_of(given)))


def test_a_minimum_plan_can_be_submitted(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(
            f"\nA minimum plan: {len(QUESTIONS)} questions, {cost.PRESET} of them answered from "
            f"the start, on {FORMS} forms; {PAGES} pages from beginning to submission."
        )
    assert holds_up(findings(document_of(QUESTIONS))) == ()
    assert (len(QUESTIONS), cost.PRESET, FORMS, PAGES) == (41, 2, 10, 23)


@EACH
def test_without_any_one_of_its_answers_it_cannot(question: Question) -> None:
    given = tuple(each for each in QUESTIONS if each != question)
    assert holds_up(findings(document_of(given)))


def test_the_outline_asks_for_as_many_answers_as_the_least_set_has() -> None:
    assert cost.least() == len(QUESTIONS) == left(())


def test_each_answer_leaves_one_question_less() -> None:
    counted = [left(QUESTIONS[:answered]) for answered in range(len(QUESTIONS) + 1)]
    assert counted == list(range(len(QUESTIONS), -1, -1))


@EACH
def test_a_simple_plan_asks_for_each_on_its_first_pages(question: Question) -> None:
    if question.of_row:
        found = find_register(question.place)
        assert found is not None
        section, register = found
        assert register in lists_asked(section, Depth.SIMPLE, ())
        assert not is_further(register, register.field(question.code))
    else:
        alone = find_section(question.place)
        assert alone is not None
        asked = leaves_of_section(alone, Depth.SIMPLE, {}).first
        assert question.code in [each.code for each in asked]


# ---------------------------------------------------------------- what the pages say of it


def test_the_least_takes_twenty_minutes_and_less_takes_less_in_steps_of_five() -> None:
    minutes = [cost.minutes_for(questions) for questions in range(cost.least() + 1)]
    assert (minutes[0], minutes[1], minutes[-1]) == (0, 5, 20)
    assert minutes == sorted(minutes)
    assert set(minutes) == {0, 5, 10, 15, 20}


def test_a_new_plan_has_two_answers_from_the_start(session: Session) -> None:
    writer = make_user(session)
    assert writer.party is not None
    found = findings(compose(draft_plan(writer, writer.party)))
    assert cost.questions_left(found) == len(QUESTIONS) - cost.PRESET


def test_a_page_says_what_it_costs_and_how_much_is_left(app: Flask) -> None:
    nothing, all_but_two = findings(document_of(QUESTIONS)), findings(document_of(QUESTIONS[2:]))
    with app.test_request_context(), force("en"):
        start = "20 minutes for a minimum plan, 2 hours for a full one. "
        assert cost.cost_of_a_new_plan() == f"{start}A minimum plan asks 39 questions."
        assert cost.cost_in_words(all_but_two) == (
            f"{start}2 questions are left for a minimum plan. About 5 minutes."
        )
        assert cost.cost_in_words(nothing) == (
            f"{start}Every question of a minimum plan is answered."
        )
        assert cost.cost_here_in_words(all_but_two, "identity") == (
            f"{start}2 questions are left here for a minimum plan. About 5 minutes."
        )
        assert cost.cost_here_in_words(all_but_two, "purpose") == start.strip()


@pytest.mark.parametrize("language", CODES)
def test_it_says_so_in_every_language(app: Flask, language: str) -> None:
    with app.test_request_context(), force(language):
        for given in ((), QUESTIONS[:30], QUESTIONS):
            said = cost.cost_in_words(findings(document_of(given)))
            assert str(left(given)) in said or not left(given)


def test_the_pages_of_a_plan_say_it(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    writer = make_user(session)
    assert writer.party is not None
    plan = draft_plan(writer, writer.party)
    session.commit()
    pages = signed_in(client, writer)
    assert "A minimum plan asks 39 questions." in pages.get("/plans/new").text
    assert "39 questions are left for a minimum plan." in pages.get(f"/plans/{plan.ref}").text
    section = pages.get(f"/plans/{plan.ref}/sections/signature").text
    assert "3 questions are left here for a minimum plan. About 5 minutes." in section
