"""Words of the calendar: what kinds of entries it holds, and whom a kept address serves."""

from __future__ import annotations

from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class EntryKind(Vocabulary):
    """What stands in a calendar."""

    EVENT = "event", _lp("calendar", "Event")
    STOP = "stop", _lp("calendar", "Stop of a journey")
    OCCASION = "occasion", _lp("calendar", "International day, year or session")
