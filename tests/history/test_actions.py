from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from engage.history.actions import record
from engage.history.queries import entries_for
from engage.history.vocabulary import Verb
from engage.kit.locales import force
from tests.factories import make_user

PLAN = ("plan", 7)


def test_entries_come_newest_first_and_of_their_subject_only(session: Session) -> None:
    user = make_user(session, name="Ana Ruiz")
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=UTC), tick=False) as time:
        record(user, Verb.STARTED, PLAN)
        time.shift(timedelta(minutes=1))
        record(user, Verb.SUBMITTED, PLAN, version=1)
        record(user, Verb.WITHDRAWN, PLAN, version=1)
        record(user, Verb.STARTED, ("plan", 8))
        record(user, Verb.STARTED, ("event", 7))
    assert [entry.sentence for entry in entries_for(PLAN)] == [
        "Ana Ruiz withdrew version 1",
        "Ana Ruiz submitted version 1",
        "Ana Ruiz started the plan",
    ]


def test_a_sentence_is_said_in_the_language_of_the_reader(session: Session) -> None:
    entry = record(make_user(session, name="Ana Ruiz"), Verb.SUBMITTED, PLAN, version=3)
    with force("ar"):
        assert "Ana Ruiz" in entry.sentence
        assert "3" in entry.sentence


def test_an_entry_without_its_details_is_refused(session: Session) -> None:
    with pytest.raises(KeyError):
        record(make_user(session), Verb.SUBMITTED, PLAN)


def test_a_command_is_named_as_the_app(session: Session) -> None:
    entry = record(None, Verb.IMPORTED, PLAN, note="from a file")
    assert (entry.actor_id, entry.actor_name, entry.note) == (None, "Engage", "from a file")


def test_a_name_stays_as_it_was_when_the_person_is_renamed(session: Session) -> None:
    user = make_user(session, name="Ana Ruiz")
    entry = record(user, Verb.STARTED, PLAN)
    user.name = "Somebody Else"
    assert entry.sentence == "Ana Ruiz started the plan"


def test_a_name_with_a_per_cent_sign_is_shown_as_it_is(session: Session) -> None:
    entry = record(make_user(session, name="50 %(actor)s"), Verb.STARTED, PLAN)
    assert entry.sentence == "50 %(actor)s started the plan"
