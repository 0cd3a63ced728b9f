"""Papers of made-up Parties in six languages, as pages would hand them to the typesetter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engage.kit.paper import (
    Full,
    Letter,
    Line,
    Register,
    Remark,
    Row,
    Section,
    Signature,
    Slip,
    Summary,
    Table,
)
from engage.kit.pieces import Cell, Piece

DIRECTIONS = {"ar": "rtl"}
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")

# What is said on them stands in papers.json. In French and Spanish only some of it is translated:
# what is tried there is that their letters are drawn.
PAPERS: dict[str, Any] = json.loads((Path(__file__).with_suffix(".json")).read_text("utf-8"))


def own(text: str, lang: str = "en") -> Piece:
    return {"text": text, "lang": lang, "own": True}


def sheet(lang: str) -> dict[str, Any]:
    paper = PAPERS[lang]
    prepared, printed, page = paper["foot"]
    by, who, authorised, name, place = paper["signatures"]
    signatures: list[Signature] = [
        {"role": by, "name": who, "lines": [place]},
        {"role": authorised, "name": "", "lines": [name, place]},
    ]
    missing, shortened = paper["words"]
    return {
        "lang": lang,
        "dir": DIRECTIONS.get(lang, "ltr"),
        "own_lang": lang,
        "title": paper["title"],
        "title_lang": lang,
        "kind": paper["kind"],
        "party": paper["party"],
        "draft": paper["draft"],
        "facts": paper["facts"],
        "signatures": signatures,
        "foot": {"prepared": prepared, "print": printed, "page": page, "code": "XA-27-2 · 7KMQ"},
        "words": {"glyphs_missing": missing, "shortened": shortened},
    }


def table(lang: str, name: str, align: str = "") -> Table:
    heading, head, rows, *note = PAPERS[lang][name]
    sides = ["end" if side == "e" else "start" for side in align.ljust(len(head), "s")]
    cells: list[list[Cell]] = [list(row) for row in rows]
    return {
        "heading": heading,
        "head": head,
        "align": sides,  # type: ignore[typeddict-item]  # the two words are spelt out above
        "rows": cells,
        "more": PAPERS[lang]["more"],
        "empty": None,
        "note": note[0] if note else None,
    }


def summary(lang: str = "en") -> Summary:
    purpose, change = PAPERS[lang]["purpose"]
    heard, how = PAPERS[lang]["heard"]
    return {
        **sheet(lang),  # type: ignore[typeddict-item]  # a sheet is the part both papers share
        "purpose": {"heading": purpose, "text": change, "lang": lang},
        "tables": [
            table(lang, "groups"),
            table(lang, "activities"),
            table(lang, "budget", "seee"),
            table(lang, "indicators"),
        ],
        "paragraphs": [{"heading": heard, "text": how, "lang": lang}],
    }


def full(lang: str = "en", times: int = 1) -> Full:
    """Two sections; the activities as many times as asked, so that it runs over pages."""
    purpose, change = PAPERS[lang]["purpose"]
    first: Section = {
        "number": "1",
        "title": purpose,
        "entries": [{"label": purpose, "lines": [{"text": change, "own": True}]}],
        "registers": [],
    }
    second: Section = {
        "number": "2",
        "title": PAPERS[lang]["groups"][0],
        "entries": [],
        "registers": [register(lang, "groups"), register(lang, "activities", times)],
    }
    return {**sheet(lang), "sections": [first, second]}  # type: ignore[typeddict-item]  # see summary


def letter(lang: str = "en") -> Letter:
    """Strengths and a reason in the paper's own language, one comment in English."""
    purpose, change = PAPERS[lang]["purpose"]
    heard, how = PAPERS[lang]["heard"]
    title, _heads, rows, *_ = PAPERS[lang]["groups"]
    said = [(text, lang) for row in rows for text in row if text]
    remarks: list[Remark] = [
        {"level": "question", "kind": title, "text": text, "lang": spoken}
        for text, spoken in [*said, ("Who leads?", "en")]
    ]
    return {
        **sheet(lang),  # type: ignore[typeddict-item]  # see summary
        "signatures": [],
        "opening": change,
        "strengths": {"heading": purpose, "text": change, "lang": lang},
        "reason": {"heading": heard, "text": how, "lang": lang},
        "comments": title,
        "praised": [],
        "chapters": [{"number": "1", "title": title, "remarks": remarks}],
        "support": None,
        "closing": how,
        "sender": PAPERS[lang]["party"],
    }


def slip(lang: str = "en") -> Slip:
    """A page to be signed by three, with own words in English in one of its lines."""
    purpose, change = PAPERS[lang]["purpose"]
    heard, how = PAPERS[lang]["heard"]
    signatures = sheet(lang)["signatures"]
    lines: list[Line] = [{"text": how, "own": False}, {"text": "A note", "own": True, "lang": "en"}]
    return {
        **sheet(lang),  # type: ignore[typeddict-item]  # see summary
        "signatures": [*signatures, signatures[1]],
        "address": [PAPERS[lang]["party"]],
        "opening": change,
        "entries": [{"label": heard, "lines": lines}],
        "closing": [how],
        "pledge": {"heading": purpose, "text": change},
    }


def register(lang: str, name: str, times: int = 1) -> Register:
    title, heads, rows, *_ = PAPERS[lang][name]
    return {
        "title": title,
        "empty": None,
        "rows": [row(f"2.{n}", heads, cells) for n, cells in enumerate(rows * times, start=1)],
    }


def row(number: str, heads: list[str], cells: list[str]) -> Row:
    said = zip(heads[1:], cells[1:], strict=True)
    return {
        "number": number,
        "title": cells[0],
        "entries": [
            {"label": label, "lines": [{"text": text, "own": True}]} for label, text in said if text
        ],
    }
