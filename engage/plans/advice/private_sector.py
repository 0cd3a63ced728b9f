"""Rules of practice for the private sector: who it is, what it pledges, and under whose name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engage.plans.advice.seen import Row, Seen
from engage.plans.advice.shape import Advice, about_plan, about_row
from engage.plans.vocabulary import Level
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import CompanySize, Group
from engage.reference.vocabulary.identity import YesNo
from engage.reference.vocabulary.resources import Agreement, PartnershipState, PartnerType

PLEDGED = ("pledge_due", "pledge_quantity")


def diligence_is_blank(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PRI1, which holds up submission: a signed partnership without a state of due diligence.

    Source: United Nations, Guidelines on a principle-based approach to the cooperation between
    the United Nations and the business sector, 2015; Guiding Principles on Business and Human
    Rights, 2011.
    """
    for row in _companies(seen):
        signed = row.get("state") == PartnershipState.SIGNED
        if signed and row.get("due_diligence") is None:
            yield about_row(AdviceCode.R_PRI1, row, "due_diligence", Level.MUST)


def logo_or_endorsement(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PRI2: a company wishes to use a logo, or to be named as endorsed.

    Source: General Assembly resolution 92 (I) on the emblem; Guidelines on a principle-based
    approach to the cooperation between the United Nations and the business sector, 2015.
    """
    for row in _companies(seen):
        if row.get("uses_logo") == YesNo.YES:
            yield about_row(AdviceCode.R_PRI2, row, "uses_logo")


def only_large_companies(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PRI3: no company is named but large ones.

    Source: General Assembly resolution 71/279 on micro-, small and medium-sized enterprises; FAO,
    The State of Food and Agriculture 2014 (most of the world’s farms are small).
    """
    described: list[tuple[Row, str]] = [
        *((row, "company_sizes") for row in seen.of_group(Group.PRIVATE_SECTOR)),
        *((row, "sizes") for row in _companies(seen)),
    ]
    named = [(row, code) for row, code in described if row.get(code)]
    if not named or any(row.has_own_words(code) for row, code in named):
        return
    if all(row.chosen(code) == {CompanySize.LARGE} for row, code in named):
        row, code = named[0]
        yield about_plan(AdviceCode.R_PRI3, row, code)


def pledge_without_measure(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PRI4: a pledge has no date, or no quantity.

    Source: United Nations High-Level Expert Group on the Net Zero Emissions Commitments of
    Non-State Entities, Integrity matters, 2022.
    """
    for row in _companies(seen):
        pledges = row.text("pledge") or row.get("agreement") == Agreement.PLEDGE
        blank = [code for code in PLEDGED if row.get(code) is None]
        if pledges and blank:
            yield about_row(AdviceCode.R_PRI4, row, blank[0])


def _companies(seen: Seen) -> Sequence[Row]:
    rows = seen.rows("resources", "partnerships")
    return [row for row in rows if row.get("type") == PartnerType.PRIVATE_SECTOR]
