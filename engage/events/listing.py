"""The list of the writer's own events: those to come, those that are over, or all by day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.events.belonging import of_side
from engage.events.cards import Card
from engage.events.models import Event
from engage.events.queries import cards, living
from engage.events.vocabulary import CALLED_OFF
from engage.kit.db import db
from engage.kit.folding import fold, pattern
from engage.kit.paging import Page

PAGE = 30
TO_COME, PAST, ALL = "", "past", "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the list is asked for: one of its views, words that stand in the event, a page."""

    show: str = TO_COME
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Listed(Page[Card]):
    """A page of the list; `uncounted` are over and have no numbers yet, whatever was asked for."""

    uncounted: int


def listed(writer: User, wish: Wish, today: dt.date) -> Listed:
    """A page of the list, in two queries."""
    conditions = (of_side(writer), *_conditions(wish, today))
    fitting = sa.and_(*conditions)
    counted = sa.select(
        sa.func.count().filter(fitting), sa.func.count().filter(lacks_numbers(today))
    ).where(living(), of_side(writer))
    total, uncounted = db.session.execute(counted).one()
    page = min(wish.page, max(1, -(-total // PAGE)))
    found = cards(
        writer, *conditions, order=_order(wish, today), limit=PAGE, offset=(page - 1) * PAGE
    )
    return Listed(tuple(found), total, page, PAGE, uncounted)


def lacks_numbers(today: dt.date) -> sa.ColumnElement[bool]:
    """Held, as far as anybody knows, and not counted."""
    held = Event.status.not_in(sorted(CALLED_OFF))
    return sa.and_(Event.last_day < today, held, Event.is_counted.is_(False))


def is_without_numbers(card: Card, today: dt.date) -> bool:
    """The same of a card of one's own."""
    is_over = card.last_day is not None and card.last_day < today
    return is_over and not (card.is_counted or card.is_called_off)


def _conditions(wish: Wish, today: dt.date) -> list[sa.ColumnElement[bool]]:
    words = [
        Event.search_text.like(pattern(word), escape="\\") for word in fold(wish.words).split()
    ]
    if wish.show == PAST:
        return [*words, Event.last_day < today]
    if wish.show == TO_COME:
        return [*words, sa.or_(Event.last_day.is_(None), Event.last_day >= today)]
    return [*words]


def _order(wish: Wish, today: dt.date) -> tuple[sa.ColumnElement[Any], ...]:
    """By day; of what is over that without numbers first, then the latest. Without a day last."""
    if wish.show == TO_COME:
        return Event.first_day.is_(None), Event.first_day.asc(), Event.last_day.asc()
    latest = Event.first_day.is_(None), Event.first_day.desc(), Event.last_day.desc()
    if wish.show == PAST:
        return sa.case((lacks_numbers(today), 0), else_=1), *latest
    return latest
