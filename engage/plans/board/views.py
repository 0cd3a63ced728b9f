"""The board of all Parties, and what a Party lets it say."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import pgettext
from markupsafe import Markup

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.fragments import Fragments, macro
from engage.kit.clock import today
from engage.kit.errors import NotAllowed
from engage.kit.transaction import commits
from engage.plans.assignments.queries import names_of_reviewers
from engage.plans.board.actions import show_drafts
from engage.plans.board.forms import BoardForm, DraftsForm
from engage.plans.board.listing import Board, Wish, board
from engage.plans.board.queries import choices_of_party
from engage.plans.board.reading import counts_in_words, in_words
from engage.plans.board.vocabulary import Column, Standing
from engage.plans.filters.forms import People
from engage.plans.filters.listing import Address, Heading, asked_in
from engage.plans.filters.queries import filters_of
from engage.plans.filters.vocabulary import ADDRESS_OF, Place
from engage.plans.review.sentences import target_sentence
from engage.plans.sentences import MAY_NOT
from engage.reference.models import Party
from engage.reference.queries import threshold

blueprint = Blueprint("board", __name__)

HERE = ADDRESS_OF[Place.BOARD]
PIECES = "plans/board/_board.html"
ALL = "all"

_fragments = Fragments(300)


@blueprint.get("/board")
@allowed_to(Permission.PLAN_REVIEW)
def page() -> ResponseReturnValue:
    wish = _wish()
    found, address = board(wish), _address(wish)
    return render_template(
        "plans/board/board_page.html",
        filters=_filters(wish, names_of_reviewers()),
        kept=filters_of(actor(), Place.BOARD),
        keep_url=_address(wish, "/filters/board").url(),
        target=target_sentence(threshold("feedback")),
        board=found,
        counts=counts_in_words(found.counts),
        table=_table(wish, found),
        position=_position(found),
        previous_url=address.url(page=found.page - 1) if found.page > 1 else "",
        next_url=address.url(page=found.page + 1) if found.has_more else "",
        all_url=address.url(page=ALL) if len(found.lines) < found.total else "",
    )


def _filters(wish: Wish, people: People) -> Markup:
    def render() -> str:
        form = BoardForm(formdata=request.args)
        form.offer(people)
        form.state.data = wish.standing.value if wish.standing else ""
        return str(macro(PIECES, "board_filters")(form, _address(wish)))

    return _fragments.get(("filters", replace(wish, page=1, reader=0), people), render)


def _table(wish: Wish, found: Board) -> Markup:
    """The Parties; what they look like follows from where they stand, today, and the order."""
    key = ("table", replace(wish, page=1, reader=0), found.lines, today())

    def render() -> str:
        return str(macro(PIECES, "board_table")(in_words(found.lines), _headings(wish)))

    return _fragments.get(key, render)


def _wish() -> Wish:
    """What the address asks for; anything unknown in it counts as not asked."""
    asked = request.args
    column = Column(asked["sort"]) if asked.get("sort") in set(Column) else Column.PARTY
    down = "down" if column is Column.SINCE else "up"
    return Wish(
        standing=Standing(asked["state"]) if asked.get("state") in set(Standing) else None,
        column=column,
        descending=asked.get("order", down) == "down",
        page=0 if asked.get("page") == ALL else max(1, asked.get("page", 1, type=int)),
        **asked_in(asked, actor().id),
    )


def _headings(wish: Wish) -> list[Heading]:
    address = _address(wish)
    return [
        address.heading(Column.PARTY.value, _("Party and plan")),
        *(Heading(text) for text in (_("Annex"), _("Language"), _("State"))),
        address.heading(Column.SINCE.value, pgettext("waiting", "How long"), begins_down=True),
        Heading(_("Who holds it")),
    ]


def _address(wish: Wish, path: str = HERE) -> Address:
    return Address(path, wish, wish.standing.value if wish.standing else "", wish.column.value)


def _position(found: Board) -> str:
    text: str = _(
        "Parties %(first)s to %(last)s of %(total)s",
        first=found.first,
        last=found.last,
        total=found.total,
    )
    return text


@blueprint.get("/our-party")
@allowed_to(Permission.PLAN_SUBMIT)
def our_party() -> ResponseReturnValue:
    party = _own_party()
    return _party_page(party, DraftsForm(data={"shows_drafts": party.shows_drafts}))


@blueprint.post("/our-party")
@allowed_to(Permission.PLAN_SUBMIT)
@commits
def save_our_party() -> ResponseReturnValue:
    party, form = _own_party(), DraftsForm()
    if not form.validate_on_submit():
        return _party_page(party, form), 422
    show_drafts(actor(), party, shows=bool(form.shows_drafts.data))
    flash(_("Saved. The secretariat knows no more than you chose."))
    return redirect(url_for("board.our_party"), 303)


def _own_party() -> Party:
    party = actor().party
    if party is None:
        raise NotAllowed(str(MAY_NOT))
    return party


def _party_page(party: Party, form: DraftsForm) -> str:
    return render_template(
        "plans/board/our_party_page.html", party=party, form=form, entries=choices_of_party(party)
    )
