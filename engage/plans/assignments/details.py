"""What comes in from the form of the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleDetails:
    """Codes of a topic, an annex and a language; a blank one stands for any."""

    topic: str
    annex: str
    language: str
    reviewer_id: int
