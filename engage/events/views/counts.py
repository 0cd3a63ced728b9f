"""Counting who came, attendances and different persons apart, and who is expected.

What does not agree is told and never refused: the figures are saved as they were typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.events.counted import TOTALS, cells_of
from engage.events.counting.faults import Flag, faults, flag_sentence
from engage.events.counting.grid import Slot
from engage.events.drafting import save_answers
from engage.events.figures import added_up, figures_of, rows_first, youth_sentence
from engage.events.models import Event
from engage.events.outline.event import FIELDS
from engage.events.queries import own_event
from engage.events.totals import bands
from engage.frame.fragments import macro
from engage.kit.fields import Finding
from engage.kit.formats import show_sentences
from engage.kit.locales import current
from engage.kit.paper import Table
from engage.kit.transaction import commits
from engage.kit.values.fingerprint import Merge
from engage.kit.values.options import Option
from engage.kit.values.vocabulary import Label
from engage.plans.forms import AnswersForm, posted, seen_after, seen_by, shown, typed_of
from engage.plans.linked import Linked
from engage.plans.outline.shape import Field
from engage.plans.views.saved import clashes_of, saved_answer, saved_sentence

blueprint = Blueprint("events_counts", __name__)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of counts: the code of its total and of its grid, and what it asks besides."""

    title: Label
    help: Label
    total: str
    grid: str
    besides: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        by_code = {field.code: field for field in FIELDS}
        return tuple(by_code[code] for code in (self.total, *self.besides, self.grid))

    @property
    def slot(self) -> Slot:
        return TOTALS[self.total]


PAGES: Mapping[str, Page] = {
    "": Page(
        title=_l("Who came"),
        help=_l("Counts without names. What nobody counted stays blank: unknown is not nought."),
        total="participants",
        grid="counts",
        besides=("counted", "age_band"),
    ),
    "persons": Page(
        title=_l("Different persons"),
        help=_l("Someone who came twice counts once here. Leave all blank if nobody knows."),
        total="persons",
        grid="persons_counts",
    ),
    "expected": Page(
        title=_l("Who is expected"),
        help=_l("What was planned stands apart from what was counted; the two are never mixed."),
        total="expected",
        grid="expected_counts",
    ),
}


@blueprint.get("/events/<event_ref>/counts")
@blueprint.get("/events/<event_ref>/counts/<any(persons, expected):which>")
@allowed_to(Permission.EVENT_EDIT)
def counts(event_ref: str, which: str = "") -> ResponseReturnValue:
    return _page(own_event(event_ref, writer=actor()), which)


@blueprint.post("/events/<event_ref>/counts")
@blueprint.post("/events/<event_ref>/counts/<any(persons, expected):which>")
@allowed_to(Permission.EVENT_EDIT)
@commits
def save(event_ref: str, which: str = "") -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor(), lock=True)
    fields = PAGES[which].fields
    typed = typed_of(posted(fields))
    merged = save_answers(actor(), event, fields, typed)
    if "HX-Request" in request.headers:
        lines = {PAGES[which].grid: _beside(event, PAGES[which])}
        return saved_answer(event, merged, seen_after(typed, merged), lines, _flags(event, which))
    if merged.collisions:
        return _page(event, which, merged), 409
    return redirect(url_for("events_counts.counts", event_ref=event_ref, which=which or None), 303)


@blueprint.app_template_global("event_figures")
def event_figures(document: dict[str, Any]) -> list[Table]:
    """The tables of an event's document, for `events/_counts.html`."""
    return figures_of(document, current(), bands())


def _page(event: Event, which: str, merged: Merge | None = None) -> str:
    page, values = PAGES[which], event.content
    form = _boxes(event, page, merged)
    linked = Linked(lambda _register: (), current())
    return render_template(
        "events/counts_page.html",
        event=event,
        counted=page,
        which=which,
        pages=PAGES,
        form=form,
        flags=_flags(event, which),
        seen=seen_by(form, page.fields, values),
        saved=saved_sentence(event),
        collisions=clashes_of(page.fields, merged, event, linked) if merged else [],
    )


def _boxes(event: Event, page: Page, merged: Merge | None) -> AnswersForm:
    form = shown(page.fields, event.content, event.language, merged, offered=lambda _list: ())
    grid = form[page.grid]
    filled = {part.partition(".")[0] for part, texts in grid.typed.items() if any(texts)}
    rows = rows_first(event.content, page.grid, filled)
    grid.rows = tuple(Option(row.value, str(row.label)) for row in rows)
    grid.beside = _beside(event, page)
    return form


def _beside(event: Event, page: Page) -> str:
    """What youth means here, and the totals that need not be written since they follow."""
    said = (
        youth_sentence(event.content, bands()),
        added_up(event.content, page.grid, current()),
    )
    return show_sentences([each for each in said if each], language=current())


def _flags(event: Event, which: str) -> Markup:
    """What cannot all be right among the figures of the page, each with the box it is about."""
    page = PAGES[which]
    found = [
        Finding(_box_of(flag, page), flag_sentence(flag))
        for flag in faults(cells_of(event.content))
        if flag.slot[:2] == page.slot[:2]
    ]
    return Markup(macro("events/_flags.html", "flags")(found))  # noqa: S704  # a macro escapes


def _box_of(flag: Flag, page: Page) -> str:
    slot = flag.slot
    if slot == page.slot:
        return f"#{page.total}-number"
    return f"#{page.grid}-{slot.row}.{slot.sex}.{slot.age}"
