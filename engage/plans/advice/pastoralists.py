"""Rules of practice for pastoralists: they move, and meetings made for settled people miss them."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.advice.seen import Activity, Seen
from engage.plans.advice.shape import Advice, about_plan, about_row
from engage.reference.norms import Norms
from engage.reference.vocabulary.activities import ActivityType
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.approach import (
    CHANNELS_ONLINE,
    Channel,
    Method,
    SeparateSession,
)
from engage.reference.vocabulary.groups import Group, Mobility, MonthState

AWAY = frozenset({MonthState.ON_THE_MOVE, MonthState.UNREACHABLE})
# What reaches people who are under way.
MOBILE_WAYS = frozenset(
    {
        Method.RADIO,
        Channel.COMMUNITY_RADIO,
        Channel.NATIONAL_RADIO,
        Channel.VOICE,
        Channel.MARKET_DAY,
        Channel.WATER_POINT,
        Channel.VETERINARY_SERVICE,
        ActivityType.COMMUNITY_VISIT,
        ActivityType.BROADCAST,
    }
)
ONLINE_WAYS = frozenset({Method.WEBSITE} | CHANNELS_ONLINE)
# These say nothing of the way by which people are asked or told.
EITHER_WAY = frozenset({Method.SURVEY, Method.PUBLIC_COMMENT, Method.FACT_SHEETS})
HERDERS_APART = (
    (Group.WOMEN, SeparateSession.WOMEN),
    (Group.YOUTH, SeparateSession.YOUTH),
)


def months_on_the_move(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-PAS1: an activity falls into months in which herders are away, and nothing follows them.

    Source: IFAD, Engaging with pastoralists: a holistic development approach, 2018; FAO,
    Pastoralism: making variability work, 2021. The span compared is a default of ours.
    """
    for activity in seen.ahead_for(Group.PASTORALISTS):
        months = seen.busy(activity, AWAY, norms.season_span)
        if months and not ways_of(activity) & MOBILE_WAYS:
            yield about_row(AdviceCode.R_PAS1, activity, "when", months=tuple(months))


def only_online(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PAS2: herders are to be reached over the internet only.

    Source: FAO, Improving governance of pastoral lands, 2016; IFAD, Engaging with pastoralists,
    2018.
    """
    for row in seen.of_group(Group.PASTORALISTS):
        named = (row.chosen("channels") | row.chosen("methods")) - EITHER_WAY
        others = row.has_own_words("channels") or row.has_own_words("methods")
        if named and named <= ONLINE_WAYS and not others:
            yield about_row(AdviceCode.R_PAS2, row, "channels")


def across_the_border(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PAS3: herders cross a border, and nobody on the other side is named.

    Source: African Union, Policy framework for pastoralism in Africa, 2010; FAO, Improving
    governance of pastoral lands, 2016.
    """
    for row in seen.of_group(Group.PASTORALISTS):
        crosses = row.get("mobility") == Mobility.CROSS_BORDER
        if crosses and not row.text("neighbour_contact"):
            yield about_row(AdviceCode.R_PAS3, row, "neighbour_contact")


def herder_women_and_youth(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PAS4: herder women or young herders have neither a row nor a session of their own.

    Source: FAO, Improving governance of pastoral lands, 2016; UNCCD, Gender Action Plan, 2018.
    """
    rows = seen.of_group(Group.PASTORALISTS)
    sessions = frozenset().union(*(row.chosen("separate_for") for row in rows))
    unheard = tuple(
        group.value
        for group, session in HERDERS_APART
        if session not in sessions and not seen.circle_of(Group.PASTORALISTS, group)
    )
    if rows and unheard:
        yield about_plan(AdviceCode.R_PAS4, rows[0], "separate_session", groups=unheard)


def ways_of(activity: Activity) -> frozenset[str]:
    """The type, methods and channels of an activity."""
    return activity.chosen("type") | activity.chosen("methods") | activity.chosen("channels")
