"""A letter that never changes, with its comments, without a database."""

from __future__ import annotations

import datetime as dt
from typing import Any

from engage.kit.paper import Letter as LetterPaper
from engage.plans.document import assemble
from engage.plans.models import Plan, Version
from engage.plans.review.letter import letter_paper
from engage.plans.review.models import Comment, Letter
from engage.reference.models import Party
from engage.rehearsal.people import PARTY

SENT = dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC)
REMARKS = (
    ("purpose", "praise", "Une phrase suffit : 14 jours, et l’on sait qui répond.", "fr"),
    ("activities", "question", "من يقرأ الرسائل التي تصل إلى المدرسة في اليوم 17؟", "ar"),
    ("activities", "must_change", "The map costs 3,500.75 here and 3,000 in section 7.", "en"),
    ("resources", "suggestion", "Два автомобиля дешевле трех: 24 000 USD.", "ru"),
)


def letter_of(language: str, **facts: Any) -> LetterPaper:
    """The letter with which version 2.3 was returned, in French, on a plan in Arabic."""
    plan = Plan(ref="XA-2026-1", party=Party(**PARTY), language="ar")
    version = Version(
        title="أهل السهوب والآبار، 2026-2027", language="ar", document=assemble("XA", {}, {})
    )
    comments = [
        Comment(section=section, kind=kind, text=text, language=spoken)
        for section, kind, text, spoken in REMARKS
    ]
    letter = Letter(
        **{
            "plan": plan,
            "version": 2,
            "round": 3,
            "step": "return",
            "strengths": "Les dates sont claires ; 46 puits ont un gardien.",
            "reason": "Un chiffre du budget en contredit un autre.",
            "language": "fr",
            "sent_at": SENT,
            **facts,
        }
    )
    return letter_paper(letter, version, comments, language)
