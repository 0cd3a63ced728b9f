"""The groups of a submitted plan stand on the plan itself, as its last version names them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

# In the order of decision 8/COP.16, then parliamentarians, as of this revision.
GROUPS = (
    "policymakers",
    "women",
    "youth",
    "cso",
    "indigenous",
    "local_comm",
    "land_owners_managers",
    "farmers",
    "pastoralists",
    "media",
    "private_sector",
    "parliamentarians",
)
document = sa.JSON().with_variant(JSONB(), "postgresql")
plan = sa.table("plan", sa.column("id", sa.Integer), sa.column("submitted_groups", document))
version = sa.table(
    "plan_version",
    sa.column("id", sa.Integer),
    sa.column("plan_id", sa.Integer),
    sa.column("document", document),
)


def upgrade() -> None:
    connection = op.get_bind()
    last = sa.select(sa.func.max(version.c.id)).group_by(version.c.plan_id)
    ids = connection.execute(last).scalars().all()
    for id_ in ids:  # one by one: a document is large
        found = sa.select(version.c.plan_id, version.c.document).where(version.c.id == id_)
        row = connection.execute(found).mappings().one()
        groups = groups_of(row["document"])
        filled = sa.update(plan).where(plan.c.id == row["plan_id"])
        connection.execute(filled.values(submitted_groups=groups))


def downgrade() -> None:
    """Nothing to undo: the column falls with an earlier revision."""


def groups_of(frozen: dict[str, Any]) -> list[str]:
    section = frozen.get("sections", {}).get("stakeholders", {})
    rows = section.get("registers", {}).get("stakeholders", [])
    named = [row["values"].get("groups") for row in rows]
    met = {
        code
        for groups in named
        if isinstance(groups, list)
        for code in groups
        if isinstance(code, str)
    }
    return [code for code in GROUPS if code in met]
