"""A closed list of codes, each with a label in the reader's language."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, Self


class Label(Protocol):
    """A sentence that is put into words when it is shown: a lazy string of Flask-Babel."""

    def __str__(self) -> str: ...


class Vocabulary(StrEnum):
    """Members are written `NAME = "code", _l("Label")`; the value is the code."""

    label: Label

    def __new__(cls, code: str, label: Label = "") -> Self:  # a member is asked for by code alone
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def labels(cls) -> dict[str, Label]:
        """Code to label, in the order of the list."""
        return {member.value: member.label for member in cls}
