"""What a comment is written on: the Party's draft, or what it submitted last."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engage.accounts.models import User
from engage.kit.locales import current
from engage.plans.document import Json, compose
from engage.plans.models import Plan
from engage.plans.outline.plan import find_section
from engage.plans.reading import ReadSection, read_section
from engage.plans.review.pages.desk import version_under_review
from engage.plans.review.places import InWords, Place, stands_in
from engage.plans.rules import is_own


@dataclass(frozen=True, slots=True)
class Text:
    """The document, its language, and what its places are called."""

    document: Json
    language: str
    places: InWords

    def has(self, place: Place) -> bool:
        return stands_in(place, self.document)

    def read(self, place: Place) -> ReadSection | None:
        """The section in words, or only the row of it; nothing for the whole plan."""
        section = find_section(place.section)
        if section is None:
            return None
        read = read_section(self.document, section, current())
        return _only(read, place) if place.register and self.has(place) else read


def text_for(reader: User, plan: Plan) -> Text:
    if is_own(reader, plan):
        return Text(compose(plan), plan.language, InWords.in_plan(plan))
    version = version_under_review(plan)
    return Text(version.document, version.language, InWords.in_version(version))


def _only(read: ReadSection, place: Place) -> ReadSection:
    registers = tuple(
        replace(each, rows=tuple(row for row in each.rows if row.key == place.row_key))
        for each in read.registers
        if each.code == place.register
    )
    return replace(read, entries=(), registers=registers)
