"""What a guide says: its payload walked through, and its words on the page and in the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element

from pypdf import PdfReader

from engage.kit.booklet import Chapter, Term
from tests.kit.test_pdf import plain, text_of
from tests.pages import parse

WORD = re.compile(r"[^\W\d_]{2,}")
SIGN = re.compile(r"[^\W\d_]")  # for Chinese, which is written without spaces
VOWEL_MARKS = re.compile("\\S*[\u064b-\u0652]\\S*")


def within(chapters: list[Chapter]) -> Iterator[Chapter]:
    """Every chapter, in the order of the guide."""
    for each in chapters:
        yield each
        yield from within(each["chapters"])


def sentences(chapter: Chapter) -> Iterator[str]:
    """What one chapter says, without the chapters in it."""
    yield chapter["title"]
    yield from (*chapter["text"], *chapter["steps"], *chapter["notes"])
    for term in chapter["terms"]:
        yield from sentences_of(term)


def sentences_of(term: Term) -> Iterator[str]:
    yield term["term"]
    yield from (*term["marks"], *term["text"])


def by_code(chapters: list[Chapter]) -> Mapping[str, Chapter]:
    return {each["code"]: each for each in within(chapters)}


def sheet_of(page: str) -> Element:
    """The guide on its page, without what stands around it."""
    sheet = parse(page).find(".//article")
    assert sheet is not None
    return sheet


def words_of_page(page: str, language: str) -> set[str]:
    return _words(plain(_text(page)), language)


def words_of_pdf(pdf: bytes, language: str) -> set[str]:
    return _words(text_of(pdf), language)


def words_with_marks(page: str) -> set[str]:
    """Arabic words that carry a vowel mark."""
    return _words(plain(" ".join(VOWEL_MARKS.findall(_text(page)))), "ar")


def _text(page: str) -> str:
    return " ".join(sheet_of(page).itertext())


def _words(text: str, language: str) -> set[str]:
    """In Arabic each by its letters alone: extractors write some lam-alef in the order drawn."""
    found = set((SIGN if language == "zh" else WORD).findall(text))
    return {"".join(sorted(word)) for word in found} if language == "ar" else found


def outline_of(pdf: bytes) -> list[str]:
    """The titles in the outline of the file, top down."""

    def titles(entries: list[object]) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield str(getattr(entry, "title", ""))

    return [plain(each) for each in titles(list(PdfReader(BytesIO(pdf)).outline))]
