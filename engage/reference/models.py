"""Parties, and the rows an administrator keeps up to date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, String, Text, false, true
from sqlalchemy.orm import Mapped, mapped_column, validates

from engage.kit.db import Base

FALLBACK = "en"


def name_in(names: Mapping[str, str], language: str) -> str:
    """The name in the language, in English where there is none."""
    return names.get(language) or names.get(FALLBACK, "")


class Party(Base):
    """A Party to the Convention, by its official names; the European Union is one.

    `names` holds a name for each language, as the United Nations lists it; never CLDR's.
    """

    __tablename__ = "party"

    code: Mapped[str] = mapped_column(String(2), primary_key=True)
    iso3: Mapped[str] = mapped_column(String(3), unique=True)
    names: Mapped[dict[str, Any]]
    annexes: Mapped[list[str]]
    languages: Mapped[list[str]]
    ui_language: Mapped[str] = mapped_column(String(8))
    is_rehearsal: Mapped[bool] = mapped_column(default=False)
    # Whether the secretariat may know that there is a draft; never what stands in it.
    shows_drafts: Mapped[bool] = mapped_column(default=False, server_default=false())
    edited_at: Mapped[datetime | None]

    def name(self, language: str) -> str:
        return name_in(self.names, language)


class EditableRow(Base):
    """What every editable row has: a fixed code, and names in each language as data."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60), unique=True)
    names: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(String(500), default="")
    is_active: Mapped[bool] = mapped_column(default=True, server_default=true())
    edited_at: Mapped[datetime | None]

    def name(self, language: str) -> str:
        return name_in(self.names, language)


class Occasion(EditableRow):
    """A day of every year (month, day), or a year, campaign or session (starts, ends).

    `starts` and `ends` are written to the year, month or day: `2026`, `2026-08`, `2026-08-17`.
    """

    __tablename__ = "occasion"
    __table_args__ = (
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("day BETWEEN 1 AND 31", name="day"),
    )

    kind: Mapped[str] = mapped_column(String(30))
    month: Mapped[int | None]
    day: Mapped[int | None]
    starts: Mapped[str | None] = mapped_column(String(10))
    ends: Mapped[str | None] = mapped_column(String(10))


class Initiative(EditableRow):
    """An initiative, partnership or decade that a plan may serve."""

    __tablename__ = "initiative"

    website: Mapped[str] = mapped_column(String(200), default="")


class Mandate(EditableRow):
    """A decision that a plan refers to; `names` are its titles, `citations` how it is cited."""

    __tablename__ = "mandate"

    symbol: Mapped[str] = mapped_column(String(60))
    citations: Mapped[dict[str, Any]] = mapped_column(default=dict)

    @validates("symbol")
    def _drop_citations(self, _column: str, symbol: str) -> str:
        """Another symbol is cited otherwise; until somebody says how, the symbol stands alone."""
        if symbol != (self.symbol or symbol):
            self.citations = {}
        return symbol

    def citation(self, language: str) -> str:
        cited: str = self.citations.get(language) or self.symbol
        return cited


class Threshold(EditableRow):
    """A number that advice is measured by; a default of ours, not a norm of the Convention."""

    __tablename__ = "threshold"

    value: Mapped[int]
    unit: Mapped[str] = mapped_column(String(30))


class AgeBand(EditableRow):
    """What counts as youth; `names` say whose definition it is."""

    __tablename__ = "age_band"
    __table_args__ = (CheckConstraint("to_age >= from_age", name="ages"),)

    from_age: Mapped[int]
    to_age: Mapped[int]


class ChecklistItem(EditableRow):
    """An item of the review checklist; `names` say it as a statement that is answered.

    `place` is its number, `chapter` the heading it stands under, `section` the section of the plan
    that it looks at, and `prefill` the code of the rule that looks for an answer, or blank.
    """

    __tablename__ = "checklist_item"

    place: Mapped[int]
    chapter: Mapped[str] = mapped_column(String(30))
    section: Mapped[str] = mapped_column(String(30), default="")
    prefill: Mapped[str] = mapped_column(String(30), default="")


class StockComment(EditableRow):
    """A comment that reviewers use again; `texts` hold it in each language, `names` what it is
    called in the list."""

    __tablename__ = "stock_comment"

    kind: Mapped[str] = mapped_column(String(30))
    section: Mapped[str] = mapped_column(String(30), default="")
    texts: Mapped[dict[str, Any]] = mapped_column(default=dict)

    def text(self, language: str) -> str:
        return name_in(self.texts, language)


class CallForPlans(EditableRow):
    """A call of the secretariat for plans, with the day by which they help most; nothing is cut
    off after it."""

    __tablename__ = "call_for_plans"
    __table_args__ = (CheckConstraint("due_on >= opens_on", name="dates"),)

    opens_on: Mapped[date]
    due_on: Mapped[date]
    letter: Mapped[str] = mapped_column(Text, default="")
