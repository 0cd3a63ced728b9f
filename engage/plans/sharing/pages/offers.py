"""What can be borrowed: the list, one activity, and what became of what the Party shares."""

from __future__ import annotations

from dataclasses import asdict, replace
from urllib.parse import urlencode

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.errors import EngageError
from engage.kit.locales import current, language
from engage.kit.paging import Page
from engage.kit.transaction import commits
from engage.plans.linked import Linked
from engage.plans.models import Plan
from engage.plans.queries import own_plan, plans_of
from engage.plans.reading import read_fields
from engage.plans.rules import is_own
from engage.plans.sharing import rules
from engage.plans.sharing.actions import borrow
from engage.plans.sharing.content import FIELDS
from engage.plans.sharing.forms import BorrowForm, OffersForm
from engage.plans.sharing.listing import Line, Wish, listed, origin_of
from engage.plans.sharing.models import Offer
from engage.plans.sharing.queries import (
    Standing,
    borrowers_of,
    get_offer,
    own_offers,
    standing_of,
    times_borrowed,
)

HERE = "/activities"


@allowed_to(Permission.ACTIVITY_READ)
def offers_page() -> ResponseReturnValue:
    wish = _wish()
    found = listed(actor(), wish)
    return render_template(
        "plans/sharing/offers_page.html",
        form=OffersForm(formdata=request.args),
        found=found,
        position=_position(found),
        previous_url=_url(wish, found.page - 1) if found.page > 1 else "",
        next_url=_url(wish, found.page + 1) if found.has_more else "",
        is_narrowed=wish.is_narrowed,
        is_party=actor().party_code is not None,
    )


@allowed_to(Permission.ACTIVITY_READ)
def offer_page(offer_id: int) -> ResponseReturnValue:
    return _page(get_offer(offer_id, visible_to=actor()))


@allowed_to(Permission.PLAN_EDIT)
@commits
def borrow_it(offer_id: int) -> ResponseReturnValue:
    offer = get_offer(offer_id, visible_to=actor(), lock=True)
    form = BorrowForm()
    if not form.validate_on_submit():
        return _page(offer, form), 422
    plan = own_plan(form.plan.data, visible_to=actor(), lock=True)
    try:
        row = borrow(actor(), offer, plan)
    except EngageError as refused:
        return _page(offer, form, str(refused.sentence)), refused.status
    flash(_told(offer, plan))
    return redirect(f"/plans/{plan.ref}/rows/activities/{row.key}#open-row", 303)


@allowed_to(Permission.PLAN_EDIT)
def ours() -> ResponseReturnValue:
    return render_template(
        "plans/sharing/ours_page.html", offers=own_offers(actor()), borrowers=borrowers_of(actor())
    )


def _page(offer: Offer, form: BorrowForm | None = None, refused: str = "") -> str:
    may_borrow = rules.may_borrow(actor(), offer)
    standing = standing_of(actor(), offer) if may_borrow else []
    plans = _plans_for(actor(), offer, standing) if may_borrow else []
    nothing_linked = Linked(lambda _register: (), current())
    return render_template(
        "plans/sharing/offer_page.html",
        offer=offer,
        entries=read_fields(FIELDS, offer.content, current(), nothing_linked),
        origin=origin_of(offer.plan.party.name(current()), offer.year),
        written_in=language(offer.language),
        times=times_borrowed(offer),
        standing=standing,
        may_borrow=may_borrow,
        is_own=is_own(actor(), offer.plan),
        form=(form or BorrowForm()).choosing(plans) if plans else None,
        refused=refused,
    )


def _plans_for(reader: User, offer: Offer, standing: list[Standing]) -> list[Plan]:
    """The plans that the activity can go into, the latest first."""
    there = {each.plan.id for each in standing}
    may_go = (plan for plan in plans_of(reader) if rules.may_borrow_into(reader, offer, plan))
    return [plan for plan in may_go if plan.id not in there]


def _told(offer: Offer, plan: Plan) -> str:
    if offer.language == plan.language:
        told: str = _("The activity stands in your plan. Say now when and where it takes place.")
        return told
    in_another: str = _(
        "The activity stands in your plan. Its words are still in another language: %(language)s. "
        "Put them into yours, and say when and where it takes place.",
        language=language(offer.language).name,
    )
    return in_another


def _wish() -> Wish:
    """What the address asks for."""
    asked = request.args
    return Wish(
        words=asked.get("words", "")[:200],
        group=asked.get("group", ""),
        type=asked.get("type", ""),
        language=asked.get("language", ""),
        annex=asked.get("annex", ""),
        page=max(1, asked.get("page", 1, type=int)),
    )


def _url(wish: Wish, page: int) -> str:
    """This page's address with all that is asked for, on another page of the list."""
    turned = replace(wish, page=page)
    asked = {name: value for name, value in asdict(turned).items() if value}
    return f"{HERE}?{urlencode(asked)}"


def _position(found: Page[Line]) -> str:
    text: str = _(
        "Activities %(first)s to %(last)s of %(total)s",
        first=found.first,
        last=found.last,
        total=found.total,
    )
    return text
