"""What comes from outside: a comment, an answer and a letter, as typed."""

from __future__ import annotations

from dataclasses import dataclass

from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Step
from engage.reference.vocabulary.identity import AnswerToComment


@dataclass(frozen=True, slots=True)
class CommentDetails:
    kind: CommentKind
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class ObjectionDetails:
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class AnswerDetails:
    """The Party's answer; `answer` is None while nothing is chosen yet."""

    answer: AnswerToComment | None
    text: str


@dataclass(frozen=True, slots=True)
class LetterDetails:
    """A letter as far as it is written; `step` is None while nothing is decided yet."""

    strengths: str
    reason: str
    step: Step | None
    language: str
    support: str = ""
