"""What is found for an item, and the three ways of looking: at answers, lists and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.plans.advice.seen import Row, Seen
from engage.plans.checklist.vocabulary import Verdict
from engage.plans.outline.plan import find_register, find_section
from engage.plans.outline.shape import Register
from engage.reference.norms import Norms


@dataclass(frozen=True, slots=True)
class Found:
    """What the document says to one item, in the language spoken then.

    `verdict` is None where a reader has to judge; `seen` are whole sentences about what is there;
    `section` and `register` tell where.
    """

    verdict: Verdict | None
    seen: tuple[str, ...]
    section: str
    register: str = ""


Rule = Callable[[Seen, Norms], Found]


def is_given(value: Any) -> bool:
    """There is an answer of its own: not blank, not “none” and not “unknown”."""
    return value is not None and not (isinstance(value, dict) and "answer" in value)


def of_all(given: int, every: int) -> Verdict:
    if given == 0:
        return Verdict.NO
    return Verdict.YES if given >= every else Verdict.PARTLY


def of_answers(
    seen: Seen, *asked: tuple[str, str], counts: Callable[[Any], bool] = is_given
) -> Found:
    """Whether questions outside of lists are answered; each is asked by its section and code."""
    given = [each for each in asked if counts(seen.fields(each[0]).get(each[1]))]
    blank = [each for each in asked if each not in given]
    told = []
    if given:
        told.append(_("Said in the plan (%(fields)s).", fields=_labels(given)))
    if blank:
        told.append(_("Not said in the plan (%(fields)s).", fields=_labels(blank)))
    return Found(of_all(len(given), len(asked)), tuple(told), asked[0][0])


def of_lists(seen: Seen, *registers: str) -> Found:
    """Whether lists have rows."""
    counts = [len(rows_in(seen, each)) for each in registers]
    told = [_rows_told(each, rows) for each, rows in zip(registers, counts, strict=True)]
    filled = sum(rows > 0 for rows in counts)
    return Found(of_all(filled, len(registers)), tuple(told), section_of(registers[0]))


def of_rows(rows: Sequence[Row], register: str, *fields: str) -> Found:
    """Whether every row answers all these questions."""
    if not rows:
        return nothing(register)
    complete = [row for row in rows if all(is_given(row.get(field)) for field in fields)]
    told = tuple(counted(rows, register, field) for field in fields)
    return Found(of_all(len(complete), len(rows)), told, section_of(register), register)


def nothing(register: str) -> Found:
    """The list is empty."""
    return Found(Verdict.NO, (str(_register(register).empty),), section_of(register), register)


def counted(rows: Sequence[Row], register: str, field: str) -> str:
    given = sum(is_given(row.get(field)) for row in rows)
    label = _register(register).field(field).label
    return ngettext(
        "“%(field)s” is answered in %(given)s of %(num)s row.",
        "“%(field)s” is answered in %(given)s of %(num)s rows.",
        len(rows),
        field=label,
        given=given,
    )


def rows_in(seen: Seen, register: str) -> Sequence[Row]:
    return seen.rows(section_of(register), register)


def section_of(register: str) -> str:
    found = find_register(register)
    return found[0].code if found else ""


def _register(code: str) -> Register:
    found = find_register(code)
    if found is None:
        raise KeyError(code)
    return found[1]


def _rows_told(code: str, rows: int) -> str:
    register = _register(code)
    if not rows:
        return str(register.empty)
    return ngettext("%(list)s: %(num)s row.", "%(list)s: %(num)s rows.", rows, list=register.title)


def _labels(asked: Sequence[tuple[str, str]]) -> str:
    labels = [str(_label(*each)) for each in asked]
    return show_items(labels, language=current())


def _label(section: str, code: str) -> str:
    declared = find_section(section)
    return next(each.label for each in declared.fields if each.code == code) if declared else code
