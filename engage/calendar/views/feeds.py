"""Feeds for calendar programs, and public data of events."""

from __future__ import annotations

import json
from dataclasses import replace

from flask import Blueprint, Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import open_to_all, visitor
from engage.calendar import data
from engage.calendar.details import KIND, NAMED, Filter
from engage.calendar.entries import of_event
from engage.calendar.exports import calendar_of
from engage.calendar.months import Span
from engage.calendar.queries import (
    asked_in,
    journeys_open,
    names_of_parties,
    public_page,
    state_of,
)
from engage.calendar.views.answers import feed_answer, kept_answer, known_filter
from engage.calendar.vocabulary import EntryKind
from engage.config import settings
from engage.events.models import Event
from engage.events.queries import cards, dated_for
from engage.kit.clock import now
from engage.kit.errors import NotFound
from engage.kit.locales import current

blueprint = Blueprint("calendar_feeds", __name__)


@blueprint.get("/calendar.ics")
@open_to_all
def public() -> ResponseReturnValue:
    """What everybody may see, whoever asks: an address that is passed on shows nothing else."""
    asked = known_filter(asked_in(request.args, None))
    return feed_answer(None, asked, _("Events for the Convention"), _page_of(asked))


@blueprint.get("/journeys/<journey_ref>.ics")
@open_to_all
def journey(journey_ref: str) -> ResponseReturnValue:
    named = {ref: name for ref, name, _language in journeys_open(None, current())}
    if journey_ref not in named:
        raise NotFound(_("There is no such journey, or it is not public yet."))
    name = named[journey_ref] or journey_ref
    return feed_answer(None, Filter(journey=journey_ref), name, f"/journeys/{journey_ref}")


@blueprint.get("/events/<event_ref>.ics")
@open_to_all
def event(event_ref: str) -> ResponseReturnValue:
    """One event, for whoever may know its time."""
    reader = visitor()
    found = cards(reader, Event.ref == event_ref, dated_for(reader, now()))
    entry = of_event(found[0]) if found else None
    if entry is None or not entry.is_dated:
        raise NotFound(_("There is no such event, or its day is not known yet."))
    state = (entry.ref, found[0].stamp, found[0].is_inside)

    def write() -> bytes:
        return calendar_of([entry], entry.title, entry.url, names_of_parties(current()))

    return kept_answer(state, write, "text/calendar")


def _page_of(asked: Filter) -> str:
    query = asked.query()
    return f"/calendar?{query}" if query else "/calendar"


@blueprint.get("/calendar.json")
@open_to_all
def events() -> ResponseReturnValue:
    """All public events, whatever kinds the filter of the page asks for."""
    asked = replace(known_filter(asked_in(request.args, None)), kinds=(EntryKind.EVENT,))
    number = max(1, request.args.get("page", 1, type=int))
    query = replace(asked, kinds=()).query()
    address = f"{settings().address}/calendar.json{'?' if query else ''}{query}"

    def write() -> bytes:
        entries, total = public_page(asked, number, data.SIZE)
        shown = data.page_of(entries, total, number, address)
        return json.dumps(shown, ensure_ascii=False).encode()

    state = (asked, number, state_of(None, asked, Span(now().date().min, now().date().max)))
    return _for_all(kept_answer(state, write, "application/json"))


@blueprint.get("/calendar/schema.json")
@open_to_all
def schema() -> ResponseReturnValue:
    answer: Response = jsonify(data.schema())
    answer.mimetype = "application/schema+json"
    return _for_all(answer)


def _for_all(answer: Response) -> Response:
    """Pages of other websites may read it; it holds nothing that needs a cookie."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@blueprint.get("/calendar/data")
@open_to_all
def about() -> ResponseReturnValue:
    return render_template(
        "calendar/data_page.html",
        address=settings().address,
        of_one=("/events/REF.ics", "/journeys/REF.ics"),
        asked=(*NAMED, KIND, "lang", "page"),
    )
