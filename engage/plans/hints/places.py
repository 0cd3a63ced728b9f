"""What there is to read beside a question: a line that follows from the row, and more to open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from engage.kit.formats import show_items
from engage.kit.locales import current, force
from engage.kit.pieces import Cell, own, woven
from engage.kit.values.vocabulary import Label
from engage.plans.hints.prompts import Prompt, prompts_beside
from engage.plans.hints.ways import channels_for, methods_for
from engage.plans.outline.shape import Field, Register, Section

Place = Section | Register


@dataclass(frozen=True, slots=True)
class Hint:
    """A filled example and good practice for one question."""

    code: str
    label: str
    example: str
    prompts: tuple[Prompt, ...]

    @property
    def summary(self) -> str:
        if not self.prompts:
            return _("An example")
        return _("Good practice and an example") if self.example else _("Good practice")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the row says that help depends on; a row below takes it over from those above."""

    groups: frozenset[str] = frozenset()
    level: str = ""


def hints_of(
    place: Place, fields: Iterable[Field], groups: frozenset[str] | None
) -> tuple[Hint, ...]:
    """The questions about which there is more to say, in their order.

    `groups` are those that the row is about; None means everything that can be said.
    """
    found = (_hint(place, field, groups) for field in fields)
    return tuple(each for each in found if each.example or each.prompts)


def _hint(place: Place, field: Field, groups: frozenset[str] | None) -> Hint:
    prompts = prompts_beside(f"{place.code}.{field.code}", groups)
    return Hint(field.code, str(field.label), str(field.example), prompts)


def lines_beside(
    register: Register, values: Mapping[str, Any], seen: Seen, language: str
) -> dict[str, Cell]:
    """By question, the line that follows from what the row says; empty while nothing follows.

    `language` is the plan's, in which standard words are written.
    """
    codes = {field.code for field in register.fields}
    lines: dict[str, Cell] = {}
    if "channels" in codes:
        lines["channels"] = _channels(seen.groups)
    if "level" in codes:
        lines["methods"] = _methods(seen.level)
    for field in register.fields:
        if field.standard is not None:
            lines[field.code] = _standard(field.standard(values), language)
    return lines


def _channels(groups: frozenset[str]) -> Cell:
    labels = [str(each.label) for each in channels_for(groups)]
    if not labels:
        return ""
    listed = show_items(labels, language=current())
    return _("Often reached by: %(channels)s", channels=listed)


def _methods(level: str) -> Cell:
    labels = [str(each.label) for each in methods_for(level)]
    if not labels:
        return ""
    listed = show_items(labels, language=current())
    return _("What fits the level: %(methods)s", methods=listed)


def _standard(words: Label | None, language: str) -> Cell:
    """What the plan says if the box stays empty, in the language of the plan."""
    if words is None:
        return ""
    with force(language):
        text = str(words)
    return woven(_("If the box stays empty, the plan says: %(words)s"), words=own(text, language))
