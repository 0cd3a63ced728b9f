"""Rules of practice of time: seasons, feasts, international days, sessions, and the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engage.plans.advice import land, parliament, pastoralists, youth
from engage.plans.advice.seen import Activity, Seen
from engage.plans.advice.shape import Advice, about_field, about_row
from engage.plans.advice.spans import days_of, earliest, ends, latest, near
from engage.reference.norms import KnownOccasion, Norms
from engage.reference.vocabulary.activities import OccasionKind
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import Group, MonthState

FREE = frozenset({MonthState.PRESENT, MonthState.SITTING, MonthState.BUDGET})
BUSY = frozenset(MonthState) - FREE
# What the rules of these groups speak of, so that it is not said twice.
SAID = (
    (Group.PASTORALISTS, pastoralists.AWAY),
    (Group.FARMERS, land.FIELD_WORK),
    (Group.YOUTH, youth.EXAMS),
    (Group.PARLIAMENTARIANS, parliament.AWAY),
)
# International days that belong to a group; they are worth a word where that group is met.
DAYS_OF = {
    "women": Group.WOMEN,
    "women_girls_science": Group.WOMEN,
    "rural_women": Group.WOMEN,
    "youth": Group.YOUTH,
    "youth_skills": Group.YOUTH,
    "children": Group.YOUTH,
    "indigenous_peoples": Group.INDIGENOUS,
    "parliamentarism": Group.PARLIAMENTARIANS,
    "democracy": Group.PARLIAMENTARIANS,
    "radio": Group.MEDIA,
    "press_freedom": Group.MEDIA,
}
# Days that have little to do with land; they are worth a word on the very day only.
FAR_FROM_LAND = frozenset(
    {
        "bees",
        "human_rights",
        "meteorology",
        "mother_language",
        "social_justice",
        "united_nations",
        "wildlife",
    }
)


def busy_months(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """F11: an activity falls into months that a calendar has as busy, and no other rule says so.

    Source: OECD, Guidelines for citizen participation processes, 2022 (the time suits those who
    are invited). The span compared is a default of ours.
    """
    for activity in seen.ahead:
        states = BUSY.difference(*(said for group, said in SAID if group in activity.groups))
        if months := seen.busy(activity, states, norms.season_span):
            held = tuple(each for each in seen.states(activity, months) if each in states)
            yield about_row(AdviceCode.R_SEA1, activity, "when", months=tuple(months), states=held)


def international_day(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """F10: an activity takes place around an international day and names no occasion.

    Source: General Assembly resolutions that proclaim the days, such as 49/115 for 17 June. The
    number of days around is a default of ours.
    """
    for activity in seen.ahead:
        found = None if _names_occasion(activity) else _day_close_by(activity, norms)
        if found:
            occasion, day = found
            yield about_row(
                AdviceCode.R_OCC1, activity, "occasion", occasion=occasion, date=day.isoformat()
            )


def weeks_of_a_session(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """F10: an activity takes place in the weeks of a session, when the delegation is away.

    Source: the dates of sessions of the Conference of the Parties and its committees, as the
    secretariat announces them.
    """
    sessions = [each for each in norms.occasions if each.kind == OccasionKind.CONFERENCE]
    for activity in seen.ahead:
        held = next((each for each in sessions if _is_during(activity, each)), None)
        if held and activity.get("occasion_kind") != OccasionKind.CONFERENCE:
            yield about_row(
                AdviceCode.R_OCC2, activity, "when", occasion=held.code, date=_dates_of(held)
            )


def outside_of_the_period(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """F4: an activity lies outside of the period of the plan, in whole or in part.

    Source: World Bank, Environmental and Social Standard 10, 2018 (a timetable that belongs to the
    plan).
    """
    period = seen.fields("identity").get("period")
    first, last = earliest(period), latest({"start": period.get("end")} if period else None)
    for activity in seen.ahead:
        start, end = latest(activity.get("when")), ends(activity.get("when"))
        early = first is not None and start is not None and start < first
        late = last is not None and end is not None and end > last
        if early or late:
            yield about_row(AdviceCode.R_TIM1, activity, "when")


def long_period(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """A4: the plan runs for longer than most.

    Source: decision 15/COP.13, by which reports follow each other every four years. The number of
    months is a default of ours.
    """
    period = seen.fields("identity").get("period")
    start, end = latest(period), ends(period)
    if norms.plan_period is None or start is None or end is None:
        return
    if (end.year - start.year) * 12 + end.month - start.month >= norms.plan_period:
        yield about_field(AdviceCode.R_TIM2, "identity", "period", num=norms.plan_period)


def _names_occasion(activity: Activity) -> bool:
    kind = activity.get("occasion_kind")
    return bool(activity.get("occasion")) or kind is not None


def _day_close_by(activity: Activity, norms: Norms) -> tuple[str, date] | None:
    """The international day that lies next to the start, if one lies near enough."""
    stretches = days_of(activity.get("when"))
    if not stretches or norms.occasion_days is None:
        return None
    start = stretches[0][0]
    found = [
        (abs(there - start), each.code, there)
        for each in norms.occasions
        if each.month and each.day and _is_worth_a_word(each, activity)
        if (there := near(start, each.month, each.day, _within(each, norms.occasion_days)))
    ]
    return min(found)[1:] if found else None


def _is_worth_a_word(occasion: KnownOccasion, activity: Activity) -> bool:
    group = DAYS_OF.get(occasion.code)
    return group is None or group in activity.groups


def _within(occasion: KnownOccasion, days: int) -> int:
    return 0 if occasion.code in FAR_FROM_LAND else days


def _is_during(activity: Activity, session: KnownOccasion) -> bool:
    if not session.starts or not session.ends:
        return False
    first, last = earliest({"start": session.starts}), latest({"start": session.ends})
    if first is None or last is None:
        return False
    return any(start <= last and end >= first for start, end in days_of(activity.get("when")))


def _dates_of(session: KnownOccasion) -> str:
    return f"{session.starts}/{session.ends}"
