"""One plain function a model: each adds a row with sensible facts and flushes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Any

from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import PARTY_ROLES, Role
from engage.events.drafting import add_row, begin_event
from engage.events.models import Event
from engage.events.outline.event import REGISTERS
from engage.journeys.models import Journey, Stop
from engage.journeys.vocabulary import StopState
from engage.kit.clock import now
from engage.kit.folding import fold
from engage.kit.locales import CODES
from engage.kit.values.when import When
from engage.plans.document import compose
from engage.plans.models import Plan, PlanSection, Version
from engage.plans.vocabulary import Status
from engage.reference.models import Party

_numbers = count()
NAMELESS: Mapping[str, str] = MappingProxyType({})


def make_party(
    session: Session, name: str = "Aridland", names: Mapping[str, str] = NAMELESS, **facts: Any
) -> Party:
    """A made-up Party; its code holds a digit, so it never meets a real one.

    `names` are those that differ from its usual `name`, by language.
    """
    number = next(_numbers)
    code = f"{chr(ord('A') + number // 10 % 26)}{number % 10}"
    party = Party(
        **{
            "code": code,
            "iso3": f"{code}0",
            "names": {**dict.fromkeys(CODES, name), **names},
            "annexes": ["africa"],
            "languages": ["en"],
            "ui_language": "en",
            **facts,
        }
    )
    session.add(party)
    session.flush()
    return party


def make_user(session: Session, role: Role = Role.FOCAL_POINT, **facts: Any) -> User:
    """A person; one who works for a Party gets a Party of their own unless `party` is given."""
    if role in PARTY_ROLES and "party" not in facts:
        facts["party"] = make_party(session)
    number = next(_numbers)
    user = User(
        **{
            "email": f"person{number}@example.org",
            "name": f"Person {number}",
            "role": role.value,
            "language": "en",
            **facts,
        }
    )
    session.add(user)
    session.flush()
    return user


def make_plan(
    session: Session,
    status: Status = Status.DRAFT,
    *,
    party: Party | None = None,
    title: str = "People of the grassland",
    **facts: Any,
) -> Plan:
    """A plan in a state of its way; one that was submitted has a frozen version."""
    party = party or make_party(session)
    moment = now()
    plan = Plan(
        **{
            "ref": f"{party.code}-2026-{next(_numbers)}",
            "party": party,
            "title": title,
            "language": "en",
            "search_text": fold(title),
            "status": status.value,
            "version": 1,
            "round": 0 if status is Status.DRAFT else 1,
            "stamp": f"stamp{next(_numbers)}",
            "created_at": moment,
            "changed_at": moment,
            "moved_at": moment,
            "submitted_at": None if status is Status.DRAFT else moment,
            **facts,
        }
    )
    plan.sections.append(
        PlanSection(
            code="identity", content={"title": title, "language": plan.language}, private={}
        )
    )
    session.add(plan)
    if status is not Status.DRAFT:
        make_version(session, plan)
    session.flush()
    return plan


def make_version(session: Session, plan: Plan, **facts: Any) -> Version:
    """The plan as it stands, frozen as its present version and round."""
    version = Version(
        **{
            "plan": plan,
            "number": plan.version,
            "round": plan.round,
            "title": plan.title,
            "language": plan.language,
            "document": compose(plan),
            "submitted_at": plan.submitted_at or now(),
            "submitted_by": make_user(session, party=plan.party),
            **facts,
        }
    )
    session.add(version)
    plan.submitted_version, plan.submitted_round = version.number, version.round
    plan.submitted_title, plan.submitted_language = plan.title, plan.language
    plan.submitted_text = plan.search_text
    session.flush()
    return version


def make_event(
    session: Session,
    *,
    party: Party | None = None,
    writer: User | None = None,
    rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    belongs: Mapping[str, Any] | None = None,
    **answers: Any,
) -> Event:
    """An event of the Party, or of the secretariat where the writer is of it, with its answers by
    field code and the rows of its lists; `belongs` are columns such as `journey_id`."""
    if writer is None:
        party = party or make_party(session)
        writer = make_user(session, party=party)
    values = {"title": "Assembly at the wells", "type": "meeting", "status": "planned", **answers}
    event = begin_event(writer, writer.party, values, **(belongs or {}))
    for register in REGISTERS:
        for row in (rows or {}).get(register.code, ()):
            add_row(writer, event, register, **row)
    session.flush()
    return event


def make_journey(session: Session, *, ref: str = "", **answers: Any) -> Journey:
    """An open journey."""
    moment = now()
    journey = Journey(
        ref=ref or f"journey-{next(_numbers)}",
        content={"name": {"en": "Caravan of the steppe"}, **answers},
        is_open=True,
        stamp=f"stamp{next(_numbers)}",
        created_at=moment,
        changed_at=moment,
    )
    session.add(journey)
    session.flush()
    return journey


def make_stop(
    session: Session,
    journey: Journey,
    host: Party | None = None,
    state: StopState = StopState.ACCEPTED,
    **answers: Any,
) -> Stop:
    """A stop at the end of the journey."""
    content = {"place": "Samarkand", **answers}
    days = When.days(content.get("when"))
    stop = Stop(
        journey=journey,
        key=f"s{next(_numbers)}",
        position=len(journey.stops) + 1,
        party_code=host.code if host else None,
        state=state.value,
        content=content,
        private={},
        first_day=days.first,
        last_day=days.last,
        precision=days.precision or "",
        changed_at=now(),
    )
    session.add(stop)
    session.flush()
    return stop
