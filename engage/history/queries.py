"""Reading what happened. Who may see a subject is decided before its entries are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from engage.history.models import Entry
from engage.kit.db import db


def entries_for(subject: tuple[str, int]) -> Sequence[Entry]:
    """Newest first."""
    kind, subject_id = subject
    query = (
        select(Entry)
        .where(Entry.subject_kind == kind, Entry.subject_id == subject_id)
        .order_by(Entry.at.desc(), Entry.id.desc())
    )
    return db.session.scalars(query).all()
