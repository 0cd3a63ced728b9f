"""What pages and lists say of an event besides its answers: its title, where it stands, what is
missing, and what became different. Pure; the language must be spoken already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from engage.events.cards import Card
from engage.events.outline.event import SECTIONS
from engage.events.outline.what import QUICK
from engage.events.reading import UNLINKED
from engage.events.vocabulary import CALLED_OFF, EventStatus, needs_reason
from engage.kit.values.base import Line, is_as_typed
from engage.plans.outline.shape import Field
from engage.plans.reading import lines_of
from engage.plans.vocabulary import Level

_QUICK: Mapping[str, Field] = {each.code: each for each in QUICK}


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the section in which it is answered."""

    section: str
    field: Field


QUESTIONS = tuple(Question(one.code, field) for one in SECTIONS for field in one.fields)


class Noted(Protocol):
    """An entry of the history."""

    @property
    def at(self) -> dt.datetime: ...
    @property
    def details(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that became another one after the event had been announced."""

    at: dt.datetime
    label: str
    was: tuple[Line, ...]
    now: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """An event in a list: `when` and `place` are empty where they are unknown or held back."""

    url: str
    ref: str
    title: str
    title_language: str
    when: tuple[Line, ...]
    place: tuple[Line, ...]
    language: str
    status: str
    shape: str


def title_of(values: Mapping[str, Any], language: str, written_in: str) -> tuple[str, str]:
    """The title in the reader's language if there is one, else as it was written; its language.

    Two empty texts while the event has none.
    """
    texts = values.get("titles")
    translated = texts.get(language) if isinstance(texts, dict) else None
    if isinstance(translated, str):
        return translated, language
    title = values.get("title")
    return (title, written_in) if isinstance(title, str) else ("", "")


def listed(card: Card, language: str) -> ListedEvent:
    title, spoken = title_of(card.values, language, card.language)
    return ListedEvent(
        url=f"/events/{card.ref}",
        ref=card.ref,
        title=title,
        title_language=spoken,
        when=_shown("when", card.values, language),
        place=_shown("place", card.values, language),
        language=card.language,
        status=status_in_words(card.values),
        shape=shape_of(card.values),
    )


def status_in_words(values: Mapping[str, Any]) -> str:
    status = values.get("status")
    return str(EventStatus(status).label) if status in set(EventStatus) else ""


def shape_of(values: Mapping[str, Any]) -> str:
    """The shape beside the word for where an event stands."""
    status = values.get("status")
    if status == EventStatus.DONE:
        return "complete"
    if status in CALLED_OFF:
        return "not_applicable"
    return "not_begun" if status in (None, EventStatus.PROPOSED) else "in_work"


def missing_in(fields: Mapping[str, Any]) -> tuple[Question, ...]:
    """The questions that every event should answer, and this one does not: for one that was
    changed or called off, the reason too."""
    return tuple(
        each
        for each in QUESTIONS
        if fields.get(each.field.code) is None
        and (
            each.field.level is Level.MUST
            or (each.field.code == "status_note" and needs_reason(fields.get("status")))
        )
    )


def unread_in(fields: Mapping[str, Any]) -> tuple[Question, ...]:
    """The questions whose answers are kept as typed, since they could not be read."""
    return tuple(each for each in QUESTIONS if is_as_typed(fields.get(each.field.code)))


def changes(noted: Iterable[Noted], hidden: frozenset[str], language: str) -> tuple[Change, ...]:
    """The noted changes in words, less those of answers that are held back from the reader."""
    seen = (
        (each, _QUICK[each.details["field"]])
        for each in _told(noted)
        if each.details.get("field") in _QUICK.keys() - hidden
    )
    return tuple(
        Change(
            at=each.at,
            label=str(field.label),
            was=lines_of(field, each.details.get("was"), language, UNLINKED),
            now=lines_of(field, each.details.get("became"), language, UNLINKED),
        )
        for each, field in seen
    )


def _told(noted: Iterable[Noted]) -> list[Noted]:
    """In their order, the newest first; less what mended an answer that nobody could read, since
    that had told nobody anything."""
    told: list[Noted] = []
    known: set[object] = set()
    for each in reversed(list(noted)):
        if each.details.get("field") in known or not is_as_typed(each.details.get("was")):
            told.insert(0, each)
        known.add(each.details.get("field"))
    return told


def _shown(code: str, values: Mapping[str, Any], language: str) -> tuple[Line, ...]:
    return _QUICK[code].kind.show(values.get(code), language)
