"""The events of a journey by stop, and of a campaign by annex, with their totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to, open_to_all, visitor
from engage.accounts.permissions import Permission
from engage.events.actions import begun_once
from engage.events.cards import Card
from engage.events.gathered import Gathering
from engage.events.of_journey import belonging, events_at, flyers_of, parties_of, years_at
from engage.events.rules import may_write
from engage.events.stops import may_open
from engage.events.stops import open_stop as opened
from engage.events.sums import Sums, sums_of
from engage.events.totals import event_counts
from engage.journeys.models import Journey
from engage.journeys.queries import get_journey, seen_stop, stops_for
from engage.journeys.reading import SeenStop, name_of
from engage.journeys.vocabulary import JourneyKind
from engage.kit.formats import show_year
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.reference.queries import parties

blueprint = Blueprint("events_of_journey", __name__)

PAGE = 25  # so many events fit twelve kilobytes on the wire, with a paragraph each


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the list is asked for; `listed` are those for the website of the UNCCD, at once."""

    ref: str
    year: int | None = None
    listed: bool = False
    page: int = 1

    @classmethod
    def asked(cls, ref: str) -> Wish:
        year, page = (request.args.get(name, type=int) for name in ("year", "page"))
        known = year if year and 1900 <= year <= 2199 else None
        return cls(ref, known, bool(request.args.get("listed")), max(1, page or 1))

    def url(self) -> str:
        asked = {"year": self.year, "listed": int(self.listed), "page": self.page - 1 and self.page}
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"/journeys/{self.ref}/events" + (f"?{query}" if query else "")


@blueprint.get("/journeys/<journey_ref>/events")
@open_to_all
def page(journey_ref: str) -> ResponseReturnValue:
    reader, wish = visitor(), Wish.asked(journey_ref)
    journey = get_journey(journey_ref, reader)
    stops = stops_for(journey, reader) if journey.kind == JourneyKind.JOURNEY else None
    found = events_at(journey.id, reader, wish.year, listed=wish.listed)
    gathering = Gathering(parties_of(found), {}, current())
    ordered = gathering.in_order(found, stops)
    wish = replace(wish, page=min(wish.page, max(1, -(-len(ordered) // PAGE))))
    first = 0 if wish.listed else (wish.page - 1) * PAGE
    shown = ordered if wish.listed else ordered[first : first + PAGE]
    gathering = replace(gathering, flyers=flyers_of(shown, reader))
    return render_template(
        "events/of_journey_page.html",
        journey=journey,
        name=name_of(journey, current()),
        groups=gathering.groups(shown, stops),
        openable=_openable(stops or (), found),
        totals=None if wish.listed else _totals(journey, stops, wish),
        years=_years(journey, wish),
        wish=wish,
        pager=_pager(wish, first, len(shown), len(ordered)),
        may_write=may_write(reader),
    )


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/event")
@allowed_to(Permission.EVENT_EDIT)
@commits
def open_stop(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    stop = seen_stop(journey, stop_key, actor())
    event = begun_once(lambda: opened(actor(), journey, stop))
    return redirect(f"/events/{event.ref}", 303)


def _openable(stops: Sequence[SeenStop], found: Sequence[Card]) -> list[SeenStop]:
    """Less those whose event stands in the list already."""
    opened = {each.stop_id for each in found if each.is_inside}
    return [each for each in stops if may_open(visitor(), each) and each.id not in opened]


def _totals(journey: Journey, stops: Sequence[SeenStop] | None, wish: Wish) -> Sums:
    """By Party as well for a journey; for a campaign that would be half the page."""
    counted = event_counts(visitor(), *belonging(journey.id, visitor(), wish.year))
    return sums_of(counted, current(), _names_of_parties() if stops else None)


def _names_of_parties() -> dict[str, str]:
    """Those of all: others than the hosts add their events too, or hold them jointly."""
    return {each.code: each.name(current()) for each in parties(current(), with_rehearsal=True)}


def _years(journey: Journey, wish: Wish) -> list[dict[str, object]]:
    """The years to choose from, where there is more than one."""
    years: list[int | None] = [None, *years_at(journey.id, visitor())]
    return [
        {
            "url": replace(wish, year=year, page=1).url(),
            "text": show_year(year, language=current()) if year else _("All years"),
            "count": 0,
            "current": year == wish.year,
        }
        for year in years
        if len(years) > 2 or wish.year
    ]


def _pager(wish: Wish, first: int, shown: int, total: int) -> dict[str, str] | None:
    if shown == total:
        return None
    last = first + shown
    return {
        "position": _(
            "Events %(first)s to %(last)s of %(total)s", first=first + 1, last=last, total=total
        ),
        "previous_url": replace(wish, page=wish.page - 1).url() if wish.page > 1 else "",
        "next_url": replace(wish, page=wish.page + 1).url() if last < total else "",
    }
