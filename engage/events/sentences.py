"""Sentences that several doors of the room say."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

MAY_NOT = _l("This event belongs to others; you can read it, but not change it.")
