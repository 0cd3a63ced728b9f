"""The checklist with its answers, comments for reuse, and calls for plans."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")
TABLES = ("checklist_item", "stock_comment", "call_for_plans", "checklist_answer")


def upgrade() -> None:
    create_checklist_item()
    create_stock_comment()
    create_call_for_plans()
    create_checklist_answer()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def create_checklist_item() -> None:
    op.create_table(
        "checklist_item",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chapter", sa.String(length=30), nullable=False),
        sa.Column("section", sa.String(length=30), nullable=False),
        sa.Column("prefill", sa.String(length=30), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_item")),
        sa.UniqueConstraint("code", name=op.f("uq_checklist_item_code")),
    )


def create_stock_comment() -> None:
    op.create_table(
        "stock_comment",
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("section", sa.String(length=30), nullable=False),
        sa.Column("texts", document, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_comment")),
        sa.UniqueConstraint("code", name=op.f("uq_stock_comment_code")),
    )


def create_call_for_plans() -> None:
    op.create_table(
        "call_for_plans",
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("due_on >= opens_on", name=op.f("ck_call_for_plans_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_for_plans")),
        sa.UniqueConstraint("code", name=op.f("uq_call_for_plans_code")),
    )


def create_checklist_answer() -> None:
    op.create_table(
        "checklist_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["user_account.id"],
            name=op.f("fk_checklist_answer_answered_by_id_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_checklist_answer_plan_id_plan"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_answer")),
        sa.UniqueConstraint(
            "plan_id",
            "version",
            "round",
            "item",
            name=op.f("uq_checklist_answer_plan_id_version_round_item"),
        ),
    )
