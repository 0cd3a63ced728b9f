"""A stop: written by its host or the secretariat, read by everybody who may know of it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to, open_to_all, visitor
from engage.accounts.permissions import Permission
from engage.journeys import actions, drafting, rules
from engage.journeys.models import Journey, Stop
from engage.journeys.outline import STOPS
from engage.journeys.queries import find_stop, get_journey, own_stop, seen_stop
from engage.journeys.reading import name_of, nothing_linked, place_of, read_stop
from engage.journeys.views.order import shape_of
from engage.journeys.vocabulary import StopState
from engage.kit.errors import NotFound, ensure
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.fingerprint import Merge
from engage.plans.forms import posted, seen_after, seen_by, shown, typed_of
from engage.plans.linked import spoken_in
from engage.plans.views.saved import clashes_of, saved_answer, saved_sentence
from engage.reference import towns
from engage.reference.choices import parties_now

blueprint = Blueprint("journeys_stops", __name__)

NOTES = {"held": StopState.HELD, "skipped": StopState.SKIPPED, "ahead": StopState.ACCEPTED}
TOWNS = 5  # so many towns of one name are offered


@blueprint.get("/journeys/<journey_ref>/stops/<stop_key>")
@open_to_all
def stop(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    """The form for those who write it; for all others the stop as it is read."""
    journey, reader = get_journey(journey_ref, visitor()), visitor()
    found = find_stop(journey, stop_key, reader)
    if reader is not None and rules.may_edit(reader, found):
        return _form(journey, own_stop(journey, stop_key, reader))
    seen, language = seen_stop(journey, stop_key, reader), current()
    shape, state = shape_of(seen.state)
    return render_template(
        "journeys/stop_page.html",
        journey=journey,
        journey_name=name_of(journey, language),
        stop=seen,
        name=place_of(seen),
        party=seen.party_name(language),
        entries=[each for each in read_stop(seen, language) if each.lines],
        shape=shape,
        state=state,
        may_answer=rules.may_answer(reader, found),
    )


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def save(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    found = own_stop(journey, stop_key, actor())
    typed = typed_of(posted(STOPS.fields))
    merged = drafting.save_stop(actor(), found, typed)
    if "HX-Request" in request.headers:
        return saved_answer(found, merged, seen_after(typed, merged))
    if merged.collisions:
        return _form(journey, found, merged), 409
    return redirect(_url(journey, found), 303)


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/place/<int:town_id>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def take_town(journey_ref: str, stop_key: str, town_id: int) -> ResponseReturnValue:
    """Saves what was typed, then takes position and time zone of a town."""
    journey = get_journey(journey_ref, actor(), lock=True)
    found = own_stop(journey, stop_key, actor())
    town = towns.town(town_id)
    if town is None:
        raise NotFound(_("There is no such town in the list."))
    merged = drafting.save_stop(actor(), found, typed_of(posted(STOPS.fields)))
    if merged.collisions:
        return _form(journey, found, merged), 409
    drafting.take_town(actor(), found, town)
    return redirect(_url(journey, found), 303)


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/<step>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def change(journey_ref: str, stop_key: str, step: str) -> ResponseReturnValue:
    """A step of a stop that takes no words."""
    journey = get_journey(journey_ref, actor(), lock=True)
    found = find_stop(journey, stop_key, actor(), removed=step == "restore")
    match step:
        case "up" | "down":
            actions.move_stop(actor(), found, up=step == "up")
        case "remove" | "restore":
            actions.set_stop_aside(actor(), found, aside=step == "remove")
        case "held" | "skipped" | "ahead":
            actions.note_stop(actor(), found, NOTES[step])
            flash(_("It is noted."))
            return redirect(_url(journey, found), 303)
        case _:
            raise NotFound(_("There is no such step for a stop."))
    return redirect(f"/journeys/{journey.ref}/plan", 303)


def _form(journey: Journey, found: Stop, merged: Merge | None = None) -> str:
    ensure(rules.may_edit(actor(), found), NotFound(_("There is no such stop.")))
    values, language = found.content | found.private, current()
    spoken = spoken_in(STOPS, values)
    seen = seen_stop(journey, found.key, actor())
    form = shown(STOPS.fields, values, language, merged, offered=lambda _l: (), spoken=spoken)
    linked = nothing_linked(language)
    shape, state = shape_of(found.state)
    return render_template(
        "journeys/stop_form.html",
        journey=journey,
        journey_name=name_of(journey, language),
        stop=seen,
        kept=found,
        name=place_of(seen),
        party=seen.party_name(language),
        language=spoken or language,
        form=form,
        seen=seen_by(form, STOPS.fields, values),
        saved=saved_sentence(found),
        collisions=clashes_of(STOPS.fields, merged, found, linked, spoken) if merged else [],
        shape=shape,
        state=state,
        may_plan=rules.may_plan(actor()),
        may_answer=rules.may_answer(actor(), found),
        may_note=rules.may_note(actor(), found),
        towns=_towns(found),
        attribution=towns.ATTRIBUTION,
    )


def _towns(found: Stop) -> list[tuple[int, str, str, str]]:
    """Towns that are called like the place, while it has no position: number, name, Party, where
    it lies."""
    place = found.content.get("place")
    if not isinstance(place, str) or Coordinates.point(found.content.get("coordinates")):
        return []
    named = towns.towns_called(place, found.party_code or "", TOWNS)
    if not named:
        return []
    parties = {code: str(name) for code, name in parties_now()}
    return [
        (each.id, each.name, parties.get(each.country, ""), drafting.position(each)[1])
        for each in named
    ]


def _url(journey: Journey, found: Stop) -> str:
    return f"/journeys/{journey.ref}/stops/{found.key}"
