"""The least that a plan asks before it can be submitted, counted: questions, forms and pages."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from engage.plans.document import Json, assemble
from engage.plans.outline.plan import SECTIONS
from tests.plans import answers


@dataclass(frozen=True, slots=True)
class Question:
    """One question; the reason why a group is not relevant is a question of its own."""

    place: str  # the code of a section, or of the list whose row asks
    code: str
    group: str = ""
    of_row: bool = False

    @property
    def name(self) -> str:
        where = f"a row of {self.place}" if self.of_row else self.place
        return f"{where}: {self.code} {self.group}".strip()


def _questions() -> Iterator[Question]:
    for section, values in answers.SECTIONS.items():
        for code, value in values.items():
            if code == "not_relevant":
                yield from (Question(section, code, group) for group in value)
            else:
                yield Question(section, code)
    for register, values in answers.ROWS.items():
        yield from (Question(register, code, of_row=True) for code in values)


QUESTIONS = tuple(_questions())
FORMS = len(answers.SECTIONS) + len(answers.ROWS)
# A page to begin, the new plan, each section, and for each row its form and its section again; then
# the plan, a page to submit, and the plan again.
PAGES = 2 + len(SECTIONS) + 2 * len(answers.ROWS) + 3


def document_of(given: Collection[Question]) -> Json:
    """The plan in which only these questions are answered."""
    sections: dict[str, Json] = {}
    rows: dict[str, Json] = {}
    for each in given:
        source = answers.ROWS if each.of_row else answers.SECTIONS
        values = (rows if each.of_row else sections).setdefault(each.place, {})
        value = copy.deepcopy(source[each.place][each.code])
        if each.group:
            values.setdefault(each.code, {})[each.group] = value[each.group]
        else:
            values[each.code] = value
    lists = {code: [{"key": "r1", "values": values}] for code, values in rows.items()}
    return assemble("XA", sections, lists)
