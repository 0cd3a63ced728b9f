"""The quick form: eight questions on a phone, sent again when the line is back."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.actions import keep_text
from engage.accounts.details import Typed
from engage.accounts.permissions import Permission
from engage.accounts.typed import own_address, typed_fields
from engage.events import rules
from engage.events.actions import begun_once, carried_over, hold_again
from engage.events.belonging import usable_event, wished
from engage.events.drafting import begin_event
from engage.events.models import Event
from engage.events.outline.what import QUICK
from engage.events.queries import made_before
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.plans.forms import posted, shown

blueprint = Blueprint("events_quick", __name__)

_KEY = re.compile("[A-Za-z0-9-]{8,40}")


@blueprint.get("/events/new")
@allowed_to(Permission.EVENT_EDIT)
def new() -> ResponseReturnValue:
    return _page()


@blueprint.post("/events/new")
@allowed_to(Permission.EVENT_EDIT)
@commits
def create() -> ResponseReturnValue:
    answers = posted(QUICK).answers()
    typed = {code: value for code, value in answers.items() if value is not None}
    if not typed:
        return _page(is_empty=True), 422
    key = request.form.get("entry_key", "")
    former = made_before(key) if _KEY.fullmatch(key) else None
    if former is not None and rules.may_edit(actor(), former):
        return _sent(former, _kept_apart(former, typed))
    usable = key if former is None and _KEY.fullmatch(key) else ""
    event = begun_once(lambda: _begin(typed, usable))
    flash(_("Saved."))
    return _sent(event, f"/events/{event.ref}{_next_place()}")


def _next_place() -> str:
    """The next event with the same people begins with what was promised at the last."""
    return "/promises" if usable_event(actor(), request.args.get("after", "")) else ""


def _begin(typed: Mapping[str, Any], key: str) -> Event:
    """The event, with what its address says that it follows or belongs to."""
    former = usable_event(actor(), request.args.get("after", ""))
    if former is not None:
        return hold_again(actor(), former, typed, key)
    belongs = wished(actor(), request.args)
    return begin_event(actor(), actor().party, typed, key, **belongs.columns())


def _kept_apart(former: Event, typed: Mapping[str, Any]) -> str:
    """Where to go after a form came a second time: what it says differently is neither lost nor
    written over what stands there meanwhile, but stands in the form of the event, not saved."""
    if all(former.content.get(code) == value for code, value in typed.items()):
        return f"/events/{former.ref}"
    there = f"/events/{former.ref}/edit/what"
    names = {each.part_name(part) for each in posted(QUICK).value_fields() for part in _all(each)}
    fields = {name: values for name, values in typed_fields().items() if name in names}
    keep_text(actor(), Typed(place=there, posted_to=there, fields=fields))
    return there


def _all(field: Any) -> tuple[str, ...]:
    parts: tuple[str, ...] = field.kind.parts()
    return parts


def _sent(event: Event, there: str) -> ResponseReturnValue:
    """To the event; a script that sent the form is told where it is."""
    if "HX-Request" not in request.headers:
        return redirect(there, 303)
    answer = make_response(render_template("events/_sent.html", event=event, there=there))
    answer.headers["Vary"] = "HX-Request"
    return answer


def _page(*, is_empty: bool = False) -> str:
    writer = actor()
    former = usable_event(writer, request.args.get("after", ""))
    begun = carried_over(former) if former else {}
    language = writer.party.ui_language if writer.party else current()
    form = shown(QUICK, begun, language, offered=lambda _register: ())
    return render_template(
        "events/new_page.html",
        form=form,
        address=own_address(),
        entry_key=form.kept_text("entry_key") or secrets.token_hex(16),
        belongs=wished(writer, request.args),
        former=former,
        is_empty=is_empty,
    )
