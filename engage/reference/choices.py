"""Editable rows and Parties as things to choose from, by the names of the language spoken now.

Asked once a request, however many answers are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask import g

from engage.kit.locales import current
from engage.kit.values.vocabulary import Label
from engage.reference.models import AgeBand, Initiative, Occasion
from engage.reference.queries import names_of, parties

Pair = tuple[str, Label]


def occasions_now() -> Iterable[Pair]:
    return _once("occasions", lambda: names_of(Occasion, current()))


def initiatives_now() -> Iterable[Pair]:
    return _once("initiatives", lambda: names_of(Initiative, current()))


def age_bands_now() -> Iterable[Pair]:
    return _once("age_bands", lambda: names_of(AgeBand, current()))


def parties_now() -> Iterable[Pair]:
    """The Parties in the order of their names."""
    return _once(
        "parties", lambda: [(each.code, each.name(current())) for each in parties(current())]
    )


def _once(name: str, ask: Callable[[], Iterable[Pair]]) -> tuple[Pair, ...]:
    key = f"choices_{name}_{current()}"
    if key not in g:
        setattr(g, key, tuple(ask()))
    found: tuple[Pair, ...] = g.get(key)
    return found
