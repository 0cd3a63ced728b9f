"""Names of a Party in any number of languages: one document in place of six columns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB, "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("party") as party:
        party.add_column(sa.Column("names", document, nullable=False, server_default="{}"))
        party.alter_column("ui_language", type_=sa.String(8))
    with op.batch_alter_table("user_account") as person:
        person.alter_column("language", type_=sa.String(8))


def downgrade() -> None:
    with op.batch_alter_table("user_account") as person:
        person.alter_column("language", type_=sa.String(2))
    with op.batch_alter_table("party") as party:
        party.alter_column("ui_language", type_=sa.String(2))
        party.drop_column("names")
