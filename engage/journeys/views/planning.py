"""The secretariat plans a journey: its record, its Parties, the order of its stops."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.journeys import actions, drafting
from engage.journeys.forms import NewJourneyForm, PartyForm
from engage.journeys.models import Journey
from engage.journeys.outline import JOURNEY_FIELDS
from engage.journeys.queries import get_journey
from engage.journeys.reading import name_of, nothing_linked
from engage.journeys.vocabulary import JourneyKind
from engage.kit.collation import sort_key
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.kit.values.fingerprint import Merge
from engage.plans.forms import posted, seen_after, seen_by, shown, typed_of
from engage.plans.views.saved import clashes_of, saved_answer, saved_sentence
from engage.reference.queries import get_party

blueprint = Blueprint("journeys_planning", __name__)


@blueprint.get("/journeys/new")
@allowed_to(Permission.JOURNEY_PLAN)
def new() -> ResponseReturnValue:
    return render_template("journeys/new_page.html", form=NewJourneyForm())


@blueprint.post("/journeys/new")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def begin() -> ResponseReturnValue:
    form = NewJourneyForm()
    if not form.validate_on_submit():
        return render_template("journeys/new_page.html", form=form), 422
    journey = drafting.plan_journey(actor(), form.name.data, JourneyKind(form.kind.data))
    return redirect(f"/journeys/{journey.ref}/edit", 303)


@blueprint.get("/journeys/<journey_ref>/edit")
@allowed_to(Permission.JOURNEY_PLAN)
def edit(journey_ref: str) -> ResponseReturnValue:
    return _record(get_journey(journey_ref, actor()))


@blueprint.post("/journeys/<journey_ref>/edit")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def save(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    typed = typed_of(posted(JOURNEY_FIELDS))
    merged = drafting.save_journey(actor(), journey, typed)
    if "HX-Request" in request.headers:
        return saved_answer(journey, merged, seen_after(typed, merged))
    if merged.collisions:
        return _record(journey, merged), 409
    return redirect(f"/journeys/{journey.ref}/edit", 303)


@blueprint.get("/journeys/<journey_ref>/parties")
@allowed_to(Permission.JOURNEY_PLAN)
def parties(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor())
    return _parties(journey, PartyForm.choosing(without=_codes(journey)))


@blueprint.post("/journeys/<journey_ref>/parties")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def add_party(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    form = PartyForm.choosing()
    if not form.validate_on_submit():
        return _parties(journey, form), 422
    kept = [each.party for each in journey.parties]
    actions.choose_parties(actor(), journey, [*kept, get_party(form.party.data)])
    return redirect(f"/journeys/{journey.ref}/parties", 303)


@blueprint.post("/journeys/<journey_ref>/parties/<party_code>/remove")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def remove_party(journey_ref: str, party_code: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    kept = [each.party for each in journey.parties if each.party_code != party_code]
    actions.choose_parties(actor(), journey, kept)
    return redirect(f"/journeys/{journey.ref}/parties", 303)


@blueprint.post("/journeys/<journey_ref>/open")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def open_journey(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    actions.open_journey(actor(), journey, is_open=True)
    flash(_("It is public now. Stops are in it once their hosts have accepted."))
    return redirect(f"/journeys/{journey.ref}/plan", 303)


@blueprint.post("/journeys/<journey_ref>/close")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def close_journey(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    actions.open_journey(actor(), journey, is_open=False)
    flash(_("It is no longer public. The Parties that were asked still see their stops."))
    return redirect(f"/journeys/{journey.ref}/plan", 303)


def _record(journey: Journey, merged: Merge | None = None) -> str:
    language = current()
    form = shown(JOURNEY_FIELDS, journey.content, language, merged, offered=lambda _list: ())
    linked = nothing_linked(language)
    return render_template(
        "journeys/edit_page.html",
        journey=journey,
        name=name_of(journey, language),
        form=form,
        seen=seen_by(form, JOURNEY_FIELDS, journey.content),
        saved=saved_sentence(journey),
        collisions=clashes_of(JOURNEY_FIELDS, merged, journey, linked) if merged else [],
    )


def _parties(journey: Journey, form: PartyForm) -> str:
    language = current()
    named = [(each.party_code, each.party.name(language)) for each in journey.parties]
    return render_template(
        "journeys/parties_page.html",
        journey=journey,
        name=name_of(journey, language),
        form=form,
        parties=sorted(named, key=lambda pair: (sort_key(pair[1], language=language), pair[0])),
    )


def _codes(journey: Journey) -> frozenset[str]:
    return frozenset(each.party_code for each in journey.parties)
