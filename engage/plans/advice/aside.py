"""Advice that a Party has set aside, with its reason: rows of a list of the plan itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engage.plans.advice.seen import Seen
from engage.plans.advice.shape import Advice
from engage.plans.document import Json
from engage.plans.vocabulary import Level


@dataclass(frozen=True, slots=True)
class SetAside:
    """`advice` is the code of its rule; `about` what the row was called when it was set aside."""

    name: str
    advice: str
    about: str
    reason: str


def set_aside_in(document: Json) -> Mapping[str, SetAside]:
    """By the name of the advice, in the order in which it was set aside."""
    return {
        row.key: SetAside(row.key, row.text("advice"), row.text("about"), row.text("reason"))
        for row in Seen(document).rows("signature", "set_aside")
    }


def still_given(given: Sequence[Advice], aside: Mapping[str, SetAside]) -> tuple[Advice, ...]:
    """Without what was set aside; what holds up submission cannot be."""
    return tuple(each for each in given if each.level is Level.MUST or each.name not in aside)
