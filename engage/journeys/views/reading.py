"""Journeys as everybody may read them: the list and the route."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from engage.accounts.access import open_to_all, visitor
from engage.accounts.models import User
from engage.frame.fragments import Fragments, macro
from engage.journeys import pages
from engage.journeys.charts import chart_of
from engage.journeys.models import Journey
from engage.journeys.queries import get_journey, journeys, stops_for
from engage.journeys.reading import SeenStop
from engage.journeys.route import next_stop
from engage.journeys.rules import may_plan
from engage.journeys.vocabulary import JourneyKind
from engage.kit.clock import today
from engage.kit.locales import current
from engage.kit.web import web_address

blueprint = Blueprint("journeys", __name__)

REMEMBERED = 200

_parts = Fragments(REMEMBERED)


@blueprint.get("/journeys")
@open_to_all
def listing() -> ResponseReturnValue:
    reader, language = visitor(), current()
    heads = [pages.head_of(each, stops_for(each, reader), language) for each in journeys(reader)]
    return render_template(
        "journeys/journeys_page.html",
        heads=heads,
        may_plan=may_plan(reader),
        has_party=reader is not None and reader.party_code is not None,
    )


@blueprint.get("/journeys/<journey_ref>")
@open_to_all
def route(journey_ref: str) -> ResponseReturnValue:
    reader, language = visitor(), current()
    journey = get_journey(journey_ref, reader)
    stops = stops_for(journey, reader)
    return render_template(
        "journeys/route_page.html",
        journey=journey,
        head=pages.head_of(journey, stops, language),
        about=pages.said_of(journey, "about", language),
        facts=pages.facts_of(journey, stops, language),
        parties=pages.taking_part(journey, language),
        source=journey.content.get("source"),
        website=web_address(journey.content.get("website")),
        is_campaign=journey.kind == JourneyKind.CAMPAIGN,
        may_plan=may_plan(reader) or any(stop.is_inside for stop in stops),
        way=_way(journey, stops, reader) if stops else "",
    )


def _way(journey: Journey, stops: Sequence[SeenStop], reader: User | None) -> Markup:
    """Map and table of the stops, put into HTML once for all who see the same of them."""
    language = current()
    names = tuple((stop.key, stop.party_name(language)) for stop in stops)
    scope = tuple(stop.is_inside for stop in stops), reader is not None
    return _parts.get(
        ("way", journey.ref, journey.stamp, today(), names, scope),
        lambda: macro("journeys/_way.html", "way")(
            journey.ref,
            chart_of(stops, next_stop(stops, today())),
            pages.told_stops(stops, language, today()),
            is_known=reader is not None,
        ),
    )
