"""Sheets to fill by hand, as pages to print and as PDF: the tally sheet and the blank form."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, signed_in
from engage.events.blanks import blank_form, tally_sheet
from engage.events.document import compose
from engage.events.queries import get_event
from engage.events.rules import is_inside
from engage.events.totals import bands
from engage.frame.languages import only_this_answer
from engage.frame.papers import Manuscript, in_each_language, language_of_paper, pdf_answer
from engage.kit.clock import now
from engage.kit.handwritten import Blank, Tally
from engage.kit.locales import force
from engage.reference.models import Party

blueprint = Blueprint("events_tally", __name__)

UNCCD = "UNCCD"


@blueprint.get("/events/tally")
@signed_in
def any_tally() -> ResponseReturnValue:
    return _page("tally", _any_tally(), "/events/tally", "/events")


@blueprint.get("/events/tally.pdf")
@signed_in
def any_tally_pdf() -> ResponseReturnValue:
    return _pdf("tally", _any_tally())


@blueprint.get("/events/<event_ref>/tally")
@signed_in
def tally(event_ref: str) -> ResponseReturnValue:
    return _page("tally", _tally(event_ref), f"/events/{event_ref}/tally", f"/events/{event_ref}")


@blueprint.get("/events/<event_ref>/tally.pdf")
@signed_in
def tally_pdf(event_ref: str) -> ResponseReturnValue:
    return _pdf("tally", _tally(event_ref), event_ref)


@blueprint.get("/events/form")
@signed_in
def form() -> ResponseReturnValue:
    return _page("blank", _form(), "/events/form", "/events")


@blueprint.get("/events/form.pdf")
@signed_in
def form_pdf() -> ResponseReturnValue:
    return _pdf("blank", _form())


def _tally(ref: str) -> Tally:
    """The event as its reader sees it: what stays back, stays back on paper too."""
    event, language = get_event(ref, visible_to_reader=actor()), language_of_paper()
    inside = is_inside(actor(), event.party_code)
    document = compose(event, inside=inside, moment=now())
    return tally_sheet(document, _named(event.party, language), language, bands())


def _any_tally() -> Tally:
    language = language_of_paper()
    return tally_sheet(None, _named(actor().party, language), language, {})


def _form() -> Blank:
    language = language_of_paper()
    return blank_form(_named(actor().party, language), language)


def _named(party: Party | None, language: str) -> str:
    return party.name(language) if party else UNCCD


def _page(kind: str, payload: Tally | Blank, here: str, back: str) -> str:
    only_this_answer()
    with force(payload["lang"]):
        return render_template(
            f"events/{kind}_page.html",
            payload=payload,
            back=back,
            pdf_url=f"{here}.pdf?lang={payload['lang']}",
            languages=in_each_language(here),
        )


def _pdf(kind: str, payload: Tally | Blank, ref: str = "") -> ResponseReturnValue:
    given: Any = payload
    name = "-".join(filter(None, (ref or "event", kind, payload["lang"])))
    key = (kind, json.dumps(given))
    return pdf_answer(key, lambda: Manuscript(kind, given, f"{name}.pdf"))
