"""Rules of practice across all groups: nobody is forgotten, and everybody can answer."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.advice.media import is_channel_only
from engage.plans.advice.seen import Seen
from engage.plans.advice.shape import Advice, about_field
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.approach import CHANNELS_ONLINE
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.resources import ROUTES_ONLINE

CHANNELS = "feedback_channels"
ONLINE = frozenset(CHANNELS_ONLINE) | frozenset(ROUTES_ONLINE)


def group_without_activity(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """A group has a row among the stakeholders, and no activity is for it.

    Source: decision 8/COP.16, which names the groups that plans are developed and carried out
    with.
    """
    if not seen.activities:
        return
    for group in Group:
        said = group is Group.MEDIA and is_channel_only(seen)
        if seen.of_group(group) and not seen.held_for(group) and not said:
            yield Advice(
                AdviceCode.R_GRP1,
                "activities",
                "activities",
                about=group.value,
                said=(("group", group.value),),
            )


def feedback_needs_internet(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """Every way to give feedback or to complain needs the internet.

    Source: World Bank, Environmental and Social Standard 10: stakeholder engagement and
    information disclosure, 2018 (a grievance mechanism that all can reach).
    """
    values = seen.fields("feedback").get(CHANNELS)
    named = [each for each in values if each] if isinstance(values, list) else []
    routes = [row.text("route") for row in seen.rows("feedback", "complaint_channels")]
    ways = [*named, *(route for route in routes if route)]
    if ways and all(isinstance(way, str) and way in ONLINE for way in ways):
        yield about_field(AdviceCode.R_FEE1, "feedback", CHANNELS)
