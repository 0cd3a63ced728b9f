"""What comes from outside: one frozen record for each form."""

from __future__ import annotations

from dataclasses import dataclass

from engage.post.vocabulary import Pace


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceDetails:
    """How somebody wants letters; a blank zone is the one of the service."""

    pace: Pace
    time_zone: str
