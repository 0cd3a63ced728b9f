"""Sentences about plans that are said in more than one place."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.config import settings
from engage.history.models import Entry
from engage.kit.formats import show_moment
from engage.kit.locales import current

LOCKED = _l(
    "You cannot change this plan now: it is with somebody else, or your role only reads it. "
    "Nothing was changed."
)
MAY_NOT = _l("Your role does not allow this step. Nothing was changed.")


def too_late(entry: Entry | None) -> str:
    """For a person who takes a step after somebody else moved the plan on: who, what, when."""
    if entry is None:
        return _("The plan cannot take this step now. Nothing was changed.")
    return _(
        "Somebody was quicker: %(what)s on %(when)s. Nothing was changed by you.",
        what=entry.sentence,
        when=show_moment(entry.at, language=current(), zone=settings().time_zone),
    )
