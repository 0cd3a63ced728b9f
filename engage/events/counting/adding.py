"""The counts of several events together. Pure.

There is a total of one slot of the grid over events, and no other sum: groups overlap, so that
nothing here adds them up; persons may come twice, so that they are added over no events; what
media reach stands apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from engage.events.counting.grid import Cell, Figure, Slot, added, figure_at, held
from engage.events.counting.veils import shown, veils
from engage.kit.values.number import Certainty
from engage.reference.vocabulary.counting import Age, MediaChannel, Stage, Unit

_BY_BAND = frozenset({Age.CHILDREN, Age.YOUTH, Age.ADULTS})


class Band(NamedTuple):
    """The ages that count as youth, both included."""

    from_age: int
    to_age: int


@dataclass(frozen=True, slots=True)
class Media:
    """What one source says that media did for an event: items, and whom they reached."""

    stage: Stage
    channel: MediaChannel
    source: str
    items: Figure | None = None
    reach: Figure | None = None


@dataclass(frozen=True)
class EventCounts:
    """The counts of one event. `ref` is its own: an event given twice is counted once.

    `parties` are the others of a joint event that accepted it; `lead_party` is blank where the
    secretariat leads. `hidden` are the slots that are known, and not for this reader.
    """

    ref: str
    lead_party: str = ""
    parties: frozenset[str] = frozenset()
    cells: tuple[Cell, ...] = ()
    band: Band | None = None
    media: tuple[Media, ...] = ()
    hidden: frozenset[Slot] = frozenset()

    @cached_property
    def figures(self) -> Mapping[Slot, Figure]:
        return held(self.cells)

    @property
    def is_joint(self) -> bool:
        return bool(self.parties - {self.lead_party})


@dataclass(frozen=True, slots=True)
class Total:
    """A slot over events: `number` is nothing where no event knows it.

    `known` of `of` events know it, `hidden` more do and keep it from this reader; `shared` of the
    known are joint. `bands` are the meanings of youth in it. `is_apart`: persons of several events,
    which nobody can add.
    """

    number: int | None = None
    certainty: Certainty = Certainty.EXACT
    known: int = 0
    of: int = 0
    hidden: int = 0
    shared: int = 0
    bands: tuple[Band, ...] = ()
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class PartyTotal:
    """What a Party led, and the joint events that others led: never one number."""

    own: Total = field(default_factory=Total)
    shared: Total = field(default_factory=Total)


@dataclass(frozen=True, slots=True)
class MediaTotal:
    """What media did over events, by one channel as one source tells it."""

    channel: MediaChannel
    source: str
    items: Total
    reach: Total


def for_others(event: EventCounts) -> EventCounts:
    """The event as the public and other Parties may count it."""
    hidden = frozenset(veils(event.cells))
    return replace(event, cells=shown(event.cells, hidden), hidden=event.hidden | hidden)


def total(events: Iterable[EventCounts], slot: Slot) -> Total:
    """The slot over the events, each once. A journey and the world are added up so."""
    once = _once(events)
    found = ((event, figure_at(event.figures, slot)) for event in once)
    known = [(event, figure) for event, figure in found if figure]
    bands = {event.band for event, _figure in known if event.band and slot.age in _BY_BAND}
    coverage = Total(
        known=len(known),
        of=len(once),
        hidden=sum(slot in event.hidden for event in once),
        shared=sum(event.is_joint for event, _figure in known),
        bands=tuple(sorted(bands)),
        is_apart=slot.unit is Unit.PERSONS and len(once) > 1,
    )
    return coverage if coverage.is_apart else _with(coverage, [f for _event, f in known])


def totals_by_party(events: Iterable[EventCounts], slot: Slot) -> dict[str, PartyTotal]:
    """By the code of the Party, in the order of codes. An event counts for the Party that leads
    it, and is shown as shared for the others."""
    own: dict[str, list[EventCounts]] = {}
    shared: dict[str, list[EventCounts]] = {}
    for event in _once(events):
        if event.lead_party:
            own.setdefault(event.lead_party, []).append(event)
        for party in event.parties - {event.lead_party}:
            shared.setdefault(party, []).append(event)
    return {
        party: PartyTotal(total(own.get(party, ()), slot), total(shared.get(party, ()), slot))
        for party in sorted(own.keys() | shared.keys())
    }


def media_total(
    events: Iterable[EventCounts], stage: Stage = Stage.ACTUAL
) -> tuple[MediaTotal, ...]:
    """By channel in the order of the list, then by source. Over channels and sources nothing is
    added: they reach the same people."""
    rows: dict[tuple[MediaChannel, str], list[Media]] = {}
    for event in _once(events):
        for media in event.media:
            if media.stage is stage:
                rows.setdefault((media.channel, media.source), []).append(media)
    order = list(MediaChannel)
    return tuple(
        MediaTotal(
            channel,
            source,
            _over([media.items for media in rows[channel, source]]),
            _over([media.reach for media in rows[channel, source]]),
        )
        for channel, source in sorted(rows, key=lambda key: (order.index(key[0]), key[1]))
    )


def _once(events: Iterable[EventCounts]) -> list[EventCounts]:
    return list({event.ref: event for event in events}.values())


def _over(figures: Sequence[Figure | None]) -> Total:
    known = [figure for figure in figures if figure]
    return _with(Total(known=len(known), of=len(figures)), known)


def _with(coverage: Total, figures: Sequence[Figure]) -> Total:
    if not figures:
        return coverage
    summed = added(figures)
    return replace(coverage, number=summed.number, certainty=summed.certainty)
