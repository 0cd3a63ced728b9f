"""Pasting rows out of a spreadsheet: the box, a look at what each cell becomes, and the way back.

Nothing is kept on the server before the rows are added.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import NotAllowed, NotFound, ensure
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.plans import rules
from engage.plans.document import living_rows
from engage.plans.drafting import new_key
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.pasting.actions import add_pasted, pasted_rows, take_back
from engage.plans.pasting.columns import Target, targets_of
from engage.plans.pasting.forms import PREVIEW, PasteForm
from engage.plans.pasting.names import Names
from engage.plans.pasting.rows import Reader, Row, left_open
from engage.plans.pasting.sheets import Sheet, read_sheet
from engage.plans.queries import get_plan
from engage.plans.sentences import LOCKED

blueprint = Blueprint("pasting", __name__)

AT = "/plans/<ref>/rows/<register>/paste"


@dataclass(frozen=True, slots=True)
class Place:
    plan: Plan
    section: Section
    register: Register

    @property
    def list_url(self) -> str:
        return url_for("writing.section", ref=self.plan.ref, code=self.section.code)


@dataclass(frozen=True, slots=True)
class Pasted:
    register: Register
    batch: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What the rows become, and what is still open about them."""

    sheet: Sheet
    rows: tuple[Row, ...]
    open: list[tuple[Field, int]]
    targets: tuple[Target, ...]

    @property
    def filled(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.is_blank)

    @property
    def codes(self) -> list[str]:
        """What is to look at, one code for each cell."""
        return [each.code for row in self.rows for each in row.problems]


@blueprint.get(AT)
@allowed_to(Permission.PLAN_EDIT)
def page(ref: str, register: str) -> ResponseReturnValue:
    place, form = _place(ref, register), PasteForm()
    if form.is_kept and form.step.data == PREVIEW:
        return _preview_page(place, form, _look(place, form))
    return _paste_page(place, form)


@blueprint.post(AT)
@allowed_to(Permission.PLAN_EDIT)
@commits
def read(ref: str, register: str) -> ResponseReturnValue:
    place, form = _place(ref, register, lock=True), PasteForm()
    do = request.form.get("do")
    if do == "change":
        return _paste_page(place, form)
    if do == "add" and pasted_rows(place.plan, place.register, form.key):
        return redirect(_done(place, form.key), 303)  # the button was pressed twice
    if not form.bring((place.plan.language, current())):
        return _paste_page(place, form), 422
    preview = _look(place, form)
    if not form.takes(preview.sheet):
        return _paste_page(place, form), 422
    if do == "add" and preview.filled:
        return redirect(_added(place, form, preview), 303)
    return _preview_page(place, form, preview)


@blueprint.post(f"{AT}/undo")
@allowed_to(Permission.PLAN_EDIT)
@commits
def undo(ref: str, register: str) -> ResponseReturnValue:
    place = _place(ref, register, lock=True)
    number = take_back(actor(), place.plan, place.register, request.form.get("batch", ""))
    flash(ngettext("%(num)s row was taken back.", "%(num)s rows were taken back.", number))
    return redirect(f"{place.list_url}#list-{register}", 303)


def pasted_just_now(plan: Plan) -> Pasted | None:
    """The paste that a list may take back: the address names it, and its rows are still there."""
    code, _dot, batch = request.args.get("pasted", "").partition(".")
    found = find_register(code)
    is_there = found is not None and bool(pasted_rows(plan, found[1], batch))
    return Pasted(found[1], batch) if found and is_there else None


def _place(ref: str, code: str, *, lock: bool = False) -> Place:
    found = find_register(code)
    if found is None or not found[1].by_hand:
        raise NotFound(_("The plan has no such list."))
    plan = get_plan(ref, visible_to=actor(), lock=lock)
    ensure(rules.may_edit(actor(), plan), NotAllowed(LOCKED))
    return Place(plan, *found)


def _look(place: Place, form: PasteForm) -> Preview:
    """Reads the text as its writer wishes; the form then says how it was read."""
    plan, register, wish = place.plan, place.register, form.wish()
    taken = {row.key.partition("-")[0] for row in plan.rows}
    batch = form.key if form.key and form.key not in taken else new_key()
    sheet = read_sheet(str(form.text.data or ""), register, wish)
    there = living_rows(plan.rows)
    names = Names(lambda code: there.get(code, []), current())
    reader = Reader(register, names, wish.habits, current(), batch)
    rows = reader.rows(sheet) if sheet.fits else ()
    form.tell(sheet, batch)
    open_ = left_open(rows, register, there.get(register.code, []))
    return Preview(sheet, rows, open_, targets_of(register))


def _added(place: Place, form: PasteForm, preview: Preview) -> str:
    add_pasted(actor(), place.plan, place.register, preview.filled)
    number = len(preview.filled)
    flash(
        ngettext(
            "%(num)s row was added at the end of the list.",
            "%(num)s rows were added at the end of the list.",
            number,
        )
    )
    return _done(place, str(form.batch.data))


def _done(place: Place, batch: str) -> str:
    return f"{place.list_url}?pasted={place.register.code}.{batch}"


def _paste_page(place: Place, form: PasteForm) -> str:
    fields = (each for each in targets_of(place.register) if not each.part)
    return render_template(
        "plans/paste_page.html",
        plan=place.plan,
        section=place.section,
        register=place.register,
        form=form,
        headings=[each.label for each in fields],
        list_url=place.list_url,
    )


def _preview_page(place: Place, form: PasteForm, preview: Preview) -> str:
    return render_template(
        "plans/paste_preview.html",
        plan=place.plan,
        section=place.section,
        register=place.register,
        form=form,
        preview=preview,
        list_url=place.list_url,
    )
