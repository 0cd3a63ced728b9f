from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.values.base import Kind
from engage.plans import exports
from engage.plans.actions import submit_plan
from engage.plans.document import Json, fields_of, rows_of
from engage.plans.drafting import Typed, save_row, save_section, section_of
from engage.plans.imports import import_plan
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, every_field
from engage.plans.queries import own_plan
from engage.plans.review.actions import take_up
from tests.factories import make_party, make_user
from tests.plans.documents import filled_document
from tests.plans.printed import copy_of, packed, text_of_page, text_of_pdf

SECRET = "kept-to-ourselves"


def shown_lines(document: Json) -> Iterator[tuple[str, str]]:
    """Every line that a field of the document shows in English, with the field's place."""
    for section, register, field in every_field():
        if field.private:
            continue
        found = (
            [row["values"] for row in rows_of(document, section.code, register.code)]
            if register
            else [fields_of(document, section.code)]
        )
        for values in found:
            kind: Kind = field.kind
            for line in kind.show(values[field.code], "en"):
                yield f"{section.code}.{field.code}", line.text


@pytest.fixture
def people(session: Session) -> dict[Role, User]:
    party = make_party(session, "Orvanda", code="XA", iso3="XAA")
    reviewer = make_user(session, Role.REVIEWER)
    theirs = (Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.ADVISER)
    return {role: make_user(session, role, party=party) for role in theirs} | {
        Role.REVIEWER: reviewer
    }


@pytest.fixture
def plan(people: dict[Role, User]) -> Plan:
    """A plan with every field filled, the private ones with a marker."""
    party = people[Role.FOCAL_POINT].party
    assert party is not None
    made = import_plan(None, party, filled_document()).plan
    found = own_plan(made.ref, visible_to=people[Role.FOCAL_POINT])
    for section in SECTIONS:
        secret = {each.code: _secret(each.kind) for each in section.fields if each.private}
        if secret:
            save_section(people[Role.FOCAL_POINT], found, section, Typed(secret, {}))
    for _section, register, field in every_field():
        if register is not None and field.private:
            for row in [each for each in found.rows if each.register == register.code]:
                typed = Typed({field.code: _secret(field.kind)}, {})
                save_row(people[Role.FOCAL_POINT], found, register, row, typed)
    return found


def _secret(kind: Kind) -> Any:
    """A marker that cannot stand in a print for another reason, also where a code is expected."""
    if kind.name == "contact":
        return dict.fromkeys(("name", "title", "institution", "email", "phone"), SECRET)
    return SECRET


def test_the_markers_are_there_to_be_found(plan: Plan) -> None:
    kept = json.dumps([section.private for section in plan.sections])
    kept += json.dumps([row.private for row in plan.rows])
    private = {field.code for _section, _register, field in every_field() if field.private}
    assert private == {
        *("attitude_now", "attitude_wanted", "contact", "sensitive"),
        *("conflict_note", "contact_consent", "due_diligence_note"),
    }
    assert all(f'"{code}"' in kept for code in private)
    assert section_of(plan, "awareness").private == {"sensitive": SECRET}


@pytest.mark.parametrize("reader", [Role.FOCAL_POINT, Role.ADVISER, Role.REVIEWER])
def test_private_answers_are_in_no_output(
    client: FlaskClient, signed_in: Any, people: dict[Role, User], plan: Plan, reader: Role
) -> None:
    submit_plan(people[Role.FOCAL_POINT], plan)
    take_up(people[Role.REVIEWER], plan)
    signed_in(client, people[reader])
    at = f"/plans/{plan.ref}"
    for name in ("summary", "full", "summary.pdf", "full.pdf", "document.json"):
        for path in (f"{at}/{name}", f"{at}/versions/1.1/{name}"):
            answer = client.get(path)
            assert answer.status_code == 200, path
            text = text_of_pdf(answer.data) if name.endswith("pdf") else answer.text
            assert SECRET not in text, path


@pytest.mark.parametrize("reader", [Role.ADVISER, Role.REVIEWER])
def test_private_answers_are_on_no_page_of_others(
    client: FlaskClient, signed_in: Any, people: dict[Role, User], plan: Plan, reader: Role
) -> None:
    submit_plan(people[Role.FOCAL_POINT], plan)
    take_up(people[Role.REVIEWER], plan)
    signed_in(client, people[reader])
    paths = [f"/plans/{plan.ref}", f"/plans/{plan.ref}/history"]
    paths += [f"/plans/{plan.ref}?section={section.code}" for section in SECTIONS]
    for path in paths:
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        assert SECRET not in answer.text, path


def test_every_field_stands_in_document_print_and_pdf(
    client: FlaskClient, signed_in: Any, people: dict[Role, User], plan: Plan
) -> None:
    signed_in(client, people[Role.CONTRIBUTOR])
    at = f"/plans/{plan.ref}"
    assert client.get(f"{at}/document.json").json == filled_document()
    page = text_of_page(client.get(f"{at}/full?lang=en").text)
    pdf = text_of_pdf(client.get(f"{at}/full.pdf?lang=en").data)
    lines = list(shown_lines(filled_document()))
    assert len(lines) > 300
    assert [place for place, line in lines if packed(line) not in page] == []
    assert [place for place, line in lines if packed(line) not in pdf] == []


def test_labels_are_in_the_language_asked_for_and_own_words_stay(app: Flask) -> None:
    with app.test_request_context():
        payload = exports.full(copy_of(filled_document()), "ar")
    assert (payload["lang"], payload["dir"], payload["party"]) == ("ar", "rtl", "Orvanda-ar")
    assert payload["own_lang"] == "es"
    assert payload["title"] == fields_of(filled_document(), "identity")["title"]
