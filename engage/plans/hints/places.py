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
from engage.plans.advice.seen import codes_in
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


def groups_in(register: Register, values: Mapping[str, Any]) -> frozenset[str] | None:
    """The groups of the decision that a row is about; None where nothing is said of them."""
    return codes_in(values.get("groups")) if _asks(register, "groups") else None


def lines_beside(
    register: Register, values: Mapping[str, Any], in_effect: Mapping[str, Any], language: str
) -> dict[str, Cell]:
    """By question, the line that follows from what the row says; empty while nothing follows.

    `in_effect` are its answers, with those that it takes over from the rows above; `language` is
    the plan's, in which standard words are written.
    """
    lines: dict[str, Cell] = {}
    if _asks(register, "channels"):
        lines["channels"] = _channels(groups_in(register, in_effect) or frozenset())
    if _asks(register, "level"):
        lines["methods"] = _methods(in_effect.get("level"))
    for field in register.fields:
        if field.standard is not None:
            lines[field.code] = _standard(field.standard(values), language)
    return lines


def _asks(register: Register, code: str) -> bool:
    return any(field.code == code for field in register.fields)


def _channels(groups: frozenset[str]) -> Cell:
    labels = [str(each.label) for each in channels_for(groups)]
    if not labels:
        return ""
    listed = show_items(labels, language=current())
    return _("Often reached by: %(channels)s", channels=listed)


def _methods(level: Any) -> Cell:
    labels = [str(each.label) for each in methods_for(level)] if isinstance(level, str) else []
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
