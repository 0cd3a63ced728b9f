"""Writing down what happened."""

from __future__ import annotations

from typing import Any

from engage.accounts.models import User
from engage.history.models import Entry
from engage.history.vocabulary import Verb
from engage.kit.db import db

# Who is named when a command, and not a person, did it.
THE_APP = "Engage"

Subject = tuple[str, int]


def record(
    actor: User | None, verb: Verb, subject: Subject, note: str = "", **details: Any
) -> Entry:
    """Add an entry. A verb whose sentence lacks one of its details is refused at once."""
    kind, subject_id = subject
    entry = Entry(
        actor_id=actor.id if actor else None,
        actor_name=actor.name if actor else THE_APP,
        subject_kind=kind,
        subject_id=subject_id,
        verb=Verb(verb).value,
        note=note,
        details=details,
    )
    str(entry.sentence)  # a KeyError here names the missing detail
    db.session.add(entry)
    db.session.flush()
    return entry
