"""A summary as plain lines, to be read by people and compared letter by letter.

Somebody's own words stand between ‹ ›, with their language; lines of one cell are joined by " / ".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engage.kit.locales import force
from engage.kit.paper import Summary
from engage.plans import exports
from engage.plans.budget import budget_table
from engage.plans.document import assemble
from tests.plans.golden.plan import golden_copy, row

COUNTS = (1, 2, 5, 11, 100)


def told(language: str) -> str:
    """The golden summary in a language, with what is said only in other cases below it."""
    payload = exports.summary(golden_copy(), language)
    return "\n".join([*_paper(payload), *_other_cases(payload, language)]) + "\n"


def _paper(payload: Summary) -> Iterator[str]:
    tell = _Teller(payload["own_lang"])
    yield f"{payload['party']} | {payload['kind']} | {payload['draft']}"
    yield tell.cell({"text": payload["title"], "lang": payload["title_lang"]})
    yield from (f"{label}: {tell.cell(cell)}" for label, cell in payload["facts"])
    yield from tell.paragraph(payload["purpose"])
    for table in payload["tables"][:-1]:
        yield from tell.table(table)
    for paragraph in payload["paragraphs"]:
        yield from tell.paragraph(paragraph)
    yield from tell.table(payload["tables"][-1])
    yield ""
    for signature in payload["signatures"]:
        name = tell.cell(signature["name"])
        yield " | ".join([signature["role"], *([name] if name else []), *signature["lines"]])
    yield ""
    yield from (payload["foot"][part] for part in ("prepared", "print", "page", "code"))


class _Teller:
    def __init__(self, own_language: str) -> None:
        self.own_language = own_language

    def cell(self, cell: Any) -> str:
        if isinstance(cell, str):
            return cell.replace("\n", " / ")
        if not isinstance(cell, Mapping):
            return "".join(self.cell(each) for each in cell)
        if not (cell.get("own") or cell.get("lang")):
            return self.cell(cell["text"])
        language = cell.get("lang") or self.own_language
        return f"‹{language}: {self.cell(cell['text'])}›"

    def paragraph(self, paragraph: Any) -> Iterator[str]:
        text, language = paragraph["text"], paragraph.get("lang")
        yield from ("", f"## {paragraph['heading']}")
        yield self.cell({"text": text, "lang": language} if language else text)

    def table(self, table: Any) -> Iterator[str]:
        yield from ("", f"## {table['heading']}", " | ".join(table["head"]))
        yield from (" | ".join(self.cell(cell) for cell in cells) for cells in table["rows"])
        yield from ([table["note"]] if table.get("note") else [])


def _other_cases(payload: Summary, language: str) -> Iterator[str]:
    """Sentences of a summary that this plan has no use for."""
    yield from ("", "## ----")
    yield from (str(sentence) for sentence in payload["words"].values())
    yield payload["tables"][0]["more"]
    empty = exports.summary(golden_copy(document=assemble("XA", {}, {})), language)
    yield from (str(table["empty"]) for table in empty["tables"] if table.get("empty"))
    yield str(empty["title"])
    with force(language):
        for count in COUNTS:
            lines = [row(str(n), amount={"answer": "unknown"}) for n in range(count)]
            costs = [row(str(n)) for n in range(count)]
            document = assemble("XA", {}, {"budget": lines, "activities": costs})
            yield f"{count}: {budget_table(document, language)['note']}"
