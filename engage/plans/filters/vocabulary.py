"""The lists whose filters can be kept."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class Place(Vocabulary):
    QUEUE = "queue", _l("Plans for review")
    BOARD = "board", _l("Board")


ADDRESS_OF: dict[Place, str] = {Place.QUEUE: "/review", Place.BOARD: "/board"}

# Whose plans, where no person is named.
MINE = "me"
NOBODYS = "none"
