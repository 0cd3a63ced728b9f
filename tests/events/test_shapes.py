"""Every shape of published events goes in once, and comes out the same wherever it is read."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import time_machine
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from sqlalchemy.orm import Session

from engage.events.cards import SHOWN
from engage.events.document import Json
from engage.events.models import Event
from engage.events.outline.event import FIELDS, REGISTERS
from engage.events.queries import cards
from engage.events.reading import read_event
from engage.events.schema import schema
from tests.events.documents import write_event
from tests.events.outputs import document_of, pdf_of, print_of, rows_of, unsaid
from tests.factories import make_party, make_user
from tests.samples.event_shapes import ADDRESS, SHAPES, TEXTS, TREE, Shape

Written = dict[str, tuple[Shape, Event]]


@pytest.fixture
def written(session: Session) -> Iterator[Written]:
    """Each shape as an event, by its name."""
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False):
        party = make_party(session, "Orvanda", code="X1", iso3="X10")
        writer = make_user(session, party=party)
        found: Written = {}
        for shape in SHAPES:
            above = found[shape.part_of][1].id if shape.part_of else None
            event = write_event(session, writer, shape.answers, shape.rows, parent_id=above)
            found[shape.name] = shape, event
        session.commit()
        yield found


def test_the_sample_holds_what_it_says() -> None:
    assert len(ADDRESS) == 257
    assert len({shape.name for shape in SHAPES}) == len(SHAPES)
    by_name = {shape.name: shape for shape in TREE}
    assert by_name[by_name["satellite"].part_of].part_of == "conference"
    (themes,) = (shape for shape in TEXTS if shape.name == "themes")
    assert len(themes.answers["theme"]) == 4


def test_a_form_can_bring_every_shape() -> None:
    kinds = {field.code: field.kind for field in FIELDS}
    of_rows = {each.code: {f.code: f.kind for f in each.fields} for each in REGISTERS}
    lost = []
    for shape in SHAPES:
        given = [(kinds[code], value) for code, value in shape.answers.items()]
        for register, rows in shape.rows.items():
            given += [(of_rows[register][code], v) for row in rows for code, v in row.items()]
        lost += [
            (shape.name, value)
            for kind, value in given
            if kind.take(kind.typed(value)).value != value
        ]
    assert lost == []


def test_every_shape_is_in_the_document_as_it_was_entered(
    client: FlaskClient, written: Written
) -> None:
    validator = Draft202012Validator(schema())
    for name, (shape, event) in written.items():
        document = document_of(client, event.ref)
        assert document["fields"] == shape.answers, name
        assert rows_of(document) == {c: list(rows) for c, rows in shape.rows.items()}, name
        assert [error.message for error in validator.iter_errors(document)] == [], name
        assert json.loads(json.dumps(document)) == document


def test_every_shape_is_printed_by_the_browser_and_in_the_pdf(
    client: FlaskClient, written: Written
) -> None:
    for name, (shape, event) in written.items():
        language = str(shape.answers.get("language", "en"))
        sections = read_event(document_of(client, event.ref), language)
        assert unsaid(print_of(client, event.ref, language), sections) == [], name
        assert unsaid(pdf_of(client, event.ref, language), sections) == [], name


def test_every_shape_is_on_its_card_as_in_the_document(
    client: FlaskClient, written: Written
) -> None:
    found = {card.ref: card for card in cards(None)}
    for name, (shape, event) in written.items():
        document = document_of(client, event.ref)
        shown: Json = {c: v for c, v in document["fields"].items() if c in SHOWN}
        assert found[event.ref].values == {"language": "en"} | shown, name
        hours = [{c: v for c, v in row.items() if c != "key"} for row in found[event.ref].hours]
        assert hours == list(shape.rows.get("hours", ())), name


def test_a_tree_is_told_from_both_ends(client: FlaskClient, written: Written) -> None:
    refs = {name: event.ref for name, (_shape, event) in written.items()}
    documents = {name: document_of(client, ref) for name, ref in refs.items()}
    above = {name: each["part_of"] for name, each in documents.items() if "part_of" in each}
    assert above == {s.name: refs[s.part_of] for s in SHAPES if s.part_of}
    assert documents["conference"]["parts"] == [refs["session"]]
    assert documents["session"]["parts"] == [refs["satellite"]]
    assert sorted(documents["series"]["parts"]) == [
        refs[f"edition of {y}"] for y in (2024, 2025, 2026)
    ]
