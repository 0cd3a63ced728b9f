"""A plan of many rows that came twice: both versions, the letter between them, its comments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from tests.bench.content import SENTENCES, Facts, document_of, key_of, rewritten

SPOTS = (
    *(("activities", "activities", key_of(number)) for number in range(8)),
    *((section, "", "") for section in ("purpose", "feedback", "resources", "")),
)
People = Mapping[str | None, int]


def two_rounds(
    plans: Sequence[Facts], people: People, counts: Mapping[str, int]
) -> Iterator[Facts]:
    first = document_of("", "", counts=counts)
    second = rewritten(first)
    for plan in plans:
        for round_, document in enumerate((first, second), start=1):
            yield {
                "plan_id": plan["id"],
                "number": 1,
                "round": round_,
                "title": plan["title"],
                "language": "en",
                "document": {**document, "party": plan["party_code"]},
                "submitted_at": plan["moved_at"] + dt.timedelta(days=round_),
                "submitted_by_id": people[plan["party_code"]],
            }


def letters(plans: Sequence[Facts], people: People) -> Iterator[Facts]:
    for plan in plans:
        yield {
            **_of_round_1(plan, people),
            "step": "return",
            "strengths": SENTENCES[0],
            "reason": SENTENCES[1],
        }


def comments(plans: Sequence[Facts], people: People) -> Iterator[Facts]:
    """Twelve a plan: on rows, on sections and on the whole plan."""
    for plan in plans:
        for section, register, key in SPOTS:
            yield {
                **_of_round_1(plan, people),
                "section": section,
                "register": register,
                "row_key": key,
                "kind": "question",
                "text": SENTENCES[2],
                "from_secretariat": True,
            }


def _of_round_1(plan: Facts, people: People) -> Facts:
    moment = plan["moved_at"] + dt.timedelta(days=1, hours=5)
    return {
        "plan_id": plan["id"],
        "version": 1,
        "round": 1,
        "language": "en",
        "written_by_id": people[None],
        "written_at": moment,
        "sent_at": moment,
    }
