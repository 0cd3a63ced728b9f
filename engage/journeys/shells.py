"""The journey and the campaigns that are there from the start, as data: names, no stop, no date.

What the secretariat has begun or changed is left alone: a reference that is there is passed over.
Source for the Silk Road Caravan: ICCD/COP(17)/6, paragraph 26 (b), which names no dates and no
stops; for the other two the paragraphs 20 and 26 of the same document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from engage.journeys.drafting import touch
from engage.journeys.models import Journey, JourneyParty
from engage.kit.clock import now
from engage.kit.db import db
from engage.reference.models import Party

FILE = Path(__file__).parent / "data" / "journeys.json"


def load_shells() -> None:
    """Add those whose reference is not taken; needs the Parties. Flushes."""
    there = set(db.session.scalars(sa.select(Journey.ref)))
    for shell in json.loads(FILE.read_text("utf-8")):
        if shell["ref"] not in there:
            db.session.add(_made(shell))
    db.session.flush()


def _made(shell: Mapping[str, Any]) -> Journey:
    codes = shell["parties"]
    found = db.session.scalars(sa.select(Party).where(Party.code.in_(codes)))
    parties = {party.code: party for party in found}
    journey = Journey(
        ref=shell["ref"],
        kind=shell["kind"],
        content=shell["content"],
        is_open=True,
        stamp="",
        created_at=now(),
        changed_at=now(),
    )
    journey.parties = [JourneyParty(party=parties[code]) for code in codes if code in parties]
    touch(journey)
    return journey
