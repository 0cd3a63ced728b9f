"""A row of the board in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.kit import locales
from engage.plans.board.listing import Place
from engage.plans.board.vocabulary import SHAPES, WITH_PARTY, WITH_SECRETARIAT, Standing
from engage.plans.review.sentences import waiting_sentence, working_days_sentence
from engage.plans.vocabulary import Status
from engage.reference.vocabulary.identity import Region


@dataclass(frozen=True, slots=True)
class Line:
    """One Party as the board shows it; a draft has neither title nor address nor age."""

    party: str
    is_rehearsal: bool
    url: str
    title: str
    title_language: str
    annexes: str
    language: str
    state: str
    shape: str
    waiting: str
    working: str
    holder: str
    lead: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many Parties stand somewhere."""

    label: str
    text: int


def in_words(places: Sequence[Place]) -> tuple[Line, ...]:
    regions = {region.value: str(region.label) for region in Region}
    languages = {language.code: language.name for language in locales.LANGUAGES}
    return tuple(
        Line(
            party=place.party,
            is_rehearsal=place.is_rehearsal,
            url=f"/review/{place.ref}" if place.ref else "",
            title=(place.title or _("Without a title")) if place.ref else "",
            title_language=place.language if place.title else "",
            annexes=" · ".join(regions[code] for code in place.annexes if code in regions),
            language=languages.get(place.language, place.language),
            state=str(place.standing.label),
            shape=SHAPES[place.standing],
            waiting=_waiting(place),
            working=_working(place),
            holder=_holder(place.standing),
            lead=place.lead,
        )
        for place in places
    )


def counts_in_words(counts: Mapping[Standing, int]) -> list[Count]:
    """In the order of the way, what nobody stands at left out."""
    return [
        Count(str(standing.label), counts[standing]) for standing in Standing if counts[standing]
    ]


def _status(standing: Standing) -> Status:
    return Status.DRAFT if standing is Standing.REVISED else Status(standing.value)


def _waiting(place: Place) -> str:
    return waiting_sentence(_status(place.standing), place.since) if place.since else ""


def _working(place: Place) -> str:
    if place.since is None:
        return ""
    return working_days_sentence(_status(place.standing), place.submitted_at)


def _holder(standing: Standing) -> str:
    if standing in WITH_SECRETARIAT:
        return _("The secretariat")
    if standing in WITH_PARTY:
        return _("The Party")
    return _("Nobody")
