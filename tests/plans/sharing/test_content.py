from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session

from engage.kit.values.links import Links
from engage.plans.document import Json, fields_of, rows_of
from engage.plans.drafting import Typed, add_row, save_row, save_section
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.outline.plan import SECTIONS
from engage.plans.sharing import content
from engage.plans.sharing.content import (
    READ,
    SHARED,
    TAKEN,
    origin_in_words,
    shared_in,
    taken_over,
    words_to_find,
)
from engage.plans.sharing.queries import offers_of
from tests.factories import make_plan, make_user
from tests.plans.documents import filled_document
from tests.plans.sharing.lending import EVENINGS, complete

NEVER = {"when", "places", "responsible", "partners", "cost", "funded", "status_note", "occasion"}


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value that is long enough to be told from a code."""
    if isinstance(value, str) and len(value) > 3:
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)


def private_texts(document: Json) -> set[str]:
    found = set()
    for section in SECTIONS:
        values = fields_of(document, section.code)
        found |= {
            text for f in section.fields if f.private for text in texts_in(values.get(f.code))
        }
        for register in section.registers:
            for row in rows_of(document, section.code, register.code):
                for field in register.fields:
                    if field.private:
                        found |= set(texts_in(row["values"].get(field.code)))
    return found


def test_no_private_answer_of_a_plan_is_ever_in_what_it_shares(session: Session) -> None:
    document = filled_document(private=True)
    secrets = private_texts(document)
    assert secrets
    writer = make_user(session)
    plan = make_plan(session, party=writer.party)
    for section in SECTIONS:
        save_section(writer, plan, section, Typed(fields_of(document, section.code), {}))
        for register in section.registers:
            for row in rows_of(document, section.code, register.code):
                values = {**row["values"], "may_be_borrowed": "yes"}
                added = add_row(writer, plan, register, row["key"])
                save_row(writer, plan, register, added, Typed(values, {}))
    session.flush()
    rows = [row.content for row in plan.rows if row.register == ACTIVITIES.code]
    offers = complete(session, plan, *rows)
    said = json.dumps([[each.content, each.title, each.search_text] for each in offers])
    assert offers
    assert [secret for secret in secrets if json.dumps(secret)[1:-1] in said] == []


def test_of_an_activity_with_every_answer_only_what_is_named_here_is_shared() -> None:
    document = filled_document(private=True)
    [row] = rows_of(document, "activities", "activities")
    row["values"]["may_be_borrowed"] = "yes"
    [shared] = shared_in(document).values()
    assert set(shared) == SHARED
    assert not SHARED & NEVER
    assert not {f.code for f in content.FIELDS if f.private or isinstance(f.kind, Links)}


@pytest.mark.parametrize("answer", ["no", None, {"as_typed": {"": ["yes"]}}])
def test_an_activity_is_not_shared_without_a_yes(answer: Any) -> None:
    document = filled_document()
    [row] = rows_of(document, "activities", "activities")
    row["values"]["may_be_borrowed"] = answer
    assert shared_in(document) == {}


def test_text_that_could_not_be_read_is_not_shared() -> None:
    document = filled_document()
    [row] = rows_of(document, "activities", "activities")
    row["values"] |= {"may_be_borrowed": "yes", "methods": {"as_typed": {"": ["dancing"]}}}
    [shared] = shared_in(document).values()
    assert "methods" not in shared


def test_what_is_taken_over_begins_as_planned_and_says_where_it_comes_from() -> None:
    shared = {code: code for code in SHARED}
    taken = taken_over(shared, "Orvanda 2026 (OR-2026-1)")
    assert set(taken) == {*TAKEN, "status", "origin"}
    assert taken["status"] == "planned"
    assert taken["origin"] == "Orvanda 2026 (OR-2026-1)"
    assert not set(taken) & (set(READ) - {"origin"})


def test_the_origin_of_the_origin_is_kept_while_there_is_room(session: Session) -> None:
    said = origin_in_words("Kenya", 2026, "KE-2026-1", {"origin": "Mongolia 2025"}, "en")
    assert said == "Kenya 2026 (KE-2026-1) · Mongolia 2025"
    crowded = {"origin": "Mongolia 2025 · " * 12 + "end"}
    assert origin_in_words("Kenya", 2026, "KE-2026-1", crowded, "en") == "Kenya 2026 (KE-2026-1)"


def test_words_to_find_are_own_words_and_no_codes(session: Session) -> None:
    words = words_to_find({**EVENINGS, "groups": ["women", {"words": "Keepers of the WELLS"}]})
    assert "listening evenings" in words
    assert "keepers of the wells" in words
    assert "a register at each well" in words
    assert "focus_group" not in words
    assert "310" not in words


def test_what_is_shared_stays_when_the_plan_moves_on(session: Session) -> None:
    plan = make_plan(session)
    [offer] = complete(session, plan, EVENINGS)
    plan.rows[0].content = {**EVENINGS, "title": "Something else"}
    session.flush()
    assert [each.title for each in offers_of(plan)] == [EVENINGS["title"]]
    assert offer.content["messages"] == ["You decide first."]
