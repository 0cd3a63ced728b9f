"""The list of what can be borrowed: which activities, in which order, told in one query.

Names of Parties are matched in memory, folded, in all languages: then it takes a second one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _

from engage.accounts.models import User
from engage.kit.db import db
from engage.kit.folding import fold, pattern
from engage.kit.locales import current, language
from engage.kit.paging import Page
from engage.kit.values.base import Line as Said
from engage.plans.models import Plan
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.sharing.models import Borrowing, Offer
from engage.plans.sharing.queries import open_to
from engage.reference.models import Party
from engage.reference.queries import name_of_party, names_to_find
from engage.reference.vocabulary.activities import ActivityType
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Region

PAGE = 30
_GROUPS = ACTIVITIES.field("groups").kind


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader of the list asks for."""

    words: str = ""
    group: str = ""
    type: str = ""
    language: str = ""
    annex: str = ""
    page: int = 1

    @property
    def is_narrowed(self) -> bool:
        return replace(self, page=1) != Wish()


@dataclass(frozen=True, slots=True)
class Line:
    """One activity of the list, in words; own words are in the activity's language."""

    url: str
    title: str
    language: str
    groups: tuple[Said, ...]
    type: str
    spoken: str
    origin: str
    is_own: bool
    borrowed: int


def listed(actor: User, wish: Wish) -> Page[Line]:
    """A page of the list; a page behind the last is the first."""
    rows = db.session.execute(_question(actor, wish)).all()
    if not rows and wish.page > 1:
        return listed(actor, replace(wish, page=1))
    lines = tuple(_line(row, actor) for row in rows)
    return Page(lines, rows[0].total if rows else 0, wish.page, PAGE)


def _question(actor: User, wish: Wish) -> sa.Select[*tuple[Any, ...]]:
    joined = sa.join(Offer, Plan, Plan.id == Offer.plan_id).join(Party)
    conditions = (open_to(actor), *_conditions(wish))
    counted = sa.select(sa.func.count()).select_from(joined).where(*conditions).correlate(None)
    borrowed = sa.select(sa.func.count()).where(Borrowing.offer_id == Offer.id)
    return (
        sa.select(
            Offer.id,
            Offer.title,
            Offer.language,
            Offer.year,
            Offer.content,
            Plan.party_code,
            name_of_party(current()).label("party"),
            borrowed.scalar_subquery().label("borrowed"),
            counted.scalar_subquery().label("total"),
        )
        .select_from(joined)
        .where(*conditions)
        .order_by(Offer.offered_at.desc(), Offer.id.desc())
        .limit(PAGE)
        .offset((wish.page - 1) * PAGE)
    )


def _conditions(wish: Wish) -> list[sa.ColumnElement[bool]]:
    """Anything unknown counts as not asked."""
    conditions: list[sa.ColumnElement[bool]] = []
    if wish.group in set(Group):
        conditions.append(_holds(Offer.content["groups"], wish.group))
    if wish.type in set(ActivityType):
        conditions.append(Offer.content["type"].as_string() == wish.type)
    if wish.annex in set(Region):
        conditions.append(_holds(Party.annexes, wish.annex))
    if wish.language:
        conditions.append(Offer.language == wish.language)
    words = fold(wish.words).split()
    names = names_to_find() if words else {}
    return conditions + [
        _has(word, [code for code in names if word in names[code]]) for word in words
    ]


def _holds(listed: Any, code: str) -> sa.ColumnElement[bool]:
    """The code stands in a list."""
    return sa.cast(listed, sa.Text).contains(f'"{code}"', autoescape=True)


def _has(word: str, parties: Sequence[str]) -> sa.ColumnElement[bool]:
    """The word stands in the Party's own words for the activity, or names the Party."""
    said = Offer.search_text.like(pattern(word), escape="\\")
    return sa.or_(said, Plan.party_code.in_(parties))


def _line(row: Any, actor: User) -> Line:
    return Line(
        url=f"/activities/{row.id}",
        title=row.title,
        language=row.language,
        groups=_GROUPS.show(row.content.get("groups"), current()),
        type=str(ActivityType(row.content["type"]).label) if "type" in row.content else "",
        spoken=language(row.language).name,
        origin=origin_of(row.party, row.year),
        is_own=row.party_code == actor.party_code,
        borrowed=row.borrowed,
    )


def origin_of(party: str, year: int) -> str:
    """“Kenya, 2026”."""
    # Translators: a Party, and the year of its plan.
    text: str = _("%(party)s, %(year)s", party=party, year=year)
    return text
