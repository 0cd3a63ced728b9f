"""Loading what is shipped. What an administrator edited is never overwritten."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from engage.config import TRANSLATIONS
from engage.kit.db import db
from engage.kit.locales import CODES
from engage.reference.models import (
    AgeBand,
    ChecklistItem,
    EditableRow,
    Initiative,
    Mandate,
    Occasion,
    Party,
    StockComment,
    Threshold,
)
from engage.reference.vocabulary.identity import Annex

DATA = Path(__file__).parent / "data"
ANNEXES = {
    "Africa": Annex.AFRICA,
    "Asia": Annex.ASIA,
    "LAC": Annex.LAC,
    "NMED": Annex.NMED,
    "CEE": Annex.CEE,
}

Line = dict[str, str]
Facts = dict[str, Any]


def load_reference() -> None:
    """Add what is missing and refresh what nobody edited; to be run again at each update."""
    load_parties()
    for model, file, facts in PRESETS:
        load_rows(model, file, facts)
    db.session.flush()


def load_parties() -> None:
    known = {party.code: party for party in db.session.scalars(select(Party))}
    for line in lines_of("parties.csv"):
        party = known.get(line["iso2"])
        if party is None:
            db.session.add(Party(code=line["iso2"], annexes=annexes_of(line), **party_facts(line)))
            continue
        for column, value in party_facts(line).items():
            setattr(party, column, value)
        if party.edited_at is None:
            party.annexes = annexes_of(line)


def load_rows(model: type[EditableRow], file: str, facts: Callable[[Line], Facts]) -> None:
    known = {row.code: row for row in db.session.scalars(select(model))}
    for line in lines_of(file):
        row = known.get(line["code"])
        if row is None:
            db.session.add(model(code=line["code"], note="", names=names(line), **facts(line)))
        elif row.edited_at is None:
            for column, value in {"names": names(line), **facts(line)}.items():
                setattr(row, column, value)


def lines_of(file: str) -> list[Line]:
    """The lines of a shipped file, with the names that a further language brings along."""
    lines = _read(DATA / file)
    for code in CODES:
        path = TRANSLATIONS / code / "names" / file
        further = {_code_of(line): line["name"] for line in _read(path)} if path.exists() else {}
        for line in lines:
            line.update({code: further[_code_of(line)]} if _code_of(line) in further else {})
    return lines


def _read(path: Path) -> list[Line]:
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def _code_of(line: Line) -> str:
    return line.get("iso2") or line["code"]


def names(line: Mapping[str, str], prefix: str = "") -> dict[str, str]:
    return {code: line[prefix + code] for code in CODES if line.get(prefix + code)}


def annexes_of(line: Line) -> list[str]:
    """`none` and blank mean no annex; several are separated by semicolons."""
    return [ANNEXES[word].value for word in line["annex"].split(";") if word in ANNEXES]


def party_facts(line: Line) -> Facts:
    return {
        "iso3": line["iso3"],
        "names": names(line),
        "languages": [word for word in line["languages"].split(";") if word],
        "ui_language": line["ui_language"],
    }


def occasion_facts(line: Line) -> Facts:
    return {
        "kind": line["kind"],
        "month": int(line["month"]) if line["month"] else None,
        "day": int(line["day"]) if line["day"] else None,
        "starts": line["starts"] or None,
        "ends": line["ends"] or None,
    }


def initiative_facts(line: Line) -> Facts:
    return {"website": line["website"]}


def mandate_facts(line: Line) -> Facts:
    return {"symbol": line["symbol"], "citations": names(line, prefix="citation_")}


def threshold_facts(line: Line) -> Facts:
    return {"value": int(line["value"]), "unit": line["unit"]}


def age_band_facts(line: Line) -> Facts:
    return {"from_age": int(line["from_age"]), "to_age": int(line["to_age"])}


def checklist_facts(line: Line) -> Facts:
    codes = {column: line[column] for column in ("chapter", "section", "prefill")}
    return {"place": int(line["place"]), **codes}


def stock_comment_facts(line: Line) -> Facts:
    return {
        "kind": line["kind"],
        "section": line["section"],
        "texts": names(line, prefix="text_"),
    }


PRESETS: tuple[tuple[type[EditableRow], str, Callable[[Line], Facts]], ...] = (
    (Occasion, "occasions.csv", occasion_facts),
    (Initiative, "initiatives.csv", initiative_facts),
    (Mandate, "mandates.csv", mandate_facts),
    (Threshold, "thresholds.csv", threshold_facts),
    (AgeBand, "age_bands.csv", age_band_facts),
    (ChecklistItem, "checklist.csv", checklist_facts),
    (StockComment, "stock_comments.csv", stock_comment_facts),
)
