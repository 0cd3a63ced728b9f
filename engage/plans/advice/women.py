"""Rules of practice for women: to be in the room, to be able to come, and to be heard."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.advice.seen import Activity, Seen
from engage.plans.advice.shape import Advice, about_plan, about_row
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.approach import EngagementLevel, InclusionMeasure
from engage.reference.vocabulary.groups import Group

WAYS_TO_COME = frozenset({InclusionMeasure.CHILDCARE, InclusionMeasure.SAFE_TRANSPORT})


def no_measure(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-WOM1: women are met, and nothing is planned that makes it possible for them to come.

    Source: UNCCD, UN Women and IUCN, A manual for gender-responsive land degradation neutrality
    transformative projects and programmes, 2019.
    """
    for row in seen.of_group(Group.WOMEN):
        planned = any(_has_measures(each) for each in seen.meant_for(row))
        if not planned and not _chosen(row.get("inclusion")):
            yield about_row(AdviceCode.R_WOM1, row, "inclusion")


def share_of_women(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-WOM2: fewer women than a certain share are to be reached by a mixed activity.

    Source: UNCCD, Gender Action Plan, 2018 (participation). The share is a default of ours, after
    resolution 1990/15 of the Economic and Social Council; it is no rule of the Convention.
    """
    for activity in seen.ahead:
        women, total = activity.number("target_women"), activity.number("target_total")
        if norms.women_share is None or women is None or not total:
            continue
        if activity.groups != {Group.WOMEN} and women * 100 < norms.women_share * total:
            share = women * 100 // total
            yield about_row(
                AdviceCode.R_WOM2, activity, "target_women", share=share, norm=norms.women_share
            )


def late_or_long(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-WOM3: an activity for women starts late or lasts long, without childcare or transport.

    Source: UNCCD, UN Women and IUCN, A manual for gender-responsive land degradation neutrality
    transformative projects and programmes, 2019. Hour and length are defaults of ours.
    """
    for activity in seen.ahead_for(Group.WOMEN):
        measures = seen.measures(activity, Group.WOMEN)
        if _is_late_or_long(activity, norms) and not measures & WAYS_TO_COME:
            yield about_row(AdviceCode.R_WOM3, activity, "inclusion")


def informed_only(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-WOM4: women appear at the level of informing only.

    Source: UNCCD, Gender Action Plan, 2018 (participation in decisions); IAP2, Spectrum of public
    participation, in which to inform is not yet to let take part.
    """
    rows = seen.of_group(Group.WOMEN)
    levels = {row.text("level") for row in rows}
    if levels == {EngagementLevel.INFORM}:
        yield about_plan(AdviceCode.R_WOM4, rows[0], "level")


def _has_measures(activity: Activity) -> bool:
    return _chosen(activity.get("inclusion"))


def _chosen(value: object) -> bool:
    """Something is chosen, be it in own words."""
    return isinstance(value, list) and bool(value)


def _is_late_or_long(activity: Activity, norms: Norms) -> bool:
    return _reaches(activity.number("starts_at"), norms.late_start) or _exceeds(
        activity.number("lasts_hours"), norms.session_length
    )


def _reaches(number: int | None, norm: int | None) -> bool:
    return number is not None and norm is not None and number >= norm


def _exceeds(number: int | None, norm: int | None) -> bool:
    return number is not None and norm is not None and number > norm
