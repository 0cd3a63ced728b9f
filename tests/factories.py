"""One plain function a model: each adds a row with sensible facts and flushes it."""

from __future__ import annotations

from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import PARTY_ROLES, Role
from engage.kit.locales import CODES
from engage.reference.models import Party

_numbers = count()


def make_party(session: Session, name: str = "Aridland", **facts: Any) -> Party:
    """A made-up Party; its code holds a digit, so it never meets a real one."""
    number = next(_numbers)
    code = f"{chr(ord('A') + number // 10 % 26)}{number % 10}"
    party = Party(
        **{
            "code": code,
            "iso3": f"{code}0",
            **{f"name_{language}": name for language in CODES},
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
