"""Route sheets on paper, of a whole journey and of one stop, in one of the six languages.

The same payload is printed by the page (`templates/journeys/sheet_page.html`) and set by Typst
(`route.typ`), so that the two cannot say different things. A sheet knows no more of the stops than
`queries.stops_for` gave its reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _

from engage.config import settings
from engage.journeys.charts import Chart, chart_of
from engage.journeys.models import BatonItem, Journey
from engage.journeys.outline import BATON, STOPS
from engage.journeys.pages import (
    ToldStop,
    clocks_apart,
    facts_of,
    said_of,
    told_stops,
)
from engage.journeys.reading import SeenStop, name_of, nothing_linked
from engage.journeys.route import OFF, next_stop
from engage.kit.clock import now, today
from engage.kit.formats import show_date, show_moment, show_number
from engage.kit.locales import DEFAULT, current, direction, force
from engage.kit.paper import Entry, Route, Sheet, Table
from engage.kit.pieces import Cell, own, run_on
from engage.kit.values.base import Line
from engage.plans import imprint
from engage.plans.reading import lines_of
from engage.plans.tables import cell_of, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the sheet of a stop tells some readers only: the contact at its host, and the baton list
    (None for those who may not read it)."""

    contact: Mapping[str, Any] = field(default_factory=dict)
    baton: Sequence[BatonItem] | None = None


def whole_sheet(journey: Journey, stops: Sequence[SeenStop], language: str) -> Route:
    """The journey: its map, and a table of its stops."""
    with force(language):
        told = told_stops(stops, language, today())
        facts = [
            (fact.label, cell_of(_spoken(fact.lines, DEFAULT)))
            for fact in facts_of(journey, stops, language)
        ]
        sheet = _sheet(journey, language, facts)
        opening = said_of(journey, "theme", language) or ""
        chart = chart_of(stops, next_stop(stops, today()))
        return _drawn(sheet, chart, [], [_table_of_stops(told, language)], opening)


def stop_sheet(
    journey: Journey, stops: Sequence[SeenStop], key: str, beside: Beside, language: str
) -> Route:
    """One stop of those that the reader may see, with what lies before and after it."""
    with force(language):
        told = told_stops(stops, language, today())
        stop = next(each for each in told if each.seen.key == key)
        way = [each for each in told if each is stop or each.seen.state not in OFF]
        place = way.index(stop)
        before, after = way[max(0, place - 1) : place], way[place + 1 : place + 2]
        sheet = _sheet(journey, language, _facts_of_stop(stop))
        sheet["kind"] = _("Route sheet of a stop")
        sheet["party"] = stop.host or sheet["party"]
        entries = _entries_of(stop, before, beside, language)
        entries += _neighbours(before, after)
        lists = [] if beside.baton is None else [_table_of_baton(beside.baton, language)]
        around = [each.seen for each in (*before, stop, *after)]
        chart = chart_of(around, next_stop(stops, today()))
        return _drawn(sheet, chart, entries, lists)


def file_name(journey: Journey, language: str, stop: str = "") -> str:
    """`caravan-route-en.pdf`, or `caravan-stop-3-en.pdf`."""
    return "-".join((journey.ref, f"stop-{stop}" if stop else "route", language)) + ".pdf"


# ---------------------------------------------------------------- what both share


def _sheet(journey: Journey, language: str, facts: list[tuple[str, Cell]]) -> Sheet:
    name = name_of(journey, language)
    moment = show_moment(now(), language=language, zone=settings().time_zone)
    prepared = _("Prepared with Engage. Not an official document of the United Nations.")
    printed = _("Printed %(moment)s", moment=moment)
    return {
        "lang": language,
        "dir": "rtl" if direction(language) == "rtl" else "ltr",
        "own_lang": DEFAULT,
        "title": name["text"],
        "title_lang": name.get("lang", language),
        "kind": _("Route sheet"),
        "party": _("UNCCD secretariat"),
        "draft": None if journey.is_open else _("DRAFT"),
        "facts": facts,
        "signatures": [],
        "foot": imprint.foot(prepared, printed, journey.ref),
        "words": {
            "glyphs_missing": _("Some characters cannot be printed here; □ stands for each.")
        },
    }


def _drawn(
    sheet: Sheet,
    chart: Chart | None,
    entries: list[Entry],
    lists: list[Table],
    opening: Cell = "",
) -> Route:
    """The sheet with its parts, and with the map where a position is known."""
    legend = chart.legend if chart else []
    route: Route = {
        **sheet,
        "opening": opening,
        "legend": legend,
        "entries": entries,
        "lists": lists,
    }
    if chart:
        route["map"] = chart.map
    return route


def _lines(stop: ToldStop, code: str) -> tuple[Line, ...]:
    return _spoken(stop.lines.get(code, ()), stop.seen.language)


def _spoken(lines: Sequence[Line], language: str) -> tuple[Line, ...]:
    """Own words that name no language are in that of the stop."""
    return tuple(
        Line(line.text, own=True, language=language) if line.own and not line.language else line
        for line in lines
    )


def _number_and_place(stop: ToldStop) -> Cell:
    number = _number(stop)
    if not stop.seen.place:
        return _("%(number)s, place not known yet", number=number)
    return run_on(f"{number} ", own(stop.seen.place, stop.seen.language))


# ---------------------------------------------------------------- the whole journey


def _table_of_stops(told: Sequence[ToldStop], language: str) -> Table:
    blank = _("not known yet")
    return {
        "heading": _("The stops, in order"),
        "head": [_("Stop"), _("First and last day"), _("Host"), _("Languages"), _("State")],
        "align": ["start"] * 5,
        "rows": [
            [
                _number_and_place(stop),
                cell_of(_lines(stop, "when"), blank),
                _host(stop),
                listed(_lines(stop, "languages"), language) if stop.lines["languages"] else blank,
                _state(stop),
            ]
            for stop in told
        ],
        "more": "",
        "empty": _("No stop is public yet"),
    }


def _host(stop: ToldStop) -> Cell:
    named = stop.host or _("No host is asked yet")
    return cell_of((Line(named, own=False), *_lines(stop, "institution")))


def _state(stop: ToldStop) -> str:
    return f"{stop.state}\n{_('Next stop')}" if stop.is_next else stop.state


# ---------------------------------------------------------------- one stop


def _facts_of_stop(stop: ToldStop) -> list[tuple[str, Cell]]:
    return [
        (_("Stop"), _number_and_place(stop)),
        (_("First and last day"), cell_of(_lines(stop, "when"), _("not known yet"))),
        (_("Host"), stop.host or _("No host is asked yet")),
        (_("State"), stop.state),
    ]


def _entries_of(
    stop: ToldStop, before: Sequence[ToldStop], beside: Beside, language: str
) -> list[Entry]:
    labels = {each.code: str(each.label) for each in STOPS.fields}
    apart = clocks_apart(stop.seen, before[0].seen) if before else ""
    zone = (*_lines(stop, "zone"), *((Line(apart, own=False),) if apart else ()))
    contact = STOPS.field("contact").kind.show(beside.contact.get("contact"), language)
    said = {
        **{code: _lines(stop, code) for code in ("province", "coordinates")},
        "zone": zone,
        **{code: _lines(stop, code) for code in ("languages", "institution")},
        "contact": _spoken(contact, stop.seen.language),
        "note": _lines(stop, "note"),
    }
    return [_entry(labels[code], lines) for code, lines in said.items() if lines]


def _neighbours(before: Sequence[ToldStop], after: Sequence[ToldStop]) -> list[Entry]:
    named = [(_("Stop before: %(number)s", number=_number(each)), each) for each in before]
    named += [(_("Stop after: %(number)s", number=_number(each)), each) for each in after]
    return [
        _entry(
            label,
            (
                Line(stop.seen.place, own=True, language=stop.seen.language),
                *_lines(stop, "when"),
                Line(stop.host, own=False),
            ),
        )
        for label, stop in named
    ]


def _number(stop: ToldStop) -> str:
    return show_number(stop.number, language=current())


def _entry(label: str, lines: Sequence[Line]) -> Entry:
    return {
        "label": label,
        "lines": [
            {"text": line.text, "own": True, "lang": line.language}
            if line.own
            else {"text": line.text, "own": False}
            for line in lines
            if line.text
        ],
    }


def _table_of_baton(items: Sequence[BatonItem], language: str) -> Table:
    codes = ("what", "kind", "who", "when")
    return {
        "heading": str(BATON.title),
        "head": [*(str(BATON.field(code).label) for code in codes), _("Done")],
        "align": ["start"] * 5,
        "rows": [
            [*(_answer(item, code, language) for code in codes), _done(item, language)]
            for item in items
        ],
        "more": "",
        "empty": str(BATON.empty),
    }


def _answer(item: BatonItem, code: str, language: str) -> Cell:
    declared = BATON.field(code)
    lines = lines_of(declared, item.content.get(code), language, nothing_linked(language))
    return cell_of(_spoken(lines, DEFAULT))


def _done(item: BatonItem, language: str) -> Cell:
    """When it was done and by whom; paper has room to tick what is still open."""
    if item.done_at is None:
        return _("not yet")
    day = show_date(item.done_at.date(), language=language)
    who = [own(item.done_by.name)] if item.done_by else []
    return run_on(day, *(each for name in who for each in ("\n", name)))
