"""The figures of one event as tables: what its page, its print and its PDF show of them. Pure.

A table holds one stage and one unit, so that planned and actual, attendances and persons are never
side by side in a line. What nobody knows is said to be unknown; what a reader may not see is said
to be kept back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.events.counted import GRIDS, TOTALS, cells_of
from engage.events.counting.adding import Band
from engage.events.counting.grid import Cell, Figure, Slot, derived, held
from engage.events.counting.head_counts import said
from engage.events.counting.telling import age_label
from engage.events.vocabulary import EventStatus
from engage.kit import pieces
from engage.kit.formats import show_items, show_number, show_sentences
from engage.kit.locales import current, force
from engage.kit.paper import Table
from engage.kit.values.base import record
from engage.kit.values.number import with_certainty
from engage.kit.values.vocabulary import Label
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Unit, Veil

Json = dict[str, Any]
Bands = Mapping[str, Band]

_TITLES: Mapping[tuple[Stage, Unit], Label] = {
    (Stage.ACTUAL, Unit.ATTENDANCE): _l("Who came: attendances"),
    (Stage.ACTUAL, Unit.PERSONS): _l("Who came: different persons"),
    (Stage.PLANNED, Unit.ATTENDANCE): _l("Who is expected: attendances"),
}
ADDED = "*"


def figures_of(document: Json, language: str, bands: Bands) -> list[Table]:
    """The tables of an event's document, in one language: who came unless it is still ahead or was
    called off, the rest where it is known. `bands` are the meanings of youth by their codes."""
    with force(language):
        return [
            _Seen(document, total, grid, language, bands).table()
            for total, grid in zip(TOTALS, GRIDS, strict=True)
            if _speaks_of(document, total, grid) or (total == "participants" and _is_held(document))
        ]


def rows_first(
    values: Mapping[str, Any], grid: str, typed: Collection[str] = ()
) -> tuple[GridRow, ...]:
    """The rows that stand open in a form and on a tally sheet: everyone, the groups of the event,
    persons with disabilities, and those that have figures, or in which something was typed."""
    groups = values.get("groups")
    named = (
        {each for each in groups if isinstance(each, str)} if isinstance(groups, list) else set()
    )
    filled = {cell.row for cell in GRIDS[grid].cells(values.get(grid))}
    always = {GridRow.EVERYONE, GridRow.DISABILITIES}
    return tuple(
        row for row in GridRow if row in always | filled or row.value in named.union(typed)
    )


def youth_sentence(values: Mapping[str, Any], bands: Bands) -> str:
    """Which ages count as youth; the language must be spoken already."""
    band = bands.get(str(values.get("age_band")))
    return _("Ages: %(ages)s.", ages=show_items(_ages(band), language=current())) if band else ""


def added_up(values: Mapping[str, Any], grid: str, language: str) -> str:
    """The totals that follow from their parts; nothing where none does."""
    kind = GRIDS[grid]
    found = [
        said(cell.row, cell.sex, cell.age, cell.figure, language)
        for cell in derived(cells_of(values))
        if cell.figure and (cell.stage, cell.unit) == (kind.stage, kind.unit)
    ]
    if not found:
        return ""
    items = show_items(found, language=language)
    return _("Follows from the parts and need not be written: %(totals)s.", totals=items)


def _ages(band: Band | None) -> list[str]:
    return [age_label(age, band) for age in (Age.CHILDREN, Age.YOUTH, Age.ADULTS)]


def _speaks_of(document: Json, total: str, grid: str) -> bool:
    told = {*document["fields"], *document["few"], *document["withheld"]}
    return bool({total, grid} & told)


def _is_held(document: Json) -> bool:
    """As far as its writers have said; where nobody can have come, “not known” says nothing."""
    status = document["fields"].get("status")
    return status == EventStatus.DONE or not isinstance(status, str)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One stage and unit of a document, as a table in the making."""

    document: Json
    total: str
    grid: str
    language: str
    bands: Bands

    @property
    def values(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.document["fields"]
        return found

    @property
    def line(self) -> Slot:
        return TOTALS[self.total]

    def table(self) -> Table:
        cells = [cell for cell in cells_of(self.values) if cell.slot[:2] == self.line[:2]]
        sums = derived(cells)
        figures, added = held((*cells, *sums)), {cell.slot for cell in sums}
        rows = [self._row(slot, figures, added) for slot in self._lines(cells)]
        return {
            "heading": str(_TITLES[self.line.stage, self.line.unit]),
            "head": [_("Group"), *(str(sex.label) for sex in Sex)],
            "align": ["start", "end", "end", "end", "end", "end"],
            "rows": rows,
            "more": "",
            "note": show_sentences(list(self._notes(added=bool(added))), language=self.language)
            or None,
        }

    def _lines(self, cells: Sequence[Cell]) -> Iterator[Slot]:
        """The line of all ages of each row, and below it the ages of which something is known."""
        filled = {(cell.row, cell.age) for cell in cells}
        for row in self._rows(cells):
            yield self.line._replace(row=row)
            for age in Age:
                if age is not Age.ALL and (row, age) in filled:
                    yield self.line._replace(row=row, age=age)

    def _rows(self, cells: Sequence[Cell]) -> tuple[GridRow, ...]:
        groups = self.values.get("groups")
        named = groups if isinstance(groups, list) else []
        shown = {GridRow.EVERYONE, *(cell.row for cell in cells)}
        return tuple(row for row in GridRow if row in shown or row.value in named)

    def _row(
        self, slot: Slot, figures: Mapping[Slot, Figure], added: Collection[Slot]
    ) -> list[pieces.Cell]:
        name = str(slot.row.label)
        if slot.age is not Age.ALL:
            band = self.bands.get(str(self.values.get("age_band")))
            name = _(", ").join((name, age_label(slot.age, band)))
        slots = (slot._replace(sex=sex) for sex in Sex)
        return [name, *(self._cell(each, figures.get(each), each in added) for each in slots)]

    def _cell(self, slot: Slot, figure: Figure | None, is_added: bool) -> pieces.Cell:
        words = record(self.values.get(self.total)).get("words") if slot == self.line else None
        if figure is None:
            return pieces.own(str(words)) if words else self._missing(slot)
        number = show_number(figure.number, language=self.language)
        shown = with_certainty(number, figure.certainty) + (f" {ADDED}" if is_added else "")
        return pieces.run_on(shown, " · ", pieces.own(str(words))) if words else shown

    def _missing(self, slot: Slot) -> str:
        if slot == self.line and self.total in self.document["few"]:
            return str(Veil.FEWER.label)
        if slot != self.line and self.grid in self.document["withheld"]:
            return _("Not shown or not known")
        return _("Not known")

    def _notes(self, *, added: bool) -> Iterator[str]:
        if added:
            yield _("* Added up from its parts.")
        if self.grid in self.document["withheld"] or self.total in self.document["few"]:
            yield _("Figures of few people are not shown, to protect them.")
