"""What every template may use: the formats of the kit in the language of the page, and `page`.

`{{ plan.starts_on|day }}`, `{{ entry.at|moment }}`, `{{ count|number }}`, `{{ names|listed }}`,
`{{ labels|items }}`, `{{ money(amount, currency) }}`, `{{ day_range(start, end) }}`;
`{{ box(field) }}` of a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from flask import Flask
from markupsafe import Markup

from engage.config import settings
from engage.frame import assets
from engage.frame.boxes import box
from engage.frame.page import Page
from engage.kit import formats
from engage.kit.drawing import path_data
from engage.kit.locales import current

# What is written without spaces and is no Chinese or Japanese text, such as an address.
_LONG = re.compile(r"[^\s\u2e80-\uffef]{30,}")
_PIECE = re.compile(r".{1,15}")
_CUT = "\0"


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        breakable=breakable,
        date=shown_date,
        day=shown_day,
        listed=listed,
        items=items,
        moment=shown_moment,
        number=shown_number,
        path_data=path_data,
        time=shown_time,
        weekday=shown_weekday,
    )
    app.jinja_env.globals.update(box=box, day_range=day_range, money=money, static=assets.address)
    app.context_processor(lambda: {"page": Page()})


def breakable(text: str) -> str:
    """The text with places where a word may break that is too long for any column."""
    if not _LONG.search(text):
        return text
    cut = _LONG.sub(lambda found: _CUT.join(_PIECE.findall(found[0])), text)
    return Markup("<wbr>").join(cut.split(_CUT))


def shown_date(day: date) -> str:
    return formats.show_date(day, language=current())


def shown_weekday(day: date) -> str:
    """The day with its name, for a line of its own."""
    return formats.show_weekday(day, language=current())


def shown_day(written: str) -> str:
    """A day as exact as it was written: `2026`, `2026-08` or `2026-08-17`."""
    return formats.show_day(written, language=current())


def day_range(start: str, end: str) -> str:
    return formats.show_range(start, end, language=current())


def shown_moment(moment: datetime) -> str:
    return formats.show_moment(moment, language=current(), zone=settings().time_zone)


def shown_time(moment: datetime) -> str:
    return formats.show_time(moment, language=current(), zone=settings().time_zone)


def shown_number(number: int | Decimal) -> str:
    return formats.show_number(number, language=current())


def money(amount: Decimal, currency: str) -> str:
    return formats.show_money(amount, currency, language=current())


def listed(words: Iterable[object]) -> str:
    return formats.show_list([str(word) for word in words], language=current())


def items(words: Iterable[object]) -> str:
    """Labels that may hold commas or “and” themselves."""
    return formats.show_items([str(word) for word in words], language=current())
