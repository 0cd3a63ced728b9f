"""Findings in words: one whole sentence for each, and the place where it can be put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.pieces import Cell, own, woven
from engage.kit.values.text import Text
from engage.plans.advice.sentences import SENTENCES
from engage.plans.advice.shape import Advice
from engage.plans.completeness import Finding
from engage.plans.document import Json, in_tree_order, rows_of
from engage.plans.linked import spoken_in
from engage.plans.outline.asked import is_further
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import Group


class RowName(NamedTuple):
    """What a row is called; `language` is that of its title, where it is not the plan's."""

    number: str = ""
    title: str = ""
    language: str = ""


# By register and key.
Names = Mapping[tuple[str, str], RowName]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is put right: the address of its page, and what the link says."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """One finding as it is read."""

    level: str
    level_text: str
    sentence: Cell
    url: str
    place: str
    section: str


def in_words(found: Sequence[Finding], names: Names, ref: str) -> list[Said]:
    """Findings in the language spoken now: the musts first, else in the order of the plan."""
    ordered = sorted(found, key=lambda finding: finding.level is not Level.MUST)
    return [_said(finding, names, ref) for finding in ordered]


def sentence_of(finding: Finding, names: Names) -> Cell:
    """What is open, in a sentence that names the place; a row by the Party's own words."""
    match finding.rule:
        case "group_missing":
            group = Group(finding.group).label
            return str(_("%(group)s: no row, and no reason why not.", group=group))
        case "no_rows":
            return str(_register_of(finding).empty)
        case "too_many":
            return _too_many(_register_of(finding))
        case "as_typed":
            return _unreadable(finding, names)
        case "half":
            return _("“%(field)s” is only half filled.", field=_field_of(finding).label)
        case "dangling":
            return _dangling(finding, names)
        case "dated_ahead":
            return _("“%(field)s” is dated after today.", field=_field_of(finding).label)
        case _:
            return _blank(finding, names)


def place_of(finding: Finding, ref: str) -> Place:
    """The page of the row, or the section's page at the field or the register."""
    section = _section_of(finding)
    label = _(
        "%(number)s %(section)s: %(asked)s",
        number=section.number,
        section=section.title,
        asked=_asked(finding),
    )
    return Place(_address_of(finding, ref), label)


def place_of_advice(advice: Advice, ref: str) -> Place:
    """Where an advice can be followed."""
    there = Finding(
        advice.level, "advice", advice.section, advice.register, advice.key, advice.field
    )
    return place_of(there, ref)


def _address_of(finding: Finding, ref: str) -> str:
    page = f"/plans/{ref}/sections/{finding.section}"
    if finding.key:
        row = f"/plans/{ref}/rows/{finding.register}/{finding.key}"
        leaf = "/further" if is_further(_register_of(finding), _field_of(finding)) else ""
        return f"{row}{leaf}#{finding.field}-group"
    if finding.rule == "group_missing":
        return f"{page}#not_relevant-group"
    if finding.register:
        return f"{page}#list-{finding.register}"
    return f"{page}#{finding.field}-group"


def _asked(finding: Finding) -> str:
    """What is asked for there: a group, an answer, or rows of a list."""
    if finding.rule == "group_missing":
        return str(Group(finding.group).label)
    if finding.field:
        return _field_of(finding).label
    return _register_of(finding).title


def names_of_rows(document: Json) -> dict[tuple[str, str], RowName]:
    """Number and title of every row, for the sentences about them."""
    return {
        (register.code, row["key"]): _name_of(row, register, position)
        for section in SECTIONS
        for register in section.registers
        for position, (row, _depth) in enumerate(
            in_tree_order(rows_of(document, section.code, register.code)), start=1
        )
    }


def _name_of(row: Json, register: Register, position: int) -> RowName:
    """A row that is known by something from a list has no title of its own."""
    number, title = row.get("number") or str(position), row["values"].get(register.named_by)
    if isinstance(register.field(register.named_by).kind, Text) and isinstance(title, str):
        return RowName(number, title, spoken_in(register, row["values"]))
    return RowName(number)


def _said(finding: Finding, names: Names, ref: str) -> Said:
    place = place_of(finding, ref)
    must = finding.level is Level.MUST
    return Said(
        level=finding.level.value,
        level_text=_("must") if must else _("should"),
        sentence=sentence_of(finding, names),
        url=place.url,
        place=place.label,
        section=finding.section,
    )


_BLOCKS = {"consent_open": AdviceCode.R_IND1, "diligence_open": AdviceCode.R_PRI1}


def _blank(finding: Finding, names: Names) -> Cell:
    """An answer that is not given; the rules that hold up submission say why it is needed."""
    if finding.rule in _BLOCKS:
        return woven(str(SENTENCES[_BLOCKS[finding.rule]]), row=_row_name(finding, names))
    field = _field_of(finding).label
    if not finding.key:
        return _("“%(field)s” is still blank.", field=field)
    row = _row_name(finding, names)
    return woven(_("%(row)s: “%(field)s” is still blank."), row=row, field=field)


def _unreadable(finding: Finding, names: Names) -> Cell:
    field = _field_of(finding).label
    if not finding.key:
        return _("“%(field)s” could not be read. It is kept as typed.", field=field)
    row = _row_name(finding, names)
    return woven(
        _("%(row)s: “%(field)s” could not be read. It is kept as typed."), row=row, field=field
    )


def _dangling(finding: Finding, names: Names) -> Cell:
    field = _field_of(finding).label
    leads = _("“%(field)s” leads to a row that is no longer there.", field=field)
    if not finding.key:
        return leads
    # Translators: a row or a group of the plan, then what is said of it.
    return woven(_("%(group)s: %(answer)s"), group=_row_name(finding, names), answer=leads)


def _too_many(register: Register) -> str:
    return ngettext(
        "%(list)s: there are more than %(num)s. Fewer are read with more care.",
        "%(list)s: there are more than %(num)s. Fewer are read with more care.",
        register.most or 0,
        list=register.title,
    )


def _row_name(finding: Finding, names: Names) -> Cell:
    """The row’s own title, or its place in the list while it has none."""
    name = names.get((finding.register, finding.key), RowName())
    if name.title:
        return own(name.title, name.language)
    register = _register_of(finding).title
    return _("%(list)s, row %(number)s", list=register, number=name.number)


def _section_of(finding: Finding) -> Section:
    section = find_section(finding.section)
    if section is None:
        raise KeyError(finding.section)
    return section


def _register_of(finding: Finding) -> Register:
    found = find_register(finding.register)
    if found is None:
        raise KeyError(finding.register)
    return found[1]


def _field_of(finding: Finding) -> Field:
    if finding.register:
        return _register_of(finding).field(finding.field)
    return next(each for each in _section_of(finding).fields if each.code == finding.field)
