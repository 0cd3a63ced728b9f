"""Lays out a payload for Typst: each text becomes a piece with a language and a direction.

A galley also knows how tight it must set: how many rows of a table and how many letters of a text
fit. It remembers whether anything was left out, so that the paper can say so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engage.kit.booklet import laid_booklet
from engage.kit.glyphs import breakable, printable
from engage.kit.handwritten import laid_blank, laid_tally
from engage.kit.pictures import laid_gallery, laid_keys
from engage.kit.route_map import laid_map

Laid = dict[str, Any]

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
# Codes and telephone numbers that begin with a figure would turn round in Arabic: 8/COP.16.
_TURNS = re.compile(r"[0-9+#@][\w./:+@-]*[A-Za-z][\w./:+@-]*\w|\+\d[\d ()-]{4,}\d", re.ASCII)
ELLIPSIS = "…"
# By the part that only they have: what is laid elsewhere.
_LAID = {"contents": laid_booklet, "boxes": laid_tally, "questions": laid_blank}


@dataclass(frozen=True, slots=True)
class Tightness:
    """How closely to set; None means without limit."""

    scale: float = 1.0
    letters: int | None = None
    rows: int | None = None
    whole: bool = False  # no table runs on to the next page
    first: int = 0  # rows of the first table that stay, however few the others keep


LOOSE = Tightness()


class Galley:
    def __init__(self, payload: Mapping[str, Any], tightness: Tightness = LOOSE) -> None:
        self.payload = payload
        self.tightness = tightness
        self.lang = _language(payload["lang"])
        self.own_lang = _language(payload.get("own_lang") or payload["lang"])
        self.boxed = False
        self.shortened = False

    def laid(self) -> Laid:
        """What the template reads: a summary has tables, a full plan sections, a letter remarks,
        a route sheet lists, a slip entries of its own; others are laid elsewhere."""
        sheet = self._sheet() | self._body()
        if "map" in self.payload:
            sheet["map"] = laid_map(self.payload["map"], self.label, self.cell)
        sheet["notes"] = self._notes()
        sheet["box_note"] = self.label(self.payload["words"]["glyphs_missing"])
        return sheet

    def _body(self) -> Laid:
        if "tables" in self.payload:
            return self._parts()
        for part, laid in _LAID.items():
            if part in self.payload:
                return laid(self.payload, self.label)
        if "sections" in self.payload:
            return self._sections()
        if "lists" in self.payload:
            return self._route()
        return self._slip() if "entries" in self.payload else self._letter()

    # ------------------------------------------------------------ pieces

    def label(self, text: str) -> Laid:
        """Words of the house, in the reader's language."""
        return _trimmed(self._piece(text, self.lang, own=False))

    def cell(self, cell: Any, letters: int | None = None) -> Laid:
        """A plain sentence, somebody's own words with a language of their own, or several."""
        if isinstance(cell, str | Mapping):
            return _trimmed(self._run(cell, letters))
        return self._several(cell, letters)

    def _run(self, cell: str | Mapping[str, Any], letters: int | None) -> Laid:
        if isinstance(cell, str):
            return self._piece(self._shortened(cell, letters), self.lang, own=False)
        own = bool(cell.get("own") or cell.get("lang"))
        lang = _language(cell["lang"]) if cell.get("lang") else self.own_lang if own else self.lang
        text = self._shortened(cell["text"], letters)
        return self._piece(text, lang, own=own, bold=bool(cell.get("bold")))

    def _several(self, cells: Iterable[Any], letters: int | None) -> Laid:
        """Pieces that follow each other; `text` holds all they say, to be measured."""
        runs: list[Laid] = []
        for cell in cells:
            left = None if letters is None else letters - sum(len(run["text"]) for run in runs)
            if left is None or left > 1:
                runs.append(self._run(cell, left))
        for run in runs:  # signs between two texts stand as the paper runs
            run["dir"] = run["dir"] if re.search(r"\w", run["text"]) else self.payload["dir"]
        text = "".join(run["text"] for run in runs)
        return {"text": text, "lang": self.lang, "dir": self.payload["dir"], "runs": runs}

    def _piece(self, text: str, lang: str, *, own: bool, bold: bool = False) -> Laid:
        drawn, boxed = printable(str(text))
        self.boxed = self.boxed or boxed
        way = first_direction(drawn, self.payload["dir"], own=own)
        drawn = breakable(drawn)
        if way == "rtl":
            drawn = _TURNS.sub("\u2066\\g<0>\u2069", drawn)
        return {"text": drawn, "lang": lang, "dir": way, "bold": bold}

    def _shortened(self, text: str, letters: int | None) -> str:
        if letters is None or len(text) <= letters:
            return text
        self.shortened = True
        return shorten(text, letters)

    # ------------------------------------------------------------ what both share

    def _sheet(self) -> Laid:
        payload, letters = self.payload, self.tightness.letters
        words = {"text": payload["title"], "lang": payload.get("title_lang")}
        title, kind = self.cell(words, letters), self.label(payload["kind"])
        return {
            "lang": self.lang,
            "dir": payload["dir"],
            "scale": self.tightness.scale,
            "whole": self.tightness.whole,
            "title": title if title["text"] else kind,  # a PDF/UA has a title
            "kind": kind,
            "party": self.label(payload["party"]),
            "draft": self.label(payload["draft"]) if payload.get("draft") else None,
            "facts": [
                [self.label(name), self.cell(said, letters)] for name, said in payload["facts"]
            ],
            "signatures": [self._signature(one) for one in payload["signatures"]],
            "foot": {part: self.label(words) for part, words in payload["foot"].items()},
        }

    def _signature(self, signature: Mapping[str, Any]) -> Laid:
        return {
            "role": self.label(signature["role"]),
            "name": self.cell(signature["name"], self.tightness.letters),
            "lines": [self.label(line) for line in signature["lines"]],
        }

    def _notes(self) -> list[Laid]:
        words = self.payload["words"]
        said = [words.get("shortened") if self.shortened else None]
        said.append(words["glyphs_missing"] if self.boxed else None)
        return [self.label(sentence) for sentence in said if sentence]

    # ------------------------------------------------------------ the summary

    def _parts(self) -> Laid:
        tables = [self._table(*numbered) for numbered in enumerate(self.payload["tables"])]
        paragraphs = [self._paragraph(one) for one in self.payload["paragraphs"]]
        purpose = self._paragraph(self.payload["purpose"])
        return {"purpose": purpose, "parts": [*tables[:-1], *paragraphs, *tables[-1:]]}

    def _paragraph(self, paragraph: Mapping[str, Any]) -> Laid:
        letters = self.tightness.letters and self.tightness.letters * 3
        text, lang = paragraph["text"], paragraph.get("lang")
        said = {"text": text, "lang": lang} if lang else text
        return {"heading": self.label(paragraph["heading"]), "text": self.cell(said, letters)}

    def _table(self, position: int, table: Mapping[str, Any]) -> Laid:
        least = 0 if position else self.tightness.first
        most = self.tightness.rows and max(self.tightness.rows, least)
        rows = table["rows"][:most]
        left_out = len(table["rows"]) - len(rows)
        return {
            "heading": self.label(table["heading"]),
            "head": [self.label(name) for name in table["head"]],
            "align": table["align"],
            "rows": [[self.cell(cell, self.tightness.letters) for cell in row] for row in rows],
            "notes": [self.label(sentence) for sentence in _under(table, left_out)],
        }

    # ------------------------------------------------------------ the full plan

    def _sections(self) -> Laid:
        sections = [self._section(section) for section in self.payload["sections"]]
        glance = self.payload.get("glance")
        drawn = {"glance": laid_gallery(glance, self.label, self.cell)} if glance else {}
        return {"sections": sections, **drawn}

    def _section(self, section: Mapping[str, Any]) -> Laid:
        return {
            "number": section["number"],
            "title": self.label(section["title"]),
            "entries": self._entries(section["entries"]),
            "registers": [self._register(register) for register in section["registers"]],
        }

    def _register(self, register: Mapping[str, Any]) -> Laid:
        empty = register.get("empty")
        return {
            "title": self.label(register["title"]),
            "empty": self.label(empty) if empty else None,
            "rows": [self._row(row) for row in register["rows"]],
        }

    def _row(self, row: Mapping[str, Any]) -> Laid:
        title = {"text": row["title"], "own": row.get("own", True), "lang": row.get("lang")}
        entries = self._entries(row["entries"])
        return {"number": row["number"], "title": self.cell(title), "entries": entries}

    def _entries(self, entries: Iterable[Mapping[str, Any]]) -> list[Laid]:
        return [
            {"label": self.label(one["label"]), "lines": [self.cell(line) for line in one["lines"]]}
            for one in entries
            if one["lines"]
        ]

    # ------------------------------------------------------------ route sheets, the paper chain

    def _route(self) -> Laid:
        return {
            "opening": self.cell(self.payload["opening"]),
            "legend": laid_keys(self.payload["legend"], self.label),
            "entries": self._entries(self.payload["entries"]),
            "lists": [self._table(*numbered) for numbered in enumerate(self.payload["lists"])],
        }

    def _slip(self) -> Laid:
        pledge = self.payload["pledge"]
        return {
            "size": self.payload.get("size", "a4"),
            "address": [self.label(line) for line in self.payload["address"]],
            "opening": self.label(self.payload["opening"]),
            "entries": self._entries(self.payload["entries"]),
            "closing": [self.label(sentence) for sentence in self.payload["closing"]],
            "pledge": self._paragraph(pledge) if pledge else None,
        }

    # ------------------------------------------------------------ the letter

    def _letter(self) -> Laid:
        reason, support = self.payload["reason"], self.payload["support"]
        labels = ("opening", "comments", "closing", "sender")
        return {
            **{each: self.label(self.payload[each]) for each in labels},
            "strengths": self._paragraph(self.payload["strengths"]),
            "reason": self._paragraph(reason) if reason else None,
            "praised": [self._remarks(one) for one in self.payload["praised"]],
            "chapters": [self._remarks(one) for one in self.payload["chapters"]],
            "support": self._paragraph(support) if support else None,
        }

    def _remarks(self, chapter: Mapping[str, Any]) -> Laid:
        remarks = [self._remark(one) for one in chapter["remarks"]]
        title = self.label(chapter["title"])
        return {"number": chapter["number"], "title": title, "remarks": remarks}

    def _remark(self, one: Mapping[str, Any]) -> Laid:
        laid = {"kind": self.label(one["kind"]), "text": self._run(one, None)}
        return {**laid, "place": self.cell(one["place"])} if "place" in one else laid


def _trimmed(piece: Laid) -> Laid:
    return {**piece, "text": piece["text"].strip()}


def _under(table: Mapping[str, Any], left_out: int) -> list[str]:
    """The sentences below a table: nothing there, what was left out, what to know."""
    said = [table.get("empty") if not table["rows"] else None]
    said.append(table["more"].replace("{n}", str(left_out)) if left_out else None)
    said.append(table.get("note"))
    return [sentence for sentence in said if sentence]


def _language(code: str) -> str:
    """The part of a language code that Typst takes; "und" where there is none."""
    found = _LANGUAGE.match(code.lower())
    return found.group() if found else "und"


def first_direction(text: str, paper: str, *, own: bool) -> str:
    """Own words run as their first letter does, labels as the paper does, codes from the left."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    strong = [way in _RIGHT_TO_LEFT for way in ways if way in _RIGHT_TO_LEFT or way == "L"]
    if own and strong:
        return "rtl" if strong[0] else "ltr"
    return "rtl" if paper == "rtl" and any(strong) else "ltr"


def shorten(text: str, letters: int) -> str:
    """At most so many letters, cut between words where one ends nearby, never before an accent."""
    end = letters - 1
    while end > 1 and unicodedata.combining(text[end]):
        end -= 1
    space = text.rfind(" ", max(end - 16, 1), end) if text[end].isalnum() else end
    return text[: space if space > 0 else end].rstrip(" ,;:،؛，；、") + ELLIPSIS
