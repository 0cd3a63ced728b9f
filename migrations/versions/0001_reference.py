"""Parties, occasions, initiatives, mandates, thresholds and age bands."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    create_party()
    create_rows(
        "occasion",
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("month", sa.Integer, nullable=True),
        sa.Column("day", sa.Integer, nullable=True),
        sa.Column("starts", sa.String(10), nullable=True),
        sa.Column("ends", sa.String(10), nullable=True),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name=op.f("ck_occasion_month")),
        sa.CheckConstraint("day BETWEEN 1 AND 31", name=op.f("ck_occasion_day")),
    )
    create_rows("initiative", sa.Column("website", sa.String(200), nullable=False))
    create_rows(
        "mandate",
        sa.Column("symbol", sa.String(60), nullable=False),
        sa.Column("citations", document, nullable=False),
    )
    create_rows(
        "threshold",
        sa.Column("value", sa.Integer, nullable=False),
        sa.Column("unit", sa.String(30), nullable=False),
    )
    create_rows(
        "age_band",
        sa.Column("from_age", sa.Integer, nullable=False),
        sa.Column("to_age", sa.Integer, nullable=False),
        sa.CheckConstraint("to_age >= from_age", name=op.f("ck_age_band_ages")),
    )


def downgrade() -> None:
    for table in ("age_band", "threshold", "mandate", "initiative", "occasion", "party"):
        op.drop_table(table)


def create_party() -> None:
    op.create_table(
        "party",
        sa.Column("code", sa.String(2), nullable=False),
        sa.Column("iso3", sa.String(3), nullable=False),
        *(
            sa.Column(f"name_{language}", sa.String(200), nullable=False)
            for language in ("ar", "zh", "en", "fr", "ru", "es")
        ),
        sa.Column("annexes", document, nullable=False),
        sa.Column("languages", document, nullable=False),
        sa.Column("ui_language", sa.String(2), nullable=False),
        sa.Column("is_rehearsal", sa.Boolean, nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_party")),
        sa.UniqueConstraint("iso3", name=op.f("uq_party_iso3")),
    )


def create_rows(table: str, *own: Any) -> None:
    """A table of rows that an administrator edits: what all have, then what this one has."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("note", sa.String(500), nullable=False),
        sa.Column("is_active", sa.Boolean, server_default=sa.true(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        *own,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("code", name=op.f(f"uq_{table}_code")),
    )
