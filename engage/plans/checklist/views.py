"""The checklist beside the reading desk: one page for a round of review.

What the document suggests is chosen on the page and marked as suggested. It is kept only when the
reviewer saves all answers, or changes that one; a page that saves itself keeps what was changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.clock import now
from engage.kit.errors import NotFound
from engage.kit.formats import show_time
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.transaction import commits
from engage.plans import imprint
from engage.plans.checklist.actions import answer_item
from engage.plans.checklist.forms import ChecklistForm, answer_mark, checklist_form, mark_of
from engage.plans.checklist.models import ChecklistAnswer
from engage.plans.checklist.prefill.rules import suggestions
from engage.plans.checklist.prefill.shape import Found
from engage.plans.checklist.queries import Held, answers_on, items_with
from engage.plans.checklist.reading import ReadChapter, ReadItem, by_line, in_chapters
from engage.plans.checklist.rules import may_answer
from engage.plans.checklist.vocabulary import Verdict
from engage.plans.models import Plan, Version
from engage.plans.queries import get_plan, last_entry, latest_version
from engage.plans.sentences import too_late
from engage.reference.queries import norms

blueprint = Blueprint("checklist", __name__)

VERSIONS = 200
_found: Memo[dict[str, Found]] = Memo(VERSIONS)


@dataclass(frozen=True, slots=True)
class Clash:
    """What somebody else answered to an item while this was typed."""

    verdict: str
    note: str
    language: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist as it stands: the version it is about, the items, and the answers."""

    plan: Plan
    version: Version
    held: Held
    chapters: list[ReadChapter]

    @property
    def items(self) -> list[ReadItem]:
        return [item for chapter in self.chapters for item in chapter.items]


@blueprint.get("/review/<ref>/checklist")
@allowed_to(Permission.PLAN_REVIEW)
def page(ref: str) -> ResponseReturnValue:
    sheet = _sheet(get_plan(ref, visible_to=actor()))
    return _page(sheet, checklist_form(sheet.items, sheet.held.answers))


@blueprint.post("/review/<ref>/checklist")
@allowed_to(Permission.PLAN_REVIEW)
@commits
def save(ref: str) -> ResponseReturnValue:
    sheet = _sheet(get_plan(ref, visible_to=actor(), lock=True))
    form = checklist_form(sheet.items, sheet.held.answers)
    if not may_answer(actor(), sheet.plan):
        return _page(sheet, form, refused=too_late(last_entry(sheet.plan), actor())), 409
    if not form.validate_on_submit():
        return _page(sheet, form), 422
    itself = "HX-Request" in request.headers
    saved, clashes = _keep(sheet, form, all_of_them=not itself and request.form.get("do") == "all")
    if itself:
        return _saved(saved, clashes), 409 if clashes else 200
    if clashes:
        return _clashing(_sheet(sheet.plan), form, clashes), 409
    flash(_("The checklist is saved. You can go on later."))
    return redirect(url_for("checklist.page", ref=ref), 303)


def _keep(
    sheet: Sheet, form: ChecklistForm, *, all_of_them: bool
) -> tuple[list[ChecklistAnswer], dict[str, Clash]]:
    """Keep what was changed, with `all_of_them` what was suggested too; what somebody else has
    changed as well is not overwritten."""
    saved, clashes = [], {}
    for item in sheet.items:
        details, kept = form.details(item.code), sheet.held.answers.get(item.code)
        mark, seen = answer_mark(kept), form.seen(item.code)
        if mark_of(details.said) in (mark, seen):
            continue
        if form.is_untouched_offer(item.code) and _was_not_meant(kept, seen == mark, all_of_them):
            continue
        if seen != mark and kept is not None:
            clashes[item.code] = _clash(kept)
            continue
        saved.append(answer_item(actor(), sheet.plan, item.code, details, kept))
    return saved, clashes


def _was_not_meant(kept: ChecklistAnswer | None, is_seen: bool, all_of_them: bool) -> bool:
    """An answer as it was suggested: over one that was kept and seen, it was chosen again."""
    return not is_seen if kept is not None else not all_of_them


def _clashing(sheet: Sheet, form: ChecklistForm, clashes: Mapping[str, Clash]) -> str:
    """Mine and theirs side by side where both answered; elsewhere what stands there now."""
    for item in sheet.items:
        answer, mine = sheet.held.answers.get(item.code), form.details(item.code)
        form.settle(item, answer)
        if item.code in clashes:
            form.put_back(item.code, mine)
    return _page(sheet, form, clashes)


def _page(
    sheet: Sheet,
    form: ChecklistForm,
    clashes: Mapping[str, Clash] | None = None,
    refused: str = "",
) -> str:
    version = sheet.version
    return render_template(
        "plans/checklist/checklist_page.html",
        plan=sheet.plan,
        version=version,
        caption=_caption(sheet.plan, version),
        title=version.title or _("Plan without a title"),
        chapters=sheet.chapters,
        answered=sum(bool(each.answer and each.answer.verdict) for each in sheet.items),
        asked=len(sheet.items),
        form=form,
        clashes=clashes or {},
        may_answer=may_answer(actor(), sheet.plan),
        refused=refused,
        typed=_typed(sheet, form) if refused else (),
    )


def _sheet(plan: Plan) -> Sheet:
    version = latest_version(plan)
    if version is None:
        raise NotFound(_("There is no such plan, or you have no access to it."))
    held = answers_on(actor(), plan, version)
    items = items_with(held.answers)
    chapters = in_chapters(items, _suggested(version), held.answers, held.before)
    return Sheet(plan, version, held, chapters)


def _suggested(version: Version) -> dict[str, Found]:
    """What the version says, which is frozen: it changes with what it is measured by alone."""
    measured = norms()
    key = (version.id, version.submitted_at, measured, current())
    return _found.get(key, lambda: suggestions(version.document, measured))


def _caption(plan: Plan, version: Version) -> str:
    caption: str = _(
        "%(party)s · version %(version)s",
        party=plan.party.name(current()),
        version=imprint.version_words(version.number, version.round, version.minor),
    )
    return caption


def _typed(sheet: Sheet, form: ChecklistForm) -> list[tuple[ReadItem, str]]:
    """What was written beside items that can no longer be answered."""
    notes = [(item, form.details(item.code).note) for item in sheet.items]
    return [(item, note) for item, note in notes if note]


def _saved(saved: Sequence[ChecklistAnswer], clashes: Mapping[str, Clash]) -> str:
    """What the page says after it saved itself, with new marks of what was seen."""
    return render_template(
        "plans/checklist/_saved.html",
        time=show_time(now(), language=current()),
        clashes=bool(clashes),
        saved=[(each.item, answer_mark(each), by_line(each)) for each in saved],
    )


def _clash(kept: ChecklistAnswer) -> Clash:
    verdict = str(Verdict(kept.answer).label) if kept.answer else ""
    return Clash(verdict, kept.note, kept.language)
