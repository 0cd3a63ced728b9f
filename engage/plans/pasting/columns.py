"""Which column of a sheet holds which answer: by its heading in any language, or by choice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from engage.kit.formats import show_months
from engage.kit.locales import CODES, current, force
from engage.kit.locales import language as find
from engage.kit.values.base import ANSWER, BECAUSE, Kind
from engage.kit.values.cells import Habits
from engage.kit.values.contact import Contact
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.figures import read_figure
from engage.kit.values.hours import Hours
from engage.kit.values.money import Money
from engage.kit.values.named import plain
from engage.kit.values.number import Count
from engage.kit.values.strip import Strip
from engage.kit.values.tongues import Tongues
from engage.kit.values.vocabulary import Label
from engage.kit.values.when import When
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Field, Register

NUMBER, PARENT = ".number", ".parent"
_NUMBERS = ("no", "nr", "n", "no п п", "编号", "序号", "رقم", "الرقم", "numero", "номер")
_HASH = "#"
_TAIL = re.compile(r"(.*\S)\s*(?:[(（\[]([^)）\]]+)[)）\]]|,\s*(.+)|\s(?:in|en|в)\s+(.+))")

_PARTS: Mapping[str, Sequence[Label]] = {
    "start": (_l("Starts"), _l("Start date"), _l("Start")),
    "end": (_l("Ends"), _l("End date")),
    "frequency": (_l("How often"),),
    "further": (_l("Further dates, one a line"),),
    "words": (_l("In words"), _l("As written, or a remark")),
    "currency": (_l("Currency"),),
    "unit": (lazy_pgettext("of an amount", "Unit"),),
    "certainty": (_l("How sure"),),
    "source": (_l("Source of the money"),),
    "name": (_l("Name"),),
    "title": (lazy_pgettext("of a person", "Title or post"),),
    "institution": (_l("Institution"),),
    "email": (_l("Email address"), "e-mail"),
    "phone": (_l("Telephone"),),
    "lat": (_l("Latitude"),),
    "lon": (_l("Longitude"),),
    "from": (lazy_pgettext("a time of the day", "From"),),
    "to": (lazy_pgettext("a time of the day", "To"),),
}
_OF_NUMBER: Sequence[Label] = (_l("Your own number"), _l("Number"))
_OF_PARENT: Label = _l("Stands below")
_OF_AMOUNT: Label = _l("Amount")


@dataclass(frozen=True, slots=True)
class Target:
    """What a column may hold: an answer or a part of one; without a field, what places a row."""

    id: str
    field: Field | None = None
    part: str = ""

    @property
    def label(self) -> str:
        """In the language spoken now."""
        if self.field is None:
            return str(_OF_PARENT if self.id == PARENT else _OF_NUMBER[0])
        whole = str(self.field.label)
        return f"{whole} · {_part_names(self.field.kind, self.part)[0]}" if self.part else whole


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading stands for; nothing is known of one without a target."""

    target: str = ""
    habits: Habits = field(default_factory=Habits)


def targets_of(register: Register) -> tuple[Target, ...]:
    """All that a column may hold, in the order of the form."""
    placed = [Target(NUMBER)] if register.numbered or register.nested else []
    placed += [Target(PARENT)] if register.nested else []
    asked = (each for each in register.fields if not each.fixed)
    answers = (
        Target(f"{each.code}-{part}" if part else each.code, each, part)
        for each in asked
        for part in _columns_of(each.kind)
    )
    return (*placed, *answers)


def match(headings: Sequence[str], register: Register) -> list[Match]:
    """What each heading stands for; where two are alike, the first one has it."""
    taken: set[str] = set()
    found = []
    for heading in headings:
        matched = _match(heading, names_in(register.code))
        found.append(Match() if matched.target in taken else matched)
        taken.add(matched.target)
    return found


def known(headings: Sequence[str], register: Register) -> int:
    """How many headings stand for something."""
    return sum(bool(each.target) for each in match(headings, register))


@cache
def names_in(register: str) -> Mapping[str, str]:
    """Plain heading to target: codes first, then labels in every language."""
    found = find_register(register)
    names: dict[str, str] = {}
    for name, target in _names(targets_of(found[1])) if found else ():
        names.setdefault(plain(name) or name, target)
    return names


def _columns_of(kind: Kind) -> tuple[str, ...]:
    """The whole answer in one column, and its parts each in one of their own."""
    own = tuple(part for part in kind.parts() if part not in (ANSWER, BECAUSE))
    if isinstance(kind, When):
        return ("", *(key for key in kind.only if len(kind.only) > 1))
    if isinstance(kind, Money | Count):
        return ("", *own[1:])  # the figure itself is the whole answer
    if isinstance(kind, Contact | Tongues | Coordinates | Hours):
        return ("", *own)
    return ("",) if "" in own else own


def _part_names(kind: Kind, part: str) -> tuple[str, ...]:
    if isinstance(kind, Strip):
        month = int(part.removeprefix("m"))
        return (show_months(month, month, language=current()),)
    if isinstance(kind, Tongues):
        return (find(part).name, part)
    return (*(str(name) for name in _PARTS.get(part, ())), part)


def _names(targets: tuple[Target, ...]) -> Iterator[tuple[str, str]]:
    """What was more exactly named comes first; a lone part is enough where only one has it."""
    yield from ((target.id, target.id) for target in targets)
    parts = Counter(target.part for target in targets if target.part)
    amounts = [each for each in targets if _is_amount(each)]
    for code in CODES:
        with force(code):
            yield from _names_spoken(targets)
    for code in CODES:
        with force(code):
            for target in targets:
                if target.field and parts[target.part] == 1:
                    yield from ((n, target.id) for n in _part_names(target.field.kind, target.part))
            if len(amounts) == 1:
                yield str(_OF_AMOUNT), amounts[0].id


def _names_spoken(targets: tuple[Target, ...]) -> Iterator[tuple[str, str]]:
    for target in targets:
        if target.field and target.part:
            names = _part_names(target.field.kind, target.part)
            yield from ((f"{target.field.label} {name}", target.id) for name in names)
        elif target.id == NUMBER:
            yield from ((str(name), NUMBER) for name in (*_OF_NUMBER, *_NUMBERS, _HASH))
        else:
            yield target.label, target.id


def _is_amount(target: Target) -> bool:
    return target.field is not None and isinstance(target.field.kind, Money) and not target.part


def _match(heading: str, names: Mapping[str, str]) -> Match:
    """`Amount (thousand USD)` and `Cost in USD` tell the habits of their columns as well."""
    heading = heading.strip()
    if target := names.get(plain(heading) or heading):
        return Match(target)
    tail = _TAIL.fullmatch(heading)
    inner = _match(tail[1], names) if tail else Match()
    if not tail or not inner.target:
        return Match()
    figure = read_figure(f"1 {next(filter(None, tail.groups()[1:]))}")
    if figure is None:
        return inner if tail[2] else Match()
    currency, unit = figure.currency or inner.habits.currency, figure.unit or inner.habits.unit
    return Match(inner.target, Habits(currency=currency, unit=unit))
