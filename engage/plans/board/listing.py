"""The board: each Party with its latest plan, as far as the secretariat may know of it.

What the secretariat may not know is left out in the query, so that no filter, count or order can
give it away: of a draft that was never submitted only that it exists, and that only where the
Party allows it. All Parties are read at once (there are about two hundred) and cut in memory.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.kit.collation import sort_key
from engage.kit.db import db
from engage.kit.folding import fold
from engage.kit.locales import CODES, current
from engage.kit.paging import Page
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.queries import without_lead
from engage.plans.board.vocabulary import STANDING_OF, Column, Standing
from engage.plans.filters.listing import Asked
from engage.plans.filters.vocabulary import NOBODYS
from engage.plans.models import Plan
from engage.plans.review.sentences import WAITING, since
from engage.plans.vocabulary import Status
from engage.reference.models import Party
from engage.reference.queries import name_of_party, names_to_find
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Region

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Asked):
    """What a reader of the board asks for; `page` 0 is the whole of it."""

    standing: Standing | None = None
    column: Column = Column.PARTY


@dataclass(frozen=True, slots=True)
class Place:
    """Where one Party stands: facts, before they are put into words.

    `since` is None where there is no plan, and of a draft, whose age is the Party's own affair.
    """

    code: str
    party: str
    is_rehearsal: bool
    annexes: tuple[str, ...]
    standing: Standing
    ref: str = ""
    title: str = ""
    language: str = ""
    text: str = ""
    groups: tuple[str, ...] = ()
    since: dt.datetime | None = None
    submitted_at: dt.datetime | None = None
    lead_id: int | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Board(Page[Place]):
    """A page of it; `counts` are of all that fits, whatever its state."""

    counts: Mapping[Standing, int]


def board(wish: Wish) -> Board:
    """A page of the board; a page behind the last is the first."""
    fitting = [place for place in _places() if _fits(place, wish)]
    fitting = _found_by_words(_read_by(fitting, wish), wish.words)
    counts = Counter(place.standing for place in fitting)
    shown = [place for place in fitting if wish.standing in (None, place.standing)]
    ordered = _in_order(shown, wish)
    page = wish.page if (wish.page - 1) * PAGE < max(1, len(ordered)) else 1
    cut = ordered[(page - 1) * PAGE : page * PAGE] if page else ordered
    return Board(tuple(cut), len(ordered), page, PAGE, counts)


def _places() -> list[Place]:
    rows = db.session.execute(_question(current())).all()
    return [_place(row) for row in rows]


def _question(language: str) -> sa.Select[*tuple[Any, ...]]:
    """Each Party with one plan: what waits for the secretariat before all others, open ones before
    closed ones, submitted before drafts, then the latest."""
    is_known = sa.or_(Plan.submitted_at.is_not(None), Party.shows_drafts)
    order = (
        sa.case((Plan.status.in_([each.value for each in sorted(WAITING)]), 0), else_=1),
        sa.case((Plan.status == Status.CLOSED.value, 1), else_=0),
        sa.case((Plan.submitted_at.is_(None), 1), else_=0),
        Plan.submitted_at.desc(),
        Plan.id.desc(),
    )
    ranked = (
        sa.select(
            Plan.id,
            Plan.party_code,
            sa.func.row_number().over(partition_by=Plan.party_code, order_by=order).label("place"),
        )
        .join(Party, Party.code == Plan.party_code)
        .where(is_known)
        .subquery()
    )
    is_latest = sa.and_(ranked.c.party_code == Party.code, ranked.c.place == 1)
    return (
        sa.select(
            Party.code,
            Party.is_rehearsal,
            Party.annexes,
            name_of_party(language).label("party"),
            *_known_of_plan(),
            User.name.label("lead"),
        )
        .select_from(Party)
        .outerjoin(ranked, is_latest)
        .outerjoin(Plan, Plan.id == ranked.c.id)
        .outerjoin(User, User.id == Plan.lead_id)
    )


def _known_of_plan() -> tuple[Any, ...]:
    """Nothing that only the draft says: titles, languages and words are those submitted."""
    return (
        Plan.id.label("plan_id"),
        Plan.ref,
        Plan.status,
        Plan.moved_at,
        Plan.submitted_at,
        Plan.submitted_title,
        Plan.submitted_language,
        Plan.submitted_text,
        Plan.submitted_groups,
        Plan.lead_id,
    )


def _place(row: Any) -> Place:
    place = Place(row.code, row.party, row.is_rehearsal, tuple(row.annexes), Standing.NONE)
    if row.plan_id is None:
        return place
    if row.submitted_at is None:
        return replace(place, standing=Standing.DRAFT)
    status = Status(row.status)
    return replace(
        place,
        standing=STANDING_OF[status],
        ref=row.ref,
        title=row.submitted_title,
        language=row.submitted_language,
        text=row.submitted_text,
        groups=tuple(row.submitted_groups),
        since=since(status, row.submitted_at, row.moved_at),
        submitted_at=row.submitted_at,
        lead_id=row.lead_id,
        lead=row.lead or "",
    )


def _fits(place: Place, wish: Wish) -> bool:
    return (
        (wish.annex not in set(Region) or wish.annex in place.annexes)
        and (wish.language not in CODES or wish.language == place.language)
        and (wish.group not in set(Group) or wish.group in place.groups)
    )


def _read_by(places: list[Place], wish: Wish) -> list[Place]:
    """Those whose plan somebody leads or reads a topic of, or that nobody leads yet."""
    if wish.reviewer == NOBODYS:
        refs = set(db.session.scalars(sa.select(Plan.ref).where(without_lead())))
        return [place for place in places if place.ref in refs]
    if not wish.reader_asked:
        return places
    found = sa.select(Plan.ref).join(Assignment, Assignment.plan_id == Plan.id)
    refs = set(db.session.scalars(found.where(Assignment.reviewer_id == wish.reader_asked)))
    return [place for place in places if place.ref in refs]


def _found_by_words(places: list[Place], words: str) -> list[Place]:
    """Each word stands in what was submitted, or names the Party in any language."""
    asked = fold(words).split()
    if not asked:
        return places
    names = names_to_find()
    return [
        place
        for place in places
        if all(word in place.text or word in names[place.code] for word in asked)
    ]


def _in_order(places: Sequence[Place], wish: Wish) -> list[Place]:
    """By name; or by time in the state, the longest first when descending. Who has none is last."""
    language = current()
    by_name = sorted(
        places, key=lambda place: (sort_key(place.party, language=language), place.code)
    )
    if wish.column is Column.PARTY:
        return by_name[::-1] if wish.descending else by_name
    dated = [(place.since, place) for place in by_name if place.since is not None]
    dated.sort(key=lambda pair: pair[0], reverse=not wish.descending)
    return [
        *(place for _since, place in dated),
        *(place for place in by_name if place.since is None),
    ]
