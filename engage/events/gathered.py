"""The events of a journey or campaign as its page lists them: by stop, or by annex and Party. Pure.

The order is that of the UNCCD's own list of events: annex by annex, in each the countries by name,
in each country by day; those without a day come last. A list is cut into pages before it is put
into words, so that a page costs what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask_babel import gettext as _

from engage.events.cards import Card
from engage.events.models import EventFile
from engage.events.outline.event import FIELDS
from engage.events.outline.sharing import LISTED_WORDS
from engage.events.page import status_in_words
from engage.events.vocabulary import EventStatus
from engage.journeys.reading import SeenStop
from engage.kit.collation import sort_key
from engage.kit.formats import show_number
from engage.kit.pieces import Cell, Piece, own, run_on
from engage.kit.values.base import Line
from engage.kit.values.tongues import Tongues
from engage.kit.web import web_address
from engage.reference.models import Party
from engage.reference.vocabulary.identity import Annex

# What is said beside an event: that it is ahead or was held, its day says.
NOTED = frozenset(EventStatus) - {
    EventStatus.PLANNED,
    EventStatus.ANNOUNCED,
    EventStatus.DONE,
}
_KINDS = {field.code: field.kind for field in FIELDS}
_LAST = len(Annex)


@dataclass(frozen=True, slots=True)
class Listed:
    """One event in words. `held` says what is kept back, so that nobody takes it for unknown."""

    card: Card
    country: str
    title: Piece
    place: tuple[Line, ...]
    when: tuple[Line, ...]
    state: str
    held: str
    organiser: Piece | None
    paragraph: Piece | None
    website: str
    flyers: Sequence[EventFile]


@dataclass(frozen=True, slots=True)
class Group:
    """The events below a heading; `stop` where it is one."""

    title: Cell
    events: tuple[Listed, ...]
    stop: SeenStop | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """All that is to be told of events, in one language, which must be spoken already."""

    parties: Mapping[str, Party]
    flyers: Mapping[int, Sequence[EventFile]]
    language: str

    def in_order(self, cards: Iterable[Card], stops: Sequence[SeenStop] | None) -> list[Card]:
        """By stop where there are stops, by annex and country where there are none."""
        return sorted(cards, key=lambda card: self._place(card, stops))

    def groups(self, cards: Sequence[Card], stops: Sequence[SeenStop] | None) -> list[Group]:
        """Of events that are in order."""
        by_place = groupby(cards, key=lambda card: self._rank(card, stops))
        return [self._group(rank, list(found), stops) for rank, found in by_place]

    def country(self, card: Card) -> str:
        party = self.parties.get(card.party_code or "")
        return party.name(self.language) if party else _("UNCCD secretariat")

    def _place(self, card: Card, stops: Sequence[SeenStop] | None) -> tuple[Any, ...]:
        day = (card.first_day is None, card.first_day, card.id)
        if stops is not None:
            return (self._rank(card, stops), *_comparable(day))
        country = sort_key(self.country(card), language=self.language)
        return (self._rank(card, stops), country, *_comparable(day))

    def _rank(self, card: Card, stops: Sequence[SeenStop] | None) -> int:
        """The number of its stop, or of the first annex of its Party; what has none comes last."""
        if stops is not None:
            numbers = {stop.id: stop.number for stop in stops}
            return numbers.get(card.stop_id or 0, len(stops) + 1)
        party = self.parties.get(card.party_code or "")
        if party is None:
            return _LAST + 1
        ranks = (at for at, annex in enumerate(Annex) if annex.value in party.annexes)
        return next(ranks, _LAST)

    def _group(self, rank: int, cards: list[Card], stops: Sequence[SeenStop] | None) -> Group:
        told = tuple(self._told(card) for card in cards)
        if stops is None:
            return Group(_title_of_annex(rank), told)
        stop = next((each for each in stops if each.number == rank), None)
        return Group(title_of_stop(stop, self.language) if stop else _("Elsewhere"), told, stop)

    def _told(self, card: Card) -> Listed:
        status = str(card.values.get("status"))
        return Listed(
            card=card,
            country=self.country(card),
            title=_title(card, self.language),
            place=self._lines(card, "place") or self._lines(card, "province"),
            when=self._lines(card, "when"),
            state=status_in_words(card.values) if status in NOTED else "",
            held=_held(card),
            organiser=_own(card, "organiser"),
            paragraph=_paragraph(card),
            website=web_address(card.values.get("website")),
            flyers=self.flyers.get(card.id, ()),
        )

    def _lines(self, card: Card, code: str) -> tuple[Line, ...]:
        return _KINDS[code].show(card.values.get(code), self.language)


def title_of_stop(stop: SeenStop, language: str) -> Cell:
    number = _("Stop %(number)s", number=show_number(stop.number, language=language))
    return run_on(f"{number} · ", own(stop.place, stop.language)) if stop.place else number


def _title_of_annex(rank: int) -> str:
    if rank < _LAST:
        return str(list(Annex)[rank].label)
    if rank == _LAST:
        return _("Parties that belong to no regional implementation annex")
    return _("Events of the secretariat")


def _title(card: Card, language: str) -> Piece:
    """In the reader's language, if the event has a title in it."""
    titles = card.values.get("titles")
    if isinstance(titles, dict) and isinstance(titles.get(language), str):
        return own(*Tongues.in_language(titles, language))
    return own(card.title, card.language) if card.title else {"text": card.ref}


def _held(card: Card) -> str:
    if card.hides_time:
        return _("Place and time are told after the event, to keep those who take part safe.")
    if card.hides_place:
        return _("Only the province is told, to keep those who take part safe.")
    return ""


def _own(card: Card, code: str) -> Piece | None:
    found = card.values.get(code)
    return own(found, card.language) if isinstance(found, str) else None


def _paragraph(card: Card) -> Piece | None:
    found = card.values.get("paragraph")
    return own(first_words(found), card.language) if isinstance(found, str) else None


def first_words(text: str) -> str:
    """A text of so many words at the most, and a sign where there were more."""
    words = text.split()
    return text if len(words) <= LISTED_WORDS else " ".join(words[:LISTED_WORDS]) + " …"


def _comparable(day: tuple[bool, Any, int]) -> Iterator[Any]:
    """Days can be compared with days alone: what has none is by itself."""
    without, first, number = day
    yield without
    if not without:
        yield first
    yield number
