"""Each role on each address: allowed or refused as the one page of permissions says.

What is due follows from three things: the guard that a view declares, the page of permissions, and
whether the thing that the address names is there for this reader at all. Every address is walked,
read and posted to, by nobody, by each role of the Party that owns the things, by each role of
another Party and by the secretariat. What is posted is empty and is undone.

On SQLite alone: guards stand before the database, and that every question about plans is limited
to its reader is tested on both where the questions are.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from engage.accounts.access import OPEN, SIGNED_IN, guard_of
from engage.accounts.permissions import PARTY_ROLES, PERMISSIONS, Permission, Role
from engage.events import files
from engage.plans.papers import files as papers
from tests.house.asking import NOBODY, READERS, Asking, Reader, keys_of
from tests.house.test_routes import GUARDED_BY_FLASK
from tests.house.world import World

TYPED = "What was typed before"
# What a page sends without anybody typing, and without which nothing can be found.
SENT: Mapping[str, Mapping[str, str]] = {"together.here": {"place": "sections/purpose"}}
# What belongs to a Party or a person.
OWNED = frozenset({"plans/<ref>", "review/<ref>", "letters/<letter_id>", "feeds/<feed_id>"})
INSIDE = ("/plans/<ref>/check/", "/plans/<ref>/papers/clearance")  # what never leaves the Party
# Everybody sees a stop that its host has accepted: who may not change it is told so.
SEEN_BY_ALL = frozenset(
    {
        "events_of_journey.open_stop",
        "journeys_baton.add",
        "journeys_hosting.answer",
        "journeys_hosting.keep",
        "journeys_stops.change",
    }
)
NewClient = Callable[[], FlaskClient]
SignIn = Callable[[FlaskClient, object], FlaskClient]


# ---------------------------------------------------------------- the page of permissions

PAGE = """
                focal point  contributor  adviser  reviewer  administrator
plan:read       yes          yes          yes      yes       no
plan:edit       yes          yes          no       no        no
plan:submit     yes          no           no       no        no
plan:comment    yes          yes          yes      yes       no
plan:review     no           no           no       yes       no
paper:attach    yes          yes          no       yes       no
activity:read   yes          yes          no       yes       no
template:edit   no           no           no       yes       yes
reference:edit  no           no           no       no        yes
user:edit       no           no           no       no        yes
mail:read       no           no           no       no        yes
event:edit      yes          yes          no       yes       no
journey:plan    no           no           no       yes       no
stop:answer     yes          no           no       no        no
"""


def test_the_page_of_permissions_says_who_may_do_what() -> None:
    """A Party writes and submits, its adviser reads and comments; the secretariat reviews and
    never writes; an administrator keeps what all share and reads no plan. Events are written by
    each side; the secretariat plans journeys, and a Party answers for itself."""
    said = {
        Permission(name): [answer == "yes" for answer in answers]
        for name, *answers in (line.split() for line in PAGE.strip().splitlines()[1:])
    }
    order = (Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.ADVISER, Role.REVIEWER, Role.ADMINISTRATOR)
    assert said == {each: [each in PERMISSIONS[role] for role in order] for each in Permission}


def test_nobody_writes_plans_and_reviews_them() -> None:
    party = {Permission.PLAN_EDIT, Permission.PLAN_SUBMIT}
    for role in Role:
        assert not PERMISSIONS[role] & (
            {Permission.PLAN_REVIEW} if role in PARTY_ROLES else party
        ), role


# ---------------------------------------------------------------- every address


class Due(Enum):
    """How an address answers; the value ends the sentence of a fault."""

    ANSWERED = "opens"
    ASKED = "asks to sign in"
    REFUSED = "refuses"
    UNKNOWN = "knows of nothing"
    BROKEN = "breaks"


@pytest.fixture
def world(isolated: Flask, session: Session) -> Iterator[World]:
    yield World(session)
    for shelf in (papers.SHELF, files.SHELF):  # what no savepoint undoes
        shutil.rmtree(Path(isolated.instance_path) / shelf.folder)


@pytest.fixture
def walk(
    isolated: Flask, session: Session, new_client: NewClient, signed_in: SignIn, world: World
) -> Walk:
    return Walk(isolated, session, new_client, signed_in, world)


class Walk:
    """Every address as one reader, each in a browser of its own and without a trace."""

    def __init__(
        self,
        app: Flask,
        session: Session,
        new_client: NewClient,
        signed_in: SignIn,
        world: World,
    ) -> None:
        self.app, self.session, self.world = app, session, world
        self.new_client, self.signed_in = new_client, signed_in

    def faults(self, asking: Asking) -> list[str]:
        """Each address that answers otherwise than is due."""
        found = []
        for rule, method, address in self.steps(asking):
            guard = guard_of(self.app.view_functions[rule.endpoint])
            due = what_is_due(guard, asking.reader)
            if due is Due.ANSWERED and not is_there(rule, guard, asking):
                due = Due.REFUSED if rule.endpoint in SEEN_BY_ALL else Due.UNKNOWN
            answer = self.ask(method, address, asking.reader, SENT.get(rule.endpoint, {}))
            if (got := how(answer, method)) is not due:
                found.append(f"{method} {address} {got.value} where it {due.value}")
        return found

    def steps(self, asking: Asking) -> Iterator[tuple[Rule, str, str]]:
        for rule in self.app.url_map.iter_rules():
            if rule.endpoint in GUARDED_BY_FLASK:
                continue
            for address in self.world.addresses(rule, asking):
                for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                    yield rule, method, address

    def ask(
        self, method: str, address: str, reader: Reader, sent: Mapping[str, str]
    ) -> TestResponse:
        client = self.new_client()
        if reader.role is not None:
            self.signed_in(client, self.world.people[reader])
        typed = {"words": TYPED} if reader is NOBODY else {}
        data = {**sent, **typed} if method == "POST" else None
        self.session.commit()
        connection = self.session.get_bind()
        assert isinstance(connection, Connection)
        before = connection.begin_nested()
        try:
            answer = client.open(address, method=method, data=data, read=False)
            if method == "GET" and reader is not NOBODY:
                return self.follow(client, answer)
            return answer
        finally:
            before.rollback()

    @staticmethod
    def follow(client: FlaskClient, answer: TestResponse) -> TestResponse:
        """Where an address leads on to another, that one says what the reader finds."""
        if not 300 <= answer.status_code < 400:
            return answer
        return client.get(answer.headers["Location"], follow_redirects=True, read=False)


def what_is_due(guard: str, reader: Reader) -> Due:
    """As the guard and the page of permissions say, whatever the address names."""
    if guard == OPEN:
        return Due.ANSWERED
    if reader.role is None:
        return Due.ASKED
    if guard != SIGNED_IN and Permission(guard) not in PERMISSIONS[reader.role]:
        return Due.REFUSED
    return Due.ANSWERED


def is_there(rule: Rule, guard: str, asking: Asking) -> bool:
    """Whether what an address of the rule names is there for this reader."""
    reader = asking.reader
    if reader.is_of_the_secretariat and f"{rule.rule}/".startswith(INSIDE):
        return False
    if "/<event_ref>" in rule.rule and guard == Permission.EVENT_EDIT:
        return asking.is_shown  # an event is written by its own side
    if "/<event_ref>" in rule.rule and guard == Permission.STOP_ANSWER:
        return reader.is_abroad  # and answered by the Party that was asked
    if "/<journey_ref>" in rule.rule and guard != OPEN:
        return is_at_the_stop(rule, reader)
    return asking.is_shown or not any(key in OWNED for _name, key in keys_of(rule))


def is_at_the_stop(rule: Rule, reader: Reader) -> bool:
    """The Party at home hosts it, those who plan journeys plan each stop; everybody may have the
    sheet of the stop."""
    if rule.endpoint.startswith("journeys_sheets.") or reader.role is None:
        return True
    if not reader.is_of_the_secretariat:
        return not reader.is_abroad
    plans = Permission.JOURNEY_PLAN in PERMISSIONS[reader.role]
    return plans and rule.endpoint != "events_of_journey.open_stop"


def how(answer: TestResponse, method: str) -> Due:
    """A page that asks to sign in has what was typed with it."""
    status, there = answer.status_code, answer.headers.get("Location", "")
    if method == "GET" and status == 303 and there.startswith("/sign-in?next="):
        return Due.ASKED
    if method == "POST" and status == 401:
        return Due.ASKED if TYPED in answer.text else Due.BROKEN
    return {403: Due.REFUSED, 404: Due.UNKNOWN}.get(
        status, Due.BROKEN if status in (401, 405) or status >= 500 else Due.ANSWERED
    )


on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@on_sqlite
@pytest.mark.parametrize("reader", READERS, ids=str)
def test_each_address_answers_as_the_page_of_permissions_says(
    walk: Walk, world: World, reader: Reader
) -> None:
    """Another Party's plan is nowhere to be found, which tells nothing of it."""
    asking = Asking(reader, world.plan_for(reader), is_shown=not reader.is_abroad)
    assert walk.faults(asking) == []


@on_sqlite
def test_a_plan_that_was_never_submitted_is_not_there_for_the_secretariat(
    walk: Walk, world: World
) -> None:
    for reader in READERS:
        if reader.is_of_the_secretariat:
            assert walk.faults(Asking(reader, world.never_submitted, is_shown=False)) == []


@on_sqlite
def test_each_address_of_the_walk_is_answered_by_the_rule_that_it_was_made_from(
    walk: Walk, world: World
) -> None:
    """Or the walk would pass by an address and still be content."""
    asking = Asking(Reader(Role.FOCAL_POINT), world.with_the_party)
    paths = walk.app.url_map.bind("localhost")
    for rule, method, address in walk.steps(asking):
        assert paths.match(address, method, return_rule=True)[0] is rule, address
