"""Telling whether a value has changed, and joining what two people changed at the same time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from engage.kit.values.base import Json

LENGTH = 16


@dataclass(frozen=True, slots=True)
class Collision:
    """A field that both changed, each in another way; both texts are here."""

    code: str
    mine: Json
    current: Json


@dataclass(frozen=True, slots=True)
class Merge:
    """The joined values, without blank ones; colliding fields keep what is current.

    `agreed` are the fields in which the result now is what I typed.
    """

    result: dict[str, Json]
    collisions: tuple[Collision, ...] = ()
    agreed: frozenset[str] = field(default=frozenset(), compare=False)


def fingerprint(value: Json) -> str:
    """A short mark that is the same for the same value, whatever the order of its keys."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(canonical.encode()).hexdigest()[:LENGTH]


def fingerprints(values: Mapping[str, Json]) -> dict[str, str]:
    return {code: fingerprint(value) for code, value in values.items()}


def merge(seen: Mapping[str, str], mine: Mapping[str, Json], current: Mapping[str, Json]) -> Merge:
    """Join `mine`, typed over what was `seen`, with what is `current` by now.

    `seen` holds the fingerprint of each field when the form was opened; a field without one was
    blank. A field that is not in `mine` was not asked about and stays as it is.
    """
    result, collisions = dict(current), []
    for code, value in mine.items():
        now, mark = current.get(code), seen.get(code, _BLANK)
        if value == now or fingerprint(value) == mark:
            continue
        if fingerprint(now) == mark:
            result[code] = value
        else:
            collisions.append(Collision(code, value, now))
    agreed = frozenset(code for code, value in mine.items() if result.get(code) == value)
    filled: dict[str, Json] = {c: value for c, value in result.items() if value is not None}
    return Merge(filled, tuple(collisions), agreed)


_BLANK = fingerprint(None)
