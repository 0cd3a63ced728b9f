"""The checklist put into words: each item with what the document says, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.kit.formats import show_date, show_sentences
from engage.kit.locales import current
from engage.plans.checklist.models import ChecklistAnswer
from engage.plans.checklist.prefill.shape import Found
from engage.plans.checklist.vocabulary import Verdict
from engage.plans.outline.plan import find_register, find_section
from engage.reference.models import ChecklistItem
from engage.reference.vocabulary.review import Chapter

Answers = Mapping[str, ChecklistAnswer]
NOTHING: Answers = {}


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the desk the item can be looked up."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """An answer in words, with the note and its language."""

    verdict: str
    note: str
    language: str


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One item. `suggested` is the code of the answer that is offered, or blank.

    `document` is what the plan says, with the answer that follows from it; `before` is what was
    answered in an earlier round.
    """

    code: str
    number: int
    statement: str
    place: Place | None
    answer: Said | None
    by: str
    suggested: str
    document: str
    before: Said | None


@dataclass(frozen=True, slots=True)
class ReadChapter:
    code: str
    title: str
    items: tuple[ReadItem, ...]


def in_chapters(
    items: Sequence[ChecklistItem],
    found: Mapping[str, Found],
    answers: Answers,
    before: Answers = NOTHING,
) -> list[ReadChapter]:
    """The chapters that have items. Items are given in their order, and numbered by it."""
    read = {
        item.code: _read_item(
            item, number, found.get(item.prefill), answers.get(item.code), before.get(item.code)
        )
        for number, item in enumerate(items, start=1)
    }
    chapters = []
    for chapter in Chapter:
        own = tuple(read[item.code] for item in items if item.chapter == chapter)
        if own:
            chapters.append(ReadChapter(chapter.value, str(chapter.label), own))
    return chapters


def in_order(items: Iterable[ChecklistItem]) -> list[ChecklistItem]:
    """By chapter, then by place: as they stand on the page."""
    chapters = list(Chapter)
    return sorted(items, key=lambda each: (chapters.index(Chapter(each.chapter)), each.place))


def by_line(answer: ChecklistAnswer | None) -> str:
    """Who answered and when; blank while nobody has."""
    if answer is None or not (answer.answer or answer.note):
        return ""
    day = show_date(answer.answered_at.date(), language=current())
    told: str = _("Saved by %(person)s, %(date)s", person=answer.answered_by.name, date=day)
    return told


def _read_item(
    item: ChecklistItem,
    number: int,
    found: Found | None,
    answer: ChecklistAnswer | None,
    before: ChecklistAnswer | None,
) -> ReadItem:
    return ReadItem(
        code=item.code,
        number=number,
        statement=item.name(current()),
        place=_place(item, found),
        answer=_said(answer),
        by=by_line(answer),
        suggested="" if answer is not None else _suggested(found, before),
        document=_told(found) if found else "",
        before=_said(before),
    )


def _told(found: Found) -> str:
    says = _("The document suggests no answer.")
    if found.verdict is not None:
        says = _("The document says: %(answer)s.", answer=found.verdict.label)
    return show_sentences([says, *found.seen], language=current())


def _suggested(found: Found | None, before: ChecklistAnswer | None) -> str:
    """What the document says and what was answered before; nothing where the two differ."""
    offered = {found.verdict.value} if found and found.verdict else set()
    offered |= {before.answer} if before and before.answer else set()
    return offered.pop() if len(offered) == 1 else ""


def _said(answer: ChecklistAnswer | None) -> Said | None:
    if answer is None or not (answer.answer or answer.note):
        return None
    verdict = str(Verdict(answer.answer).label) if answer.answer else ""
    return Said(verdict, answer.note, answer.language)


def _place(item: ChecklistItem, found: Found | None) -> Place | None:
    section = find_section(found.section if found else item.section)
    if section is None:
        return None
    named = find_register(found.register) if found and found.register else None
    if named:
        label = _(
            "%(number)s %(section)s: %(asked)s",
            number=section.number,
            section=section.title,
            asked=named[1].title,
        )
        return Place(f"section-{section.code}", label)
    label = _("%(number)s %(section)s", number=section.number, section=section.title)
    return Place(f"section-{section.code}", label)
