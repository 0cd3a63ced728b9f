"""An exception excuses one sentence, for a reason, as long as it is needed."""

from __future__ import annotations

from engage.kit.locales import CODES
from tests.house import excuses
from tests.house.excuses import Excuse, Fault

SPACE = Fault("fr", "two spaces", "A plan", "Un  plan")
FOR_IT = Excuse("fr", "two spaces", "A plan", "so it is printed")


def test_an_exception_covers_its_sentence_and_no_other() -> None:
    others = [
        Fault("es", "two spaces", "A plan", "Un  plan"),
        Fault("fr", "a tatweel", "A plan", "Un  plan"),
        Fault("fr", "two spaces", "Two plans", "Deux  plans"),
    ]
    assert excuses.unexcused([SPACE, *others], [FOR_IT]) == others


def test_an_exception_that_nothing_needs_is_stale() -> None:
    assert excuses.stale([SPACE], [FOR_IT], "fr") == []
    assert excuses.stale([], [FOR_IT], "fr") == [FOR_IT]
    assert excuses.stale([], [FOR_IT], "es") == []


def test_every_exception_has_a_language_a_reason_and_no_double() -> None:
    listed = excuses.read()
    assert {excuse.language for excuse in listed} <= set(CODES)
    assert [excuse for excuse in listed if not excuse.reason] == []
    named = [(excuse.language, excuse.rule, excuse.sentence) for excuse in listed]
    assert len(named) == len(set(named))
