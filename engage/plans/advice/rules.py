"""All rules of practice in one place, in the order of the groups, and what they find in a plan."""

from __future__ import annotations

from engage.plans.advice import (
    communities,
    coverage,
    indigenous,
    land,
    media,
    parliament,
    pastoralists,
    policy,
    private_sector,
    seasons,
    women,
    youth,
)
from engage.plans.advice.seen import Seen
from engage.plans.advice.shape import Advice, Rule
from engage.plans.document import Json
from engage.plans.outline.asked import asked_of, asked_of_row, depth_of
from engage.plans.outline.plan import SECTIONS, find_register
from engage.plans.vocabulary import Level
from engage.reference.norms import Norms
from engage.reference.vocabulary.identity import Depth

# The two that hold up submission; all others are advice.
BLOCKS: tuple[Rule, ...] = (indigenous.consent_is_blank, private_sector.diligence_is_blank)
RULES: tuple[Rule, ...] = (
    pastoralists.months_on_the_move,
    pastoralists.only_online,
    pastoralists.across_the_border,
    pastoralists.herder_women_and_youth,
    women.no_measure,
    women.share_of_women,
    women.late_or_long,
    women.informed_only,
    youth.minors,
    youth.exam_months,
    youth.no_say,
    youth.unpaid_travel,
    indigenous.time_to_decide,
    indigenous.unknown_representation,
    indigenous.inside_civil_society,
    communities.one_count_for_two,
    communities.only_international,
    communities.service_provider_only,
    land.women_who_hold_land,
    land.users_without_title,
    land.sowing_and_harvest,
    parliament.recess_and_elections,
    parliament.one_chamber_only,
    parliament.no_committee,
    parliament.late_invitation,
    policy.own_ministry_only,
    private_sector.logo_or_endorsement,
    private_sector.only_large_companies,
    private_sector.pledge_without_measure,
    media.channel_only,
    coverage.group_without_activity,
    coverage.feedback_needs_internet,
    seasons.busy_months,
    seasons.international_day,
    seasons.weeks_of_a_session,
    seasons.outside_of_the_period,
    seasons.long_period,
    *BLOCKS,
)
_PLACES = {section.code: section.number for section in SECTIONS}


def found(document: Json, norms: Norms) -> tuple[Advice, ...]:
    """Everything the rules say of the document, set aside or not, in the order of its sections.

    A simple plan is not advised of a question that it does not ask.
    """
    seen = Seen(document)
    given = [
        advice
        for rule in RULES
        for advice in rule(seen, norms)
        if advice.level is Level.MUST or _is_asked(advice, seen)
    ]
    return tuple(sorted(given, key=lambda advice: _PLACES[advice.section]))


def _is_asked(advice: Advice, seen: Seen) -> bool:
    depth = depth_of(seen.fields("identity"))
    if not advice.field or depth is Depth.FULL:
        return True
    if place := find_register(advice.register):
        rows = (row for row in seen.rows(advice.section, advice.register) if row.key == advice.key)
        asked = {field for row in rows for field in asked_of_row(place[1], depth, row.values)}
    else:
        section = next(each for each in SECTIONS if each.code == advice.section)
        asked = set(asked_of(section.fields, depth, seen.fields(advice.section)))
    return advice.field in {field.code for field in asked}


def blocks(document: Json) -> tuple[Advice, ...]:
    """What holds up submission; no threshold has a part in it."""
    seen, norms = Seen(document), Norms()
    return tuple(advice for rule in BLOCKS for advice in rule(seen, norms))
