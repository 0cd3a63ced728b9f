"""Reading a plan document from outside, line by line: pure, no database.

What cannot be taken is named with its path, its value and what was expected; nothing is dropped
in silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.errors import Invalid, ensure
from engage.kit.values.base import Problem
from engage.kit.values.clean import tidy
from engage.kit.values.vocabulary import Label
from engage.plans.document import KEY, NUMBER_MAX, SCHEMA, Json
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register, Section

DEEPEST = 50
OBJECT: Label = _l("Expected an object with named parts.")
LIST: Label = _l("Expected a list.")
PRIVATE: Label = _l("Nothing is expected here: this answer never leaves the Party.")
ROW_KEY: Label = _l("Expected a key of letters, digits, “-” and “_”, at most 40 characters.")
ROW_NUMBER: Label = _l("Expected the author’s number as text on one line, at most 60 characters.")
KEY_TWICE: Label = _l("Expected a key that no other row of the list has.")
NO_PARENTS: Label = _l("Nothing is expected here: the rows of this list do not stand below others.")
NO_SUCH_ROW: Label = _l("Expected the key of another row of the same list.")
RING: Label = _l("Expected a row that does not itself stand below this one.")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that was not taken: where it stands, what it is, and what was expected there."""

    path: str
    value: Any
    expected: Label


@dataclass(slots=True)
class Imported:
    """What could be read: answers by section, rows by register, and what was left out."""

    party: str = ""
    readable: bool = True
    sections: dict[str, Json] = field(default_factory=dict)
    rows: dict[str, list[Json]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def leave(self, path: str, value: Any, expected: Label) -> None:
        self.left_out.append(LeftOut(path, value, expected))


# ---------------------------------------------------------------- text


def parse(text: str | bytes) -> Any:
    """The JSON of a text. Raises Invalid where it is none, or says something twice."""
    try:
        found = json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Invalid(_("This is not a JSON document: %(reason)s", reason=str(error))) from error
    ensure(_is_shallow(found), Invalid(_("The document is nested too deeply to be a plan.")))
    return found


def _is_shallow(found: Any) -> bool:
    """A plan document is some ten levels deep; what follows may walk down level by level."""
    level = [found] if isinstance(found, dict | list) else []
    for _depth in range(DEEPEST):
        inner = [each.values() if isinstance(each, dict) else each for each in level]
        level = [one for each in inner for one in each if isinstance(one, dict | list)]
        if not level:
            return True
    return False


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Invalid(_("The key “%(key)s” stands twice in one object.", key=key))
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


# ---------------------------------------------------------------- reading


def read_document(document: Any) -> Imported:
    """What a document holds that the outline knows, and everything else by name."""
    imported = Imported()
    if not isinstance(document, dict):
        imported.readable = False
        imported.leave("", document, OBJECT)
        return imported
    if document.get("schema") != SCHEMA:
        imported.readable = False
        expected = _l("Expected the version “%(schema)s” of the plan document.", schema=SCHEMA)
        imported.leave("schema", document.get("schema"), expected)
        return imported
    _read_party(document, imported)
    _name_strangers(document, ("schema", "party", "sections"), "", imported)
    sections = _object(document.get("sections", {}), "sections", imported)
    _name_strangers(sections, [each.code for each in SECTIONS], "sections", imported)
    for section in SECTIONS:
        if section.code in sections:
            _read_section(sections[section.code], section, imported)
    return imported


def _read_party(document: Json, imported: Imported) -> None:
    party = document.get("party")
    if isinstance(party, str) and re.fullmatch("[A-Z]{2}", party):
        imported.party = party
    else:
        imported.leave("party", party, _l("Expected the two letters of a Party, such as “XA”."))


def _read_section(found: Any, section: Section, imported: Imported) -> None:
    path = f"sections.{section.code}"
    parts = _object(found, path, imported)
    _name_strangers(parts, ("fields", "registers"), path, imported)
    values = _object(parts.get("fields", {}), f"{path}.fields", imported)
    imported.sections[section.code] = _values(values, section.fields, f"{path}.fields", imported)
    registers = _object(parts.get("registers", {}), f"{path}.registers", imported)
    _name_strangers(
        registers, [each.code for each in section.registers], f"{path}.registers", imported
    )
    for register in section.registers:
        here = f"{path}.registers.{register.code}"
        found_rows = registers.get(register.code, [])
        if not isinstance(found_rows, list):
            imported.leave(here, found_rows, LIST)
            continue
        imported.rows[register.code] = _read_rows(found_rows, register, here, imported)


def _values(
    found: Mapping[str, Any], fields: tuple[Field, ...], path: str, imported: Imported
) -> Json:
    by_code = {each.code: each for each in fields}
    shown = [each.code for each in fields if not each.private]
    taken: Json = {}
    for code, value in found.items():
        here = f"{path}.{code}"
        known = by_code.get(code)
        if known is None:
            imported.leave(here, value, _unknown_key(shown))
        elif known.private:
            imported.leave(here, value, PRIVATE)
        elif problems := known.kind.check(value):
            for problem in problems:
                _leave_part(here, value, problem, imported)
        else:
            taken[code] = value
    return taken


def _leave_part(path: str, value: Any, problem: Problem, imported: Imported) -> None:
    """Name the part of a value that does not fit; the value as a whole stays out."""
    part: Any = value
    for step in problem.part.split(".") if problem.part else ():
        path += f"[{step}]" if isinstance(part, list) else f".{step}"
        part = _inside(part, step)
    imported.leave(path, part, problem.sentence)


def _inside(value: Any, step: str) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
        return value[int(step)]
    return value


# ---------------------------------------------------------------- rows


def _read_rows(found: list[Any], register: Register, path: str, imported: Imported) -> list[Json]:
    rows: dict[str, tuple[str, Json]] = {}
    for index, each in enumerate(found):
        here = f"{path}[{index}]"
        if not isinstance(each, dict):
            imported.leave(here, each, OBJECT)
        elif not _is_key(each.get("key")):
            imported.leave(f"{here}.key", each.get("key"), ROW_KEY)
        elif each["key"] in rows:
            imported.leave(f"{here}.key", each["key"], KEY_TWICE)
        else:
            rows[each["key"]] = (here, _read_row(each, register, here, imported))
    _check_parents(rows, imported)
    return [row for _path, row in rows.values()]


def _read_row(found: Json, register: Register, path: str, imported: Imported) -> Json:
    known = ("key", "number", "parent", "values")
    _name_strangers(found, known, path, imported)
    values = _object(found.get("values", {}), f"{path}.values", imported)
    row: Json = {
        "key": found["key"],
        "values": _values(values, register.fields, f"{path}.values", imported),
    }
    if "number" in found:
        number = found["number"]
        if _is_number(number):
            row["number"] = number
        else:
            imported.leave(f"{path}.number", number, ROW_NUMBER)
    if "parent" in found:
        if register.nested:
            row["parent"] = found["parent"]
        else:
            imported.leave(f"{path}.parent", found["parent"], NO_PARENTS)
    return row


def _check_parents(rows: dict[str, tuple[str, Json]], imported: Imported) -> None:
    """Rows whose parent is not there, or that would stand below themselves, stand at the top."""
    for key, (path, row) in rows.items():
        if "parent" not in row:
            continue
        parent = row["parent"]
        if not isinstance(parent, str) or parent not in rows:
            imported.leave(f"{path}.parent", row.pop("parent"), NO_SUCH_ROW)
        elif _is_below(parent, key, rows):
            imported.leave(f"{path}.parent", row.pop("parent"), RING)


def _is_below(start: str, key: str, rows: dict[str, tuple[str, Json]]) -> bool:
    """Whether the row `start` is the row `key`, or stands somewhere below it."""
    seen: set[str] = set()
    here: Any = start
    while isinstance(here, str) and here in rows and here not in seen:
        if here == key:
            return True
        seen.add(here)
        here = rows[here][1].get("parent")
    return False


def _is_key(key: Any) -> bool:
    return isinstance(key, str) and re.fullmatch(KEY, key) is not None


def _is_number(number: Any) -> bool:
    """Kept as written, so it must already be as it would be kept."""
    return (
        isinstance(number, str)
        and 0 < len(number) <= NUMBER_MAX
        and tidy(number) == number
        and "\n" not in number
    )


# ---------------------------------------------------------------- shapes


def _object(found: Any, path: str, imported: Imported) -> Json:
    if isinstance(found, dict):
        return found
    imported.leave(path, found, OBJECT)
    return {}


def _name_strangers(found: Json, known: Collection[str], path: str, imported: Imported) -> None:
    for key, value in found.items():
        if key not in known:
            imported.leave(f"{path}.{key}" if path else key, value, _unknown_key(known))


def _unknown_key(known: Collection[str]) -> Label:
    sentence: Label = _l(
        "No such key is expected here. Known are: %(keys)s.", keys=", ".join(known)
    )
    return sentence
