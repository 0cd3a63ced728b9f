"""The coverage mirror: groups by quarters, what is planned and what was held, gaps in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from flask_babel import gettext as _

from engage.kit.formats import show_items, show_year
from engage.kit.pictures import Chart, Picture, Square, square
from engage.kit.pieces import Cell, woven
from engage.plans.document import Json
from engage.plans.pictures.groups import Met
from engage.plans.pictures.levels import without
from engage.plans.pictures.quarters import (
    WHOLE_YEAR,
    Quarter,
    quarter_label,
    quarters_of,
)
from engage.plans.pictures.rows import code_of
from engage.reference.vocabulary.activities import ActivityStatus

# What stands for no date at all.
NO_DATE = Quarter(9999, WHOLE_YEAR)
NOT_COUNTED = frozenset({ActivityStatus.CANCELLED, ActivityStatus.REPLACED})


def mirror_picture(groups: tuple[Met, ...], years: tuple[int, ...], language: str) -> Picture:
    charts = [_chart(groups, columns, language) for columns in _years(groups, years)]
    return {
        "code": "mirror",
        "title": _("Who is reached, and when"),
        "says": _says(groups, language),
        "drawings": [],
        "names": [],
        "legend": [],
        "charts": charts,
        "notes": [_("Cancelled and replaced activities are not counted.")] if charts else [],
    }


def _says(groups: tuple[Met, ...], language: str) -> list[Cell]:
    """The groups for which nothing is planned, named one after the other."""
    empty = [each.name for each in groups if not (_places(each) or each.reason)]
    if not empty:
        return []
    names = {f"group{place}": name for place, name in enumerate(empty)}
    listed = woven(show_items([f"%({name})s" for name in names], language=language), **names)
    return [woven(_("Nothing is planned yet for: %(groups)s."), groups=listed)]


def _years(groups: tuple[Met, ...], years: tuple[int, ...]) -> Iterator[tuple[Quarter, ...]]:
    """The quarters of each year, then the year itself where one is meant; at the end, no date."""
    met = {quarter for group in groups for quarter in _places(group)}
    rest = (NO_DATE,) if NO_DATE in met else ()
    for year in years:
        columns = (Quarter(year, each) for each in range(1, WHOLE_YEAR + 1))
        found = tuple(each for each in columns if each.exact or each in met)
        yield (*found, *rest) if year == years[-1] else found
    if rest and not years:
        yield rest


def _places(group: Met) -> Counter[Quarter]:
    """How many activities that count fall into each quarter."""
    return Counter(each for doing in group.activities for each in _quarters(doing))


def _quarters(doing: Json) -> frozenset[Quarter]:
    if code_of(doing.get("status")) in NOT_COUNTED:
        return frozenset()
    return quarters_of(doing.get("when")) or frozenset({NO_DATE})


def _chart(groups: tuple[Met, ...], columns: tuple[Quarter, ...], language: str) -> Chart:
    heads = [_head(each, language) for each in columns]
    return {
        "title": show_year(columns[0].year, language=language) if columns[0] != NO_DATE else "",
        "head": [_("Group"), *heads],
        "rows": [[square(each.name), *_row(each, columns, heads, language)] for each in groups],
        "squared": True,
    }


def _head(quarter: Quarter, language: str) -> str:
    return _("no date yet") if quarter == NO_DATE else quarter_label(quarter, language)


def between(first: str, last: str) -> str:
    return f"{first} – {last}"


def _row(
    group: Met, columns: tuple[Quarter, ...], heads: Sequence[str], language: str
) -> Iterator[Square]:
    """Squares with a number stand alone; those without follow each other as one."""
    nothing, places = _("nothing planned"), _places(group)
    if not any(each in places for each in columns):
        yield without(group, nothing, len(columns))
        return
    empty: list[str] = []
    for quarter, head in zip(columns, heads, strict=True):
        if quarter not in places:
            empty.append(head)
            continue
        yield from _gap(nothing, empty)
        empty = []
        yield _square(group, quarter, head, language)
    yield from _gap(nothing, empty)


def _gap(nothing: str, heads: Sequence[str]) -> Iterator[Square]:
    if heads:
        label = heads[0] if len(heads) == 1 else between(heads[0], heads[-1])
        yield square(nothing, "none", span=len(heads), label=label)


def _square(group: Met, quarter: Quarter, head: str, language: str) -> Square:
    found = [doing for doing in group.activities if quarter in _quarters(doing)]
    held = sum(1 for doing in found if doing.get("status") == ActivityStatus.DONE)
    postponed = sum(1 for doing in found if doing.get("status") == ActivityStatus.POSTPONED)
    said = _said(held, len(found) - held - postponed, postponed)
    look: Any = "full" if held else "part"
    return square(show_items(said, language=language), look, label=head)


def _said(held: int, planned: int, postponed: int) -> list[str]:
    said = [
        (held, _("held: %(number)s", number=held)),
        (planned, _("planned: %(number)s", number=planned)),
        (postponed, _("postponed: %(number)s", number=postponed)),
    ]
    return [words for number, words in said if number]
