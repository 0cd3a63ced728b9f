from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from engage.kit.locales import force
from engage.plans.document import Json, assemble
from engage.plans.incoming import read_document
from engage.plans.outline.plan import every_field
from engage.plans.schema import schema
from tests.plans.documents import documents, filled_document

VALIDATOR = Draft202012Validator(schema())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("document", [assemble("XA", {}, {}), filled_document()])
def test_composed_documents_agree_with_the_schema(document: Json) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_every_document_that_is_read_agrees_with_the_schema(document: Json) -> None:
    assert read_document(document).left_out == []
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "engage-plan/2"},
        {"party": "Orvanda"},
        {"owner": "me"},
        {"sections": {"identity": {"fields": {"title": 3}}}},
        {"sections": {"identity": {"fields": {"titel": "x"}}}},
        {"sections": {"awareness": {"fields": {"sensitive": "a rumour"}}}},
        {"sections": {"purpose": {"registers": {"objectives": [{"values": {}}]}}}},
        {"sections": {"purpose": {"registers": {"objectives": [{"key": "a b", "values": {}}]}}}},
    ],
)
def test_what_the_import_refuses_the_schema_refuses_too(change: Any) -> None:
    document = assemble("XA", {}, {}) | change
    assert read_document(document).left_out != []
    assert list(VALIDATOR.iter_errors(document)) != []


def test_private_fields_are_not_in_the_schema() -> None:
    text = str(schema())
    for _section, _register, field in every_field():
        if field.private:
            assert f"'{field.code}'" not in text


def test_the_schema_is_the_same_in_every_language(app: Any) -> None:
    with app.test_request_context(), force("ar"):
        assert schema() == VALIDATOR.schema
