"""Depth and small changes of a plan, who has it open, shared activities, templates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")
TABLES = ("plan_presence", "shared_activity", "borrowed_activity", "plan_template")


def upgrade() -> None:
    with op.batch_alter_table("plan") as plan:
        plan.add_column(sa.Column("depth", sa.String(), nullable=False, server_default="simple"))
        plan.add_column(sa.Column("minor", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("plan_version") as version:
        version.add_column(sa.Column("minor", sa.Integer(), nullable=False, server_default="0"))
    create_presence()
    create_shared_activity()
    create_borrowed_activity()
    create_template()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    with op.batch_alter_table("plan_version") as version:
        version.drop_column("minor")
    with op.batch_alter_table("plan") as plan:
        plan.drop_column("minor")
        plan.drop_column("depth")


def create_presence() -> None:
    op.create_table(
        "plan_presence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_plan_presence_plan_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_plan_presence_user_id_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_presence")),
        sa.UniqueConstraint(
            "plan_id", "place", "user_id", name=op.f("uq_plan_presence_plan_id_place_user_id")
        ),
    )


def create_shared_activity() -> None:
    op.create_table(
        "shared_activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_shared_activity_plan_id_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_activity")),
        sa.UniqueConstraint("plan_id", "key", name=op.f("uq_shared_activity_plan_id_key")),
    )


def create_borrowed_activity() -> None:
    op.create_table(
        "borrowed_activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("borrowed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("borrowed_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"],
            ["shared_activity.id"],
            name=op.f("fk_borrowed_activity_offer_id_shared_activity"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_borrowed_activity_plan_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["borrowed_by_id"],
            ["user_account.id"],
            name=op.f("fk_borrowed_activity_borrowed_by_id_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_borrowed_activity")),
        sa.UniqueConstraint("plan_id", "key", name=op.f("uq_borrowed_activity_plan_id_key")),
    )
    op.create_index(
        "ix_borrowed_activity_offer_id", "borrowed_activity", ["offer_id"], unique=False
    )


def create_template() -> None:
    op.create_table(
        "plan_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("document", document, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_template")),
        sa.UniqueConstraint("code", name=op.f("uq_plan_template_code")),
    )
