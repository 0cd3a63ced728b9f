"""All that leaves of an event: its document, its print page, its PDF, and what they say."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

from flask.testing import FlaskClient

from engage.events.document import Json
from engage.plans.reading import Entry, ReadSection
from tests.kit.test_pdf import text_of
from tests.plans.printed import packed, text_of_page

RIGHT_TO_LEFT = re.compile("[\u0600-\u06ff]")
WORD = re.compile("[\u0600-\u06ff]+|[^\\W\u0600-\u06ff]+")


def document_of(pages: FlaskClient, ref: str) -> Json:
    found: Json = json.loads(pages.get(f"/events/{ref}.json", read=False).data)
    return found


def rows_of(document: Json) -> dict[str, list[Json]]:
    """The answers of the rows of each list."""
    return {code: [row["values"] for row in rows] for code, rows in document["registers"].items()}


def print_of(pages: FlaskClient, ref: str, language: str = "en") -> str:
    return text_of_page(pages.get(f"/events/{ref}/print?lang={language}").text)


def pdf_of(pages: FlaskClient, ref: str, language: str = "en") -> str:
    """As another program reads it, where one is installed."""
    answer = pages.get(f"/events/{ref}/print.pdf?lang={language}", read=False)
    return packed(text_of(answer.data))


def said(sections: tuple[ReadSection, ...]) -> Iterator[tuple[str, Entry]]:
    """The entries that have an answer, each with its place: a section or a list."""
    for section in sections:
        yield from ((section.code, each) for each in section.entries if each.lines)
        for register in section.registers:
            for row in register.rows:
                yield from ((register.code, each) for each in row.entries if each.lines)


def unsaid(text: str, sections: tuple[ReadSection, ...]) -> list[str]:
    """Lines of answers that a printed text lacks."""
    return [
        f"{place}.{entry.code}: {line.text}"
        for place, entry in said(sections)
        for line in entry.lines
        if not is_in(text, line.text)
    ]


def is_in(text: str, line: str) -> bool:
    """Whether the line stands in a text that was `packed`; of one in Arabic each word by itself,
    since programs put the words of a line from right to left in an order of their own."""
    if RIGHT_TO_LEFT.search(line):
        words = WORD.findall(unicodedata.normalize("NFKC", line))
        return all(packed(word) in text for word in words)
    return packed(line) in text
