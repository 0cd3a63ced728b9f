"""Route sheets on paper, of one stop and of all, each as a page to print and as PDF."""

from __future__ import annotations

import json

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, open_to_all, signed_in, visitor
from engage.frame.languages import only_this_answer
from engage.frame.papers import Manuscript, in_each_language, language_of_paper, pdf_answer
from engage.journeys.exports import Beside, file_name, stop_sheet, whole_sheet
from engage.journeys.models import Journey
from engage.journeys.queries import baton_of, contacts_of, get_journey, seen_stop, stops_for
from engage.kit.locales import force
from engage.kit.paper import Route

blueprint = Blueprint("journeys_sheets", __name__)

WHOLE = "/journeys/<journey_ref>/sheet"
OF_STOP = "/journeys/<journey_ref>/stops/<stop_key>/sheet"


@blueprint.get(WHOLE)
@open_to_all
def whole(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, visitor())
    return _page(journey, _whole(journey), f"/journeys/{journey_ref}/sheet")


@blueprint.get(f"{WHOLE}.pdf")
@open_to_all
def whole_pdf(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, visitor())
    return _pdf(_whole(journey), file_name(journey, language_of_paper()))


@blueprint.get(OF_STOP)
@signed_in
def of_stop(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor())
    here = f"/journeys/{journey_ref}/stops/{stop_key}/sheet"
    return _page(journey, _of_stop(journey, stop_key), here)


@blueprint.get(f"{OF_STOP}.pdf")
@signed_in
def of_stop_pdf(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor())
    number = str(seen_stop(journey, stop_key, actor()).number)
    return _pdf(_of_stop(journey, stop_key), file_name(journey, language_of_paper(), number))


def _whole(journey: Journey) -> Route:
    return whole_sheet(journey, stops_for(journey, visitor()), language_of_paper())


def _of_stop(journey: Journey, key: str) -> Route:
    """What the reader may know of the stop, and of what is passed on to it."""
    stop = seen_stop(journey, key, actor())
    beside = Beside(
        contact=contacts_of(journey, actor()).get(stop.id, {}),
        baton=baton_of(journey, actor()).get(stop.id),
    )
    return stop_sheet(journey, stops_for(journey, actor()), key, beside, language_of_paper())


def _page(journey: Journey, payload: Route, here: str) -> str:
    language = payload["lang"]
    only_this_answer()
    with force(language):
        return render_template(
            "journeys/sheet_page.html",
            journey=journey,
            payload=payload,
            pdf_url=f"{here}.pdf?lang={language}",
            languages=in_each_language(here),
        )


def _pdf(payload: Route, name: str) -> ResponseReturnValue:
    key = ("route", json.dumps(payload))
    return pdf_answer(key, lambda: Manuscript("route", payload, name))
