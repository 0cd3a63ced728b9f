"""What a list says of each row, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from flask_babel import gettext as _

from engage.kit.formats import show_day, show_day_of_year, show_list, show_number, show_range
from engage.kit.locales import LANGUAGES
from engage.reference.models import (
    AgeBand,
    CallForPlans,
    ChecklistItem,
    EditableRow,
    Initiative,
    Mandate,
    Occasion,
    Party,
    StockComment,
)
from engage.reference.models import Threshold as Limit
from engage.reference.vocabulary.identity import Region
from engage.reference.vocabulary.review import Chapter, PlanSection, StockKind
from engage.reference.vocabulary.rows import Unit


@dataclass(frozen=True, slots=True)
class Line:
    """`lacks` names the languages that have no name yet, or no text."""

    code: str
    name: str
    fact: str
    is_active: bool = True
    lacks: tuple[str, ...] = ()


def row_line(row: EditableRow, language: str) -> Line:
    lacks = tuple(each.name for each in LANGUAGES if not _is_said_in(each.code, row))
    return Line(row.code, row.name(language), fact_of(row, language), row.is_active, lacks)


def _is_said_in(language: str, row: EditableRow) -> bool:
    named = bool(row.names.get(language))
    return named and (not isinstance(row, StockComment) or bool(row.texts.get(language)))


def party_line(party: Party, language: str) -> Line:
    regions = [str(Region(code).label) for code in party.annexes]
    fact = show_list(regions, language=language) if regions else _("No annex")
    return Line(party.code, party.name(language), fact)


@singledispatch
def fact_of(row: EditableRow, language: str) -> str:  # noqa: ARG001  # each kind has its own below
    return ""


@fact_of.register
def _occasion(row: Occasion, language: str) -> str:
    if row.month and row.day:
        return show_day_of_year(row.month, row.day, language=language)
    if row.starts and row.ends and row.starts != row.ends:
        return show_range(row.starts, row.ends, language=language)
    written = row.starts or row.ends
    return show_day(written, language=language) if written else _("No date yet")


@fact_of.register
def _initiative(row: Initiative, language: str) -> str:  # noqa: ARG001  # asked like the others
    return row.website


@fact_of.register
def _mandate(row: Mandate, language: str) -> str:
    return row.citation(language)


@fact_of.register
def _threshold(row: Limit, language: str) -> str:
    number = show_number(row.value, language=language)
    return str(_("%(unit)s: %(number)s", unit=Unit(row.unit).label, number=number))


@fact_of.register
def _age_band(row: AgeBand, language: str) -> str:
    first = show_number(row.from_age, language=language)
    last = show_number(row.to_age, language=language)
    return str(_("From %(first)s to %(last)s years", first=first, last=last))


@fact_of.register
def _checklist_item(row: ChecklistItem, language: str) -> str:
    number = show_number(row.place, language=language)
    chapter = Chapter(row.chapter).label
    return str(_("%(number)s · %(chapter)s", number=number, chapter=chapter))


@fact_of.register
def _stock_comment(row: StockComment, language: str) -> str:  # noqa: ARG001  # as above
    kind = StockKind(row.kind).label
    section = PlanSection(row.section).label if row.section else _("Whole plan")
    return str(_("%(kind)s · %(section)s", kind=kind, section=section))


@fact_of.register
def _call(row: CallForPlans, language: str) -> str:
    return show_range(row.opens_on.isoformat(), row.due_on.isoformat(), language=language)
