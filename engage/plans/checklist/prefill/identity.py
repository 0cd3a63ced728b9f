"""Chapter one of the checklist: who stands for the plan, under which mandate, with whom."""

from __future__ import annotations

from engage.plans.advice.seen import Seen
from engage.plans.checklist.prefill.shape import Found, of_answers, of_lists
from engage.reference.norms import Norms


def identity(seen: Seen, _norms: Norms) -> Found:
    """Period, lead institution, focal point and authorization are answered.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021 (timelines and
    personnel).
    """
    return of_answers(
        seen,
        ("identity", "period"),
        ("identity", "lead_institution"),
        ("identity", "focal_point"),
        ("signature", "authorised_by"),
    )


def mandate(seen: Seen, _norms: Norms) -> Found:
    """A decision and a national policy are named.

    Source: decision 8/COP.16; PRAIS 4 (narrative on national plans and policies).
    """
    return of_lists(seen, "mandates", "policies")


def other_focal_points(seen: Seen, _norms: Norms) -> Found:
    """The focal points are named, and how the coordination works is told.

    Source: decision 8/COP.16 (synergies among the Rio conventions at the national level).
    """
    return of_answers(seen, ("identity", "other_focal_points"), ("identity", "coordination_note"))
