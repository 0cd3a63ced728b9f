"""The least set of answers with which a plan can be submitted, as a person would give them."""

from __future__ import annotations

from typing import Any

from engage.accounts.models import User
from engage.kit.values.fingerprint import fingerprint
from engage.plans.drafting import Typed, add_row, save_row, save_section
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register, find_section
from engage.reference.vocabulary.groups import Group

SECTIONS: dict[str, dict[str, Any]] = {
    "identity": {
        "title": "People of the grassland",
        "period": {"start": "2026-01", "end": "2027-12"},
        "language": "en",
        "scope": "national",
        "depth": "simple",
        "lead_institution": "Ministry of Land and Forests",
        "focal_point": {"name": "Ilen Dorrin", "email": "land@example.org"},
    },
    "purpose": {"purpose": "Herder families take part in deciding which wells are rested."},
    "so_far": {"participatory": "no"},
    "stakeholders": {
        "not_relevant": {
            group.value: "Not in this first year." for group in Group if group != Group.PASTORALISTS
        }
    },
    "monitoring": {"review_date": {"start": "2027-01"}},
    "signature": {
        "prepared_by": {"name": "Ilen Dorrin", "title": "Focal point", "on": "2026-02-01"},
        "authorised_by": {"name": "Sefa Maron", "title": "Minister", "on": "2026-02-02"},
        "visibility": "secretariat",
    },
}

ROWS: dict[str, dict[str, Any]] = {
    "objectives": {"text": "Two spring routes stay open."},
    "stakeholders": {
        "name": "Herder families of the north",
        "groups": ["pastoralists"],
        "role": ["leads"],
        "level": "involve",
        "methods": ["workshop"],
        "messages": ["You decide first."],
        "hear_back": ["meeting"],
    },
    "activities": {
        "title": "Herders’ assembly",
        "type": "meeting",
        "groups": ["pastoralists"],
        "when": {"start": "2026-06"},
        "places": ["Karo plateau"],
        "reach": "local",
        "responsible": ["Directorate of Land"],
        "status": "planned",
    },
    "indicators": {"name": "Consultations with a written answer"},
}


def fill_in(actor: User, plan: Plan) -> Plan:
    """Answer every must of an empty plan."""
    for code, values in SECTIONS.items():
        section = find_section(code)
        assert section is not None
        save_section(actor, plan, section, typed(values, kept_of(plan, code)))
    for code, values in ROWS.items():
        found = find_register(code)
        assert found is not None
        save_row(actor, plan, found[1], add_row(actor, plan, found[1]), typed(values, {}))
    return plan


def kept_of(plan: Plan, code: str) -> dict[str, Any]:
    return next((each.content for each in plan.sections if each.code == code), {})


def typed(values: dict[str, Any], kept: dict[str, Any]) -> Typed:
    """What a form brings whose writer saw what is kept."""
    from_page = {code: fingerprint(value) for code, value in kept.items()}
    return Typed(values=values, seen=from_page)
