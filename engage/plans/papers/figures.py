"""A plan in figures, for those who clear it: what is done, whom it reaches, what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.formats import show_items, show_sentences
from engage.plans.budget import notes_on, sums_told
from engage.plans.comparison import What, compare
from engage.plans.completeness import findings, holds_up
from engage.plans.document import Json, rows_of
from engage.plans.funds import funds_of
from engage.plans.outline.plan import SECTIONS
from engage.plans.page import begun_sections
from engage.reference.vocabulary.groups import Group

CHANGES = ("answers", "added", "removed", "moved")


@dataclass(frozen=True, slots=True)
class Figures:
    """`budget` is in words; `changes` count answers, and rows added, removed and moved."""

    complete: int
    sections: int
    musts: int
    groups: tuple[Group, ...]
    all_groups: int
    budget: tuple[str, ...]
    changes: Mapping[str, int] | None


def figures_of(document: Json, before: Json | None, language: str) -> Figures:
    """`before` is the document that was submitted last, if there is one."""
    musts, begun = holds_up(findings(document)), begun_sections(document)
    waiting = {each.section for each in musts}
    return Figures(
        complete=sum(each.code in begun and each.code not in waiting for each in SECTIONS),
        sections=len(SECTIONS),
        musts=len(musts),
        groups=_addressed(document),
        all_groups=len(Group),
        budget=_budget(document, language),
        changes=_changes(before, document) if before else None,
    )


def _addressed(document: Json) -> tuple[Group, ...]:
    """The groups of decision 8/COP.16 that a stakeholder of the plan belongs to."""
    named: set[str] = set()
    for row in rows_of(document, "stakeholders", "stakeholders"):
        groups = row["values"].get("groups")
        named |= set(groups) if isinstance(groups, list) else set()
    return tuple(group for group in Group if group.value in named)


def _budget(document: Json, language: str) -> tuple[str, ...]:
    funds = funds_of(document)
    sums = [
        _("%(what)s: %(amount)s", what=told.name, amount=told.needed)
        for _sum, told in sums_told(funds, language)
    ]
    if not sums:
        return (_("No amount is stated."),)
    return (*sums, show_sentences(notes_on(funds), language=language))


def _changes(before: Json, after: Json) -> Mapping[str, int]:
    changes = compare(before, after).changes
    rows = [each.what for each in changes if not each.field]
    return {
        "answers": len(changes) - len(rows),
        **{what.value: rows.count(what) for what in (What.ADDED, What.REMOVED, What.MOVED)},
    }


def told(figures: Figures, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each figure with its label, in the language spoken now, which is `language`."""
    complete = _("%(count)s of %(all)s", count=figures.complete, all=figures.sections)
    groups = _("%(count)s of %(all)s", count=len(figures.groups), all=figures.all_groups)
    names = show_items([str(group.label) for group in figures.groups], language=language)
    yield _("Sections complete"), (complete,)
    yield _("Must, open"), (str(figures.musts),)
    yield _("Groups addressed"), (groups, names)
    yield _("Budget, as stated"), figures.budget
    yield _("Changes since the version before"), tuple(_changes_told(figures.changes))


def _changes_told(changes: Mapping[str, int] | None) -> Iterator[str]:
    if changes is None:
        yield _("There is no version before this one.")
        return
    answers, added, removed, moved = (changes[each] for each in CHANGES)
    sentences = {
        ngettext("%(num)s answer changed", "%(num)s answers changed", answers): answers,
        ngettext("%(num)s row added", "%(num)s rows added", added): added,
        ngettext("%(num)s row removed", "%(num)s rows removed", removed): removed,
        ngettext("%(num)s row moved", "%(num)s rows moved", moved): moved,
    }
    if not any(changes.values()):
        yield _("Nothing has changed.")
    yield from (sentence for sentence, count in sentences.items() if count)
