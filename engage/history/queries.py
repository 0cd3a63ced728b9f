"""Reading what happened. Who may see a subject is decided before its entries are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from engage.history.models import Entry
from engage.kit.db import db

# Built once: every page of a plan asks it.
_ENTRIES = (
    select(Entry)
    .where(Entry.subject_kind == bindparam("kind"), Entry.subject_id == bindparam("subject_id"))
    .order_by(Entry.at.desc(), Entry.id.desc())
)


def entries_for(subject: tuple[str, int]) -> Sequence[Entry]:
    """Newest first."""
    kind, subject_id = subject
    return db.session.scalars(_ENTRIES, {"kind": kind, "subject_id": subject_id}).all()
