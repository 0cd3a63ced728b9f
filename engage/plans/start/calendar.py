"""What is next for a person: calls for plans, occasions, and what a plan has set for itself."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from engage.kit.clock import today
from engage.kit.formats import show_month, show_month_alone, show_month_beside, show_year
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.pieces import own
from engage.kit.values.days import first_day, is_full
from engage.plans.document import Json, compose, fields_of, rows_of
from engage.plans.models import Plan
from engage.plans.start.dates import NextDate, Shown, nearest, when_next
from engage.plans.start.queries import calls_open
from engage.reference.norms import KnownOccasion
from engage.reference.queries import norms
from engage.reference.vocabulary.activities import ActivityStatus, OccasionKind

REMEMBERED = 2000
OVER = frozenset({ActivityStatus.DONE, ActivityStatus.CANCELLED, ActivityStatus.REPLACED})

Begins = tuple[str, str, str]  # the day as written, the key of the activity, its title
_begins: Memo[tuple[Begins, ...]] = Memo(REMEMBERED)


def next_dates(plan: Plan | None = None) -> list[Shown]:
    """The next dates; with those of a plan that the reader may read as it stands."""
    dates = [*_calls(), *_occasions()]
    if plan is not None:
        dates += _of_plan(plan)
    return [_shown(date) for date in nearest(dates, today())]


def _shown(date: NextDate) -> Shown:
    """The year is said where it is another one, or where it is all that stands below."""
    day = first_day(date.written)
    if not is_full(date.written):
        month = show_month_alone(day.month, language=current())
        return Shown(month, show_year(day.year, language=current()), date)
    show = show_month_beside if day.year == today().year else show_month
    return Shown(str(day.day), show(day, language=current()), date)


def _calls() -> Iterator[NextDate]:
    for call in calls_open():
        yield NextDate(
            written=call.due_on.isoformat(),
            text=call.name(current()),
            note=_("Call for plans. By this day a plan helps most; nothing is cut off after it."),
            is_great=True,
            words=call.letter,
        )


def _occasions() -> Iterator[NextDate]:
    for occasion in norms().occasions:
        written = when_next(occasion, today())
        if written is not None:
            yield _occasion(occasion, written)


def _occasion(occasion: KnownOccasion, written: str) -> NextDate:
    kind = OccasionKind(occasion.kind)
    return NextDate(
        written=written,
        text=occasion.name(current()),
        note=str(kind.label),
        is_great=kind is OccasionKind.CONFERENCE,
    )


def _of_plan(plan: Plan) -> Iterator[NextDate]:
    for written, key, title in _begins.get(plan.stamp, lambda: tuple(_dated(compose(plan)))):
        if key:
            yield NextDate(
                written=written,
                text=own(title, plan.language) if title else _("Activity without a title"),
                note=_("Activity of your plan."),
                url=f"/plans/{plan.ref}?section=activities&row=activities.{key}",
            )
        else:
            yield NextDate(
                written=written,
                text=_("Look at the plan again"),
                note=_("The day that the plan has set for it."),
                url=f"/plans/{plan.ref}?section=monitoring",
            )


def _dated(document: Json) -> Iterator[Begins]:
    """When the activities begin that are still to come, and when the plan is looked at again."""
    for row in rows_of(document, "activities", "activities"):
        values = row["values"]
        if values.get("status") not in OVER and (written := _start(values.get("when"))):
            yield written, row["key"], _text(values.get("title"))
    if written := _start(fields_of(document, "monitoring").get("review_date")):
        yield written, "", ""


def _start(when: object) -> str:
    return _text(when.get("start")) if isinstance(when, dict) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
