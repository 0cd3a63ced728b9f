"""Who reviews what, filters that are kept, places of comments, and objections to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")
TABLES = ("review_assignment", "assignment_rule", "saved_filter", "comment_objection")


def upgrade() -> None:
    with op.batch_alter_table("party") as party:
        party.add_column(
            sa.Column("shows_drafts", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    with op.batch_alter_table("plan") as plan:
        plan.add_column(
            sa.Column("submitted_groups", document, server_default="[]", nullable=False)
        )
        plan.add_column(sa.Column("lead_id", sa.Integer(), nullable=True))
        plan.create_foreign_key(
            op.f("fk_plan_lead_id_user_account"), "user_account", ["lead_id"], ["id"]
        )
    with op.batch_alter_table("plan_comment") as plan_comment:
        plan_comment.add_column(
            sa.Column("register", sa.String(), server_default=sa.text("''"), nullable=False)
        )
        plan_comment.add_column(
            sa.Column("row_key", sa.String(), server_default=sa.text("''"), nullable=False)
        )
        plan_comment.add_column(
            sa.Column("field", sa.String(), server_default=sa.text("''"), nullable=False)
        )
        plan_comment.add_column(sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True))
        plan_comment.create_check_constraint(
            op.f("ck_plan_comment_dropped_is_never_sent"), "dropped_at IS NULL OR sent_at IS NULL"
        )
    with op.batch_alter_table("plan_letter") as plan_letter:
        plan_letter.add_column(
            sa.Column("support", sa.String(), server_default=sa.text("''"), nullable=False)
        )
        plan_letter.add_column(sa.Column("listed", document, nullable=True))
    create_review_assignment()
    create_assignment_rule()
    create_saved_filter()
    create_comment_objection()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    with op.batch_alter_table("plan_letter") as plan_letter:
        plan_letter.drop_column("listed")
        plan_letter.drop_column("support")
    with op.batch_alter_table("plan_comment") as plan_comment:
        plan_comment.drop_constraint(op.f("ck_plan_comment_dropped_is_never_sent"), type_="check")
        plan_comment.drop_column("dropped_at")
        plan_comment.drop_column("field")
        plan_comment.drop_column("row_key")
        plan_comment.drop_column("register")
    with op.batch_alter_table("plan") as plan:
        plan.drop_constraint(op.f("fk_plan_lead_id_user_account"), type_="foreignkey")
        plan.drop_column("lead_id")
        plan.drop_column("submitted_groups")
    with op.batch_alter_table("party") as party:
        party.drop_column("shows_drafts")


def create_review_assignment() -> None:
    op.create_table(
        "review_assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("assigned_by_id", sa.Integer(), nullable=True),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["assigned_by_id"],
            ["user_account.id"],
            name=op.f("fk_review_assignment_assigned_by_id_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_review_assignment_plan_id_plan"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"],
            ["user_account.id"],
            name=op.f("fk_review_assignment_reviewer_id_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_assignment")),
        sa.UniqueConstraint("plan_id", "topic", name=op.f("uq_review_assignment_plan_id_topic")),
    )
    op.create_index("ix_review_assignment_reviewer_id", "review_assignment", ["reviewer_id"])


def create_assignment_rule() -> None:
    op.create_table(
        "assignment_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("annex", sa.String(length=30), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reviewer_id"],
            ["user_account.id"],
            name=op.f("fk_assignment_rule_reviewer_id_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_rule")),
        sa.UniqueConstraint(
            "topic", "annex", "language", name=op.f("uq_assignment_rule_topic_annex_language")
        ),
    )


def create_saved_filter() -> None:
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("query", sa.String(length=3000), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_saved_filter_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
        sa.UniqueConstraint(
            "user_id", "page", "name", name=op.f("uq_saved_filter_user_id_page_name")
        ),
    )


def create_comment_objection() -> None:
    op.create_table(
        "comment_objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('kept', 'dropped')", name=op.f("ck_comment_objection_outcome")
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (resolved_at IS NULL)",
            name=op.f("ck_comment_objection_outcomes_say_when"),
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["plan_comment.id"],
            name=op.f("fk_comment_objection_comment_id_plan_comment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["resolved_by_id"],
            ["user_account.id"],
            name=op.f("fk_comment_objection_resolved_by_id_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["user_account.id"],
            name=op.f("fk_comment_objection_written_by_id_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_objection")),
        sa.UniqueConstraint(
            "comment_id",
            "written_by_id",
            name=op.f("uq_comment_objection_comment_id_written_by_id"),
        ),
    )
