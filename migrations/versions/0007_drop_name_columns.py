"""The columns whose names stand in the document now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


def upgrade() -> None:
    with op.batch_alter_table("party") as party:
        party.alter_column("names", server_default=None)
        for language in LANGUAGES:
            party.drop_column(f"name_{language}")


def downgrade() -> None:
    with op.batch_alter_table("party") as party:
        for language in LANGUAGES:
            column = sa.Column(f"name_{language}", sa.String(200), nullable=False)
            column.server_default = sa.DefaultClause("")
            party.add_column(column)
        party.alter_column("names", server_default="{}")
