"""Journeys, their Parties, stops and baton lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")
TABLES = ("journey", "journey_party", "journey_stop", "journey_baton")


def upgrade() -> None:
    create_journey()
    create_journey_party()
    create_journey_stop()
    create_journey_baton()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def create_journey() -> None:
    op.create_table(
        "journey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("stamp", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["saved_by_id"], ["user_account.id"], name=op.f("fk_journey_saved_by_id_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey")),
        sa.UniqueConstraint("ref", name=op.f("uq_journey_ref")),
    )


def create_journey_party() -> None:
    op.create_table(
        "journey_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("journey_id", sa.Integer(), nullable=False),
        sa.Column("party_code", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(
            ["journey_id"], ["journey.id"], name=op.f("fk_journey_party_journey_id_journey")
        ),
        sa.ForeignKeyConstraint(
            ["party_code"], ["party.code"], name=op.f("fk_journey_party_party_code_party")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey_party")),
        sa.UniqueConstraint(
            "journey_id", "party_code", name=op.f("uq_journey_party_journey_id_party_code")
        ),
    )


def create_journey_stop() -> None:
    op.create_table(
        "journey_stop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("journey_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party_code", sa.String(length=2), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.Column("private", document, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(length=5), server_default=sa.text("''"), nullable=False),
        sa.Column("sequence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_by_id", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["user_account.id"],
            name=op.f("fk_journey_stop_decided_by_id_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["journey_id"], ["journey.id"], name=op.f("fk_journey_stop_journey_id_journey")
        ),
        sa.ForeignKeyConstraint(
            ["party_code"], ["party.code"], name=op.f("fk_journey_stop_party_code_party")
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"],
            ["user_account.id"],
            name=op.f("fk_journey_stop_saved_by_id_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey_stop")),
        sa.UniqueConstraint("journey_id", "key", name=op.f("uq_journey_stop_journey_id_key")),
    )
    with op.batch_alter_table("journey_stop", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_journey_stop_journey_id_position"),
            ["journey_id", "position"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journey_stop_party_code_state"), ["party_code", "state"], unique=False
        )


def create_journey_baton() -> None:
    op.create_table(
        "journey_baton",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stop_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.Column("source", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Integer(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_by_id", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["done_by_id"],
            ["user_account.id"],
            name=op.f("fk_journey_baton_done_by_id_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"],
            ["user_account.id"],
            name=op.f("fk_journey_baton_saved_by_id_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"], ["journey_stop.id"], name=op.f("fk_journey_baton_stop_id_journey_stop")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey_baton")),
        sa.UniqueConstraint("stop_id", "key", name=op.f("uq_journey_baton_stop_id_key")),
    )
