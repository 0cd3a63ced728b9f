"""The few ways in which a wish is refused; each carries a sentence for the person who asked."""

from __future__ import annotations


class EngageError(Exception):
    """A refusal with a sentence that says what is so and what to do next."""

    status = 400

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(EngageError):
    status = 403


class NotFound(EngageError):
    status = 404


class OutOfTurn(EngageError):
    """The thing has moved on since the page was opened."""

    status = 409


class Invalid(EngageError):
    status = 422


def ensure(condition: object, error: EngageError) -> None:
    if not condition:
        raise error
