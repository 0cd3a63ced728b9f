"""Sentences that several doors of the room say."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

MAY_NOT = _l("This event belongs to others; you can read it, but not change it.")
IN_A_RING = _l(
    "An event cannot stand below itself. Please choose another larger event; nothing was changed."
)
