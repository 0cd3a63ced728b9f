"""What moved: the first view of a plan that was submitted again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.fragments import Fragments, macro
from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.plans.imprint import label_of_version
from engage.plans.models import Plan, Version
from engage.plans.queries import get_plan
from engage.plans.review import rules
from engage.plans.review.moved import Beside, Moved, Pair, Spot, about_of, read_moved
from engage.plans.review.pages.desk import desk_head, version_under_review
from engage.plans.review.queries import beside, comments_on, pair_to_compare
from engage.plans.review.reading import ReadComment, read_comment
from engage.plans.review.sentences import version_sentence
from engage.plans.review.vocabulary import CommentState

SHEETS = 200
_sheets = Fragments(SHEETS)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions: its label, `1.2`, what it is called, and its language."""

    label: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Comments on one spot, and what became of it."""

    section: str
    beside: Beside
    comments: tuple[ReadComment, ...]


@allowed_to(Permission.PLAN_REVIEW)
def moved(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    pair = pair_to_compare(plan)
    if pair is None:
        head = desk_head(plan, version_under_review(plan))
        return render_template("plans/review/moved_page.html", pair=None, **head)
    return render_template(
        "plans/review/moved_page.html",
        pair=pair,
        label=label_of_version(pair.before),
        changes_url=_changes_url(plan, pair),
        sheet=_sheet(plan, pair),
        **desk_head(plan, pair.after, pair),
    )


def _sheet(plan: Plan, pair: Pair) -> Markup:
    """All that moved; nothing is compared or drawn anew until a comment changes."""
    comments = [each for each in comments_on(actor(), plan) if pair.asked_by(each)]
    how = beside(actor(), plan)
    told = tuple((Spot.of(each), read_comment(actor(), each, how)) for each in comments)
    may_comment = rules.may_comment(actor(), plan)

    def render() -> str:
        spots = [spot for spot, _comment in told]
        found = read_moved(pair.before.document, pair.after.document, spots)
        asked = _asked(found, told)
        draw = macro("plans/review/_moved.html", "moved_sheet")
        return str(
            draw(
                plan=plan,
                was=_side(pair.before),
                now=_side(pair.after),
                all_url=_changes_url(plan, pair),
                moved=found,
                asked=_only(asked, is_closed=False),
                closed=_only(asked, is_closed=True),
                unchanged=_unchanged(found),
                about=about_of if may_comment else None,
            )
        )

    # Pieces of sentences are lists, which cannot be a key: what they say is one.
    return _sheets.get((plan.ref, plan.language, pair.key, repr(told), may_comment), render)


def _side(version: Version) -> Side:
    name = version_sentence(version.number, version.round, version.minor)
    return Side(label_of_version(version), name, version.language)


def _unchanged(moved: Moved) -> str:
    """`7 sections, 212 answers`: what the page leaves folded away."""
    sections = ngettext("%(num)s section", "%(num)s sections", len(moved.same))
    answers = ngettext("%(num)s answer", "%(num)s answers", moved.same_answers)
    told: str = _(
        "Not changed: %(counts)s", counts=show_items([sections, answers], language=current())
    )
    return told


def _asked(moved: Moved, told: Iterable[tuple[Spot, ReadComment]]) -> list[Asked]:
    """The comments by their spot, in the order of the plan."""
    by_spot: dict[Spot, list[ReadComment]] = {}
    for spot, comment in told:
        by_spot.setdefault(spot, []).append(comment)
    return [
        Asked(spot.section, beside, tuple(by_spot[spot])) for spot, beside in moved.asked.items()
    ]


def _only(asked: Sequence[Asked], *, is_closed: bool) -> list[Asked]:
    """Those on which a comment is closed, or is not yet, with these comments alone."""
    chosen = []
    for each in asked:
        comments = tuple(c for c in each.comments if (c.state is CommentState.CLOSED) == is_closed)
        if comments:
            chosen.append(replace(each, comments=comments))
    return chosen


def _changes_url(plan: Plan, pair: Pair) -> str:
    before, after = (f"{each.number}.{each.round}" for each in (pair.before, pair.after))
    return f"/plans/{plan.ref}/changes?since={before}&until={after}"
