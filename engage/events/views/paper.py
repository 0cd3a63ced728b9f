"""An event on paper, as a print page and as PDF, and its document, as far as the reader sees it."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, make_response, render_template
from flask.typing import ResponseReturnValue

from engage.accounts.access import open_to_all, visitor
from engage.events import exports
from engage.events.queries import get_event
from engage.events.schema import schema
from engage.frame.languages import only_this_answer
from engage.frame.papers import (
    Manuscript,
    in_each_language,
    language_of_paper,
    named,
    pdf_answer,
)
from engage.kit.locales import force

blueprint = Blueprint("events_paper", __name__)


@blueprint.get("/events/<event_ref>/print")
@open_to_all
def page(event_ref: str) -> ResponseReturnValue:
    copy, language = _copy(event_ref), language_of_paper()
    here = f"/events/{event_ref}/print"
    only_this_answer()
    with force(language):
        return render_template(
            "events/print_page.html",
            payload=exports.paper(copy, language),
            event_url=f"/events/{event_ref}",
            pdf_url=f"{here}.pdf?lang={language}",
            languages=in_each_language(here),
        )


@blueprint.get("/events/<event_ref>/print.pdf")
@open_to_all
def pdf(event_ref: str) -> ResponseReturnValue:
    copy, language = _copy(event_ref), language_of_paper()
    return pdf_answer(
        ("event", copy.mark, language),
        lambda: Manuscript(
            "full", exports.paper(copy, language), exports.file_name(copy, language, "pdf")
        ),
    )


@blueprint.get("/events/<event_ref>.json")
@open_to_all
def document(event_ref: str) -> ResponseReturnValue:
    copy = _copy(event_ref)
    return named(_json(copy.document), exports.file_name(copy, "", "json"))


@blueprint.get("/events/schema.json")
@open_to_all
def document_schema() -> ResponseReturnValue:
    return _json(schema())


def _copy(event_ref: str) -> exports.Copy:
    reader = visitor()
    return exports.copy_for(reader, get_event(event_ref, visible_to_reader=reader))


def _json(content: Any) -> Response:
    answer = make_response(json.dumps(content, ensure_ascii=False, indent=2))
    answer.mimetype = "application/json"
    return answer
