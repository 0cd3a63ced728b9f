"""The sections of the full plan on paper, from the plan as it is read."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _

from engage.kit.paper import Entry, Line, Register, Row, Section
from engage.kit.values.base import Line as ReadLine
from engage.plans.reading import Entry as ReadEntry
from engage.plans.reading import ReadRegister, ReadRow, ReadSection
from engage.plans.vocabulary import Level


def chapter(section: ReadSection) -> Section:
    return {
        "number": str(section.number),
        "title": section.title,
        "entries": [shown_entry(each, blank=_("left blank")) for each in section.entries],
        "registers": [_register(each) for each in section.lists],
    }


def shown_entry(entry: ReadEntry, blank: str = "") -> Entry:
    """An answer; one that is asked for and blank says so."""
    if not entry.lines and blank and entry.level is not Level.MAY:
        return {"label": entry.label, "lines": [{"text": blank, "own": False}]}
    return {"label": entry.label, "lines": [_line(each) for each in entry.lines]}


def _line(line: ReadLine) -> Line:
    """Own words in another language than the plan's say so."""
    shown: Line = {"text": line.text, "own": line.own}
    return {**shown, "lang": line.language} if line.language else shown


def _register(register: ReadRegister) -> Register:
    named_by = register.columns[0][0]
    above: list[ReadRow] = []
    rows = []
    for row in register.rows:
        del above[row.depth :]
        rows.append(_row(row, named_by, above))
        above.append(row)
    return {"title": register.title, "empty": register.empty, "rows": rows}


def _row(row: ReadRow, named_by: str, above: Sequence[ReadRow]) -> Row:
    """A row with its name as title; a nested one says below which row it stands."""
    entries = [shown_entry(each) for each in row.entries if each.code != named_by]
    if above:
        stands: Entry = {
            "label": _("Stands below"),
            "lines": [{"text": above[-1].title, "own": above[-1].title_is_own}],
        }
        entries.insert(0, stands)
    shown: Row = {
        "number": row.number,
        "title": row.title,
        "own": row.title_is_own,
        "entries": entries,
    }
    return {**shown, "lang": row.title_language} if row.title_language else shown
