"""Letters to people, the e-mails that bring them, and each attempt to send one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")
TABLES = ("mailing", "mailing_attempt", "notice")


def upgrade() -> None:
    with op.batch_alter_table("user_account") as user_account:
        user_account.add_column(
            sa.Column("pace", sa.String(length=20), server_default="weekly", nullable=False)
        )
        user_account.add_column(
            sa.Column(
                "time_zone", sa.String(length=60), server_default=sa.text("''"), nullable=False
            )
        )
    create_mailing()
    create_mailing_attempt()
    create_notice()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    with op.batch_alter_table("user_account") as user_account:
        user_account.drop_column("time_zone")
        user_account.drop_column("pace")


def create_mailing() -> None:
    op.create_table(
        "mailing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Date(), nullable=True),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("claimed_by", sa.String(length=80), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(claimed_by IS NULL) = (claimed_until IS NULL)", name=op.f("ck_mailing_claims_end")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["user_account.id"],
            name=op.f("fk_mailing_person_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailing")),
        sa.UniqueConstraint("message_id", name=op.f("uq_mailing_message_id")),
        sa.UniqueConstraint("person_id", "period", name=op.f("uq_mailing_person_id_period")),
    )
    op.create_index("ix_mailing_state_due_at", "mailing", ["state", "due_at"])


def create_mailing_attempt() -> None:
    op.create_table(
        "mailing_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mailing_id", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mailing_id"],
            ["mailing.id"],
            name=op.f("fk_mailing_attempt_mailing_id_mailing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailing_attempt")),
    )
    op.create_index("ix_mailing_attempt_mailing_id", "mailing_attempt", ["mailing_id"])


def create_notice() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=30), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("turn", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("details", document, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mailing_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mailing_id"],
            ["mailing.id"],
            name=op.f("fk_notice_mailing_id_mailing"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["user_account.id"],
            name=op.f("fk_notice_person_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint(
            "person_id",
            "cause",
            "subject_kind",
            "subject_id",
            "turn",
            "day",
            name=op.f("uq_notice_person_id_cause_subject_kind_subject_id_turn_day"),
        ),
    )
    op.create_index("ix_notice_mailing_id", "notice", ["mailing_id"])
    op.create_index("ix_notice_person_id_written_at", "notice", ["person_id", "written_at"])
    op.create_index("ix_notice_subject_kind_subject_id", "notice", ["subject_kind", "subject_id"])
