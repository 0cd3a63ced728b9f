"""The calendar as a list of days, and a quarter of it on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engage.accounts.access import open_to_all
from engage.calendar.entries import Entry
from engage.calendar.finding import entries_in
from engage.calendar.months import (
    YEARS,
    Span,
    day_in,
    month_of,
    months_in,
    quarter_in,
    quarter_of,
    write_month,
    write_quarter,
)
from engage.calendar.queries import list_page, names_of_parties
from engage.calendar.reading import Row, in_groups, row_of
from engage.calendar.views.answers import MOST_PAGES, Here, here
from engage.calendar.views.boxes import LIST, MONTH, QUARTER, boxes, feeds
from engage.frame.languages import only_this_answer
from engage.frame.papers import language_of_paper
from engage.kit.clock import now, today
from engage.kit.formats import show_month, show_range
from engage.kit.locales import LANGUAGES, current, force, language

blueprint = Blueprint("calendar_lists", __name__)

PRINTED = 200  # entries of a quarter
Pairs = Sequence[tuple[str, str]]


@blueprint.get(LIST)
@open_to_all
def listed() -> ResponseReturnValue:
    asked, span = here(), _span()
    number = min(max(1, request.args.get("page", 1, type=int)), MOST_PAGES)
    page = list_page(asked.reader, asked.asked, span, number)
    days: Pairs = [(name, request.args[name]) for name in ("from", "until") if _has_day(name)]
    entries = [each for each in page.entries if each.touches(span)]
    return render_template(
        "calendar/list_page.html",
        here=asked,
        boxes=boxes(asked, LIST, days),
        groups=in_groups(entries, span.first, asked.zone, names_of_parties(current())),
        number=page.number,
        previous=_page_url(asked, days, page.number - 1),
        next=_page_url(asked, days, page.number + 1) if page.has_more else "",
        other=asked.url(MONTH, month=write_month(month_of(span.first))),
        all_url=_page_url(asked, days[:1], 1) if _has_day("until") else "",
        print_url=asked.url(QUARTER, quarter=write_quarter(quarter_of(span.first))),
        **feeds(asked),
    )


def _has_day(name: str) -> bool:
    return day_in(request.args.get(name, "")) is not None


def _page_url(asked: Here, days: Pairs, number: int) -> str:
    return asked.url(LIST, **dict(days), page=number) if number else ""


def _span() -> Span:
    """From today on, or as the address says."""
    first = day_in(request.args.get("from", "")) or today()
    last = day_in(request.args.get("until", "")) or dt.date(YEARS.stop - 1, 12, 31)
    return Span(first, max(first, last))


@blueprint.get(QUARTER)
@open_to_all
def quarter() -> ResponseReturnValue:
    """A sheet to print, month by month."""
    only_this_answer()
    asked, spoken = here(), language(language_of_paper())
    shown = quarter_in(request.args.get("quarter", "")) or quarter_of(today())
    written = write_quarter(shown)
    entries = entries_in(asked.reader, asked.asked, shown)
    with force(spoken.code):
        return render_template(
            "calendar/quarter_page.html",
            here=asked,
            spoken=spoken,
            title=show_range(f"{shown.first:%Y-%m}", f"{shown.last:%Y-%m}", language=spoken.code),
            months=_sheet(entries[:PRINTED], shown, asked.zone),
            left_out=max(0, len(entries) - PRINTED),
            back=asked.url(MONTH, month=write_month(month_of(shown.first))),
            languages=[
                (each, asked.url(QUARTER, quarter=written, lang=each.code)) for each in LANGUAGES
            ],
            printed_at=now(),
        )


def _sheet(entries: Sequence[Entry], quarter: Span, zone: str) -> Mapping[str, list[Row]]:
    """The rows of each month that has any; what began before the quarter stands in the first."""
    parties, months = names_of_parties(current()), {}
    for month in months_in(quarter):
        rows = [
            row_of(each, zone, parties)
            for each in entries
            if month.holds(max(each.first, quarter.first))
        ]
        if rows:
            months[show_month(month.first, language=current())] = rows
    return months
