"""Words of journeys: their kinds, where a stop stands, and what passes from stop to stop."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class JourneyKind(Vocabulary):
    """Whether it has an order."""

    JOURNEY = "journey", _l("Journey: stops in an order, each hosted by a Party")
    CAMPAIGN = "campaign", _l("Campaign: each Party adds its own events")


class StopState(Vocabulary):
    """Where a stop stands; a Party is named in public from `accepted` on."""

    PROPOSED = "proposed", _lp("stop", "Proposed")
    ACCEPTED = "accepted", _lp("stop", "Accepted by the host")
    DECLINED = "declined", _lp("stop", "Declined by the host")
    HELD = "held", _lp("stop", "Took place")
    SKIPPED = "skipped", _lp("stop", "Skipped")


# The host has said yes, whatever came of it afterwards.
AGREED = frozenset({StopState.ACCEPTED, StopState.HELD, StopState.SKIPPED})


class BatonKind(Vocabulary):
    """What is passed on to a stop or prepared for it."""

    PERMIT = "permit", _lp("baton", "Permit")
    PRESS_NOTE = "press_note", _lp("baton", "Press note in the local language")
    GUEST = "guest", _lp("baton", "Guest")
    PROMISE = "promise", _lp("baton", "Promise of the stop before")
    MATERIAL = "material", _lp("baton", "Material or object")
    OTHER = "other", _lp("baton", "Something else")
