"""The queue: all plans that were submitted, filtered and sorted."""

from __future__ import annotations

from dataclasses import replace

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import pgettext
from markupsafe import Markup

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.fragments import Fragments, macro
from engage.kit.paging import Page
from engage.plans.assignments.queries import names_of_reviewers
from engage.plans.filters.forms import People
from engage.plans.filters.listing import Address, Heading, asked_in
from engage.plans.filters.queries import filters_of
from engage.plans.filters.vocabulary import ADDRESS_OF, Place
from engage.plans.review.forms import QueueForm
from engage.plans.review.queue import Line, Wish, queue
from engage.plans.review.sentences import target_sentence
from engage.plans.review.vocabulary import Column, Cut
from engage.reference.queries import threshold

FARTHEST = 10_000  # pages; no list is so long, and larger numbers fit no column
HERE = ADDRESS_OF[Place.QUEUE]
PIECES = "plans/review/_queue.html"

_fragments = Fragments(300)


@allowed_to(Permission.PLAN_REVIEW)
def queue_page() -> ResponseReturnValue:
    wish = _wish()
    found, address = queue(wish), _address(wish)
    return render_template(
        "plans/review/queue_page.html",
        filters=_filters(wish, names_of_reviewers()),
        kept=filters_of(actor(), Place.QUEUE),
        keep_url=_address(wish, "/filters/queue").url(),
        target=target_sentence(threshold("feedback")),
        queue=found,
        table=_table(wish, found),
        position=_position(found),
        previous_url=address.url(page=found.page - 1) if found.page > 1 else "",
        next_url=address.url(page=found.page + 1) if found.has_more else "",
        is_narrowed=replace(wish, column=Column.WAITING, descending=True, page=1) != Wish(),
    )


def _filters(wish: Wish, people: People) -> Markup:
    def render() -> str:
        form = QueueForm(formdata=request.args)
        form.offer(people)
        form.state.data = wish.cut.value
        return str(macro(PIECES, "queue_filters")(form, _address(wish)))

    return _fragments.get(("filters", replace(wish, page=1, reader=0), people), render)


def _table(wish: Wish, found: Page[Line]) -> Markup:
    """The plans; what they look like follows from what is said of them and how they are sorted."""
    draw = macro(PIECES, "queue_table")
    key = ("table", replace(wish, page=1, reader=0), found.lines)
    return _fragments.get(key, lambda: draw(found.lines, _headings(wish)))


def _wish() -> Wish:
    """What the address asks for; anything unknown in it counts as not asked."""
    asked = request.args
    column = Column(asked["sort"]) if asked.get("sort") in set(Column) else Column.WAITING
    down = "down" if column is Column.WAITING else "up"
    return Wish(
        cut=Cut(asked["state"]) if asked.get("state") in set(Cut) else Cut.WAITING,
        column=column,
        descending=asked.get("order", down) == "down",
        page=min(max(1, asked.get("page", 1, type=int)), FARTHEST),
        **asked_in(asked, actor().id),
    )


def _headings(wish: Wish) -> list[Heading]:
    labels = {
        Column.PARTY: _("Party and plan"),
        Column.ANNEX: _("Annex"),
        Column.LANGUAGE: _("Language"),
        Column.STATE: _("State"),
        Column.WAITING: pgettext("waiting", "How long"),
    }
    address = _address(wish)
    return [
        address.heading(column.value, label, begins_down=column is Column.WAITING)
        for column, label in labels.items()
    ]


def _address(wish: Wish, path: str = HERE) -> Address:
    return Address(path, wish, wish.cut.value, wish.column.value)


def _position(found: Page[Line]) -> str:
    text: str = _(
        "Plans %(first)s to %(last)s of %(total)s",
        first=found.first,
        last=found.last,
        total=found.total,
    )
    return text
