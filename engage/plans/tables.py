"""The tables of the summary, from the document, in the language spoken now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from flask_babel import gettext as _

from engage.kit.folding import fold
from engage.kit.formats import show_items, show_year
from engage.kit.paper import Table
from engage.kit.pieces import Cell, own, said, woven
from engage.kit.values.base import Line
from engage.kit.values.when import When
from engage.plans.document import Json, fields_of, rows_of
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.outline.monitoring import INDICATORS
from engage.plans.outline.shape import Field, Register
from engage.plans.outline.stakeholders import OWN_GROUPS
from engage.reference.vocabulary.activities import ActivityStatus
from engage.reference.vocabulary.approach import EngagementLevel
from engage.reference.vocabulary.groups import Group

NO_DAY = date.max


def cell_of(lines: Sequence[Line], blank: str = "") -> Cell:
    """The lines of a value in one cell, each on its own line."""
    if not lines:
        return blank
    if len({(line.own, line.language) for line in lines}) == 1:
        return said(replace(lines[0], text="\n".join(line.text for line in lines)))
    return [each for line in lines for each in ("\n", said(line))][1:]


def listed(lines: Sequence[Line], language: str) -> Cell:
    """Lines in one row."""
    names = {f"line{place}": line for place, line in enumerate(lines)}
    pattern = show_items([f"%({name})s" for name in names], language=language)
    return woven(pattern, **{name: said(line) for name, line in names.items()})


# ---------------------------------------------------------------- groups


def groups_table(document: Json, language: str) -> Table:
    """The twelve groups in the decision's order, then groups that belong to none of them."""
    rows = list(in_effect(document))
    return {
        "heading": _("Groups and level"),
        "head": [_("Group"), _("Level"), _("Key message")],
        "align": ["start", "start", "start"],
        "rows": [
            *(_group_row(group, document, rows, language) for group in Group),
            *_own_groups(document, rows, language),
            *_without_a_group(rows, language),
        ],
        "more": more(),
    }


def in_effect(document: Json) -> Iterator[dict[str, Any]]:
    """What holds for each stakeholder: its own answers, else those of the rows above it."""
    rows = rows_of(document, "stakeholders", "stakeholders")
    by_key = {row["key"]: row for row in rows}
    parents = {row.get("parent") for row in rows}
    for row in rows:
        found = {code: _inherited(row, code, by_key) for code in ("groups", "level", "messages")}
        gathers = row["key"] in parents
        yield {**found, "name": row["values"].get("name"), "gathers": gathers}


def _inherited(row: Json, code: str, by_key: Mapping[str, Json]) -> Any:
    seen: set[str] = set()
    here: Json | None = row
    while here is not None and here["key"] not in seen:
        if code in here["values"]:
            return here["values"][code]
        seen.add(here["key"])
        here = by_key.get(here.get("parent", ""))
    return None


def _group_row(
    group: Group, document: Json, rows: Sequence[dict[str, Any]], language: str
) -> list[Cell]:
    met = [row for row in rows if isinstance(row["groups"], list) and group.value in row["groups"]]
    reasons = fields_of(document, "stakeholders").get("not_relevant") or {}
    label = _named_at_home(group, document)
    if not met and group.value in reasons:
        return [label, _("does not apply"), own(reasons[group.value])]
    return [label, _levels(met, language), _message(met)]


def _named_at_home(group: Group, document: Json) -> Cell:
    """The group, with the term of the country beside it where the Party uses another."""
    term = (fields_of(document, "stakeholders").get("national_terms") or {}).get(group.value)
    if not isinstance(term, str):
        return str(group.label)
    return woven(_("%(name)s (%(code)s)"), name=str(group.label), code=own(term))


def _levels(met: Iterable[dict[str, Any]], language: str) -> Cell:
    """From the least to the most, where a group is met at several."""
    met_at = {row["level"] for row in met if isinstance(row["level"], str)}
    levels = [str(level.label) for level in EngagementLevel if level in met_at]
    return show_items(levels, language=language) or _("not described yet")


def _message(met: Iterable[dict[str, Any]]) -> Cell:
    messages = (row["messages"] for row in met)
    return next((own(found[0]) for found in messages if isinstance(found, list)), "")


def _own_groups(
    document: Json, rows: Sequence[dict[str, Any]], language: str
) -> Iterator[list[Cell]]:
    for row in rows_of(document, "stakeholders", "own_groups"):
        name = row["values"].get("name")
        if not isinstance(name, str):
            continue
        met = [each for each in rows if _same_name(each["name"], name)]
        yield [own(name), _levels(met, language), _message(met) or _counted(row, language)]


def _counted(row: Json, language: str) -> Cell:
    """The decision's groups that an own group belongs to."""
    if not isinstance(row["values"].get("groups"), list):
        return ""
    belongs = shown(OWN_GROUPS, "groups", row["values"], language)
    return woven(_("Counted with: %(groups)s"), groups=listed(belongs, language))


def _without_a_group(rows: Sequence[dict[str, Any]], language: str) -> Iterator[list[Cell]]:
    for row in rows:
        if row["gathers"] or isinstance(row["groups"], list):
            continue
        if row["level"] and isinstance(row["name"], str):
            yield [own(row["name"]), _levels([row], language), _message([row])]


def _same_name(first: Any, second: str) -> bool:
    return isinstance(first, str) and fold(first) == fold(second)


# ---------------------------------------------------------------- activities


def activities_table(document: Json, language: str) -> Table:
    """In the order of time; what has no date comes last."""
    rows = [row["values"] for row in rows_of(document, "activities", "activities")]
    ordered = sorted(rows, key=_time_of)
    return {
        "heading": _("Activities by quarter"),
        "head": [_("Quarter"), _("When"), _("Activity"), _("Place"), _("Responsible")],
        "align": ["start"] * 5,
        "rows": [_activity_row(values, language) for values in ordered],
        "more": more(),
        "empty": str(ACTIVITIES.empty),
    }


def _time_of(values: Json) -> tuple[int, int, date]:
    """Year, quarter, day: what is known to the year only comes after the quarters of that year."""
    day = When.first_day(values.get("when"))
    found = When.quarter(values.get("when"))
    if found is None or day is None:
        return (NO_DAY.year, 0, NO_DAY)
    year, quarter = found
    return (year, quarter or 5, day)


def _activity_row(values: Json, language: str) -> list[Cell]:
    return [
        _quarter(values.get("when"), language),
        _when(values, language),
        cell_of(shown(ACTIVITIES, "title", values, language), _("Without a name yet")),
        cell_of(shown(ACTIVITIES, "places", values, language), _("no place yet")),
        cell_of(shown(ACTIVITIES, "responsible", values, language), _("not named yet")),
    ]


def _quarter(when: Any, language: str) -> str:
    found = When.quarter(when)
    if found is None:
        return _("no date yet")
    year, quarter = found
    if quarter is None:
        return show_year(year, language=language)
    return _("Q%(quarter)s %(year)s", quarter=quarter, year=year)


def _when(values: Json, language: str) -> Cell:
    """The date as it is known; words only where there is no date; with a state that changes it."""
    lines = shown(ACTIVITIES, "when", values, language)
    known = [line for line in lines if not line.own] or list(lines)
    if values.get("status") in (ActivityStatus.POSTPONED, ActivityStatus.CANCELLED):
        known.insert(0, Line(str(ActivityStatus(values["status"]).label), own=False))
    return cell_of(known)


# ---------------------------------------------------------------- indicators


def indicators_table(document: Json, language: str) -> Table:
    rows = [row["values"] for row in rows_of(document, "monitoring", "indicators")]
    columns = ("name", "baseline", "target")
    return {
        "heading": _("How we will know"),
        "head": [_("Indicator"), _("Baseline"), _("Target")],
        "align": ["start", "start", "start"],
        "rows": [
            [cell_of(shown(INDICATORS, code, values, language)) for code in columns]
            for values in rows
        ],
        "more": more(),
        "empty": str(INDICATORS.empty),
    }


def shown(
    register: Register, code: str, values: Mapping[str, Any], language: str
) -> tuple[Line, ...]:
    field: Field = register.field(code)
    return field.kind.show(values.get(code), language)


def more() -> str:
    return _("More in the full plan: {n}")
