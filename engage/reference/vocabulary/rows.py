"""Codes used by the rows that an administrator edits."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class RowKind(Vocabulary):
    """The kinds of editable rows, as they stand in addresses."""

    OCCASIONS = "occasions", _l("Occasions")
    INITIATIVES = "initiatives", _l("Initiatives")
    MANDATES = "mandates", _l("Mandates")
    THRESHOLDS = "thresholds", _l("Thresholds")
    AGE_BANDS = "age-bands", _l("Age bands")
    CHECKLIST = "checklist", _l("Checklist of the review")
    STOCK_COMMENTS = "stock-comments", _l("Comments for reuse")
    CALLS = "calls", _l("Calls for plans")


class Unit(Vocabulary):
    """What a threshold counts."""

    PERCENT = "percent", _l("Per cent")
    HOURS = "hours", _l("Hours")
    HOUR_OF_DAY = "hour_of_day", _l("Hour of the day")
    DAYS = "days", _l("Days")
    WORKING_DAYS = "working_days", _l("Working days")
    MONTHS = "months", _l("Months")
    TIMES_A_YEAR = "times_a_year", _l("Times a year")
    PEOPLE = "people", _l("People")
