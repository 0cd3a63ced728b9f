"""A guide on paper: its shapes, and how they are laid out for Typst.

A chapter is printed as title, sentences, steps, notes, terms, and then the chapters in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from engage.kit.paper import Sheet

Label = Callable[[str], dict[str, Any]]


class Term(TypedDict):
    """A word of the pages and what it means; `marks` stand beside it."""

    term: str
    marks: list[str]
    text: list[str]


class Chapter(TypedDict):
    """`code` names its place on the page."""

    code: str
    title: str
    text: list[str]
    steps: list[str]
    notes: list[str]
    terms: list[Term]
    chapters: list[Chapter]


class Booklet(Sheet):
    """Any length; `contents` is the title of the list of chapters."""

    lead: list[str]
    contents: str
    chapters: list[Chapter]


def laid_booklet(payload: Mapping[str, Any], label: Label) -> dict[str, Any]:
    return {
        "lead": [label(each) for each in payload["lead"]],
        "contents": label(payload["contents"]),
        "chapters": [_chapter(each, label) for each in payload["chapters"]],
    }


def _chapter(chapter: Mapping[str, Any], label: Label) -> dict[str, Any]:
    return {
        "title": label(chapter["title"]),
        "text": [label(each) for each in chapter["text"]],
        "steps": [label(each) for each in chapter["steps"]],
        "notes": [label(each) for each in chapter["notes"]],
        "terms": [_term(each, label) for each in chapter["terms"]],
        "chapters": [_chapter(each, label) for each in chapter["chapters"]],
    }


def _term(term: Mapping[str, Any], label: Label) -> dict[str, Any]:
    return {
        "term": label(term["term"]),
        "marks": [label(each) for each in term["marks"]],
        "text": [label(each) for each in term["text"]],
    }
