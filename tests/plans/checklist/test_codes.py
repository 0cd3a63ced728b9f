"""Reference data stands below plans: the codes that it repeats are those of plans and review."""

from __future__ import annotations

from engage.plans.outline.plan import SECTIONS
from engage.plans.review.vocabulary import CommentKind
from engage.reference.vocabulary.review import PlanSection, StockKind
from tests.speaking import spoken


def test_sections_are_those_of_the_plan_by_code_and_title() -> None:
    with spoken("fr"):
        told = {code: str(label) for code, label in PlanSection.labels().items()}
        assert told == {section.code: str(section.title) for section in SECTIONS}


def test_kinds_of_comment_are_those_of_the_review() -> None:
    with spoken("fr"):
        told = {code: str(label) for code, label in StockKind.labels().items()}
        assert told == {code: str(label) for code, label in CommentKind.labels().items()}
