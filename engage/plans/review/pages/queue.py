"""The queue: all plans that were submitted, filtered and sorted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import pgettext
from markupsafe import Markup

from engage.accounts.access import allowed_to
from engage.accounts.permissions import Permission
from engage.frame.fragments import Fragments, macro
from engage.plans.review.forms import QueueForm
from engage.plans.review.queue import ADDRESS, Queue, Wish, queue
from engage.plans.review.vocabulary import Column, Cut

HERE = ADDRESS.rstrip("/")
PIECES = "plans/review/_queue.html"

_fragments = Fragments(300)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column, which sorts by it; `sorted` as `aria-sort` has it."""

    text: str
    url: str
    sorted: str


@allowed_to(Permission.PLAN_REVIEW)
def queue_page() -> ResponseReturnValue:
    wish = _wish()
    found = queue(wish)
    return render_template(
        "plans/review/queue_page.html",
        filters=_filters(wish),
        queue=found,
        table=_table(wish, found),
        position=_position(found),
        previous_url=_url(wish, page=found.page - 1) if found.page > 1 else "",
        next_url=_url(wish, page=found.page + 1) if found.has_more else "",
        is_narrowed=bool(wish.annex or wish.language or wish.words or wish.cut is not Cut.WAITING),
    )


def _filters(wish: Wish) -> Markup:
    def render() -> str:
        form = QueueForm(formdata=request.args)
        form.state.data = wish.cut.value
        order = "down" if wish.descending else "up"
        return str(macro(PIECES, "queue_filters")(form, wish.column.value, order))

    return _fragments.get(("filters", replace(wish, page=1)), render)


def _table(wish: Wish, found: Queue) -> Markup:
    """The plans; what they look like follows from what is said of them and how they are sorted."""
    draw = macro(PIECES, "queue_table")
    key = ("table", replace(wish, page=1), found.lines)
    return _fragments.get(key, lambda: draw(found.lines, _headings(wish)))


def _wish() -> Wish:
    """What the address asks for; anything unknown in it counts as not asked."""
    asked = request.args
    column = Column(asked["sort"]) if asked.get("sort") in set(Column) else Column.WAITING
    down = "down" if column is Column.WAITING else "up"
    return Wish(
        cut=Cut(asked["state"]) if asked.get("state") in set(Cut) else Cut.WAITING,
        annex=asked.get("annex", ""),
        language=asked.get("language", ""),
        words=asked.get("words", "")[:200],
        column=column,
        descending=asked.get("order", down) == "down",
        page=max(1, asked.get("page", 1, type=int)),
    )


def _headings(wish: Wish) -> list[Heading]:
    labels = {
        Column.PARTY: _("Party and plan"),
        Column.ANNEX: _("Annex"),
        Column.LANGUAGE: _("Language"),
        Column.STATE: _("State"),
        Column.WAITING: pgettext("waiting", "How long"),
    }
    return [_heading(wish, column, label) for column, label in labels.items()]


def _heading(wish: Wish, column: Column, label: str) -> Heading:
    now = column is wish.column
    down = not wish.descending if now else column is Column.WAITING
    order = "descending" if wish.descending else "ascending"
    url = _url(wish, sort=column.value, order="down" if down else "up")
    return Heading(label, url, order if now else "")


def _url(wish: Wish, **changes: str | int) -> str:
    """This page's address with all that is asked for, changed in some points."""
    asked: dict[str, str | int] = {
        "state": wish.cut.value,
        "annex": wish.annex,
        "language": wish.language,
        "words": wish.words,
        "sort": wish.column.value,
        "order": "down" if wish.descending else "up",
        **changes,
    }
    return f"{HERE}?{urlencode({name: value for name, value in asked.items() if value})}"


def _position(found: Queue) -> str:
    text: str = _(
        "Plans %(first)s to %(last)s of %(total)s",
        first=found.first,
        last=found.last,
        total=found.total,
    )
    return text
