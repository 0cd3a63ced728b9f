"""The six names of each Party move into one document; texts to search are folded once more.

Folding makes traditional Chinese characters simplified now; what was folded before is kept.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from engage.kit.folding import fold

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
document = sa.JSON().with_variant(JSONB, "postgresql")
party = sa.table(
    "party",
    sa.column("code", sa.String),
    sa.column("names", document),
    *(sa.column(f"name_{language}", sa.String) for language in LANGUAGES),
)
TEXTS = ("search_text", "submitted_text")
plan = sa.table("plan", sa.column("id", sa.Integer), *(sa.column(text, sa.Text) for text in TEXTS))


def upgrade() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(party)).mappings().all():
        names = {each: row[f"name_{each}"] for each in LANGUAGES if row[f"name_{each}"]}
        changed = sa.update(party).where(party.c.code == row["code"]).values(names=names)
        connection.execute(changed)
    for row in connection.execute(sa.select(plan)).mappings().all():
        folded = {text: fold(row[text]) for text in TEXTS if row[text]}
        if folded:
            connection.execute(sa.update(plan).where(plan.c.id == row["id"]).values(folded))


def downgrade() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(party.c.code, party.c.names)).mappings().all():
        names = {f"name_{each}": row["names"].get(each, "") for each in LANGUAGES}
        connection.execute(sa.update(party).where(party.c.code == row["code"]).values(names))
