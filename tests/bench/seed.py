"""Two hundred Parties with ten plans each, written in bulk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import sqlalchemy as sa
from flask import Flask

from engage.accounts.models import User
from engage.accounts.passwords import hash_password
from engage.accounts.permissions import Role
from engage.history.models import Entry
from engage.history.vocabulary import Verb
from engage.journeys.models import Stop
from engage.kit import migrations
from engage.kit.clock import now
from engage.kit.db import Base, db
from engage.kit.folding import fold
from engage.kit.locales import CODES
from engage.plans.models import Plan, PlanRow, PlanSection, Version
from engage.plans.outline.plan import SECTIONS
from engage.plans.review.models import Comment, Letter
from engage.plans.vocabulary import Status
from engage.reference.actions import load_reference
from engage.reference.models import Party
from tests.bench.content import OTHER_ROWS, ROWS, Facts, document_of, key_of, values_of
from tests.bench.rounds import comments, letters, two_rounds
from tests.bench.routes import begin_route, stops

PASSWORD = "a password for the bench"
BATCH = 5000
TURNS = 12  # so many different answers there are; each plan takes one turn
STATES = (
    *(Status.DRAFT, Status.SUBMITTED, Status.IN_REVIEW, Status.SUBMITTED, Status.COMPLETE),
    *(Status.DRAFT, Status.IN_REVIEW, Status.RETURNED, Status.SUBMITTED, Status.CLOSED),
)


@dataclass(frozen=True, slots=True)
class Size:
    parties: int
    plans: int


WHOLE, SMALL = Size(200, 10), Size(20, 10)
# Plans that the first Parties have besides, by the number in their reference.
MANY, FEW = 98, 99
BESIDES = {
    MANY: {"stakeholders": 40, "activities": 120},
    FEW: {"stakeholders": 4, "activities": 12},
}
WITH_BESIDES = 8


def seed(app: Flask, size: Size) -> None:
    """An empty database becomes one of a busy service."""
    with app.app_context():
        migrations.upgrade()
        load_reference()
        parties = _parties(size.parties)
        people = _people(parties)
        plans = _plans(parties, size.plans, now())
        many = [plan for plan in plans if plan["ref"].endswith(f"-{MANY}")]
        for model, rows in (
            (Version, _versions(plans, people)),
            (Version, two_rounds(many, people, BESIDES[MANY])),
            (Letter, letters(many, people)),
            (Comment, comments(many, people)),
            (PlanSection, _sections(plans, people)),
            (PlanRow, _rows(plans, people)),
            (Entry, _entries(plans, people)),
            (Stop, stops(begin_route(now()), parties, now())),
        ):
            _insert(model, rows)
        db.session.commit()
        if db.engine.dialect.name == "postgresql":
            db.session.execute(sa.text("ANALYZE"))
            db.session.commit()


def email_of(party: str) -> str:
    return f"{party.lower()}@example.org"


REVIEWER = "reviewer@example.org"


def _parties(number: int) -> list[str]:
    """The Parties there are, and made-up ones where they are too few."""
    codes = list(db.session.scalars(sa.select(Party.code).order_by(Party.code)))
    made_up = [f"{letter}{digit}" for letter in "ABC" for digit in range(10)]
    for code in made_up[: max(0, number - len(codes))]:
        db.session.add(
            Party(
                code=code,
                iso3=f"{code}0",
                names=dict.fromkeys(CODES, f"Land {code}"),
                annexes=["africa"],
                languages=["en"],
                ui_language="en",
            )
        )
        codes.append(code)
    db.session.flush()
    return codes[:number]


def _people(parties: list[str]) -> dict[str | None, int]:
    """A focal point for each Party, and a reviewer; all with the same password."""
    shared = {"language": "en", "password_hash": hash_password(PASSWORD), "is_active": True}
    focal, reviewer = Role.FOCAL_POINT.value, Role.REVIEWER.value
    people: list[Facts] = [
        {"email": email_of(code), "name": f"Person {code}", "role": focal, "party_code": code}
        for code in parties
    ]
    people.append({"email": REVIEWER, "name": "Reviewer", "role": reviewer, "party_code": None})
    _insert(User, ({**person, **shared} for person in people))
    found = db.session.execute(sa.select(User.party_code, User.id))
    return {row.party_code: row.id for row in found}


def _plans(parties: list[str], each: int, moment: dt.datetime) -> list[Facts]:
    plans = [
        _plan(code, number, moment - dt.timedelta(days=(place * 7 + number * 3) % 90, hours=1))
        for place, code in enumerate(parties)
        for number in range(each)
    ]
    plans += [
        _plan(code, number - 1, moment, Status.DRAFT)
        for code in parties[:WITH_BESIDES]
        for number in BESIDES
    ]
    _insert(Plan, iter(plans))
    ids = {row.ref: row.id for row in db.session.execute(sa.select(Plan.ref, Plan.id))}
    return [{**plan, "id": ids[plan["ref"]]} for plan in plans]


def _plan(party: str, number: int, moment: dt.datetime, status: Status | None = None) -> Facts:
    status = status or STATES[number % len(STATES)]
    ref, title = f"{party}-2026-{number + 1}", f"Plan {number + 1} for the land and its people"
    submitted = status is not Status.DRAFT
    return {
        "ref": ref,
        "party_code": party,
        "title": title,
        "language": "en",
        "search_text": fold(f"{ref} {title}"),
        "status": status.value,
        "version": 1,
        "round": int(submitted),
        "stamp": f"stamp-{ref}",
        "created_at": moment,
        "changed_at": moment,
        "moved_at": moment,
        "submitted_at": moment if submitted else None,
        "submitted_version": 1 if submitted else None,
        "submitted_round": 1 if submitted else None,
        "submitted_title": title if submitted else "",
        "submitted_language": "en" if submitted else "",
        "submitted_text": fold(f"{ref} {title}") if submitted else "",
    }


def _versions(plans: list[Facts], people: dict[str | None, int]) -> Iterator[Facts]:
    documents = [document_of("", "", turn) for turn in range(TURNS)]
    for plan in plans:
        if plan["submitted_at"] is not None:
            yield {
                "plan_id": plan["id"],
                "number": 1,
                "round": 1,
                "title": plan["title"],
                "language": "en",
                "document": {**documents[plan["id"] % TURNS], "party": plan["party_code"]},
                "submitted_at": plan["submitted_at"],
                "submitted_by_id": people[plan["party_code"]],
            }


def _sections(plans: list[Facts], people: dict[str | None, int]) -> Iterator[Facts]:
    made = {
        (turn, each.code): values_of(each.fields, turn)
        for turn in range(TURNS)
        for each in SECTIONS
    }
    for plan in plans:
        for section in SECTIONS:
            content, private = made[plan["id"] % TURNS, section.code]
            if section.code == "identity":
                content = {**content, "title": plan["title"], "language": "en"}
            yield {"code": section.code, **_kept(plan, people, content, private)}


def _rows(plans: list[Facts], people: dict[str | None, int]) -> Iterator[Facts]:
    registers = [register for section in SECTIONS for register in section.registers]
    made = {
        register.code: [values_of(register.fields, turn) for turn in range(TURNS * 5)]
        for register in registers
    }
    for plan in plans:
        rows = BESIDES.get(int(plan["ref"].rpartition("-")[2]), ROWS)
        for register in registers:
            for number in range(rows.get(register.code, OTHER_ROWS)):
                turn = (plan["id"] + number) % (TURNS * 5)
                yield {
                    "register": register.code,
                    "key": key_of(number),
                    "position": number + 1,
                    "number": "",
                    **_kept(plan, people, *made[register.code][turn]),
                }


def _kept(plan: Facts, people: dict[str | None, int], content: Facts, private: Facts) -> Facts:
    return {
        "plan_id": plan["id"],
        "content": content,
        "private": private,
        "saved_at": plan["changed_at"],
        "saved_by_id": people[plan["party_code"]],
    }


def _entries(plans: list[Facts], people: dict[str | None, int]) -> Iterator[Facts]:
    for plan in plans:
        for verb in (Verb.STARTED, Verb.SUBMITTED)[: 1 + plan["round"]]:
            yield {
                "at": plan["moved_at"],
                "actor_id": people[plan["party_code"]],
                "actor_name": f"Person {plan['party_code']}",
                "subject_kind": "plan",
                "subject_id": plan["id"],
                "verb": verb.value,
                "note": "",
                "details": {"version": "1"} if verb is Verb.SUBMITTED else {},
            }


def _insert(model: type[Base], rows: Iterator[Facts]) -> None:
    table = Base.metadata.tables[model.__tablename__]
    while batch := list(islice(rows, BATCH)):
        db.session.connection().execute(sa.insert(table), batch)
