"""Plan documents for tests: one with every field filled and told apart, and all that can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from engage.kit.values.base import Answer, Kind
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.groups import ByGroup
from engage.kit.values.hours import Hours
from engage.kit.values.links import Links
from engage.kit.values.money import Money
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.signature import Signature
from engage.kit.values.strip import Strip
from engage.kit.values.text import Text, Texts
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.kit.values.zone import Zone
from engage.plans.document import Json, assemble
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register
from tests.kit.values import samples

# ---------------------------------------------------------------- every field filled


class Marks:
    """Values that are told apart by a number each, so that each can be searched for."""

    def __init__(self) -> None:
        self.number = 700

    def of(self, kind: Kind) -> Any:
        self.number += 1
        return FILL[type(kind)](kind, self.number)


def _word(number: int) -> str:
    return f"mark{number}"


FILL: dict[type[Kind], Callable[[Any, int], Any]] = {
    Text: lambda _kind, n: _word(n),
    Texts: lambda _kind, n: [_word(n), f"second-{_word(n)}"],
    Choice: lambda kind, _n: kind.options()[-1].code,
    Choices: lambda kind, n: [
        *(option.code for option in kind.options()),
        *([{"words": _word(n)}] if kind.open else []),
    ],
    WholeNumber: lambda kind, n: min(kind.max, n),
    When: lambda kind, n: {
        key: value
        for key, value in {
            "words": _word(n),
            "start": f"2026-03-{n % 28 + 1:02}",
            "end": f"2027-04-{n % 28 + 1:02}",
            "frequency": "weekly",
            "further": [f"2028-05-{n % 28 + 1:02}"],
        }.items()
        if key in kind.only
    },
    Money: lambda kind, n: {
        "amount": f"{n}.25",
        "currency": "USD",
        "unit": 1000,
        "certainty": "about",
        **({"source": kind.options("source")[-1].code} if kind.sources else {}),
        "words": _word(n),
    },
    Count: lambda _kind, n: {"number": n * 1000, "certainty": "at_least", "words": _word(n)},
    Contact: lambda _kind, n: {
        key: f"{key}-{_word(n)}" for key in ("name", "title", "institution", "email", "phone")
    },
    Signature: lambda _kind, n: {
        "name": f"name-{_word(n)}",
        "title": f"title-{_word(n)}",
        "on": f"2026-01-{n % 28 + 1:02}",
    },
    ByGroup: lambda kind, n: {
        option.code: FILL[type(kind.each)](kind.each, n) for option in kind.group_options()
    },
    Links: lambda _kind, _n: ["r1"],
    Tongues: lambda _kind, n: {"en": _word(n), "ar": f"علامة{n}"},
    Coordinates: lambda _kind, n: {"lat": f"-{n % 80}.5{n}1", "lon": f"{n % 170}.25"},
    Zone: lambda _kind, _n: "Asia/Tashkent",
    Hours: lambda _kind, n: {"from": f"09:{n % 60:02}", "to": f"17:{n % 60:02}"},
    Strip: lambda kind, n: {
        str(month): kind.options("m1")[n % 3].code for month in (n % 12 + 1, 12 - n % 12)
    },
}


def filled_document(*, private: bool = False) -> Json:
    """Every field answered, one row in every register (a row below it where rows nest)."""
    marks = Marks()

    def values(fields: tuple[Field, ...]) -> Json:
        return {each.code: marks.of(each.kind) for each in fields if private or not each.private}

    contents = {section.code: values(section.fields) for section in SECTIONS}
    rows = {
        register.code: _filled_rows(register, values)
        for section in SECTIONS
        for register in section.registers
    }
    return assemble("XA", contents, rows)


def _filled_rows(register: Register, values: Callable[[tuple[Field, ...]], Json]) -> list[Json]:
    rows: list[Json] = [{"key": "r1", "number": "N-1", "values": values(register.fields)}]
    if register.nested:
        rows.append({"key": "r2", "parent": "r1", "values": values(register.fields)})
    return rows


# ---------------------------------------------------------------- all that can be


def short(strategy: samples.Values) -> samples.Values:
    return strategy.filter(samples.fits)


def _codes(kind: Any) -> list[str]:
    return [option.code for option in kind.options()]


def _money(kind: Money) -> samples.Values:
    codes = [option.code for option in kind.options("source")]
    source = {"source": st.sampled_from(codes)} if codes else {}
    return st.fixed_dictionaries(
        {"amount": samples.amount, "currency": st.sampled_from(["USD", "TND", "XOF"])},
        optional={"certainty": samples.certainty, **source, "words": samples.text},
    )


def _choices(kind: Choices) -> samples.Values:
    codes = st.sampled_from(_codes(kind))
    item = codes | samples.own_words if kind.open else codes
    return st.lists(item, min_size=1, max_size=4, unique_by=repr)


STRATEGY: dict[type[Kind], Callable[[Any], samples.Values]] = {
    Text: lambda _kind: samples.text,
    Texts: lambda _kind: st.lists(samples.line, min_size=1, max_size=3),
    Choice: lambda kind: st.sampled_from(_codes(kind)),
    Choices: _choices,
    WholeNumber: lambda kind: st.integers(kind.min, kind.max),
    When: lambda kind: samples.some({key: samples.when[key] for key in kind.only}),
    Money: _money,
    Count: lambda _kind: samples.counted,
    Contact: lambda _kind: samples.contact,
    Signature: lambda _kind: samples.some(
        {"name": samples.line, "title": samples.line, "on": samples.full_day}
    ),
    ByGroup: lambda kind: samples.some(
        {option.code: STRATEGY[type(kind.each)](kind.each) for option in kind.group_options()}
    ),
    Tongues: lambda _kind: samples.tongues,
    Coordinates: lambda _kind: samples.coordinates,
    Zone: lambda _kind: samples.zone,
    Hours: lambda _kind: samples.hours,
    Links: lambda kind: st.lists(
        samples.row_keys, min_size=1, max_size=1 if kind.one else 3, unique=True
    ),
    Strip: lambda kind: st.dictionaries(
        st.integers(1, 12).map(str),
        st.sampled_from([option.code for option in kind.options("m1")]),
        min_size=1,
    ),
}


def values_of(kind: Kind) -> samples.Values:
    """A value of the kind, another answer, or text that could not be read."""
    strategy = short(STRATEGY[type(kind)](kind))
    for answer in kind.answers:
        if answer is Answer.NOT_APPLICABLE:
            because = short(samples.text)
            strategy |= st.fixed_dictionaries({"answer": st.just(answer.value), "because": because})
        else:
            strategy |= st.just({"answer": answer.value})
    return strategy


def _some_values(fields: tuple[Field, ...]) -> samples.Values:
    """Answers to at most three of the fields: more would only be slower."""
    shown = [each for each in fields if not each.private]
    return st.lists(st.sampled_from(shown), max_size=3, unique_by=lambda each: each.code).flatmap(
        lambda chosen: st.fixed_dictionaries({each.code: values_of(each.kind) for each in chosen})
    )


@st.composite
def _rows(draw: st.DrawFn, register: Register) -> list[Json]:
    rows: list[Json] = []
    for number in range(draw(st.integers(0, 3))):
        row: Json = {"key": f"k{number}", "values": draw(_some_values(register.fields))}
        if draw(st.booleans()):
            row["number"] = draw(short(samples.line))
        if register.nested and rows and draw(st.booleans()):
            row["parent"] = draw(st.sampled_from([each["key"] for each in rows]))
        rows.append(row)
    return draw(st.permutations(rows))


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """A document as an export writes it; two of the sections say something."""
    chosen = draw(st.lists(st.sampled_from(SECTIONS), max_size=2, unique_by=lambda each: each.code))
    contents = {each.code: draw(_some_values(each.fields)) for each in chosen if each.fields}
    registers = [register for each in chosen for register in each.registers]
    return assemble("XA", contents, {each.code: draw(_rows(each)) for each in registers})
