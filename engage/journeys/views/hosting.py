"""Who hosts a stop: the secretariat asks a Party, and its focal point answers."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.journeys import actions, rules
from engage.journeys.forms import AnswerForm, PartyForm, mark_of
from engage.journeys.models import Journey, Stop
from engage.journeys.queries import find_stop, get_journey, seen_stop
from engage.journeys.reading import name_of, place_of, read_stop
from engage.journeys.sentences import MAY_NOT_ANSWER
from engage.journeys.views.order import shape_of
from engage.kit.errors import NotAllowed, ensure
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.reference.queries import get_party, parties

blueprint = Blueprint("journeys_hosting", __name__)


@blueprint.get("/journeys/<journey_ref>/stops/<stop_key>/host")
@allowed_to(Permission.JOURNEY_PLAN)
def host(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor())
    found = find_stop(journey, stop_key, actor())
    form = _choice(journey)
    if not form.is_kept:
        form.party.data = found.party_code or ""
    return _host_page(journey, found, form)


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/host")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def propose(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    found = find_stop(journey, stop_key, actor())
    form = _choice(journey)
    if not form.validate_on_submit():
        return _host_page(journey, found, form), 422
    actions.propose_to(actor(), found, get_party(form.party.data))
    flash(_("The Party is asked. It is named in public once it has accepted."))
    return redirect(f"/journeys/{journey.ref}/plan", 303)


@blueprint.get("/journeys/<journey_ref>/stops/<stop_key>/answer")
@allowed_to(Permission.STOP_ANSWER)
def answer(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor())
    found = find_stop(journey, stop_key, actor())
    form = AnswerForm()
    if not form.is_kept:
        form.seen.data, form.reason.data = mark_of(found), found.reason
    return _answer_page(journey, found, form)


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/answer")
@allowed_to(Permission.STOP_ANSWER)
@commits
def keep(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    """Two buttons, two answers; what was typed stays where neither can be kept."""
    journey = get_journey(journey_ref, actor(), lock=True)
    found, form = find_stop(journey, stop_key, actor()), AnswerForm()
    ensure(rules.may_answer(actor(), found), NotAllowed(str(MAY_NOT_ANSWER)))
    declines = request.form.get("do") == "decline"
    if form.seen.data != mark_of(found):
        return _too_late(journey, found, form)
    if not form.validate() or (declines and form.lacks_reason()):
        return _answer_page(journey, found, form), 422
    if declines:
        actions.decline_stop(actor(), found, form.reason.data or "")
        flash(_("Your Party does not host this stop. The secretariat has been told."))
    else:
        actions.accept_stop(actor(), found)
        flash(_("Your Party hosts this stop. The secretariat has been told."))
    return redirect("/journeys/mine", 303)


def _too_late(journey: Journey, found: Stop, form: AnswerForm) -> ResponseReturnValue:
    """Somebody has answered meanwhile, or was asked: the typed reason stays in its box."""
    form.seen.data = mark_of(found)
    return _answer_page(journey, found, form, is_late=True), 409


def _choice(journey: Journey) -> PartyForm:
    """A journey of the rehearsal asks nobody in earnest."""
    made_up = [each for each in parties(current(), with_rehearsal=True) if each.is_rehearsal]
    if {each.code for each in made_up} & {each.party_code for each in journey.stops}:
        return PartyForm.among(made_up)
    return PartyForm.choosing(first=frozenset(each.party_code for each in journey.parties))


def _host_page(journey: Journey, found: Stop, form: PartyForm) -> str:
    seen = seen_stop(journey, found.key, actor())
    shape, state = shape_of(seen.state)
    return render_template(
        "journeys/host_page.html",
        journey=journey,
        stop=seen,
        name=place_of(seen),
        party=seen.party_name(current()),
        form=form,
        shape=shape,
        state=state,
    )


def _answer_page(journey: Journey, found: Stop, form: AnswerForm, *, is_late: bool = False) -> str:
    ensure(rules.may_answer(actor(), found), NotAllowed(str(MAY_NOT_ANSWER)))
    seen, language = seen_stop(journey, found.key, actor()), current()
    shape, state = shape_of(seen.state)
    return render_template(
        "journeys/answer_page.html",
        journey=journey,
        journey_name=name_of(journey, language),
        stop=seen,
        name=place_of(seen),
        entries=[each for each in read_stop(seen, language) if each.lines],
        decided=(found.decided_by.name, found.decided_at) if found.decided_by else None,
        form=form,
        shape=shape,
        state=state,
        is_late=is_late,
    )
