from __future__ import annotations

import pytest

from engage.plans.assignments.matching import Rule, best_rule

BOTH, ANNEX, LANGUAGE, ANY = 1, 2, 3, 4
RULES = (
    Rule("gender", "", "", ANY),
    Rule("gender", "", "fr", LANGUAGE),
    Rule("gender", "africa", "", ANNEX),
    Rule("gender", "africa", "fr", BOTH),
)


@pytest.mark.parametrize(
    ("annexes", "language", "reader"),
    [
        (["africa"], "fr", BOTH),
        (["africa"], "en", ANNEX),
        (["asia"], "fr", LANGUAGE),
        ([], "fr", LANGUAGE),
        (["asia"], "en", ANY),
    ],
)
@pytest.mark.parametrize("rules", [RULES, RULES[::-1]])
def test_the_rule_that_says_most_counts(
    rules: tuple[Rule, ...], annexes: list[str], language: str, reader: int
) -> None:
    found = best_rule(rules, "gender", annexes, language)
    assert found is not None
    assert found.reviewer_id == reader


def test_a_rule_for_another_topic_annex_or_language_does_not_fit() -> None:
    assert best_rule(RULES, "youth", ["africa"], "fr") is None
    assert best_rule(RULES[2:], "gender", ["asia"], "fr") is None
    assert best_rule(RULES[1:2], "gender", ["asia"], "en") is None


@pytest.mark.parametrize("annexes", [["asia", "nmed"], ["nmed", "asia"]])
def test_of_two_annexes_of_a_party_the_first_of_the_convention_counts(annexes: list[str]) -> None:
    rules = (Rule("lead", "nmed", "", 1), Rule("lead", "asia", "", 2))
    for order in (rules, rules[::-1]):
        found = best_rule(order, "lead", annexes, "en")
        assert found is not None
        assert found.annex == "asia"
