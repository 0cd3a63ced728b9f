"""One's kept filters of a list: look at them, keep one more, remove one."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import OutOfTurn
from engage.kit.transaction import commits
from engage.plans.filters.actions import keep_filter, remove_filter
from engage.plans.filters.details import LONGEST, cleaned
from engage.plans.filters.forms import FilterForm
from engage.plans.filters.queries import filters_of, find_filter, get_filter
from engage.plans.filters.vocabulary import ADDRESS_OF, Place

blueprint = Blueprint("filters", __name__)


@blueprint.get("/filters/<any(board, queue):page>")
@allowed_to(Permission.PLAN_REVIEW)
def kept(page: str) -> ResponseReturnValue:
    """With what an address asks for behind the question mark, also the form to keep it."""
    form = FilterForm()
    form.query.data = form.query.data or cleaned(request.query_string.decode())
    return _page(Place(page), form)


@blueprint.post("/filters/<any(board, queue):page>")
@allowed_to(Permission.PLAN_REVIEW)
@commits
def keep(page: str) -> ResponseReturnValue:
    place, form = Place(page), FilterForm()
    form.query.data = cleaned(form.query.data or "")[:LONGEST]
    if not form.validate_on_submit():
        return _page(place, form), 422
    name, query = form.name.data or "", form.query.data
    try:
        keep_filter(actor(), place, name, query, replaces=form.replaces.data or "")
    except OutOfTurn as refused:
        return _ask_again(place, form, refused)
    flash(_("The filter “%(name)s” is kept.", name=name))
    return redirect(f"{ADDRESS_OF[place]}?{query}", 303)


@blueprint.post("/filters/<any(board, queue):page>/<int:filter_id>/remove")
@allowed_to(Permission.PLAN_REVIEW)
@commits
def remove(page: str, filter_id: int) -> ResponseReturnValue:
    found = get_filter(actor(), Place(page), filter_id)
    remove_filter(actor(), found)
    flash(_("The filter “%(name)s” is removed.", name=found.name))
    return redirect(url_for("filters.kept", page=page), 303)


def _ask_again(place: Place, form: FilterForm, refused: OutOfTurn) -> ResponseReturnValue:
    """The same name: now the person knows what stands under it, and may keep this in its place."""
    same = find_filter(actor(), place, form.name.data or "")
    form.replaces.data = same.query if same else ""
    form.name.errors = [*form.name.errors, refused.sentence]
    return _page(place, form), refused.status


def _page(place: Place, form: FilterForm) -> str:
    return render_template(
        "plans/filters/filters_page.html",
        place=place,
        address=ADDRESS_OF[place],
        form=form,
        filters=filters_of(actor(), place),
    )
