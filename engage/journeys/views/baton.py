"""The baton list of a stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.journeys import baton, rules
from engage.journeys.models import BatonItem, Journey, Stop
from engage.journeys.outline import BATON
from engage.journeys.queries import baton_of, find_item, find_stop, get_journey, stop_before
from engage.journeys.reading import language_of, name_of, nothing_linked, place_of
from engage.kit.errors import NotFound
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.kit.values.base import Line
from engage.kit.values.fingerprint import Merge
from engage.plans.forms import posted, seen_after, seen_by, shown, typed_of
from engage.plans.reading import read_fields
from engage.plans.views.saved import clashes_of, saved_answer, saved_sentence

blueprint = Blueprint("journeys_baton", __name__)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A thing on the list as it is read; `facts` are its kind, who sees to it and by when."""

    item: BatonItem
    what: str
    language: str
    facts: tuple[tuple[Line, ...], ...]
    note: tuple[Line, ...]
    may_change: bool


@blueprint.get("/journeys/<journey_ref>/stops/<stop_key>/baton")
@allowed_to(Permission.EVENT_EDIT)
def page(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    """The list of the stop, and for reference that of the stop before."""
    journey = get_journey(journey_ref, actor())
    stop = find_stop(journey, stop_key, actor())
    before, lists = stop_before(stop), baton_of(journey, actor())
    if stop.id not in lists:
        raise NotFound(_("There is no such list, or you have no access to it."))
    return render_template(
        "journeys/baton_page.html",
        journey=journey,
        journey_name=name_of(journey, current()),
        stop=stop,
        name=place_of(stop),
        rows=_rows(stop, lists[stop.id]),
        before=place_of(before) if before and before.id in lists else None,
        passed=_rows(before, lists[before.id]) if before and before.id in lists else [],
        removed=_removed(stop),
        may_move=rules.may_edit(actor(), stop),
    )


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/baton/add")
@allowed_to(Permission.EVENT_EDIT)
@commits
def add(journey_ref: str, stop_key: str) -> ResponseReturnValue:
    journey = get_journey(journey_ref, actor(), lock=True)
    stop = find_stop(journey, stop_key, actor())
    item = baton.add_item(actor(), stop)
    return redirect(_url(journey, stop, item), 303)


@blueprint.get("/journeys/<journey_ref>/stops/<stop_key>/baton/<item_key>")
@allowed_to(Permission.EVENT_EDIT)
def item(journey_ref: str, stop_key: str, item_key: str) -> ResponseReturnValue:
    journey, stop, found = _item(journey_ref, stop_key, item_key)
    if found.deleted_at is not None or not rules.may_change_item(actor(), found, stop):
        return redirect(_url(journey, stop))
    return _form(journey, stop, found)


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/baton/<item_key>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def save(journey_ref: str, stop_key: str, item_key: str) -> ResponseReturnValue:
    journey, stop, found = _item(journey_ref, stop_key, item_key, lock=True)
    typed = typed_of(posted(BATON.fields))
    merged = baton.save_item(actor(), found, typed)
    if "HX-Request" in request.headers:
        return saved_answer(found, merged, seen_after(typed, merged))
    if merged.collisions:
        return _form(journey, stop, found, merged), 409
    return redirect(_url(journey, stop), 303)


@blueprint.post("/journeys/<journey_ref>/stops/<stop_key>/baton/<item_key>/<step>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def change(journey_ref: str, stop_key: str, item_key: str, step: str) -> ResponseReturnValue:
    """A button of the list; nothing was typed, so nothing is saved besides."""
    journey, stop, found = _item(journey_ref, stop_key, item_key, lock=True)
    match step:
        case "up" | "down":
            baton.move_item(actor(), found, up=step == "up")
        case "done" | "undone":
            baton.tick_item(actor(), found, done=step == "done")
        case "remove" | "restore":
            baton.set_item_aside(actor(), found, aside=step == "remove")
        case _:
            raise NotFound(_("There is no such step for this list."))
    return redirect(_url(journey, stop), 303)


def _item(
    journey_ref: str, stop_key: str, item_key: str, *, lock: bool = False
) -> tuple[Journey, Stop, BatonItem]:
    journey = get_journey(journey_ref, actor(), lock=lock)
    stop = find_stop(journey, stop_key, actor())
    return journey, stop, find_item(stop, item_key, actor())


def _form(journey: Journey, stop: Stop, found: BatonItem, merged: Merge | None = None) -> str:
    language, spoken = current(), language_of(found.content)
    form = shown(
        BATON.fields, found.content, language, merged, offered=lambda _list: (), spoken=spoken
    )
    linked = nothing_linked(language)
    return render_template(
        "journeys/baton_item.html",
        journey=journey,
        stop=stop,
        name=place_of(stop),
        item=found,
        language=spoken,
        form=form,
        seen=seen_by(form, BATON.fields, found.content),
        saved=saved_sentence(found),
        collisions=clashes_of(BATON.fields, merged, found, linked, spoken) if merged else [],
    )


def _rows(stop: Stop, items: Sequence[BatonItem]) -> list[ListRow]:
    return [_row(stop, each) for each in items]


def _row(stop: Stop, item: BatonItem) -> ListRow:
    language, spoken = current(), language_of(item.content)
    linked = nothing_linked(language)
    entries = read_fields(BATON.fields, item.content, language, linked, spoken=spoken)
    lines = {each.code: each.lines for each in entries}
    return ListRow(
        item=item,
        what=lines["what"][0].text if lines["what"] else "",
        language=spoken,
        facts=tuple(lines[code] for code in BATON.summary if lines[code]),
        note=lines["note"],
        may_change=rules.may_change_item(actor(), item, stop),
    )


def _removed(stop: Stop) -> list[BatonItem]:
    """What may be taken back, by those who keep the list."""
    if not rules.may_edit(actor(), stop):
        return []
    return [each for each in stop.baton if each.deleted_at is not None]


def _url(journey: Journey, stop: Stop, found: BatonItem | None = None) -> str:
    there = f"/journeys/{journey.ref}/stops/{stop.key}/baton"
    return f"{there}/{found.key}" if found else there
