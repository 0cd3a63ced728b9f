"""The rows of a register as a writer sees them closed: a title, a line of facts, a state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from engage.frame.fragments import Fragments, macro
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.values.base import Line
from engage.kit.values.options import Option
from engage.plans.completeness import register_findings
from engage.plans.document import Json, in_tree_order, row_of
from engage.plans.drafting import living
from engage.plans.forms import Offered
from engage.plans.linked import Linked
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Register
from engage.plans.reading import ReadRow, read_row
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.identity import Depth

LISTS = 1000
ROWS = 10_000
WHOLE = 200


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """`first` and `last` among the rows at its place: there is nothing to move past."""

    key: str
    number: str
    title: str
    title_is_own: bool
    facts: tuple[tuple[Line, ...], ...]
    depth: int
    musts: int
    first: bool
    last: bool
    title_language: str = ""


_lists: Memo[tuple[ClosedRow, ...]] = Memo(LISTS)
_linkable: Memo[tuple[Option, ...]] = Memo(LISTS)
_closed = Fragments(ROWS)
_whole = Fragments(WHOLE)


def rows_in_html(plan: Plan, register: Register, first: int = 0, last: int | None = None) -> Markup:
    """Closed rows from one place to another; a change of one leaves the others as they are."""
    draw = macro("plans/_form.html", "closed_row")
    place = (plan.ref, plan.language, register.code)

    def render() -> str:
        rows = closed_rows(plan, register)[first:last]
        each = (_closed.raw((place, row), partial(draw, row, register, plan)) for row in rows)
        return "".join(each)

    return _whole.get((plan.stamp, register.code, first, last), render)


def closed_rows(plan: Plan, register: Register) -> Sequence[ClosedRow]:
    """The living rows of a register, in order."""
    key = (plan.stamp, register.code, current())
    return _lists.get(key, lambda: tuple(_read_closed(plan, register)))


def rows_to_link(plan: Plan, apart_from: PlanRow | None = None) -> Offered:
    """The living rows that a form may link to; a row does not link to itself."""

    def named(register: str) -> tuple[Option, ...]:
        names = Linked.in_plan(plan, current()).names(register)
        return tuple(Option(key, line.text, line.own) for key, line in names.items())

    def offered(register: str) -> tuple[Option, ...]:
        options = _linkable.get((plan.stamp, register, current()), lambda: named(register))
        if apart_from is None or apart_from.register != register:
            return options
        return tuple(each for each in options if each.code != apart_from.key)

    return offered


def _read_closed(plan: Plan, register: Register) -> list[ClosedRow]:
    rows = [row_of(row, row.content) for row in living(plan, register.code)]
    musts = musts_by_row(rows, register)
    peers = _peers(rows)
    known_by, linked = _shortened(register), Linked.in_plan(plan, current())
    shown = []
    for position, (row, depth) in enumerate(in_tree_order(rows), start=1):
        read = read_row(row, known_by, current(), linked, position=position, depth=depth)
        among = peers[row.get("parent", "")]
        shown.append(
            ClosedRow(
                key=read.key,
                number=read.number,
                title=read.title,
                title_is_own=read.title_is_own,
                facts=facts_of(read, register),
                depth=depth,
                musts=musts[read.key],
                first=among[0] == read.key,
                last=among[-1] == read.key,
                title_language=read.title_language,
            )
        )
    return shown


def _shortened(register: Register) -> Register:
    """The register with only those questions by which a closed row is known."""
    codes = {register.named_by, *register.summary}
    return replace(register, fields=tuple(each for each in register.fields if each.code in codes))


def musts_by_row(rows: list[Json], register: Register) -> Counter[str]:
    """A row's musts are the same at both depths."""
    found = find_register(register.code)
    section = found[0].code if found else ""
    return Counter(
        finding.key
        for finding in register_findings(rows, section, register, Depth.SIMPLE)
        if finding.level is Level.MUST and finding.key
    )


def facts_of(row: ReadRow, register: Register) -> tuple[tuple[Line, ...], ...]:
    """The few answers by which a closed row is known."""
    entries = (row.entry(code) for code in register.summary)
    return tuple(entry.lines for entry in entries if entry is not None and entry.lines)


def _peers(rows: list[Json]) -> dict[str, list[str]]:
    peers: dict[str, list[str]] = {}
    for row in rows:
        peers.setdefault(row.get("parent", ""), []).append(row["key"])
    return peers
