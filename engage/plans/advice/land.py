"""Rules of practice for those who hold, manage or farm land."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engage.kit.values.links import keys_of
from engage.plans.advice.pastoralists import ways_of
from engage.plans.advice.seen import Row, Seen, Stakeholder
from engage.plans.advice.shape import Advice, about_plan, about_row
from engage.reference.norms import Norms
from engage.reference.vocabulary.activities import ActivityType
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.approach import Channel, Method
from engage.reference.vocabulary.groups import Barrier, Group, MonthState

FIELD_WORK = frozenset({MonthState.SOWING, MonthState.HARVEST, MonthState.LAMBING})
# Groups among which are those who use land without a title.
USERS = (Group.INDIGENOUS, Group.LOCAL_COMM, Group.FARMERS, Group.PASTORALISTS)
# What meets farmers at their work.
AT_THE_FIELD = frozenset(
    {
        Method.RADIO,
        Method.FIELD_DAY,
        Channel.COMMUNITY_RADIO,
        Channel.NATIONAL_RADIO,
        Channel.VOICE,
        Channel.MARKET_DAY,
        Channel.EXTENSION_SERVICE,
        ActivityType.COMMUNITY_VISIT,
        ActivityType.BROADCAST,
    }
)


def women_who_hold_land(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-LAND: landowners are in the plan, and women among them are not mentioned.

    Source: FAO, Voluntary guidelines on the responsible governance of tenure, 2012, principle of
    gender equality; UNCCD, Gender Action Plan, 2018 (land rights).
    """
    rows = seen.of_group(Group.LAND_OWNERS_MANAGERS)
    if not rows or seen.circle_of(Group.LAND_OWNERS_MANAGERS, Group.WOMEN):
        return
    if not any(_is_of_women_among(each, rows) for each in seen.rows("stakeholders", "vulnerable")):
        yield about_plan(AdviceCode.R_LAND1, rows[0], "groups")


def users_without_title(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-LAND: landowners are in the plan, and those who use land without a title are nowhere.

    Source: FAO, Voluntary guidelines on the responsible governance of tenure, 2012 (legitimate
    tenure rights that are not protected by law).
    """
    rows = seen.of_group(Group.LAND_OWNERS_MANAGERS)
    named = any(seen.of_group(group) for group in USERS)
    barred = any(Barrier.LEGAL_STATUS in row.chosen("barriers") for row in seen.stakeholders)
    if rows and not named and not barred:
        yield about_plan(AdviceCode.R_LAND2, rows[0], "groups")


def sowing_and_harvest(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-FARM1: an activity for farmers falls into sowing, harvest or lambing, away from the field.

    Source: FAO, Farmer field school guidance document, 2016 (meetings follow the season). The span
    compared is a default of ours.
    """
    for activity in seen.ahead_for(Group.FARMERS):
        months = seen.busy(activity, FIELD_WORK, norms.season_span)
        if months and not ways_of(activity) & AT_THE_FIELD:
            yield about_row(AdviceCode.R_FARM1, activity, "when", months=tuple(months))


def _is_of_women_among(described: Row, rows: Sequence[Stakeholder]) -> bool:
    """People in a vulnerable situation who are women among these stakeholders."""
    linked = set(keys_of(described.get("stakeholders")))
    groups = described.chosen("groups")
    among = Group.LAND_OWNERS_MANAGERS in groups or any(linked & set(row.line) for row in rows)
    return Group.WOMEN in groups and among
