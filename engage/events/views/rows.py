"""Writing the rows of an event's lists: add, edit in place, delete, undo."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.events.drafting import add_row, save_row, set_row_aside
from engage.events.models import Event, EventRow
from engage.events.outline.event import SECTIONS
from engage.events.queries import find_row, own_event
from engage.events.reading import UNLINKED
from engage.events.views.rowlist import closed_rows
from engage.kit.errors import NotFound
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.kit.values.fingerprint import Merge
from engage.plans.forms import posted, seen_after, seen_by, shown, typed_of
from engage.plans.linked import spoken_in
from engage.plans.outline.shape import Register, Section
from engage.plans.views.saved import clashes_of, saved_answer, saved_sentence

blueprint = Blueprint("events_rows", __name__)

Place = tuple[Event, Section, Register]


@blueprint.get("/events/<event_ref>/rows/<list_code>/<row_key>")
@allowed_to(Permission.EVENT_EDIT)
def row(event_ref: str, list_code: str, row_key: str) -> ResponseReturnValue:
    """The open row in its list."""
    event, section, register = _place(event_ref, list_code)
    found = find_row(event, register.code, row_key)
    if found.deleted_at is not None:
        return redirect(_list_url(event, section, register))
    return _page((event, section, register), found)


@blueprint.post("/events/<event_ref>/rows/<list_code>/<row_key>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def save(event_ref: str, list_code: str, row_key: str) -> ResponseReturnValue:
    event, section, register = _place(event_ref, list_code, lock=True)
    found = find_row(event, register.code, row_key)
    typed = typed_of(posted(register.fields))
    merged = save_row(actor(), event, register, found, typed)
    if "HX-Request" in request.headers:
        return saved_answer(found, merged, seen_after(typed, merged))
    if merged.collisions:
        return _page((event, section, register), found, merged), 409
    closes = request.form.get("do") == "close"
    there = _list_url(event, section, register) if closes else _row_url(event, found)
    return redirect(there, 303)


@blueprint.post("/events/<event_ref>/rows/<list_code>/add")
@allowed_to(Permission.EVENT_EDIT)
@commits
def add(event_ref: str, list_code: str) -> ResponseReturnValue:
    event, _section, register = _place(event_ref, list_code, lock=True)
    return redirect(_row_url(event, add_row(actor(), event, register)), 303)


@blueprint.post("/events/<event_ref>/rows/<list_code>/<row_key>/<any(delete, restore):do>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def change(event_ref: str, list_code: str, row_key: str, do: str) -> ResponseReturnValue:
    """A button of a closed row; nothing was typed, so nothing is saved besides."""
    event, section, register = _place(event_ref, list_code, lock=True)
    found = find_row(event, register.code, row_key)
    set_row_aside(actor(), event, found, aside=do == "delete")
    if do == "restore":
        flash(_("The row is back as it was."))
    gone = found.key if do == "delete" else ""
    return redirect(_list_url(event, section, register, gone), 303)


def _place(ref: str, code: str, *, lock: bool = False) -> Place:
    for section in SECTIONS:
        register = section.register(code)
        if register is not None:
            return own_event(ref, writer=actor(), lock=lock), section, register
    raise NotFound(_("An event has no such list."))


def _page(place: Place, row: EventRow, merged: Merge | None = None) -> str:
    event, section, register = place
    fields, values = register.fields, row.content
    form = shown(
        fields,
        values,
        event.language,
        merged,
        offered=lambda _register: (),
        spoken=spoken_in(register, values),
    )
    rows = closed_rows(event, register, current())
    at = next(at for at, each in enumerate(rows) if each.key == row.key)
    return render_template(
        "events/row_page.html",
        event=event,
        section=section,
        register=register,
        opened=rows[at],
        before=rows[:at],
        after=rows[at + 1 :],
        form=form,
        seen=seen_by(form, fields, values),
        saved=saved_sentence(row),
        collisions=clashes_of(fields, merged, row, UNLINKED) if merged else [],
        outline=SECTIONS,
    )


def _row_url(event: Event, row: EventRow) -> str:
    return f"/events/{event.ref}/rows/{row.register}/{row.key}#open-row"


def _list_url(event: Event, section: Section, register: Register, gone: str = "") -> str:
    asked = f"?gone={register.code}.{gone}" if gone else ""
    return f"/events/{event.ref}/edit/{section.code}{asked}#list-{register.code}"
