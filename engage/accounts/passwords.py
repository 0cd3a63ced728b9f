"""Hashing and checking passwords: Argon2id at the cost that OWASP recommends."""

from __future__ import annotations

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from engage.config import settings

SHORTEST = 12
LONGEST = 200


@lru_cache
def hasher(cost: str) -> PasswordHasher:
    if cost == "test":
        return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@lru_cache
def nobodys_hash(cost: str) -> str:
    """Checked for accounts that do not exist, so that they take as long as those that do."""
    return hasher(cost).hash("the password of nobody")


def hash_password(password: str) -> str:
    return hasher(settings().password_cost).hash(password)


def matches(password_hash: str, password: str) -> bool:
    """An empty hash matches nothing, in the same time as a wrong password."""
    cost = settings().password_cost
    try:
        hasher(cost).verify(password_hash or nobodys_hash(cost), password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(password_hash)


def is_outdated(password_hash: str) -> bool:
    return hasher(settings().password_cost).check_needs_rehash(password_hash)
