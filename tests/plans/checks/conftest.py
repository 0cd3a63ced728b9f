"""A Party with three people, and a draft of theirs."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.models import Plan
from tests.factories import make_party, make_plan, make_user


@dataclass(frozen=True)
class House:
    plan: Plan
    focal_point: User
    contributor: User
    adviser: User


@pytest.fixture
def house(session: Session) -> House:
    party = make_party(session)
    return House(
        make_plan(session, party=party),
        make_user(session, party=party, name="Ona Tel"),
        make_user(session, Role.CONTRIBUTOR, party=party, name="Rui Besk"),
        make_user(session, Role.ADVISER, party=party, name="Sefa Maron"),
    )
