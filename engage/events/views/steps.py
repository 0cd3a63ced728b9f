"""What an event belongs to, and steps that change it as a whole."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.events import belonging
from engage.events.actions import attach, set_event_aside
from engage.events.forms import BelongsForm, Offered
from engage.events.models import Event
from engage.events.page import title_of
from engage.events.queries import cards, own_event
from engage.kit.errors import Invalid
from engage.kit.locales import current
from engage.kit.transaction import commits

blueprint = Blueprint("events_steps", __name__)

LATEST = 60  # so many events are offered as larger ones; others are named by their reference


@blueprint.get("/events/<event_ref>/belongs")
@allowed_to(Permission.EVENT_EDIT)
def belongs_page(event_ref: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor())
    return _page(event, BelongsForm.about(event, _offered(event, actor())))


@blueprint.post("/events/<event_ref>/belongs")
@allowed_to(Permission.EVENT_EDIT)
@commits
def belongs(event_ref: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor(), lock=True)
    form = BelongsForm.about(event, _offered(event, actor()))
    if form.is_behind(event):
        return _page(event, form, is_behind=True), 409
    wished = form.wished(actor(), event) if form.validate_on_submit() else None
    if wished is None:
        return _page(event, form), 422
    try:
        attach(actor(), event, wished)
    except Invalid as refused:
        form.refuse(refused.sentence)
        return _page(event, form), 422
    flash(_("Saved."))
    return redirect(f"/events/{event.ref}", 303)


@blueprint.post("/events/<event_ref>/delete")
@allowed_to(Permission.EVENT_EDIT)
@commits
def delete(event_ref: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor(), lock=True)
    set_event_aside(actor(), event, aside=True)
    return redirect(f"/events?gone={event.ref}", 303)


@blueprint.post("/events/<event_ref>/restore")
@allowed_to(Permission.EVENT_EDIT)
@commits
def restore(event_ref: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor(), lock=True, deleted=True)
    set_event_aside(actor(), event, aside=False)
    flash(_("The event is back as it was."))
    return redirect(f"/events/{event.ref}", 303)


def _offered(event: Event, writer: User) -> Offered:
    latest = Event.changed_at.desc(), Event.id.desc()
    return Offered(
        activities=belonging.activities_for(writer),
        events=cards(
            writer, belonging.of_side(writer), Event.id != event.id, order=latest, limit=LATEST
        ),
        journeys=belonging.open_journeys(),
        stops=belonging.stops_for(writer),
    )


def _page(event: Event, form: BelongsForm, *, is_behind: bool = False) -> str:
    title, language = title_of(event.content, current(), event.language)
    return render_template(
        "events/belongs_page.html",
        event=event,
        form=form,
        title=title,
        title_language=language,
        belongs=belonging.standing(event) if is_behind else None,
    )
