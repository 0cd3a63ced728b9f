"""Writing an event: its sections. Saving always works."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.events.counting.head_counts import HeadCounts
from engage.events.drafting import save_answers
from engage.events.models import Event
from engage.events.outline.event import SECTIONS, find_section
from engage.events.queries import own_event
from engage.events.reading import UNLINKED
from engage.events.towns import Offers, towns_for
from engage.events.views.rowlist import closed_rows
from engage.kit.errors import NotFound
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.kit.values.fingerprint import Merge
from engage.plans.forms import posted, seen_after, seen_by, shown, typed_of
from engage.plans.outline.shape import Field, Section
from engage.plans.views.saved import clashes_of, saved_answer, saved_sentence
from engage.reference.towns import ATTRIBUTION

blueprint = Blueprint("events_writing", __name__)


@blueprint.get("/events/<event_ref>/edit/<section_code>")
@allowed_to(Permission.EVENT_EDIT)
def section(event_ref: str, section_code: str) -> ResponseReturnValue:
    section = _section(section_code)
    return _page(own_event(event_ref, writer=actor()), section)


@blueprint.post("/events/<event_ref>/edit/<section_code>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def save(event_ref: str, section_code: str) -> ResponseReturnValue:
    section = _section(section_code)
    event = own_event(event_ref, writer=actor(), lock=True)
    fields = asked_in(section)
    typed = typed_of(posted(fields))
    merged = save_answers(actor(), event, fields, typed)
    if "HX-Request" in request.headers:
        return saved_answer(event, merged, seen_after(typed, merged))
    if merged.collisions:
        return _page(event, section, merged), 409
    return redirect(_after(event, section), 303)


def asked_in(section: Section) -> tuple[Field, ...]:
    """The questions of its form; head counts have pages of their own."""
    return tuple(each for each in section.fields if not isinstance(each.kind, HeadCounts))


def _section(code: str) -> Section:
    found = find_section(code)
    if found is None:
        raise NotFound(_("An event has no such section."))
    return found


def _after(event: Event, section: Section) -> str:
    """Where to go after the section was saved: its button says."""
    if request.form.get("do") == "next":
        return _next(event, section)
    return f"/events/{event.ref}/edit/{section.code}"


def _next(event: Event, section: Section) -> str:
    if section.number < len(SECTIONS):
        return f"/events/{event.ref}/edit/{SECTIONS[section.number].code}"
    return f"/events/{event.ref}"


def _page(event: Event, section: Section, merged: Merge | None = None) -> str:
    fields, values = asked_in(section), event.content | event.private
    form = shown(fields, values, event.language, merged, offered=lambda _register: ())
    return render_template(
        "events/section_page.html",
        event=event,
        section=section,
        form=form,
        seen=seen_by(form, fields, values),
        saved=saved_sentence(event),
        collisions=clashes_of(fields, merged, event, UNLINKED) if merged else [],
        registers=[(each, closed_rows(event, each, current())) for each in section.registers],
        is_counted_apart=len(fields) < len(section.fields),
        towns=_towns(event, section),
        attribution=ATTRIBUTION,
        outline=SECTIONS,
        gone=request.args.get("gone", ""),
        next_url=_next(event, section),
    )


def _towns(event: Event, section: Section) -> Offers | None:
    return towns_for(event, current(), instead=True) if section.code == "place" else None
