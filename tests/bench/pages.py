"""What is measured: pages a Party or a reviewer opens every day, a paper, and a save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import sqlalchemy as sa

from engage.accounts.models import User
from engage.kit.db import make_engine
from engage.plans.models import Plan
from engage.plans.vocabulary import Status
from tests.bench.content import key_of
from tests.bench.routes import ROUTE
from tests.bench.seed import FEW, MANY, PASSWORD, REVIEWER
from tests.bench.visitor import Form, Pairs, Visitor

MANY_ROWS, CHANGES = "many", "many-changes"
PEOPLE = 4  # so many focal points ask at the same time, each for a plan of their own


@dataclass(frozen=True, slots=True)
class Asked:
    """One address as one person asks for it, and the same at the floor."""

    visitor: Visitor
    user_id: int
    ref: str
    path: str
    pairs: Pairs | None = None

    @property
    def method(self) -> str:
        return "GET" if self.pairs is None else "POST"

    @property
    def request(self) -> bytes:
        return self.visitor.request(self.method, self.path, self.pairs)


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of page: its name in the table, its file at the floor, and who asks for it."""

    title: str
    name: str
    asked: tuple[Asked, ...]

    def at_floor(self, port: int) -> list[bytes]:
        visitor = Visitor(port)
        return [visitor.request(a.method, self.floor_path(a), a.pairs) for a in self.asked]

    def floor_path(self, asked: Asked) -> str:
        kind = "save" if asked.pairs else "file" if self.name.endswith(".pdf") else "page"
        name = "" if kind == "save" else f"/{self.name}"
        return f"/{kind}{name}/{asked.user_id}/{asked.ref}"


@dataclass(frozen=True, slots=True)
class Person:
    visitor: Visitor
    user_id: int
    ref: str


def people(port: int, database_url: str) -> list[Person]:
    """Focal points with a draft that can be written, signed in at the server."""
    engine = make_engine(database_url)
    found = (
        sa.select(User.email, User.id, sa.func.min(Plan.ref))
        .join(Plan, Plan.party_code == User.party_code)
        .where(Plan.status == Status.DRAFT.value)
        .group_by(User.email, User.id)
        .order_by(User.id)
        .limit(PEOPLE)
    )
    with engine.connect() as connection:
        rows = connection.execute(found).all()
    engine.dispose()
    signed = []
    for email, user_id, ref in rows:
        visitor = Visitor(port)
        visitor.sign_in(email, PASSWORD)
        signed.append(Person(visitor, user_id, ref))
    return signed


def subjects(people: list[Person]) -> list[Subject]:
    reviewer = Visitor(people[0].visitor.port)
    reviewer.sign_in(REVIEWER, PASSWORD)
    queue = Asked(reviewer, people[0].user_id, people[0].ref, "/review")
    row = f"/plans/{{ref}}/rows/activities/{key_of(7)}"
    many = [replace(each, ref=beside(each.ref, MANY)) for each in people]
    few = [replace(each, ref=beside(each.ref, FEW)) for each in people]
    whole = "/plans/{ref}?section=activities"
    changes = "/plans/{ref}/changes?since=1.1&until=1.2&all=1"
    moved = Asked(reviewer, many[0].user_id, many[0].ref, f"/review/{many[0].ref}/moved")
    return [
        _of(people, "plan page, 60 activities", "plan", whole),
        _of(many, "40 stakeholders, 120 activities", MANY_ROWS, whole),
        _of(many, "  all that changed in it", CHANGES, changes),
        Subject("  what moved, for a reviewer", "many-moved", (moved,)),
        _of(few, "4 stakeholders, 12 activities", "few", whole),
        _of(people, "section form", "section", "/plans/{ref}/sections/identity"),
        _of(people, "list of 60 rows to write", "rows", "/plans/{ref}/sections/activities"),
        _of(people, "row form, 60 rows above", "row", row),
        Subject("queue, 50 of many", "queue", (queue,)),
        _of(people, "route page, 60 stops", "route", f"/journeys/{ROUTE}"),
        _of(people, "summary as PDF", "summary.pdf", "/plans/{ref}/summary.pdf"),
        _of(people, "save a section", "save", "/plans/{ref}/sections/identity", typed_into),
    ]


def comparing(subjects: list[Subject]) -> list[tuple[Asked, Asked]]:
    """The page of a plan and what changed in it, where both are asked for."""
    named = {each.name: each.asked[0] for each in subjects}
    both = MANY_ROWS, CHANGES
    return [(named[both[0]], named[both[1]])] if named.keys() >= set(both) else []


def beside(ref: str, number: int) -> str:
    """The plan with this number of the same Party."""
    return f"{ref.rpartition('-')[0]}-{number}"


def _of(
    people: list[Person],
    title: str,
    name: str,
    path: str,
    typed: Callable[[Person, str], Pairs] | None = None,
) -> Subject:
    asked = []
    for person in people:
        address = path.format(ref=person.ref)
        pairs = typed(person, address) if typed else None
        asked.append(Asked(person.visitor, person.user_id, person.ref, address, pairs))
    return Subject(title, name, tuple(asked))


def typed_into(person: Person, path: str) -> Pairs:
    """The form of a section as its page shows it, token and all."""
    page = person.visitor.get(path, packed=False).body.decode()
    return Form.read(page, path)
