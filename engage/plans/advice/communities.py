"""Rules of practice for local communities and for civil society organizations."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.advice.seen import Seen
from engage.plans.advice.shape import Advice, about_plan, about_row
from engage.reference.norms import Norms
from engage.reference.vocabulary.activities import Reach
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import Governance, Group

ACROSS_BORDERS = frozenset({Reach.REGIONAL, Reach.GLOBAL})
COUNTS = ("target_indigenous", "target_local")


def one_count_for_two(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-LOC1: Indigenous Peoples and local communities share the count of an activity.

    Source: UNCCD reporting manual for 2026 (PRAIS 4), which asks for each by itself; decision
    5/COP.16.
    """
    for activity in seen.held_for(Group.LOCAL_COMM):
        blank = [code for code in COUNTS if activity.get(code) is None]
        counted = activity.number("target_total") is not None
        if Group.INDIGENOUS in activity.groups and counted and blank:
            yield about_row(AdviceCode.R_LOC1, activity, blank[0])


def only_international(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-CSO1: all civil society organizations of the plan work across borders.

    Source: GEF, Guidelines on the implementation of the policy on stakeholder engagement
    (SD/GN/01), 2018; decision 5/COP.16.
    """
    rows = seen.of_group(Group.CSO)
    if rows and all(_works_across_borders(row.chosen("organization_reach")) for row in rows):
        yield about_plan(AdviceCode.R_CSO1, rows[0], "organization_reach")


def service_provider_only(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-CSO2: civil society organizations carry out work and nothing else.

    Source: GEF, Guidelines on the implementation of the policy on stakeholder engagement
    (SD/GN/01), 2018, with its list of roles of civil society.
    """
    rows = seen.of_group(Group.CSO)
    if rows and all(row.get("governance_role") == Governance.IMPLEMENTER for row in rows):
        yield about_plan(AdviceCode.R_CSO2, rows[0], "governance_role")


def _works_across_borders(reach: frozenset[str]) -> bool:
    return bool(reach) and reach <= ACROSS_BORDERS
