"""The administrator's pages: lists, adding and changing entries, annexes of Parties."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.history.queries import entries_for
from engage.kit.errors import NotFound, OutOfTurn
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.reference.models import EditableRow, Party
from engage.reference.queries import MODELS, get_party, get_row, parties, rows_of
from engage.reference.vocabulary.rows import RowKind
from engage.upkeep.actions import add_row, change_annexes, change_row, party_subject, stamp
from engage.upkeep.forms import FORMS, AnnexForm, RowForm, filled
from engage.upkeep.lines import party_line, row_line

blueprint = Blueprint("upkeep", __name__, url_prefix="/reference")


@blueprint.get("/")
@allowed_to(Permission.REFERENCE_EDIT)
def overview() -> ResponseReturnValue:
    return render_template("upkeep/overview.html", kinds=list(RowKind))


@blueprint.get("/<kind>")
@allowed_to(Permission.REFERENCE_EDIT)
def rows(kind: str) -> ResponseReturnValue:
    known = _kind(kind)
    found = rows_of(MODELS[known], with_inactive=True)
    lines = [row_line(row, current()) for row in found]
    return render_template("upkeep/rows.html", kind=known, lines=lines)


@blueprint.get("/<kind>/add")
@allowed_to(Permission.REFERENCE_EDIT)
def new_row(kind: str) -> ResponseReturnValue:
    known = _kind(kind)
    return _row_page(known, FORMS[known](data={"is_active": True}))


@blueprint.post("/<kind>/add")
@allowed_to(Permission.REFERENCE_EDIT)
@commits
def create_row(kind: str) -> ResponseReturnValue:
    known = _kind(kind)
    form = FORMS[known]()
    if not form.validate_on_submit():
        return _row_page(known, form), 422
    row = add_row(actor(), known, form.details())
    flash(_("“%(name)s” is added.", name=row.name(current())))
    return redirect(url_for("upkeep.rows", kind=kind), 303)


@blueprint.get("/<kind>/<code>")
@allowed_to(Permission.REFERENCE_EDIT)
def edit_row(kind: str, code: str) -> ResponseReturnValue:
    known = _kind(kind)
    row = get_row(known, code)
    return _row_page(known, filled(known, row, stamp(row)), row)


@blueprint.post("/<kind>/<code>")
@allowed_to(Permission.REFERENCE_EDIT)
@commits
def save_row(kind: str, code: str) -> ResponseReturnValue:
    known = _kind(kind)
    row, form = get_row(known, code), FORMS[known]()
    if not form.validate_on_submit():
        return _row_page(known, form, row), 422
    try:
        change_row(actor(), known, row, form.details(), seen=form.seen.data or "")
    except OutOfTurn as refusal:
        _show_refusal(form, refusal, stamp(row))
        return _row_page(known, form, row), refusal.status
    flash(_("“%(name)s” is saved.", name=row.name(current())))
    return redirect(url_for("upkeep.rows", kind=kind), 303)


@blueprint.get("/parties")
@allowed_to(Permission.REFERENCE_EDIT)
def party_list() -> ResponseReturnValue:
    found = parties(current(), with_rehearsal=True)
    lines = [party_line(party, current()) for party in found]
    return render_template("upkeep/parties.html", lines=lines)


@blueprint.get("/parties/<code>")
@allowed_to(Permission.REFERENCE_EDIT)
def edit_party(code: str) -> ResponseReturnValue:
    party = get_party(code)
    form = AnnexForm(data={"annexes": party.annexes, "seen": stamp(party)})
    return _party_page(party, form)


@blueprint.post("/parties/<code>")
@allowed_to(Permission.REFERENCE_EDIT)
@commits
def save_party(code: str) -> ResponseReturnValue:
    party, form = get_party(code), AnnexForm()
    if not form.validate_on_submit():
        return _party_page(party, form), 422
    try:
        change_annexes(actor(), party, form.details(), seen=form.seen.data or "")
    except OutOfTurn as refusal:
        _show_refusal(form, refusal, stamp(party))
        return _party_page(party, form), refusal.status
    flash(_("The annexes of %(party)s are saved.", party=party.name(current())))
    return redirect(url_for("upkeep.party_list"), 303)


def _kind(kind: str) -> RowKind:
    try:
        return RowKind(kind)
    except ValueError:
        raise NotFound(_("There is no such list.")) from None


def _row_page(kind: RowKind, form: RowForm, row: EditableRow | None = None) -> str:
    entries = entries_for((kind.value, row.id)) if row else []
    heading = row.name(current()) if row else _("Add an entry")
    return render_template(
        "upkeep/row.html", kind=kind, form=form, row=row, entries=entries, heading=heading
    )


def _party_page(party: Party, form: AnnexForm) -> str:
    entries = entries_for(party_subject(party))
    heading = party.name(current())
    return render_template(
        "upkeep/party.html", party=party, form=form, entries=entries, heading=heading
    )


def _show_refusal(form: RowForm | AnnexForm, refusal: OutOfTurn, stamp_now: str) -> None:
    """Say who was quicker; saving again is then a choice."""
    form.form_errors.append(refusal.sentence)
    form.seen.data = stamp_now
