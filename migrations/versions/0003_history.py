"""Who did what, when, to what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "history_entry",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer, nullable=True),
        sa.Column("actor_name", sa.String(150), nullable=False),
        sa.Column("subject_kind", sa.String(30), nullable=False),
        sa.Column("subject_id", sa.Integer, nullable=False),
        sa.Column("verb", sa.String(30), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("details", document, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_entry")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["user_account.id"],
            name=op.f("fk_history_entry_actor_id_user_account"),
            ondelete="SET NULL",
        ),
    )
    op.create_index(op.f("ix_history_entry_actor_id"), "history_entry", ["actor_id"])
    op.create_index(
        op.f("ix_history_entry_subject_kind_subject_id_at"),
        "history_entry",
        ["subject_kind", "subject_id", "at"],
    )


def downgrade() -> None:
    op.drop_table("history_entry")
