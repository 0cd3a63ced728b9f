"""What may be chosen: from a vocabulary, and from pairs that are only known at the time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeGuard, cast

from engage.kit.values.vocabulary import Label, Vocabulary

Pairs = Callable[[], Iterable[tuple[str, Label]]]
Source = type[Vocabulary] | Pairs


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `own` tells that its label is the Party's own words."""

    code: str
    label: Label
    own: bool = False


def is_closed(source: Source, extra: Pairs | None) -> bool:
    """All codes are known beforehand, so that a schema can list them."""
    return extra is None and _is_vocabulary(source)


def _is_vocabulary(source: Source) -> TypeGuard[type[Vocabulary]]:
    return isinstance(source, type) and issubclass(source, Vocabulary)


def options_of(source: Source, extra: Pairs | None = None) -> tuple[Option, ...]:
    if _is_vocabulary(source):
        first = tuple(_by_code(source).values())
    else:
        first = tuple(Option(code, label) for code, label in cast("Pairs", source)())
    if extra is None:
        return first
    return first + tuple(Option(code, label, own=True) for code, label in extra())


def option_of(code: str, source: Source, extra: Pairs | None = None) -> Option | None:
    """The option with this code, found without a walk where it is in a vocabulary."""
    if _is_vocabulary(source) and (known := _by_code(source).get(code)):
        return known
    return None if is_closed(source, extra) else find_option(options_of(source, extra), code)


@cache
def _by_code(source: type[Vocabulary]) -> dict[str, Option]:
    return {code: Option(code, label) for code, label in source.labels().items()}


def find_option(options: Iterable[Option], code: str) -> Option | None:
    return next((option for option in options if option.code == code), None)
