"""Six papers, the same facts: every code, number, date, amount and currency stands in each."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask

from engage.kit.locales import CODES
from engage.kit.pdf import typeset
from engage.plans import exports
from engage.plans.document import Json
from tests.plans.facts import facts_in, facts_of_pdf
from tests.plans.golden.plan import golden_copy, golden_document, money
from tests.plans.review.letters import letter_of

Payload = Callable[[str], Any]

needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed"
)


def plain_document() -> Json:
    """The rich plan without what languages write with other figures, or with none.

    Thousands and millions are written out in Chinese; Arabic says one and two without a figure.
    """
    document = copy.deepcopy(golden_document())
    budget = document["sections"]["resources"]["registers"]["budget"]
    activities = document["sections"]["activities"]["registers"]["activities"]
    for line in (*budget, *activities):
        name = "amount" if line in budget else "cost"
        amount = line["values"].get(name, {})
        if "amount" not in amount:
            line["values"][name] = money("700", "EUR")
        elif "unit" in amount:
            amount["amount"] = str(int(Decimal(amount["amount"]) * amount.pop("unit")))
    return document


PAPERS: dict[str, Payload] = {
    "summary": lambda code: exports.summary(golden_copy(document=plain_document()), code),
    "full": lambda code: exports.full(golden_copy(document=plain_document()), code),
    "letter": letter_of,
}


@needs_poppler
@pytest.mark.parametrize("kind", list(PAPERS))
def test_six_papers_hold_the_same_facts(app: Flask, kind: str) -> None:
    found = {}
    with app.test_request_context():
        for code in CODES:
            payload = PAPERS[kind](code)
            found[code] = facts_of_pdf(typeset(kind, payload), payload["foot"], code)
    assert sum(found["en"].values()) > (10 if kind == "letter" else 60)
    for code in CODES:
        assert found[code] == found["en"], (
            code,
            found[code] - found["en"],
            found["en"] - found[code],
        )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1 November 2026: USD 1,250.50 for XA-2026-1"),
        ("fr", "1er novembre 2026 : 1\u202f250,50 USD pour XA-2026-1"),
        ("es", "1 de noviembre de 2026: 1.250,50 USD para XA-2026-1"),
        ("ru", "1 ноября 2026 г.: 1 250,50 USD для XA-2026-1"),
        ("zh", "2026年11\n月1日：XA-2026-1 USD 1,250.50"),
        ("ar", "‎1 تشرين الثاني/نوفمبر 2026: 1,250.50 USD للخطة XA-2026-1"),
    ],
)
def test_a_fact_is_found_however_a_language_writes_it(language: str, text: str) -> None:
    facts = ("1", "month-11", "2026", "125050", "USD", "XA-2026-1")
    assert facts_in(text, language) == dict.fromkeys(facts, 1)
