"""People, failed attempts to sign in, and text kept for people who were signed out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    create_user_account()
    create_sign_in_attempt()
    create_kept_text()


def downgrade() -> None:
    for table in ("kept_text", "sign_in_attempt", "user_account"):
        op.drop_table(table)


def create_user_account() -> None:
    op.create_table(
        "user_account",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.String(150), nullable=False),
        sa.Column("function", sa.String(150), nullable=False),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("party_code", sa.String(2), nullable=True),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("session_epoch", sa.Integer, nullable=False),
        sa.Column("is_active", sa.Boolean, server_default=sa.true(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("email", name=op.f("uq_user_account_email")),
        sa.ForeignKeyConstraint(
            ["party_code"], ["party.code"], name=op.f("fk_user_account_party_code_party")
        ),
    )
    op.create_index(op.f("ix_user_account_party_code"), "user_account", ["party_code"])


def create_sign_in_attempt() -> None:
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.String(254), nullable=False),
        sa.Column("address", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    for column in ("account", "address"):
        name = op.f(f"ix_sign_in_attempt_{column}_at")
        op.create_index(name, "sign_in_attempt", [column, "at"])


def create_kept_text() -> None:
    op.create_table(
        "kept_text",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("place", sa.String(600), nullable=False),
        sa.Column("posted_to", sa.String(600), nullable=False),
        sa.Column("fields", document, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_text")),
        sa.UniqueConstraint("user_id", "posted_to", name=op.f("uq_kept_text_user_id_posted_to")),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_kept_text_user_id_user_account"),
            ondelete="CASCADE",
        ),
    )
    op.create_index(op.f("ix_kept_text_user_id_place"), "kept_text", ["user_id", "place"])
