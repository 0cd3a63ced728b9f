"""The secretariat's queue: which plans, in which order, told in one query however many there are.

Titles, languages and words to search come from the last version that was submitted, never from a
draft. Names of Parties are matched in memory, folded, in all
languages, and put in the order of the reader's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

import sqlalchemy as sa
from flask_babel import gettext as _

from engage.accounts.models import User
from engage.kit import locales
from engage.kit.clock import today
from engage.kit.collation import sort_key
from engage.kit.db import db
from engage.kit.folding import fold, pattern
from engage.kit.locales import CODES, current
from engage.kit.memo import Memo
from engage.kit.paging import Page
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.queries import without_lead
from engage.plans.filters.listing import Asked
from engage.plans.filters.vocabulary import NOBODYS
from engage.plans.models import Plan
from engage.plans.review.sentences import (
    WAITING,
    since,
    version_sentence,
    waiting_sentence,
    working_days_sentence,
)
from engage.plans.review.vocabulary import STATE_SHAPES, STATES_OF, Column, Cut
from engage.plans.vocabulary import Status
from engage.reference.models import Party
from engage.reference.queries import name_of_party, names_to_find
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Region

PAGE = 50
REMEMBERED = 300
ADDRESS = "/review/"

_LEAD = sa.select(User.name).where(User.id == Plan.lead_id).scalar_subquery()

Order: TypeAlias = "sa.ColumnElement[Any]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Asked):
    """What a reader of the queue asks for."""

    cut: Cut = Cut.WAITING
    column: Column = Column.WAITING
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One plan in the queue, in words."""

    url: str
    party: str
    is_rehearsal: bool
    title: str
    title_language: str
    version: str
    annexes: str
    language: str
    state: str
    shape: str
    waiting: str
    working: str
    lead: str


_remembered: Memo[tuple[Line, ...]] = Memo(REMEMBERED)


def queue(wish: Wish) -> Page[Line]:
    """A page of the queue; a page behind the last is the first."""
    rows = db.session.execute(_question(wish)).all()
    if not rows and wish.page > 1:
        return queue(replace(wish, page=1))
    total = rows[0].total if rows else 0
    return Page(_told(rows), total, wish.page, PAGE)


def _told(rows: Sequence[Any]) -> tuple[Line, ...]:
    """The rows in words, remembered while they say the same, for the day."""
    facts = tuple(
        tuple(tuple(each) if isinstance(each, list) else each for each in row) for row in rows
    )
    return _remembered.get((facts, today(), current()), lambda: tuple(_lines(rows)))


def _question(wish: Wish) -> sa.Select[*tuple[Any, ...]]:
    """What to ask for a wish; built once, unless names of Parties go into it."""
    if wish.words or wish.column is Column.PARTY:
        return _select(wish)
    return _built_once(wish, current())


@lru_cache(maxsize=256)
def _built_once(wish: Wish, _language: str) -> sa.Select[*tuple[Any, ...]]:
    return _select(wish)


def _select(wish: Wish) -> sa.Select[*tuple[Any, ...]]:
    conditions = (Plan.submitted_at.is_not(None), *_conditions(wish))
    joined = sa.join(Plan, Party, Party.code == Plan.party_code)
    # Counted apart: a window over all rows would carry each of them along.
    counting = joined if wish.annex else Plan  # an index alone counts plans
    counted = sa.select(sa.func.count()).select_from(counting).where(*conditions).correlate(None)
    found = (
        sa.select(
            Plan.ref,
            Plan.status,
            Plan.submitted_at,
            Plan.moved_at,
            Plan.submitted_title,
            Plan.submitted_language,
            Plan.submitted_version,
            Plan.submitted_round,
            Plan.minor,
            Party.annexes,
            Party.is_rehearsal,
            name_of_party(current()).label("party"),
            _LEAD.label("lead"),
            counted.scalar_subquery().label("total"),
        )
        .select_from(joined)
        .where(*conditions)
    )
    place = (wish.page - 1) * PAGE
    return found.order_by(*_order(wish), Plan.id).limit(PAGE).offset(place)


def _conditions(wish: Wish) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wish.cut is not Cut.ALL:
        conditions.append(Plan.status.in_(STATES_OF[wish.cut]))
    if wish.annex in set(Region):
        listed = sa.cast(Party.annexes, sa.Text)
        conditions.append(listed.contains(f'"{wish.annex}"', autoescape=True))
    if wish.language in CODES:
        conditions.append(Plan.submitted_language == wish.language)
    if wish.group in set(Group):
        met = sa.cast(Plan.submitted_groups, sa.Text)
        conditions.append(met.contains(f'"{wish.group}"', autoescape=True))
    conditions.extend(_read_by(wish))
    conditions.extend(_has(word) for word in fold(wish.words).split())
    return conditions


def _read_by(wish: Wish) -> list[sa.ColumnElement[bool]]:
    """Whom the plans wait for: one who leads them or reads a topic, or nobody who leads yet."""
    if wish.reviewer == NOBODYS:
        return [without_lead()]
    if not wish.reader_asked:
        return []
    named = sa.exists().where(
        Assignment.plan_id == Plan.id, Assignment.reviewer_id == wish.reader_asked
    )
    return [named]


def _has(word: str) -> sa.ColumnElement[bool]:
    """The word stands in the title, the reference or the lead institution, or names the Party."""
    codes = [code for code, names in names_to_find().items() if word in names]
    said = Plan.submitted_text.like(pattern(word), escape="\\")
    return sa.or_(said, Plan.party_code.in_(codes))


def _order(wish: Wish) -> list[Order]:
    """What to sort by; the longest wait comes first among equals."""
    begun = _begun(wish)
    if wish.column is Column.WAITING:  # a long wait began early
        return [begun.asc() if wish.descending else begun.desc()]
    first = _column(wish.column)
    return [first.desc() if wish.descending else first.asc(), begun]


def _begun(wish: Wish) -> Order:
    """When the wait began: a plain column, quicker to sort by, where only waiting plans count."""
    if wish.cut is Cut.WAITING:
        return Plan.submitted_at.expression
    return sa.case((Plan.status.in_(WAITING), Plan.submitted_at), else_=Plan.moved_at)


def _column(column: Column) -> Order:
    match column:
        case Column.PARTY:
            return _place_of(_party_order(), Plan.party_code)
        case Column.ANNEX:
            return _place_of(list(Region), Party.annexes[0].as_string())
        case Column.LANGUAGE:
            return _place_of(list(locales.CODES), Plan.submitted_language)
        case _:
            return _place_of(list(Status), Plan.status)


def _place_of(codes: Sequence[str], column: Any) -> Order:
    places = {str(code): place for place, code in enumerate(codes)}
    return sa.case(places, value=column, else_=len(places))


def _party_order() -> list[str]:
    """Codes of the Parties in the order of their names."""
    rows = db.session.execute(sa.select(name_of_party(current()), Party.code))
    language = current()
    return [
        code
        for _key, code in sorted((sort_key(name, language=language), code) for name, code in rows)
    ]


def _lines(rows: Sequence[Any]) -> list[Line]:
    states = {status.value: str(status.label) for status in Status}
    regions = {region.value: str(region.label) for region in Region}
    languages = {language.code: language.name for language in locales.LANGUAGES}
    untitled = _("Without a title")
    return [
        Line(
            url=ADDRESS + row.ref,
            party=row.party,
            is_rehearsal=row.is_rehearsal,
            title=row.submitted_title or untitled,
            title_language=row.submitted_language if row.submitted_title else "",
            version=version_sentence(row.submitted_version, row.submitted_round, row.minor),
            annexes=" · ".join(regions[code] for code in row.annexes if code in regions),
            language=languages.get(row.submitted_language, row.submitted_language),
            state=states[row.status],
            shape=STATE_SHAPES[Status(row.status)],
            waiting=_waiting(row),
            working=working_days_sentence(Status(row.status), row.submitted_at),
            lead=row.lead or "",
        )
        for row in rows
    ]


def _waiting(row: Any) -> str:
    status = Status(row.status)
    return waiting_sentence(status, since(status, row.submitted_at, row.moved_at))
