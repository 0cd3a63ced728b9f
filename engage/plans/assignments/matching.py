"""Which rule names the reviewer of a topic: the one that says most about the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from engage.reference.vocabulary.identity import Annex

_PLACES = {annex.value: place for place, annex in enumerate(Annex)}


@dataclass(frozen=True, slots=True)
class Rule:
    """Who reads a topic of plans from an annex and in a language; blank stands for any."""

    topic: str
    annex: str
    language: str
    reviewer_id: int

    def fits(self, topic: str, annexes: Collection[str], language: str) -> bool:
        is_near = self.annex in annexes or not self.annex
        return self.topic == topic and is_near and self.language in ("", language)

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """An annex says more than a language. Of the annexes of one Party the first in the order
        of the Convention counts, so that the same plan always finds the same rule."""
        return (not self.annex, not self.language, _PLACES.get(self.annex, len(_PLACES)))


def best_rule(
    rules: Iterable[Rule], topic: str, annexes: Collection[str], language: str
) -> Rule | None:
    """The rule for annex and language, else for the annex, the language, or any plan."""
    fitting = (rule for rule in rules if rule.fits(topic, annexes, language))
    return min(fitting, key=lambda rule: rule.rank, default=None)
