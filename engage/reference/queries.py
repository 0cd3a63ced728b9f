"""Reading reference data. Names are sorted as readers of the language expect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, String, cast, func, select

from engage.kit.collation import sort_key
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.folding import fold
from engage.reference.models import (
    FALLBACK,
    AgeBand,
    CallForPlans,
    ChecklistItem,
    EditableRow,
    Initiative,
    Mandate,
    Occasion,
    Party,
    StockComment,
    Threshold,
)
from engage.reference.norms import KnownOccasion, Norms
from engage.reference.vocabulary.rows import RowKind

Row = TypeVar("Row", bound=EditableRow)

MODELS: dict[RowKind, type[EditableRow]] = {
    RowKind.OCCASIONS: Occasion,
    RowKind.INITIATIVES: Initiative,
    RowKind.MANDATES: Mandate,
    RowKind.THRESHOLDS: Threshold,
    RowKind.AGE_BANDS: AgeBand,
    RowKind.CHECKLIST: ChecklistItem,
    RowKind.STOCK_COMMENTS: StockComment,
    RowKind.CALLS: CallForPlans,
}


def find_party(code: str) -> Party | None:
    return db.session.get(Party, code)


def get_party(code: str) -> Party:
    party = find_party(code)
    if party is None:
        raise NotFound(_("There is no Party with this code."))
    return party


def parties(language: str, *, with_rehearsal: bool = False) -> list[Party]:
    """All Parties in the order of their names in that language."""
    query = select(Party)
    if not with_rehearsal:
        query = query.where(Party.is_rehearsal.is_(False))
    found = db.session.scalars(query)
    return sorted(found, key=lambda party: _alphabetical(party, language))


def _alphabetical(party: Party, language: str) -> tuple[bytes, str]:
    return (sort_key(party.name(language), language=language), party.code)


def name_of_party(language: str) -> ColumnElement[str]:
    """The Party's name in the language, English where there is none: for a query of others."""
    spoken, fallback = (Party.names[code].as_string() for code in (language, FALLBACK))
    return func.coalesce(func.nullif(spoken, ""), fallback)


def names_to_find() -> Mapping[str, str]:
    """All names of each Party, folded: to find it by words in any language."""
    rows = db.session.execute(select(Party.code, Party.names))
    return {code: _folded(tuple(names.values())) for code, names in rows}


@lru_cache(maxsize=1024)
def _folded(names: tuple[str, ...]) -> str:
    return " | ".join(fold(name) for name in names)


def rows_of(model: type[Row], *, with_inactive: bool = False) -> list[Row]:
    """The rows of one kind in their own order: days and calls by date, ages by age, items of the
    checklist by place, the rest as added."""
    query = select(model)
    if not with_inactive:
        query = query.where(model.is_active.is_(True))
    return sorted(db.session.scalars(query), key=_place)


def _place(row: EditableRow) -> tuple[int, int, int, int]:
    if isinstance(row, Occasion):
        return (row.month is None, row.month or 0, row.day or 0, row.id)
    if isinstance(row, AgeBand):
        return (0, row.from_age, row.to_age, row.id)
    if isinstance(row, ChecklistItem):
        return (0, row.place, 0, row.id)
    if isinstance(row, CallForPlans):
        return (0, row.due_on.toordinal(), 0, row.id)
    return (0, 0, 0, row.id)


def get_row(kind: RowKind, code: str) -> EditableRow:
    model = MODELS[kind]
    row = db.session.scalar(select(model).where(model.code == code))
    if row is None:
        raise NotFound(_("There is no entry with this code."))
    return row


def names_of(model: type[Row], language: str) -> Sequence[tuple[str, str]]:
    """Code and name of the rows in use: for choices in a form."""
    return [(row.code, row.name(language)) for row in rows_of(model)]


def threshold(code: str) -> int | None:
    """The number in use, or None when an administrator has taken the threshold out of use."""
    found = select(Threshold.value).where(Threshold.code == code, Threshold.is_active.is_(True))
    return db.session.scalar(found)


def mandates() -> list[Mandate]:
    """The decisions that a new plan names from the start."""
    return rows_of(Mandate)


def norms() -> Norms:
    """What advice is measured by, as it stands now: two queries, however many rows there are."""
    rows = db.session.execute(_THRESHOLDS)
    thresholds = {code: value if is_active else None for code, value, is_active in rows}
    return Norms.of(
        thresholds, tuple(KnownOccasion(*row) for row in db.session.execute(_OCCASIONS))
    )


# Columns, not rows: nearly every page of a plan asks for them.
_THRESHOLDS = select(Threshold.code, Threshold.value, Threshold.is_active)
_OCCASIONS = (
    select(
        Occasion.code,
        Occasion.kind,
        Occasion.month,
        Occasion.day,
        Occasion.starts,
        Occasion.ends,
        cast(Occasion.names, String),
    )
    .where(Occasion.is_active.is_(True))
    .order_by(Occasion.id)
)
