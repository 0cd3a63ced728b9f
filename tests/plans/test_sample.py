"""A real plan, taken in, counted, completed, submitted, reviewed and printed.

`tests/samples/zeuss-koutine-facts.csv` lists every fact of the original: where it stands in the
plan document, or why it has no place there.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.values.fingerprint import fingerprints
from engage.plans.actions import Incomplete, submit_plan
from engage.plans.completeness import Finding, findings, holds_up
from engage.plans.document import compose
from engage.plans.drafting import Typed, add_row, save_row, save_section, section_of
from engage.plans.imports import import_plan
from engage.plans.incoming import parse
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register, find_section
from engage.plans.queries import find_row, own_plan
from engage.plans.review.actions import complete_review, return_plan, take_up
from engage.plans.vocabulary import Status
from tests.factories import make_party, make_user
from tests.plans.documents import Marks
from tests.plans.printed import packed, text_of_page, text_of_pdf

FOLDER = Path("tests/samples")


class Fact(NamedTuple):
    original: str
    value: str
    place: str
    reason: str


def read_facts() -> list[Fact]:
    with (FOLDER / "zeuss-koutine-facts.csv").open(encoding="utf-8", newline="") as text:
        return [Fact(**line) for line in csv.DictReader(text)]


FACTS = read_facts()
PLACED = [fact for fact in FACTS if fact.place]
WITHOUT_A_PLACE = [fact for fact in FACTS if not fact.place]


@pytest.fixture
def focal_point(session: Session) -> User:
    party = make_party(session, "Tunisia", code="TN", iso3="TUN")
    return make_user(session, party=party)


@pytest.fixture
def plan(focal_point: User) -> Plan:
    assert focal_point.party is not None
    document = parse((FOLDER / "zeuss-koutine.json").read_text(encoding="utf-8"))
    ref = import_plan(focal_point, focal_point.party, document).plan.ref
    return own_plan(ref, visible_to=focal_point)


def at(document: Any, place: str) -> Any:
    """The value at a path like `sections.activities.registers.activities[2].number`."""
    for name, index in re.findall(r"([a-z_]+)|\[(\d+)\]", place):
        document = document[name] if name else document[int(index)]
    return document


def stands_at(document: Any, fact: Fact) -> bool:
    found = at(document, fact.place)
    if fact.place.endswith(".parent"):
        rows = at(document, fact.place.partition("[")[0])
        found = next(row["values"]["name"] for row in rows if row["key"] == found)
    return str(found) == fact.value


def test_every_fact_has_a_place_or_a_reason() -> None:
    assert (len(FACTS), len(PLACED), len(WITHOUT_A_PLACE)) == (106, 84, 22)
    assert all(fact.reason for fact in WITHOUT_A_PLACE)
    assert len({fact.place for fact in PLACED}) == len(PLACED)


def test_what_has_no_place_is_known_by_name() -> None:
    not_of_the_plan = [f.original for f in WITHOUT_A_PLACE if "how the sample was" in f.reason]
    assert {re.split(r"[\[.]", name)[0] for name in not_of_the_plan} == {
        "case", "coverage", "domain", "sources", "unseen", "odd",
    }  # fmt: skip
    blank = {f.original for f in WITHOUT_A_PLACE if f.reason.startswith("left empty")}
    assert blank == {
        "period.as_written",
        "activities[0].audience",
        "activities[0].formats",
        "previous_activities[0].timing.start",
    }
    assert {f.original for f in WITHOUT_A_PLACE} == set(not_of_the_plan) | blank


def test_facts_in_are_facts_out(plan: Plan) -> None:
    document = compose(plan)
    assert [fact.original for fact in PLACED if not stands_at(document, fact)] == []
    assert len(leaves(document)) == len(PLACED) + keys_of_rows(document)


def leaves(value: Any) -> list[Any]:
    """All that the document says, its version apart."""
    if isinstance(value, dict):
        return [leaf for key, each in value.items() if key != "schema" for leaf in leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each)]
    return [value]


def keys_of_rows(document: Any) -> int:
    """The keys of rows are ours; they say nothing of the original."""
    return json.dumps(document).count('"key":')


def test_the_full_print_has_every_fact(
    client: FlaskClient, signed_in: Any, focal_point: User, plan: Plan
) -> None:
    signed_in(client, focal_point)
    page = text_of_page(client.get(f"/plans/{plan.ref}/full?lang=en").text)
    pdf = text_of_pdf(client.get(f"/plans/{plan.ref}/full.pdf?lang=en").data)
    shown = {"en": "English", "TN": "Tunisia", "subnational": "Part of the country"}
    for fact in PLACED:
        words = packed(shown.get(fact.value, fact.value))
        assert words in page, fact
        assert words in pdf, fact


def test_the_sample_is_completed_submitted_reviewed_and_printed(
    session: Session, client: FlaskClient, signed_in: Any, focal_point: User, plan: Plan
) -> None:
    with pytest.raises(Incomplete):
        submit_plan(focal_point, plan)
    answer_every_must(focal_point, plan)
    submit_plan(focal_point, plan)
    reviewer = make_user(session, Role.REVIEWER)
    take_up(reviewer, plan)
    return_plan(reviewer, plan, "Audiences are told apart.", "Please name a date.")
    submit_plan(focal_point, plan)
    take_up(reviewer, plan)
    complete_review(reviewer, plan, "Short and clear.")
    assert plan.status == Status.COMPLETE
    signed_in(client, reviewer)
    for kind in ("summary", "full"):
        answer = client.get(f"/plans/{plan.ref}/{kind}.pdf?lang=en")
        assert answer.data.startswith(b"%PDF-")
        assert packed("Zeuss-Koutine, Tunisia") in text_of_pdf(answer.data)


SIGNED = {"name": "Somebody", "on": "2026-02-01"}
WHOLE: dict[str, Any] = {
    "period": {"start": "2026", "end": "2027"},
    "focal_point": {"name": "Somebody", "email": "land@example.org"},
    "prepared_by": SIGNED,
    "authorised_by": SIGNED,
}


def answer_every_must(actor: User, plan: Plan) -> None:
    """Any answer will do; an answer may ask for the next one."""
    marks = Marks()
    for _round in range(10):
        open_musts = holds_up(findings(compose(plan)))
        for finding in open_musts:
            answer(actor, plan, finding, marks)
    assert open_musts == ()


def answer(actor: User, plan: Plan, finding: Finding, marks: Marks) -> None:
    section, found = find_section(finding.section), find_register(finding.register)
    assert section is not None
    if finding.rule == "group_missing":
        kept = section_of(plan, section.code).content
        reasons = kept.get("not_relevant", {}) | {finding.group: "Not named by the authors."}
        save_section(actor, plan, section, Typed({"not_relevant": reasons}, fingerprints(kept)))
    elif found is None:
        field = next(each for each in section.fields if each.code == finding.field)
        kept = section_of(plan, section.code).content
        value = WHOLE.get(field.code) or marks.of(field.kind)
        save_section(actor, plan, section, Typed({field.code: value}, fingerprints(kept)))
    elif finding.key:
        field = found[1].field(finding.field)
        row = find_row(plan, finding.register, finding.key)
        save_row(actor, plan, found[1], row, Typed({field.code: marks.of(field.kind)}, {}))
    else:
        add_row(actor, plan, found[1])
