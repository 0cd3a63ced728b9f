"""Every field that is declared can be typed, is kept, and comes out; the private ones stay in.

`test_comparison` finds a change of each of them between two versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.locales import force
from engage.plans.document import Json, compose, compose_own, rows_of
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, every_field
from engage.plans.queries import own_plan
from engage.plans.reading import Entry, ReadRow, ReadSection, read_plan
from tests.factories import make_party, make_plan, make_user
from tests.plans.documents import filled_document
from tests.plans.printed import packed, text_of_page, text_of_pdf
from tests.plans.test_shapes import differences
from tests.plans.typing_in import as_kept, type_in

FIXED = {
    (register.code if register else "", field.code)
    for _section, register, field in every_field()
    if field.fixed
}


def typed_document() -> Json:
    """Every field answered, the private ones too.

    Left out is what only a step writes, and a number where rows carry none. No row replaces itself.
    """
    document = filled_document(private=True)
    for section in SECTIONS:
        for register in section.registers:
            for row in rows_of(document, section.code, register.code):
                for _register, code in [each for each in FIXED if each[0] == register.code]:
                    del row["values"][code]
                if not register.numbered:
                    row.pop("number", None)
    activities = rows_of(document, "activities", "activities")
    activities[0]["values"]["replaced_by"] = ["r2"]
    activities.append({"key": "r2", "values": {"title": "It comes instead"}})
    return document


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session, party=make_party(session, "Orvanda", code="XA", iso3="XAA"))


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    plan = make_plan(session, party=focal_point.party, depth="full")
    session.commit()
    return plan


def test_few_fields_are_not_typed_but_come_from_a_step() -> None:
    assert {("activities", "origin")} == FIXED


def test_every_field_is_typed_kept_and_shown(
    session: Session, client: FlaskClient, signed_in: Any, focal_point: User, plan: Plan
) -> None:
    pages = signed_in(client, focal_point)
    keys = type_in(pages, plan.ref, typed_document())
    session.expire_all()
    kept = compose_own(own_plan(plan.ref, visible_to=focal_point))
    assert differences(kept, as_kept(typed_document(), keys)) == []
    with force("en"):
        sections = read_plan(kept, "en")
    assert {each.code for _s, _r, each in every_field() if not each.fixed} == codes_of(sections)
    gone = [place for section in sections for place in missing(pages, plan, section)]
    assert gone == []


def missing(pages: FlaskClient, plan: Plan, section: ReadSection) -> Iterator[str]:
    """What the plan page does not say of a section, with each of its rows opened in turn."""
    address = f"/plans/{plan.ref}?lang=en&section={section.code}"
    yield from _unsaid(text_of_page(pages.get(address).text), section.code, section.entries)
    for register in section.registers:
        for row in register.rows:
            opened = text_of_page(pages.get(f"{address}&row={register.code}.{row.key}").text)
            yield from _unsaid(opened, f"{section.code}.{register.code}", row.entries)


def _unsaid(page: str, place: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        words = [entry.label, *(line.text for line in entry.lines)] if entry.lines else []
        if not all(packed(each) in page for each in words):
            yield f"{place}.{entry.code}"


def test_every_field_is_in_the_document_the_print_and_the_pdf_unless_it_is_private(
    session: Session, client: FlaskClient, signed_in: Any, focal_point: User, plan: Plan
) -> None:
    pages = signed_in(client, focal_point)
    type_in(pages, plan.ref, typed_document())
    session.expire_all()
    public = compose(own_plan(plan.ref, visible_to=focal_point))
    assert pages.get(f"/plans/{plan.ref}/document.json").json == public
    page = text_of_page(pages.get(f"/plans/{plan.ref}/full?lang=en").text)
    pdf = text_of_pdf(pages.get(f"/plans/{plan.ref}/full.pdf?lang=en").data)
    with force("en"):
        sections = read_plan(public, "en")
    for section in sections:
        for place, entry in shown_entries(section):
            for line in entry.lines:
                assert packed(line.text) in page, (place, entry.code)
                assert packed(line.text) in pdf, (place, entry.code)
    declared = {f.code for _s, _r, f in every_field() if not f.private and not f.fixed}
    assert codes_of(sections) == declared


def codes_of(sections: Iterable[ReadSection]) -> set[str]:
    return {entry.code for section in sections for _place, entry in shown_entries(section)}


def shown_entries(section: ReadSection) -> Iterator[tuple[str, Entry]]:
    """The entries that have an answer."""
    rows: list[ReadRow] = [row for register in section.registers for row in register.rows]
    for entry in section.entries:
        if entry.lines:
            yield section.code, entry
    for row in rows:
        for entry in row.entries:
            if entry.lines:
                yield f"{section.code}.{row.key}", entry
