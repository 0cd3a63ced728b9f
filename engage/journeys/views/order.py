"""The stops of a journey on one page: their order, their hosts, and what does not fit together."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to, signed_in
from engage.accounts.permissions import Permission
from engage.journeys import actions, drafting, route, rules
from engage.journeys.forms import OrderForm, SwapForm
from engage.journeys.models import Journey, Stop
from engage.journeys.pages import SHAPES
from engage.journeys.queries import find_stop, get_journey, stops_for, stops_of_party
from engage.journeys.reading import SPAN, SeenStop, days_of, days_of_stop, name_of, place_of, told
from engage.journeys.vocabulary import JourneyKind, StopState
from engage.kit.clock import today
from engage.kit.errors import NotFound, ensure
from engage.kit.locales import current
from engage.kit.pieces import Cell, own, run_on, said
from engage.kit.transaction import commits

blueprint = Blueprint("journeys_order", __name__)


@dataclass(frozen=True, slots=True)
class Row:
    """A stop in the list: `lines` are what is known of it, each a sentence of its own."""

    stop: SeenStop
    name: Cell
    lines: tuple[Cell, ...]
    shape: str
    state: str
    is_asked: bool


@blueprint.get("/journeys/<journey_ref>/plan")
@signed_in
def plan(journey_ref: str) -> ResponseReturnValue:
    journey = _planned(journey_ref)
    seen = stops_for(journey, actor())
    return _page(journey, seen, OrderForm.over(seen), SwapForm.over(seen))


@blueprint.post("/journeys/<journey_ref>/plan")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def put_in_order(journey_ref: str) -> ResponseReturnValue:
    """One of two forms: a stop to a place, or two that change places."""
    journey = get_journey(journey_ref, actor(), lock=True)
    seen = stops_for(journey, actor())
    order, swap = OrderForm.over(seen), SwapForm.over(seen)
    form = swap if "swap-one" in request.form else order
    if not form.validate():
        return _page(journey, seen, order, swap, amiss=form), 422
    if form is swap:
        one, other = (_chosen(journey, field.data) for field in (swap.one, swap.other))
        actions.swap_stops(actor(), one, other)
    else:
        actions.place_stop(actor(), _chosen(journey, order.stop.data), order.place.data or 1)
    return redirect(f"/journeys/{journey.ref}/plan", 303)


@blueprint.post("/journeys/<journey_ref>/stops/add")
@allowed_to(Permission.JOURNEY_PLAN)
@commits
def add(journey_ref: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    stop = drafting.add_stop(actor(), journey)
    return redirect(f"/journeys/{journey.ref}/stops/{stop.key}", 303)


@blueprint.get("/journeys/mine")
@signed_in
def mine() -> ResponseReturnValue:
    """The stops that one's Party hosts or is asked to host."""
    party, language = actor().party_code, current()
    stops = stops_of_party(party) if party else []
    asked = [each for each in stops if each.state == StopState.PROPOSED]
    return render_template(
        "journeys/mine_page.html",
        asked=[_item(stop, language) for stop in asked],
        others=[_item(stop, language) for stop in stops if stop not in asked],
    )


def shape_of(state: str) -> tuple[str, str]:
    """The sign of a state and its word."""
    found = StopState(state)
    return SHAPES[found], str(found.label)


def _planned(journey_ref: str) -> Journey:
    """For the secretariat and the hosts; nobody else has a page to plan on."""
    journey = get_journey(journey_ref, actor())
    hosts = any(rules.is_host(actor(), each) for each in journey.stops if not each.deleted_at)
    ensure(
        rules.may_plan(actor()) or hosts,
        NotFound(_("There is no such journey, or you have no access to it.")),
    )
    return journey


def _chosen(journey: Journey, key: str) -> Stop:
    return find_stop(journey, key, actor())


def _page(
    journey: Journey,
    seen: tuple[SeenStop, ...],
    order: OrderForm,
    swap: SwapForm,
    amiss: OrderForm | SwapForm | None = None,
) -> str:
    language = current()
    may_plan = rules.may_plan(actor())
    following = route.next_stop(seen, today())
    return render_template(
        "journeys/plan_page.html",
        journey=journey,
        name=name_of(journey, language),
        has_order=journey.kind == JourneyKind.JOURNEY or bool(seen),
        rows=[_row(journey, stop, language) for stop in seen],
        doubts=[told(each, language) for each in route.warnings(seen)] if may_plan else [],
        days=days_of(seen, language),
        accepted=sum(stop.is_agreed for stop in seen),
        following=place_of(following) if following else None,
        removed=_removed(journey) if may_plan else [],
        may_plan=may_plan,
        order=order,
        swap=swap,
        amiss=amiss,
    )


def _row(journey: Journey, stop: SeenStop, language: str) -> Row:
    shape, state = shape_of(stop.state)
    kept = next(each for each in journey.stops if each.key == stop.key)
    return Row(
        stop=stop,
        name=place_of(stop),
        lines=tuple(_lines(stop, language)),
        shape=shape,
        state=state,
        is_asked=rules.is_asked(actor(), kept),
    )


def _lines(stop: SeenStop, language: str) -> list[Cell]:
    """Its host, its days, its institution; then what somebody should know of the answer."""
    host = stop.party_name(language) or _("No host is chosen yet")
    days = days_of_stop(stop, language)
    first: list[Cell] = [host, said(days[0]) if days else _("Days not known yet")]
    institution = stop.values.get("institution")
    if isinstance(institution, str):
        first.append(own(institution, stop.language))
    lines = [run_on(*[cell for each in first for cell in (" · ", each)][1:])]
    if stop.changed_since:
        lines.append(_("Changed since the host accepted."))
    if stop.reason:
        lines.append(run_on(_("Reason of the host:"), " ", {"text": stop.reason}))
    return lines


def _removed(journey: Journey) -> list[tuple[str, Cell]]:
    removed = [stop for stop in journey.stops if stop.deleted_at is not None]
    return [(stop.key, own(str(stop.content.get("place", "")))) for stop in removed]


def _item(stop: Stop, language: str) -> dict[str, Cell]:
    """An entry of a list of what waits."""
    there = f"/journeys/{stop.journey.ref}/stops/{stop.key}"
    days = SPAN.show(stop.content.get("when"), language)
    return {
        "url": f"{there}/answer" if rules.is_asked(actor(), stop) else there,
        "text": place_of(stop),
        "sentence": run_on(
            name_of(stop.journey, language), *([" · ", said(days[0])] if days else [])
        ),
        "end": shape_of(stop.state)[1],
        "level": "",
    }
