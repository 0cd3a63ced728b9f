"""The calendar by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from engage.accounts.access import open_to_all
from engage.calendar.entries import Entry
from engage.calendar.finding import entries_in
from engage.calendar.months import (
    Span,
    beside,
    month_in,
    month_of,
    quarter_of,
    weeks_of,
    write_month,
    write_quarter,
)
from engage.calendar.reading import Mention, line_of, on_day
from engage.calendar.views.answers import Here, here
from engage.calendar.views.boxes import LIST, MONTH, PIECES, QUARTER, boxes, feeds
from engage.calendar.vocabulary import EntryKind
from engage.frame.fragments import Fragments, macro
from engage.kit.clock import today
from engage.kit.formats import first_weekday, show_month, show_weekday_alone
from engage.kit.locales import current

blueprint = Blueprint("calendar", __name__)

SHOWN = 3  # entries of a day
UNDATED = 6  # entries of a month whose days are not known

_fragments = Fragments(300)


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the grid; `more` entries stand in the list behind `url`."""

    day: dt.date
    is_today: bool
    mentions: tuple[Mention, ...]
    more: int
    url: str


@blueprint.get(MONTH)
@open_to_all
def month() -> ResponseReturnValue:
    asked = here()
    shown = month_in(request.args.get("month", "")) or month_of(today())
    entries = entries_in(asked.reader, asked.asked, shown)
    return render_template(
        "calendar/month_page.html",
        title=show_month(shown.first, language=current()),
        here=asked,
        boxes=boxes(asked, MONTH, [("month", write_month(shown))]),
        grid=_grid(asked, shown, entries),
        is_empty=not entries,
        previous=_month_url(asked, beside(shown, -1)),
        next=_month_url(asked, beside(shown, 1)),
        this=asked.url(MONTH) if shown != month_of(today()) else "",
        other=asked.url(LIST, **{"from": shown.first.isoformat()}),
        print_url=asked.url(QUARTER, quarter=write_quarter(quarter_of(shown.first))),
        **feeds(asked),
    )


def _month_url(asked: Here, month: Span | None) -> str:
    return asked.url(MONTH, month=write_month(month)) if month else ""


def _grid(asked: Here, month: Span, entries: Sequence[Entry]) -> Markup:
    """The table of the month; what it looks like follows from its entries, the day and the
    addresses behind it."""
    key = ("grid", asked.asked, asked.zone_asked, month, today(), tuple(map(_shown, entries)))

    def render() -> str:
        start = first_weekday(language=current())
        heads = [show_weekday_alone((start + n) % 7, language=current()) for n in range(7)]
        weeks = [
            [_cell(asked, month, day, entries) for day in week] for week in weeks_of(month, start)
        ]
        undated = [line_of(each, "", {}) for each in entries if not each.is_dated]
        more = (len(undated) - UNDATED, asked.url(LIST, **{"from": month.first.isoformat()}))
        return str(macro(PIECES, "month_grid")(heads, weeks, undated[:UNDATED], more))

    return _fragments.get(key, render)


def _shown(entry: Entry) -> tuple[object, ...]:
    """What tells that an entry looks the same: an event changes its moment with its words, and
    its place is not the same for all who see it."""
    if entry.kind is EntryKind.EVENT:
        return (entry.ref, entry.changed_at, entry.place)
    return (entry.ref, entry.changed_at, *entry.journey.values(), *entry.titles.values())


def _cell(asked: Here, month: Span, day: dt.date, entries: Iterable[Entry]) -> Cell | None:
    """Nothing for days of the months beside. What begins on the day stands before what goes on."""
    if not month.holds(day):
        return None
    found = [each for each in entries if each.is_dated and day in each.days]
    found.sort(key=lambda each: each.first < day)
    url = asked.url(LIST, **{"from": day.isoformat(), "until": day.isoformat()})
    mentions = tuple(on_day(each, day) for each in found[:SHOWN])
    return Cell(day, day == today(), mentions, len(found) - len(mentions), url)
