"""What the pages that write put beside their questions: hints, and words to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engage.kit.memo import Memo
from engage.kit.pieces import Cell
from engage.plans.advice.seen import TAKEN_OVER, Seen
from engage.plans.document import row_of
from engage.plans.drafting import living
from engage.plans.forms import AnswersForm
from engage.plans.hints.places import Hint, groups_in, hints_of, lines_beside
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.shape import Register, Section
from engage.plans.outline.stakeholders import STAKEHOLDERS
from engage.plans.views.advised import lines_at_questions
from engage.reference.models import EditableRow, Initiative, Occasion
from engage.reference.queries import names_of

# Questions for which the page suggests words; the Party's own are as good.
SUGGESTED: dict[tuple[str, str], type[EditableRow]] = {
    ("activities", "occasion"): Occasion,
    ("partnerships", "initiatives"): Initiative,
}
PLANS = 500

Values = Mapping[str, Any]

_taken_over: Memo[dict[str, Values]] = Memo(PLANS)


@dataclass(frozen=True, slots=True)
class Suggested:
    """Words that a box suggests, in the language of the plan."""

    id: str
    words: Sequence[str]


def put_hints(form: AnswersForm, plan: Plan, section: Section) -> None:
    """Beside the boxes of a section: what more there is to open."""
    fields = [field.declared for field in form.value_fields()]
    _open_at(form, hints_of(section, fields, None), f"/plans/{plan.ref}/hints/{section.code}")


def put_row_hints(
    form: AnswersForm, plan: Plan, place: tuple[Section, Register], row: PlanRow
) -> None:
    """Beside the boxes of a row: the lines that follow from it too, and words to choose from."""
    section, register = place
    lines = row_lines(plan, register, row)
    for field in form.value_fields():
        field.beside = lines.get(field.name)
        if (register.code, field.name) in SUGGESTED:
            field.suggested_in = f"{field.name}-words"
    fields = [field.declared for field in form.value_fields()]
    found = hints_of(register, fields, groups_in(register, in_effect(plan, register, row)))
    _open_at(form, found, f"/plans/{plan.ref}/hints/{section.code}/{register.code}?row={row.key}")


def row_lines(plan: Plan, register: Register, row: PlanRow) -> dict[str, Cell]:
    """By question, the line that follows from what the row says as it is kept."""
    lines = lines_beside(register, row.content, in_effect(plan, register, row), plan.language)
    return {**lines, **lines_at_questions(plan, register, row)}


def changed_lines(before: Mapping[str, Cell], now: Mapping[str, Cell]) -> dict[str, Cell]:
    """The lines that say something else than before."""
    return {code: line for code, line in now.items() if line != before.get(code)}


def in_effect(plan: Plan, register: Register, row: PlanRow) -> Values:
    """The answers of a row, with those that it takes over from the rows above it."""
    if register is not STAKEHOLDERS or not row.parent_key:
        return row.content
    above = _taken_over.get(plan.stamp, lambda: _seen(plan)).get(row.parent_key, {})
    return {code: above[code] for code in TAKEN_OVER & above.keys()} | row.content


def suggestions(form: AnswersForm, register: Register, language: str) -> Iterator[Suggested]:
    """The words for the boxes of a form that suggest any."""
    for field in form.value_fields():
        if field.suggested_in:
            named = names_of(SUGGESTED[register.code, field.name], language)
            yield Suggested(field.suggested_in, [name for _code, name in named])


def _open_at(form: AnswersForm, hints: Sequence[Hint], url: str) -> None:
    by_code = {each.code: each for each in hints}
    for field in form.value_fields():
        if field.name in by_code:
            field.opens = (by_code[field.name].summary, url)


def _seen(plan: Plan) -> dict[str, Values]:
    rows = [row_of(row, row.content) for row in living(plan, STAKEHOLDERS.code)]
    document = {"sections": {"stakeholders": {"registers": {STAKEHOLDERS.code: rows}}}}
    return {key: row.values for key, row in Seen(document).every_stakeholder.items()}
