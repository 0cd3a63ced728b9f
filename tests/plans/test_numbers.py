from __future__ import annotations

from copy import deepcopy

from engage.plans.document import assemble
from engage.plans.numbers import code_of, paper_number
from engage.plans.vocabulary import Paper

DOCUMENT = assemble("XA", {"identity": {"title": "People of the grassland"}}, {})


def test_a_number_names_plan_paper_version_and_round() -> None:
    numbers = [paper_number("XA-2026-1", paper, 2, 1) for paper in Paper]
    assert numbers == [
        "XA-2026-1/CS/2.1",
        "XA-2026-1/CL/2.1",
        "XA-2026-1/RC/2.1",
        "XA-2026-1/LT/2.1",
    ]


def test_the_same_text_has_the_same_code_and_another_text_another() -> None:
    other = deepcopy(DOCUMENT)
    assert code_of(other) == code_of(DOCUMENT)
    other["sections"]["identity"]["fields"]["title"] = "People of the grasslands"
    assert code_of(other) != code_of(DOCUMENT)
    assert len(code_of(DOCUMENT)) == len("3F2A-91C7")


def test_to_write_in_who_signed_when_changes_no_code() -> None:
    signed = deepcopy(DOCUMENT)
    fields = signed["sections"]["signature"]["fields"]
    fields["authorised_by"] = {"name": "Ilen Dorrin", "on": "2026-11-20"}
    assert code_of(signed) == code_of(DOCUMENT)
    fields["visibility"] = "party"
    assert code_of(signed) != code_of(DOCUMENT)
