"""Rules of practice for policymakers: land is decided in more than one office."""

from __future__ import annotations

from collections.abc import Iterator

from engage.kit.folding import fold
from engage.plans.advice.seen import Seen, Stakeholder
from engage.plans.advice.shape import Advice, about_plan
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import Group


def own_ministry_only(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-POL1: no policymaker is named but the ministry of the focal point.

    Source: UNCCD Global Mechanism, Land degradation neutrality target setting: a technical guide,
    2016 (a working group of several ministries).
    """
    lead = seen.fields("identity").get("lead_institution")
    rows = seen.of_group(Group.POLICYMAKERS)
    if isinstance(lead, str) and rows and all(_is_part_of(row, lead, seen) for row in rows):
        yield about_plan(AdviceCode.R_POL1, rows[0], "name")


def _is_part_of(row: Stakeholder, institution: str, seen: Seen) -> bool:
    """The row, or one above it, is called as the institution is."""
    names = (fold(seen.every_stakeholder[key].text("name")) for key in row.line)
    known = fold(institution)
    return any(name and (known in name or name in known) for name in names)
