"""Sentences that several doors of the room say."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

MAY_NOT_PLAN = _l("Journeys and the order of their stops are planned by the secretariat.")
MAY_NOT_WRITE = _l("This stop is written by its host and the secretariat; you can read it.")
MAY_NOT_ANSWER = _l("A stop is answered for by the focal point of the Party that was asked.")
MAY_NOT_LIST = _l("This list is kept by the host of the stop and the secretariat.")
NO_REASON = _l("Please say in a sentence why, so that the secretariat can look for another host.")
NO_NAME = _l("Please give it a name in at least one of the languages.")
NO_HOST = _l("Please choose the Party that is asked to host the stop.")
