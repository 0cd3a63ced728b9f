"""A plan in four figures, for a small sheet beside other things."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from engage.plans.outline.plan import SECTIONS
from engage.plans.views.remembered import Overview
from engage.plans.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Figures:
    complete: int
    sections: int
    musts: int
    shoulds: int


def figures_of(seen: Overview) -> Figures:
    levels = Counter(finding.level for finding in seen.findings)
    waiting = {each.section for each in seen.findings if each.level is Level.MUST}
    complete = sum(1 for each in SECTIONS if each.code in seen.begun and each.code not in waiting)
    return Figures(complete, len(SECTIONS), levels[Level.MUST], levels[Level.SHOULD])
