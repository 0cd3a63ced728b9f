"""The papers of a plan as its page lists them: by version and round, each with number and code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engage.plans.imprint import day_of
from engage.plans.models import Plan, Version
from engage.plans.papers.details import PaperAt
from engage.plans.papers.models import SignedPage
from engage.plans.vocabulary import Paper

ORDER = (Paper.CLEARANCE, Paper.COVER, Paper.RECEIPT, Paper.LETTER)


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A signed page; `may_remove` while nobody of the other side can have seen it."""

    page: SignedPage
    is_sent: bool
    may_remove: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One paper. Without an address it cannot be printed (any more), only its pages are there."""

    at: PaperAt
    number: str
    day: dt.date | None = None
    code: str = ""
    url: str = ""
    pages: tuple[ListedPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """All papers of one version and round; `version` is None while it is not submitted."""

    number: int
    round: int
    version: Version | None
    papers: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to list; `draft_code` is None for who does not print the draft.

    `letters` are the days on which they were sent, by version and round.
    """

    plan: Plan
    versions: Sequence[Version]
    codes: Mapping[int, str]
    letters: Mapping[tuple[int, int], dt.date]
    pages: Sequence[ListedPage]
    draft_code: str | None
    today: dt.date


def turns(facts: Facts) -> list[Turn]:
    """The latest first; a draft comes before all that was submitted."""
    by_place = {(each.number, each.round): each for each in facts.versions}
    listed = [*_printable(facts, by_place)]
    known = {each.at for each in listed}
    lone = {_at(each.page) for each in facts.pages} - known
    codes = {place: facts.codes[version.id] for place, version in by_place.items()}
    listed += [
        Listed(at, at.number(facts.plan.ref), code=codes.get((at.version, at.round), ""))
        for at in lone
    ]
    places = sorted({(each.at.version, each.at.round) for each in listed}, reverse=True)
    return [
        Turn(*place, by_place.get(place), tuple(_with_pages(facts, listed, place)))
        for place in places
    ]


def _printable(facts: Facts, by_place: Mapping[tuple[int, int], Version]) -> Iterator[Listed]:
    plan, here = facts.plan, f"/plans/{facts.plan.ref}"
    if facts.draft_code is not None:
        at = PaperAt(Paper.CLEARANCE, plan.version, plan.round + 1)
        url = f"{here}/papers/clearance"
        yield Listed(at, at.number(plan.ref), facts.today, facts.draft_code, url)
    for (number, round_), version in by_place.items():
        code, day = facts.codes[version.id], day_of(version.submitted_at)
        for paper in (Paper.COVER, Paper.RECEIPT):
            at = PaperAt(paper, number, round_)
            url = f"{here}/papers/{paper.value}/{number}.{round_}"
            yield Listed(at, at.number(plan.ref), day, code, url)
        if (number, round_) in facts.letters:
            at = PaperAt(Paper.LETTER, number, round_)
            url = f"{here}/letter/{number}.{round_}"
            yield Listed(at, at.number(plan.ref), facts.letters[number, round_], code, url)


def _with_pages(facts: Facts, listed: Iterable[Listed], place: tuple[int, int]) -> Iterator[Listed]:
    here = [each for each in listed if (each.at.version, each.at.round) == place]
    for each in sorted(here, key=lambda one: ORDER.index(one.at.paper)):
        pages = tuple(page for page in facts.pages if _at(page.page) == each.at)
        yield Listed(each.at, each.number, each.day, each.code, each.url, pages)


def _at(page: SignedPage) -> PaperAt:
    return PaperAt(Paper(page.paper), page.version, page.round)
