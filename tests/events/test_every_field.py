"""Every question that is declared can be typed, is kept, and comes out; the private ones stay in.

Whoever reads answers anew, such as a calendar, is asked for the same with `every_answer`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events.cards import SHOWN
from engage.events.document import Json, compose_own
from engage.events.drafting import IN_CALENDARS, save_answers, save_row, set_row_aside
from engage.events.models import Event
from engage.events.outline.event import FIELDS, PRIVATE, REGISTERS, SECTIONS
from engage.events.queries import cards, own_event
from engage.events.reading import read_event
from engage.events.schema import schema
from engage.kit.locales import CODES
from engage.plans.outline.shape import Field
from engage.reference.actions import load_reference
from tests.events.documents import (
    LONG_AFTER,
    OPEN,
    Answers,
    Rows,
    as_typed,
    every_answer,
    value_of,
    write_event,
)
from tests.events.outputs import document_of, pdf_of, print_of, rows_of, said, unsaid
from tests.factories import make_party, make_user

ROWS = [(each.code, field) for each in REGISTERS for field in each.fields]
# What a calendar shows of a row of these lists is counted there.
LISTS_IN_CALENDARS = {"hours"}


@pytest.fixture(autouse=True)
def long_after() -> Iterator[None]:
    with time_machine.travel(LONG_AFTER, tick=False):
        yield


@pytest.fixture
def writer(session: Session) -> User:
    load_reference()
    return make_user(session, party=make_party(session, "Orvanda", code="X1", iso3="X10"))


@pytest.fixture
def answered(session: Session, writer: User) -> tuple[Answers, Rows, Event]:
    answers, rows = every_answer()
    event = write_event(session, writer, answers, rows)
    session.commit()
    return answers, rows, event


def test_what_is_filled_in_here_is_what_a_form_can_bring(writer: User) -> None:
    answers, rows = every_answer()
    given = [(field, answers[field.code]) for field in FIELDS]
    given += [(field, rows[code][0][field.code]) for code, field in ROWS]
    lost = [field.code for field, value in given if not comes_back(field, value)]
    assert lost == []


def comes_back(field: Field, value: Any) -> bool:
    taken = field.kind.take(field.kind.typed(value))
    return taken.value == value and not taken.problems


def test_every_answer_is_kept_as_it_was_typed(answered: tuple[Answers, Rows, Event]) -> None:
    answers, rows, event = answered
    kept = compose_own(event)
    assert kept["fields"] == answers
    assert rows_of(kept) == rows


def test_every_answer_but_the_private_ones_comes_out_everywhere(
    client: FlaskClient, answered: tuple[Answers, Rows, Event]
) -> None:
    answers, rows, event = answered
    document = document_of(client, event.ref)
    assert document["fields"] == {c: v for c, v in answers.items() if c not in PRIVATE}
    assert rows_of(document) == rows
    assert [each.message for each in Draft202012Validator(schema()).iter_errors(document)] == []
    sections = read_event(document, "en")
    assert {(place, entry.code) for place, entry in said(sections)} == declared()
    assert unsaid(print_of(client, event.ref), sections) == []
    assert unsaid(pdf_of(client, event.ref), sections) == []


def declared() -> set[tuple[str, str]]:
    fields = {(s.code, f.code) for s in SECTIONS for f in s.fields if not f.private}
    return fields | {(code, field.code) for code, field in ROWS}


def test_private_answers_are_in_nothing_that_leaves_its_side(
    session: Session,
    client: FlaskClient,
    signed_in: Any,
    writer: User,
    answered: tuple[Answers, Rows, Event],
) -> None:
    answers, _rows, event = answered
    secrets = [answers["inner_note"], *answers["contact"].values()]
    readers = [None, writer, make_user(session), make_user(session, Role.REVIEWER)]
    session.commit()
    for reader in readers:
        pages = signed_in(client, reader) if reader else client
        said_here = [
            str(document_of(pages, event.ref)),
            print_of(pages, event.ref),
            pdf_of(pages, event.ref),
            str(cards(reader)),
        ]
        assert [word for text in said_here for word in secrets if word in text] == []


def test_own_words_are_the_same_in_every_language(answered: tuple[Answers, Rows, Event]) -> None:
    document = compose_own(answered[2])
    spoken = {code: sorted(own_words(document, code)) for code in CODES}
    assert len(spoken["en"]) > 50
    assert all(words == spoken["en"] for words in spoken.values())


def own_words(document: Json, language: str) -> Iterator[str]:
    for _place, entry in said(read_event(document, language)):
        yield from (line.text for line in entry.lines if line.own)


def test_a_card_says_what_the_document_says(
    client: FlaskClient, answered: tuple[Answers, Rows, Event]
) -> None:
    event = answered[2]
    (card,) = cards(None)
    document = document_of(client, event.ref)
    assert card.values == {code: document["fields"][code] for code in SHOWN}
    hours = document["registers"]["hours"]
    assert list(card.hours) == [{**row["values"], "key": row["key"]} for row in hours]
    assert (card.ref, card.party_code) == (document["ref"], document["party"])
    assert card.first_day is not None
    assert card.first_day.isoformat() == document["fields"]["when"]["start"]


def test_each_answer_that_changes_marks_the_event_as_changed(
    session: Session, writer: User, answered: tuple[Answers, Rows, Event]
) -> None:
    event = own_event(answered[2].ref, writer=writer)
    others = {field.code: value_of(field.kind, 5) for field in FIELDS}
    wrong = []
    for field in FIELDS:
        other = None if others[field.code] == answers_of(event)[field.code] else others[field.code]
        stamp, sequence = event.stamp, event.sequence
        save_answers(writer, event, (field,), as_typed({field.code: other}, answers_of(event)))
        rises = event.sequence - sequence
        if event.stamp == stamp or rises != (field.code in IN_CALENDARS):
            wrong.append((field.code, rises))
    assert wrong == []


def answers_of(event: Event) -> Answers:
    return event.content | event.private


def test_each_answer_of_a_row_that_changes_marks_the_event_as_changed(
    session: Session, writer: User, answered: tuple[Answers, Rows, Event]
) -> None:
    event = own_event(answered[2].ref, writer=writer)
    wrong = []
    for register in REGISTERS:
        (row,) = (each for each in event.rows if each.register == register.code)
        for field in register.fields:
            stamp, sequence = event.stamp, event.sequence
            typed = as_typed({field.code: None}, row.content)
            save_row(writer, event, register, row, typed)
            rises = event.sequence - sequence
            if event.stamp == stamp or rises != (register.code in LISTS_IN_CALENDARS):
                wrong.append((register.code, field.code, rises))
        stamp, sequence = event.stamp, event.sequence
        set_row_aside(writer, event, row, aside=True)
        if event.stamp == stamp or (event.sequence > sequence) != (
            register.code in LISTS_IN_CALENDARS
        ):
            wrong.append((register.code, "deleted", event.sequence - sequence))
    assert wrong == []


def test_the_schema_is_one_and_names_no_private_answer(client: FlaskClient) -> None:
    published = json.loads(client.get("/events/schema.json", read=False).data)
    Draft202012Validator.check_schema(published)
    assert published == schema()
    assert PRIVATE.isdisjoint(published["properties"]["fields"]["properties"])
    assert set(OPEN) <= set(published["properties"]["fields"]["properties"])
