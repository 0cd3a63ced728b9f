"""What pages and feeds of the calendar share: what their address asks for, and feeds as answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b

from flask import Response, make_response, request
from flask_babel import gettext as _

from engage.accounts.access import visitor
from engage.accounts.models import User
from engage.calendar.details import Filter
from engage.calendar.exports import calendar_of
from engage.calendar.finding import entries_in
from engage.calendar.months import YEARS, Span
from engage.calendar.queries import Asked, asked_in, names_of_parties, state_of
from engage.calendar.vocabulary import EntryKind
from engage.kit.clock import today
from engage.kit.errors import NotFound, ensure
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.zones import find_zone, is_place, known_zone

BEFORE = dt.timedelta(days=366)  # a feed holds what was within a year
MOST_PAGES = 10_000  # no list of ours has as many, and a database counts no further than it can
BODIES = 60  # so many feeds are kept, each up to some hundred kilobytes
IN_FEEDS = (EntryKind.EVENT, EntryKind.STOP)

_bodies: Memo[bytes] = Memo(BODIES)


@dataclass(frozen=True, slots=True)
class Here:
    """A page of the calendar as its reader asked for it. `zone` is the one that hours are shown in
    besides; `zone_asked` the same if the address says so."""

    reader: User | None
    asked: Filter
    unknown: tuple[str, ...]
    zone: str
    zone_asked: str

    def url(self, path: str, **more: str | int) -> str:
        query = self.asked.query(**more, zone=self.zone_asked)
        return f"{path}?{query}" if query else path


def here() -> Here:
    """What the address asks for; what nobody knows is left out and told."""
    reader = visitor()
    found = asked_in(request.args, reader)
    typed = request.args.get("zone", "").strip()[:60]
    zone = find_zone(typed) or ""
    asked = zone if zone and is_place(zone) else ""
    unknown = (*found.unknown, typed) if typed and not asked else found.unknown
    own = known_zone(reader.time_zone, "") if reader else ""
    return Here(reader, found.filter, unknown, asked or own, asked)


def known_filter(found: Asked) -> Filter:
    """A feed whose filter cannot be kept would bring what nobody asked for: there is none."""
    sentence = _("This calendar is filtered by something that does not exist any more.")
    ensure(not found.unknown, NotFound(sentence))
    return found.filter


def feed_answer(reader: User | None, asked: Filter, name: str, page: str) -> Response:
    """The feed of a filter; 304 before anything of it is read, if it is still the same."""
    wanted = asked if asked.kinds else replace(asked, kinds=IN_FEEDS)
    span = Span(today() - BEFORE, dt.date(YEARS.stop - 1, 12, 31))
    scope = (reader.id, reader.party_code, reader.role) if reader else None

    def write() -> bytes:
        entries = entries_in(reader, wanted, span)
        return calendar_of(entries, name, page, names_of_parties(current()))

    return kept_answer(
        (scope, wanted, name, page, state_of(reader, wanted, span)), write, "text/calendar"
    )


def kept_answer(state: tuple[object, ...], write: Callable[[], bytes], media_type: str) -> Response:
    """An answer that follows from the state and the language, and is written once for each."""
    key = (media_type, current(), *state)
    tag = blake2b(repr(key).encode(), digest_size=16).hexdigest()
    if request.if_none_match.contains_weak(tag):
        answer = Response(status=304)
    else:
        answer = make_response(_bodies.get(tag, write))
        answer.headers["Content-Type"] = f"{media_type}; charset=utf-8"
    answer.set_etag(tag, weak=True)
    answer.vary.update(("Cookie", "Accept-Language"))
    return answer
