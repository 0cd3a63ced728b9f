"""The stock of comments that reviewers use again, kept by the administrator in six languages."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from engage.kit.db import db
from engage.reference.models import FALLBACK, StockComment

BETWEEN = "\n\n"


def stock_for(section: str) -> Sequence[StockComment]:
    """What can be said on a section: what is kept for it, then what is kept for any."""
    found = (
        sa.select(StockComment)
        .where(StockComment.is_active, StockComment.section.in_({section, ""}))
        .order_by(StockComment.section.desc(), StockComment.id)
    )
    return db.session.scalars(found).all()


def find_stock(code: str) -> StockComment | None:
    found = sa.select(StockComment).where(StockComment.code == code, StockComment.is_active)
    return db.session.scalar(found)


def text_in(stock: StockComment, language: str) -> tuple[str, str]:
    """Its text in a language, or in English where there is none; and which of the two it is."""
    text = str(stock.texts.get(language) or "")
    return (text, language) if text else (str(stock.texts.get(FALLBACK, "")), FALLBACK)


def put_behind(typed: str, text: str) -> str:
    """Nothing that was typed is overwritten; the same text does not come twice."""
    if text in typed:
        return typed
    return BETWEEN.join(part for part in (typed.rstrip(), text) if part)
