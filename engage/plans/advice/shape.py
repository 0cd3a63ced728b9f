"""What a rule says, before it is put into words: which rule, which place, which particulars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from engage.plans.advice.seen import Row, Seen
from engage.plans.vocabulary import Level
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode

LONGEST_KEY = 40
Particular = int | str | tuple[int, ...] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """One advice. `about` tells it from others of the same rule: a row, or a group.

    A must holds up submission and cannot be set aside; there are two such rules.
    """

    code: AdviceCode
    section: str
    register: str = ""
    key: str = ""
    field: str = ""
    about: str = ""
    said: tuple[tuple[str, Particular], ...] = ()
    level: Level = Level.SHOULD

    @property
    def name(self) -> str:
        """What it is set aside by; always a well-formed key of a row."""
        if not self.about:
            return self.code.value
        name = f"{self.code.value}-{self.about}"
        if len(name) <= LONGEST_KEY:
            return name
        return f"{self.code.value}-{blake2b(self.about.encode(), digest_size=8).hexdigest()}"


Rule = Callable[[Seen, Norms], Iterator[Advice]]


def about_row(
    code: AdviceCode, row: Row, field: str, level: Level = Level.SHOULD, **said: Particular
) -> Advice:
    """Said of one row; the rule may say the same of others."""
    return Advice(
        code, row.section, row.register, row.key, field, row.key, tuple(said.items()), level
    )


def about_plan(code: AdviceCode, row: Row, field: str, **said: Particular) -> Advice:
    """Said once of the whole plan; it can be put right in that row."""
    return Advice(code, row.section, row.register, row.key, field, "", tuple(said.items()))


def about_field(code: AdviceCode, section: str, field: str, **said: Particular) -> Advice:
    """Said once of the whole plan; it can be put right at a question of its own."""
    return Advice(code, section, field=field, said=tuple(said.items()))
