"""Advice in the language spoken now: one sentence that says what was seen, why, and what helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from engage.kit.formats import show_day_of_year, show_items, show_months, show_range
from engage.kit.locales import current
from engage.kit.pieces import Cell, own, woven
from engage.plans.advice.sentences import COUNTED, SENTENCES
from engage.plans.advice.shape import Advice
from engage.plans.document import Json
from engage.plans.linked import Linked
from engage.plans.vocabulary import Level
from engage.reference.norms import Norms
from engage.reference.vocabulary.groups import Group, MonthState


@dataclass(frozen=True, slots=True)
class Told:
    """An advice as it is read: what it is about, in one sentence."""

    advice: Advice
    title: str
    sentence: Cell

    @property
    def name(self) -> str:
        return self.advice.name

    @property
    def holds_up(self) -> bool:
        return self.advice.level is Level.MUST


def in_words(
    given: Sequence[Advice], document: Json, norms: Norms, language: str
) -> tuple[Told, ...]:
    """The advice in the language spoken now; rows by what the plan calls them in its `language`."""
    linked = Linked.in_document(document, current())
    return tuple(
        Told(each, str(each.code.label), sentence_of(each, linked, norms, language))
        for each in given
    )


def sentence_of(advice: Advice, linked: Linked, norms: Norms, language: str) -> Cell:
    said = dict(advice.said)
    num = said.get("num")
    pattern = COUNTED[advice.code](num) if isinstance(num, int) else str(SENTENCES[advice.code])
    words = {name: _word(name, value, norms) for name, value in said.items()}
    return woven(pattern, row=title_of(advice, linked, language), **words)


def title_of(advice: Advice, linked: Linked, language: str) -> Cell:
    """What the row is called; nothing where the advice is about none."""
    line = linked.names(advice.register).get(advice.key) if advice.key else None
    if line is None:
        return ""
    return own(line.text, line.language or language) if line.own else line.text


def _word(name: str, value: Any, norms: Norms) -> Cell:
    match name:
        case "months":
            return show_items(list(_months(value)), language=current())
        case "states":
            labels = [str(MonthState(state).label) for state in value]
            return show_items(labels, language=current())
        case "group":
            return str(Group(value).label)
        case "groups":
            labels = [str(Group(group).label) for group in value]
            return show_items(labels, language=current())
        case "occasion":
            occasion = norms.occasion(value)
            return occasion.name(current()) if occasion else value
        case "date":
            return _dates(value)
        case _:
            return str(value)


def _months(months: Sequence[int]) -> Iterator[str]:
    """Months that follow each other, joined."""
    for _start, run in groupby(enumerate(months), key=lambda pair: pair[1] - pair[0]):
        found = [month for _place, month in run]
        yield show_months(found[0], found[-1], language=current())


def _dates(written: str) -> str:
    """A day of the year, or a span of days."""
    first, _slash, last = written.partition("/")
    if last:
        return show_range(first, last, language=current())
    _year, month, day = written.split("-")
    return show_day_of_year(int(month), int(day), language=current())
