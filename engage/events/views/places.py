"""Choosing the place of an event from the towns that are known."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.events.actions import take_town
from engage.events.queries import own_event
from engage.kit.errors import NotFound
from engage.kit.transaction import commits
from engage.reference.towns import town

blueprint = Blueprint("events_places", __name__)


@blueprint.post("/events/<event_ref>/place/<int:town_id>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def take(event_ref: str, town_id: int) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor(), lock=True)
    found = town(town_id)
    if found is None:
        raise NotFound(_("There is no such town in the list."))
    take_town(actor(), event, found, instead="instead" in request.form)
    flash(_("Position and time zone are taken from the list of towns."))
    return redirect(f"/events/{event.ref}/edit/place", 303)
