"""The ledger of promises: what an event opens with, all that is open, and what became of one."""

from __future__ import annotations

import json

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.events import promise_paper
from engage.events.drafting import save_row
from engage.events.ledger import is_promise
from engage.events.models import Event, EventRow
from engage.events.outline.results import OUTCOMES
from engage.events.promises import open_promises, promises_before
from engage.events.queries import find_row, own_event
from engage.frame.languages import only_this_answer
from engage.frame.papers import Manuscript, in_each_language, language_of_paper, pdf_answer
from engage.kit.errors import NotFound, ensure
from engage.kit.locales import current, force
from engage.kit.transaction import commits
from engage.kit.values.fingerprint import Merge
from engage.plans.forms import posted, seen_after, seen_by, shown, typed_of
from engage.plans.linked import Linked
from engage.plans.reading import read_row, worth_showing
from engage.plans.views.saved import clashes_of, saved_answer, saved_sentence
from engage.reference.vocabulary.groups import Group

blueprint = Blueprint("events_promises", __name__)

AT = "/events/<event_ref>/promises"
NOTED = (OUTCOMES.field("state"), OUTCOMES.field("state_note"))
TOLD = ("who", "quantity", "due", "groups")
PAGE = 50


@blueprint.get(AT)
@allowed_to(Permission.EVENT_EDIT)
def page(event_ref: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor())
    return render_template("events/promises_page.html", event=event, ledger=promises_before(event))


@blueprint.get("/events/promises")
@allowed_to(Permission.EVENT_EDIT)
def all_open() -> ResponseReturnValue:
    group, number = request.args.get("group", ""), request.args.get("page", 1, int)
    every = open_promises(actor().party_code)
    found = [each for each in every if not group or group in each.promise.groups]
    first, last = (number - 1) * PAGE, min(number * PAGE, len(found))
    ensure(number == 1 or 0 <= first < last, NotFound(_("There are no promises on this page.")))
    return render_template(
        "events/open_promises_page.html",
        promises=found[first:last],
        total=len(found),
        groups=_groups({name for each in every for name in each.promise.groups}),
        group=group,
        position=_position(first, last, len(found)),
        previous_url=_url(number - 1, group) if number > 1 else "",
        next_url=_url(number + 1, group) if last < len(found) else "",
    )


@blueprint.get(f"{AT}/<row_key>")
@allowed_to(Permission.EVENT_EDIT)
def promise(event_ref: str, row_key: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor())
    row = find_row(event, OUTCOMES.code, row_key)
    ensure(row.deleted_at is None and is_promise(row.content), NotFound(_("No such promise.")))
    return _promise_page(event, row)


@blueprint.post(f"{AT}/<row_key>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def note(event_ref: str, row_key: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor(), lock=True)
    row = find_row(event, OUTCOMES.code, row_key)
    typed = typed_of(posted(NOTED))
    merged = save_row(actor(), event, OUTCOMES, row, typed)
    if "HX-Request" in request.headers:
        return saved_answer(row, merged, seen_after(typed, merged))
    if merged.collisions:
        return _promise_page(event, row, merged), 409
    return redirect(f"{_back()}#{row_key}", 303)


@blueprint.get(f"{AT}/print")
@allowed_to(Permission.EVENT_EDIT)
def paper(event_ref: str) -> ResponseReturnValue:
    event, language = own_event(event_ref, writer=actor()), language_of_paper()
    here = f"/events/{event_ref}/promises/print"
    copy = promise_paper.copy_of(event, language)
    only_this_answer()
    with force(language):
        return render_template(
            "events/promises_print_page.html",
            payload=promise_paper.paper(copy, language),
            event=event,
            pdf_url=f"{here}.pdf?lang={language}",
            languages=in_each_language(here),
        )


@blueprint.get(f"{AT}/print.pdf")
@allowed_to(Permission.EVENT_EDIT)
def pdf(event_ref: str) -> ResponseReturnValue:
    event, language = own_event(event_ref, writer=actor()), language_of_paper()
    copy = promise_paper.copy_of(event, language)
    payload = promise_paper.paper(copy, language)
    name = promise_paper.file_name(copy, language)
    key = ("promises", json.dumps(payload))
    return pdf_answer(key, lambda: Manuscript("promises", payload, name))


def _promise_page(event: Event, row: EventRow, merged: Merge | None = None) -> str:
    linked = Linked(lambda _register: (), current())
    form = shown(NOTED, row.content, event.language, merged, offered=lambda _list: ())
    read = read_row(
        {"key": row.key, "values": row.content}, OUTCOMES, current(), linked, position=1
    )
    entries = [entry for code in TOLD if (entry := read.entry(code))]
    return render_template(
        "events/promise_page.html",
        event=event,
        row=read,
        entries=worth_showing(tuple(entries)),
        form=form,
        seen=seen_by(form, NOTED, row.content),
        saved=saved_sentence(row),
        collisions=clashes_of(NOTED, merged, row, linked) if merged else [],
        back=_back(),
        before=request.args.get("before", ""),
    )


def _back() -> str:
    """To the event that asked what became of it, else to all that is open."""
    before = request.args.get("before", "")
    if not before:
        return url_for("events_promises.all_open")
    return url_for("events_promises.page", event_ref=before)


def _groups(names: set[str]) -> list[tuple[str, str]]:
    """Those of the decision in its order, then own ones."""
    known = [(each.value, str(each.label)) for each in Group if each.value in names]
    return known + [(name, name) for name in sorted(names - Group.labels().keys())]


def _position(first: int, last: int, total: int) -> str:
    text: str = _(
        "Promises %(first)s to %(last)s of %(total)s", first=first + 1, last=last, total=total
    )
    return text


def _url(number: int, group: str) -> str:
    return url_for("events_promises.all_open", page=number, group=group or None)
