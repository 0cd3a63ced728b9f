"""The number and the code on every paper about a plan: made from facts, so nothing is stored."""

from __future__ import annotations

from engage.kit.values.fingerprint import fingerprint
from engage.plans.document import Json
from engage.plans.vocabulary import Paper

LETTERS: dict[Paper, str] = {
    Paper.CLEARANCE: "CS",
    Paper.COVER: "CL",
    Paper.RECEIPT: "RC",
    Paper.LETTER: "LT",
}
# Who signed and when is written into the plan after the paper was signed: it is no change of text.
SIGNED_LATER = frozenset({"prepared_by", "authorised_by"})
HALF = 4


def paper_number(ref: str, paper: Paper, version: int, round_: int) -> str:
    """`XA-2026-1/CS/2.1`: the plan, the kind of paper, and version and round of which it speaks."""
    return f"{ref}/{LETTERS[paper]}/{version}.{round_}"


def code_of(document: Json) -> str:
    """`3F2A-91C7`: the same on all papers that speak of the same text, another for another text."""
    sections = document["sections"]
    signature = sections["signature"]
    fields = {k: v for k, v in signature["fields"].items() if k not in SIGNED_LATER}
    text = {**document, "sections": {**sections, "signature": {**signature, "fields": fields}}}
    mark = fingerprint(text).upper()
    return f"{mark[:HALF]}-{mark[HALF : 2 * HALF]}"
