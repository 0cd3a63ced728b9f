"""Sheets to fill with a pencil: their shapes, and how they are laid out for Typst."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from engage.kit.paper import Sheet

Label = Callable[[str], dict[str, Any]]


class Tally(Sheet):
    """One or two pages: for each group a line for each age, with a box under each of `boxes`.

    `heads` stand over the groups and over the ages.
    """

    before: list[str]
    heads: list[str]
    boxes: list[str]
    groups: list[str]
    ages: list[str]
    after: list[str]


class Question(TypedDict):
    """What is asked: `options` to tick, and `blanks` to write in, each behind its word."""

    label: str
    help: str
    options: list[str]
    blanks: list[str]


class Blank(Sheet):
    """A form of one page."""

    before: list[str]
    questions: list[Question]
    after: list[str]


def laid_tally(payload: Mapping[str, Any], label: Label) -> dict[str, Any]:
    parts = ("before", "heads", "boxes", "groups", "ages", "after")
    return {part: [label(each) for each in payload[part]] for part in parts}


def laid_blank(payload: Mapping[str, Any], label: Label) -> dict[str, Any]:
    return {
        "before": [label(each) for each in payload["before"]],
        "questions": [_question(each, label) for each in payload["questions"]],
        "after": [label(each) for each in payload["after"]],
    }


def _question(question: Mapping[str, Any], label: Label) -> dict[str, Any]:
    return {
        "label": label(question["label"]),
        "help": label(question["help"]) if question["help"] else None,
        "options": [label(each) for each in question["options"]],
        "blanks": [label(each) for each in question["blanks"]],
    }
