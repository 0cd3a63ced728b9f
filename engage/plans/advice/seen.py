"""A plan as a good colleague sees it: its rows, what holds for each, and how they hang together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engage.kit.folding import fold
from engage.kit.values.links import keys_of
from engage.kit.values.strip import Strip
from engage.plans.advice.spans import months_of
from engage.plans.document import Json
from engage.plans.outline.approach import APPROACH
from engage.reference.vocabulary.activities import ActivityStatus, ActivityType, Reach
from engage.reference.vocabulary.groups import CalendarKind, Group, MonthState

# What a row below takes over from the rows above it, as `completeness` has it.
TAKEN_OVER = frozenset({field.code for field in APPROACH} | {"groups", "role"})
NOT_HELD = (ActivityStatus.CANCELLED, ActivityStatus.REPLACED)
AHEAD = (None, ActivityStatus.PLANNED, ActivityStatus.CONFIRMED)
AT_HOME = (ActivityType.BROADCAST, ActivityType.ONLINE_CAMPAIGN, ActivityType.MATERIAL)
# Whose calendar it is, where it does not say so.
LIVED_BY: Mapping[str, frozenset[str]] = {
    CalendarKind.MOBILITY: frozenset({Group.PASTORALISTS}),
    CalendarKind.CROPS: frozenset({Group.FARMERS}),
    CalendarKind.PARLIAMENT: frozenset({Group.PARLIAMENTARIANS}),
    CalendarKind.EXAMS: frozenset({Group.YOUTH}),
}
EVERYBODY = frozenset(group.value for group in Group)


@dataclass(frozen=True)
class Row:
    """A row of a register. `values` are the answers that hold for it, its own or taken over."""

    section: str
    register: str
    key: str
    values: Mapping[str, Any]

    def get(self, code: str) -> Any:
        return self.values.get(code)

    def chosen(self, code: str) -> frozenset[str]:
        """The codes of one choice or of several; another answer or own words are none."""
        value = self.values.get(code)
        if isinstance(value, str):
            return frozenset({value})
        return codes_in(value)

    def has_own_words(self, code: str) -> bool:
        value = self.values.get(code)
        return isinstance(value, list) and any(isinstance(each, dict) for each in value)

    def number(self, code: str) -> int | None:
        """A whole number, or the number of a count."""
        value = self.values.get(code)
        found = value.get("number") if isinstance(value, dict) else value
        return found if isinstance(found, int) else None

    def text(self, code: str) -> str:
        value = self.values.get(code)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class Stakeholder(Row):
    """`line` are the keys of the row and of those above it; `circle` all their groups."""

    groups: frozenset[str]
    line: tuple[str, ...]
    circle: frozenset[str]


@dataclass(frozen=True)
class Activity(Row):
    """`groups` are those it names, and those of the stakeholders that it names.

    `months` (1 is January) are those that it touches, as far as they are known.
    """

    groups: frozenset[str]
    stakeholders: frozenset[str]
    months: frozenset[int]

    @property
    def is_met(self) -> bool:
        """Whether people have to come; what is broadcast or printed reaches them where they are."""
        return self.get("type") not in AT_HOME and self.get("reach") != Reach.ONLINE


@dataclass(frozen=True)
class Calendar(Row):
    """Whose year it is, and what each month is for them."""

    groups: frozenset[str]
    stakeholders: frozenset[str]
    states: Mapping[int, str]


class Seen:
    """The document, looked at once for all rules."""

    def __init__(self, document: Json) -> None:
        self._document = document
        self._lived_by: dict[str, Sequence[Calendar]] = {}

    def fields(self, section: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._document["sections"].get(section, {}).get("fields", {})
        return found

    def rows(self, section: str, register: str) -> Sequence[Row]:
        return [
            Row(section, register, row["key"], row["values"])
            for row in self._raw(section, register)
        ]

    def _raw(self, section: str, register: str) -> Sequence[Json]:
        """None where the document is older than the list."""
        lists = self._document["sections"].get(section, {}).get("registers", {})
        found: Sequence[Json] = lists.get(register, ())
        return found

    # ------------------------------------------------------------ stakeholders

    @cached_property
    def every_stakeholder(self) -> Mapping[str, Stakeholder]:
        raw = self._raw("stakeholders", "stakeholders")
        by_key = {row["key"]: row for row in raw}
        return {row["key"]: _stakeholder(row, by_key) for row in raw}

    @cached_property
    def stakeholders(self) -> Sequence[Stakeholder]:
        """Without the rows that only gather others."""
        gather = {row.get("parent") for row in self._raw("stakeholders", "stakeholders")}
        return [row for key, row in self.every_stakeholder.items() if key not in gather]

    def of_group(self, group: Group) -> Sequence[Stakeholder]:
        return self._by_group.get(group, ())

    @cached_property
    def _by_group(self) -> Mapping[str, Sequence[Stakeholder]]:
        found: dict[str, list[Stakeholder]] = {}
        for row in self.stakeholders:
            for group in row.groups:
                found.setdefault(group, []).append(row)
        return found

    def circle_of(self, *groups: Group) -> bool:
        """Whether a row, with the rows above it, belongs to all these groups."""
        return any(row.circle.issuperset(groups) for row in self.every_stakeholder.values())

    # ------------------------------------------------------------ activities

    @cached_property
    def activities(self) -> Sequence[Activity]:
        """Without those that were cancelled or replaced."""
        rows = self.rows("activities", "activities")
        return [self._activity(row) for row in rows if row.get("status") not in NOT_HELD]

    @cached_property
    def ahead(self) -> Sequence[Activity]:
        """What is still to come, at the time that is written."""
        return [each for each in self.activities if each.get("status") in AHEAD]

    def ahead_for(self, group: Group) -> Sequence[Activity]:
        return [each for each in self.ahead if group in each.groups]

    def held_for(self, group: Group) -> Sequence[Activity]:
        return [each for each in self.activities if group in each.groups]

    def meant_for(self, stakeholder: Stakeholder) -> Sequence[Activity]:
        """Activities that name the row or one above or below it; else those for its groups."""
        return [each for each in self.activities if self._is_meant(each, stakeholder)]

    def _is_meant(self, activity: Activity, stakeholder: Stakeholder) -> bool:
        if activity.stakeholders:
            return self._are_related(activity.stakeholders, {stakeholder.key})
        return bool(activity.groups & stakeholder.groups)

    def measures(self, activity: Activity, group: Group) -> frozenset[str]:
        """Measures of inclusion at the activity, and for the people of the group who come."""
        rows = (row for row in self.of_group(group) if self._is_meant(activity, row))
        return activity.chosen("inclusion").union(*(row.chosen("inclusion") for row in rows))

    def _activity(self, row: Row) -> Activity:
        keys = frozenset(keys_of(row.get("stakeholders")))
        linked = [self.every_stakeholder[key] for key in keys & self.every_stakeholder.keys()]
        groups = self._groups_named(row.get("groups")).union(*(each.groups for each in linked))
        months = frozenset(month for _year, month in months_of(row.get("when")))
        return Activity(row.section, row.register, row.key, row.values, groups, keys, months)

    def _groups_named(self, value: Any) -> frozenset[str]:
        """Groups of the decision, and those that groups of the Party's own belong to."""
        words = [each.get("words") for each in value or () if isinstance(each, dict)]
        names = {fold(each) for each in words if isinstance(each, str)}
        own = [row for row in self._own_groups if fold(row.text("name")) in names]
        return codes_in(value).union(*(row.chosen("groups") for row in own))

    @cached_property
    def _own_groups(self) -> Sequence[Row]:
        return self.rows("stakeholders", "own_groups")

    # ------------------------------------------------------------ calendars

    @cached_property
    def calendars(self) -> Sequence[Calendar]:
        return [self._calendar(row) for row in self.rows("stakeholders", "calendars")]

    def busy(self, activity: Activity, states: Collection[str], longest: int | None) -> list[int]:
        """The months in which those who are invited are busy in one of these ways.

        An activity that takes longer than `longest` months can choose its days, unless all of
        them are busy.
        """
        months = activity.months
        held = {
            month
            for calendar in self._calendars_of(activity)
            for month in months
            if calendar.states.get(month) in states
        }
        if longest is None or not activity.is_met or (len(months) > longest and held != months):
            return []
        return sorted(held)

    def states(self, activity: Activity, months: Collection[int]) -> list[str]:
        """What the calendars of those who are invited say of these months."""
        calendars = self._calendars_of(activity)
        said = (each.states.get(month) for month in months for each in calendars)
        return list(dict.fromkeys(state for state in said if state))

    def _calendars_of(self, activity: Activity) -> Sequence[Calendar]:
        if activity.key not in self._lived_by:
            concern = [each for each in self.calendars if self._concerns(each, activity)]
            self._lived_by[activity.key] = concern
        return self._lived_by[activity.key]

    def _concerns(self, calendar: Calendar, activity: Activity) -> bool:
        if calendar.stakeholders and activity.stakeholders:
            return self._are_related(calendar.stakeholders, activity.stakeholders)
        return bool(calendar.groups & activity.groups)

    def _calendar(self, row: Row) -> Calendar:
        keys = frozenset(keys_of(row.get("stakeholders")))
        linked = [self.every_stakeholder[key] for key in keys & self.every_stakeholder.keys()]
        groups = self._groups_named(row.get("groups")).union(*(each.groups for each in linked))
        if not groups and not keys:
            groups = LIVED_BY.get(row.text("kind"), EVERYBODY)
        states = {
            month: str(row.values["months"][str(month)])
            for month in Strip.months_of(row.get("months"), frozenset(MonthState))
        }
        return Calendar(row.section, row.register, row.key, row.values, groups, keys, states)

    def _are_related(self, some: Collection[str], others: Collection[str]) -> bool:
        """Whether a row of the ones is, or stands above or below, a row of the others."""
        return any(
            one in self._line(other) or other in self._line(one) for one in some for other in others
        )

    def _line(self, key: str) -> tuple[str, ...]:
        row = self.every_stakeholder.get(key)
        return row.line if row else (key,)


def codes_in(value: Any) -> frozenset[str]:
    """The codes among the choices, without own words."""
    if not isinstance(value, list):
        return frozenset()
    return frozenset(each for each in value if isinstance(each, str))


def _stakeholder(row: Json, by_key: Mapping[str, Json]) -> Stakeholder:
    line = list(_line_of(row, by_key))
    values = dict(row["values"])
    for above in line[1:]:
        taken = {code: value for code, value in above["values"].items() if code in TAKEN_OVER}
        values = {**taken, **values}
    return Stakeholder(
        section="stakeholders",
        register="stakeholders",
        key=row["key"],
        values=values,
        groups=codes_in(values.get("groups")),
        line=tuple(each["key"] for each in line),
        circle=frozenset().union(*(codes_in(each["values"].get("groups")) for each in line)),
    )


def _line_of(row: Json, by_key: Mapping[str, Json]) -> Iterator[Json]:
    """The row and those above it, the nearest first; rows in a ring come to an end."""
    passed: set[str] = set()
    here: Json | None = row
    while here is not None and here["key"] not in passed:
        passed.add(here["key"])
        yield here
        here = by_key.get(here.get("parent", ""))
