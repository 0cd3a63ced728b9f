"""Changing reference data by hand. A row that was edited is never refreshed by an update."""

from __future__ import annotations

import re

from flask_babel import gettext as _
from sqlalchemy import select

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import OutOfTurn, ensure
from engage.kit.folding import fold
from engage.reference.models import FALLBACK, EditableRow, Party
from engage.reference.queries import MODELS
from engage.reference.vocabulary.rows import RowKind
from engage.upkeep.details import AnnexDetails, RowDetails

CODE_LENGTH = 50
PARTY = "party"


def add_row(actor: User, kind: RowKind, details: RowDetails) -> EditableRow:
    model = MODELS[kind]
    row = model(code=free_code(model, details.names.get(FALLBACK, "")))
    fill(row, details)
    db.session.add(row)
    db.session.flush()
    record(actor, Verb.ROW_ADDED, (kind.value, row.id), title=row.name(FALLBACK))
    return row


def change_row(
    actor: User, kind: RowKind, row: EditableRow, details: RowDetails, *, seen: str
) -> None:
    """`seen` is the stamp of the row as the person saw it."""
    ensure_unchanged(row, seen)
    fill(row, details)
    record(actor, Verb.ROW_CHANGED, (kind.value, row.id), title=row.name(FALLBACK))


def change_annexes(actor: User, party: Party, details: AnnexDetails, *, seen: str) -> None:
    ensure_unchanged(party, seen)
    party.annexes = list(details.annexes)
    party.edited_at = now()
    record(actor, Verb.ROW_CHANGED, party_subject(party), title=party.name(FALLBACK))


def fill(row: EditableRow, details: RowDetails) -> None:
    row.names = dict(details.names)
    row.note = details.note
    row.is_active = details.is_active
    row.edited_at = now()
    for column, value in details.facts.items():
        setattr(row, column, value)


def stamp(row: EditableRow | Party) -> str:
    """Which state of a row somebody saw; goes with the form and comes back."""
    return row.edited_at.isoformat() if row.edited_at else "as shipped"


def ensure_unchanged(row: EditableRow | Party, seen: str) -> None:
    ensure(
        stamp(row) == seen,
        OutOfTurn(
            _(
                "Somebody else changed this meanwhile. What you typed is below; what stands there "
                "now is on the page of the entry. Save again to put yours in its place."
            )
        ),
    )


def party_subject(party: Party) -> tuple[str, int]:
    """History counts its subjects by number: the letters of the code, read in base 36."""
    return (PARTY, int(party.code, 36))


def free_code(model: type[EditableRow], name: str) -> str:
    """A code made from the English name that no row has yet; codes never change afterwards."""
    wanted = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[:CODE_LENGTH] or "entry"
    taken = set(db.session.scalars(select(model.code)))
    number, code = 2, wanted
    while code in taken:
        number, code = number + 1, f"{wanted}_{number}"
    return code
