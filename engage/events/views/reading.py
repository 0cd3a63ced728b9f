"""An event as it is read, and the list of one's own events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to, open_to_all, visitor
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.config import settings
from engage.events import rules, safety
from engage.events.belonging import standing
from engage.events.document import Json, compose, compose_own
from engage.events.files import files_of
from engage.events.hours import hours_in_words
from engage.events.linked_data import linked_data
from engage.events.listing import ALL, PAST, TO_COME, Listed, Wish, is_without_numbers
from engage.events.listing import listed as listed_events
from engage.events.models import Event
from engage.events.page import (
    changes,
    listed,
    missing_in,
    shape_of,
    status_in_words,
    title_of,
    unread_in,
)
from engage.events.promises import before
from engage.events.queries import cards, event_for, get_event, parts_of
from engage.events.reading import read_event, told_apart
from engage.events.towns import towns_for
from engage.events.vocabulary import Visibility
from engage.history.queries import entries_for
from engage.history.vocabulary import Verb
from engage.kit.clock import now, today
from engage.kit.locales import current
from engage.kit.zones import known_zone
from engage.reference.towns import ATTRIBUTION

blueprint = Blueprint("events", __name__)

__all__ = ["blueprint", "get_event"]


@blueprint.get("/events")
@allowed_to(Permission.EVENT_EDIT)
def events() -> ResponseReturnValue:
    wish = _wish()
    found = listed_events(actor(), wish, today())
    return render_template(
        "events/events_page.html",
        rows=[(listed(each, current()), is_without_numbers(each, today())) for each in found.lines],
        wish=wish,
        views=_views(wish),
        uncounted=found.uncounted if wish.show != PAST else 0,
        position=_position(found),
        previous_url=_url(wish.show, wish.words, found.page - 1) if found.page > 1 else "",
        next_url=_url(wish.show, wish.words, found.page + 1) if found.has_more else "",
        gone=request.args.get("gone", ""),
        may_answer=actor().may(Permission.STOP_ANSWER),
    )


@blueprint.get("/events/<event_ref>")
@open_to_all
def event(event_ref: str) -> ResponseReturnValue:
    event, inside = event_for(event_ref, visitor())
    document = compose_own(event) if inside else compose(event, inside=False, moment=now())
    may_edit = inside and rules.may_edit(visitor(), event)
    return render_template(
        "events/event_page.html",
        event=event,
        document=document,
        inside=inside,
        may_edit=may_edit,
        title=title_of(document["fields"], current(), event.language),
        status=status_in_words(document["fields"]),
        shape=shape_of(document["fields"]),
        sections=read_event(document, current()),
        not_told=told_apart(document, current()),
        hours=hours_in_words(document, current(), _own_zone(visitor())),
        missing=missing_in(document["fields"]) if inside else (),
        unread=unread_in(document["fields"]) if inside else (),
        towns=towns_for(event, current()) if may_edit else None,
        attribution=ATTRIBUTION,
        party=event.party.name(current()) if event.party else "",
        is_over=safety.is_over(event.last_day, now()),
        event_data=linked_data(event, f"{settings().address}/events/{event.ref}", now()),
        **_around(event, visitor(), inside=inside),
    )


def _around(event: Event, reader: User | None, *, inside: bool) -> dict[str, Any]:
    """What the event belongs to, what is below it, who else holds it, and what became different;
    a journey's stop, a larger event and its parts are places as well, and stay back with it."""
    hidden = frozenset() if inside else safety.held_back(event.safety, event.told_after, now())
    is_placed = not hidden & safety.PLACE
    belongs = replace(standing(event), parent=None)
    if not inside:
        belongs = belongs.outside(hides_place=not is_placed)
    above = cards(reader, Event.id == event.parent_id) if event.parent_id and is_placed else []
    noted = [each for each in entries_for(("event", event.id)) if each.verb == Verb.EVENT_CHANGED]
    return {
        "belongs": belongs,
        "larger": listed(above[0], current()) if above else None,
        "parts": [listed(each, current()) for each in parts_of(event, reader) if is_placed],
        "partners": [
            each.party.name(current()) for each in event.partners if rules.names_partner(each)
        ],
        "changed": changes(noted, hidden, None if inside else _circles(reader), current()),
        "who_sees": _who_sees(event),
        "files": files_of(event, reader),
        "promises_before": before(event, reader),
    }


def _circles(reader: User | None) -> frozenset[str]:
    """Those to whom an event is shown, and the reader with them."""
    everybody = frozenset({Visibility.PUBLIC.value})
    return everybody | {Visibility.PARTIES.value} if reader else everybody


def _who_sees(event: Event) -> str:
    """In words, for its writers: a mistake here cannot be taken back."""
    if event.visibility == Visibility.PUBLIC:
        return _("Everybody sees this event.")
    if event.visibility == Visibility.PARTIES:
        return _("The secretariat and all Parties see this event.")
    return _("Only your side sees this event.")


def _own_zone(reader: User | None) -> str:
    return known_zone(reader.time_zone, "") if reader else ""


def _wish() -> Wish:
    show = request.args.get("show", "")
    return Wish(
        show=show if show in (PAST, ALL) else TO_COME,
        words=request.args.get("words", "")[:200],
        page=max(1, request.args.get("page", 1, type=int)),
    )


def _views(wish: Wish) -> list[Json]:
    named = ((TO_COME, _("To come")), (PAST, _("Past")), (ALL, _("All, by day")))
    return [
        {"url": _url(show, wish.words), "text": text, "current": show == wish.show, "count": 0}
        for show, text in named
    ]


def _url(show: str, words: str, page: int = 1) -> str:
    asked = {"show": show, "words": words, "page": page if page > 1 else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/events?{query}" if query else "/events"


def _position(found: Listed) -> str:
    text: str = _(
        "Events %(first)s to %(last)s of %(total)s",
        first=found.first,
        last=found.last,
        total=found.total,
    )
    return text
