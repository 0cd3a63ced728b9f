"""What can be asked about the calendar and its private addresses."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from flask_babel import gettext as _

from engage.accounts.models import User
from engage.calendar.details import Arguments, Filter, filter_in
from engage.calendar.entries import Entry
from engage.calendar.finding import (
    by_day,
    events_in,
    fitting,
    others_in,
    stops_fitting,
)
from engage.calendar.models import FeedToken
from engage.calendar.months import Span
from engage.calendar.vocabulary import EntryKind
from engage.events.models import Event
from engage.events.queries import living, visible_to
from engage.events.safety import LAST_ON_EARTH
from engage.journeys.models import Journey, Stop
from engage.journeys.queries import visible_to as journeys_for
from engage.kit.clock import now
from engage.kit.collation import sort_key
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.folding import fold
from engage.kit.values.tongues import Tongues
from engage.reference.models import CallForPlans, Occasion, Party
from engage.reference.queries import find_party, name_of_party, names_to_find

PAGE = 50
YEAR = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter whose every code is known, and the values that were left out of it."""

    filter: Filter
    unknown: tuple[str, ...] = ()


def asked_in(arguments: Arguments, reader: User | None) -> Asked:
    """What an address asks for. A Party may be named by its code or by its name in any language;
    a question is asked only of what is named."""
    found, unknown = filter_in(arguments)
    party = _party_meant(found.party) if found.party else ""
    left_out = [found.party] if found.party and not party else []
    found = replace(found, party=party)
    if found.journey and not _knows_journey(found.journey, reader):
        left_out.append(found.journey)
        found = replace(found, journey="")
    if found.occasion and not _knows_occasion(found.occasion):
        left_out.append(found.occasion)
        found = replace(found, occasion="")
    return Asked(found, (*unknown, *left_out))


def _party_meant(typed: str) -> str:
    """The code of the Party with this code or name, or of the only one whose name holds it."""
    if len(typed) == len("UZ") and (party := find_party(typed.upper())):
        return party.code
    word, names = fold(typed), names_to_find()
    exact = [code for code, folded in names.items() if word in folded.split(" | ")]
    holding = exact or [code for code, folded in names.items() if word in folded]
    return holding[0] if len(holding) == 1 or exact else ""


def _knows_journey(ref: str, reader: User | None) -> bool:
    found = sa.select(Journey.id).where(Journey.ref == ref, journeys_for(reader))
    return db.session.scalar(found) is not None


def _knows_occasion(code: str) -> bool:
    found = sa.select(Occasion.id).where(Occasion.code == code, Occasion.is_active)
    return db.session.scalar(found) is not None


def journeys_open(reader: User | None, language: str) -> list[tuple[str, str, str]]:
    """Address word, name and the language of the name, by name."""
    rows = db.session.execute(
        sa.select(Journey.ref, Journey.content).where(journeys_for(reader)).order_by(Journey.id)
    )
    named = [(ref, *Tongues.in_language(content.get("name"), language)) for ref, content in rows]
    return sorted(named, key=lambda each: (sort_key(each[1], language=language), each[0]))


def names_of_parties(language: str) -> Mapping[str, str]:
    rows = db.session.execute(sa.select(Party.code, name_of_party(language)))
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of the list; `number` is 1 for the first."""

    entries: tuple[Entry, ...]
    number: int
    has_more: bool


def list_page(reader: User | None, asked: Filter, span: Span, number: int) -> ListPage:
    """The events of a page, and what else lies between its first day and that of the next one.

    A list that asks for no events holds the rest on one page.
    """
    found = events_in(reader, asked, span, limit=PAGE + 1, offset=(number - 1) * PAGE)
    if not found and number > 1:
        return list_page(reader, asked, span, 1)
    shown = found[:PAGE]
    begin = max(span.first, shown[0].first) if number > 1 else span.first
    ends = max(span.first, found[PAGE].first) if len(found) > PAGE else None
    last = ends or max([begin, *(entry.first for entry in shown)]) + YEAR
    between = Span(begin, min(span.last, last))
    others = [
        entry
        for entry in others_in(reader, asked, between)
        if begin <= max(span.first, entry.first) and (ends is None or entry.first < ends)
    ]
    entries = sorted([*shown, *others], key=by_day)
    return ListPage(tuple(entries), number, ends is not None)


def state_of(reader: User | None, asked: Filter, span: Span) -> tuple[object, ...]:
    """What all entries of a feed follow from, in one question: as long as it is the same, so is
    the feed. The day counts too, since some times are told only after the event."""
    events = (
        sa.select(
            sa.func.count(Event.id),
            sa.func.sum(Event.id),
            sa.func.sum(Event.sequence),
            sa.func.max(Event.changed_at),
            sa.func.min(Event.stamp),
            sa.func.max(Event.stamp),
        )
        .where(living(), visible_to(reader), *fitting(reader, asked), Event.last_day >= span.first)
        .subquery()
    )
    stops = (
        sa.select(
            sa.func.count(Stop.id),
            sa.func.sum(Stop.id),
            sa.func.max(Stop.changed_at),
            sa.func.max(Journey.changed_at),
        )
        .join(Stop.journey)
        .where(*stops_fitting(reader, asked), Stop.last_day >= span.first)
        .subquery()
    )
    names = sa.select(
        sa.select(sa.func.max(Party.edited_at)).scalar_subquery(),
        sa.select(sa.func.max(Occasion.edited_at)).scalar_subquery(),
        sa.select(sa.func.max(CallForPlans.edited_at)).scalar_subquery(),
    ).subquery()
    together = events.join(stops, sa.true()).join(names, sa.true())
    found = db.session.execute(sa.select(events, stops, names).select_from(together)).one()
    return (*(str(each) for each in found), span, now().astimezone(LAST_ON_EARTH).date())


def public_page(asked: Filter, number: int, size: int) -> tuple[list[Entry], int]:
    """Public events by their first day, whenever they are, and how many there are."""
    conditions = (living(), visible_to(None), *fitting(None, asked))
    total = db.session.scalar(sa.select(sa.func.count(Event.id)).where(*conditions)) or 0
    only = replace(asked, kinds=(EntryKind.EVENT,))
    span = Span(dt.date.min, dt.date.max)
    return events_in(None, only, span, limit=size, offset=(number - 1) * size), total


def tokens_of(owner: User) -> Sequence[FeedToken]:
    """The addresses that still work, the newest first."""
    found = (
        sa.select(FeedToken)
        .where(FeedToken.user_id == owner.id, FeedToken.revoked_at.is_(None))
        .order_by(FeedToken.id.desc())
    )
    return db.session.scalars(found).all()


def own_token(owner: User, token_id: int) -> FeedToken:
    found = db.session.get(FeedToken, token_id)
    if found is None or found.user_id != owner.id or found.revoked_at is not None:
        raise NotFound(_("You have no such address. You may have closed it before."))
    return found


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def token_of(token: str) -> FeedToken:
    """The private address, with its owner as he is now. Raises NotFound once it is closed, and
    while its owner's account is."""
    found = db.session.scalar(
        sa.select(FeedToken)
        .join(FeedToken.user)
        .where(
            FeedToken.digest == digest_of(token),
            FeedToken.revoked_at.is_(None),
            User.is_active,
        )
        .options(sa.orm.contains_eager(FeedToken.user))
    )
    if found is None:
        raise NotFound(_("There is no such calendar. Its address may have been closed."))
    return found
