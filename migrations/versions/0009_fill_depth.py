"""The depth of a plan stands on the plan itself, as its first section says."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")
plan = sa.table("plan", sa.column("id", sa.Integer), sa.column("depth", sa.String))
section = sa.table(
    "plan_section",
    sa.column("plan_id", sa.Integer),
    sa.column("code", sa.String),
    sa.column("content", document),
)


def upgrade() -> None:
    connection = op.get_bind()
    found = sa.select(section.c.plan_id, section.c.content).where(section.c.code == "identity")
    for row in connection.execute(found).mappings().all():
        if row["content"].get("depth") == "full":
            chosen = sa.update(plan).where(plan.c.id == row["plan_id"]).values(depth="full")
            connection.execute(chosen)


def downgrade() -> None:
    """Nothing to undo: the column falls with the revision before."""
