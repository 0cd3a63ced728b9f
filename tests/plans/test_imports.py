from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.kit.errors import Invalid, NotAllowed
from engage.plans.document import Json, assemble, compose
from engage.plans.imports import NotTaken, import_plan
from engage.plans.incoming import parse, read_document
from engage.plans.models import Plan
from engage.plans.outline.plan import every_field
from engage.reference.models import Party
from tests.factories import make_party, make_user
from tests.plans.documents import documents, filled_document

SAMPLES = [
    *sorted(Path("engage/rehearsal/plans").glob("*.json")),
    *sorted(Path("tests/samples").glob("*.json")),
]


def orvanda(session: Session) -> Party:
    return make_party(session, "Orvanda", code="XA", iso3="XAA")


def left_out(document: Any) -> dict[str, str]:
    """Path to what was expected there."""
    return {each.path: str(each.expected) for each in read_document(document).left_out}


def changed(change: Callable[[Json], None]) -> Json:
    document = copy.deepcopy(filled_document())
    change(document)
    return document


def kept(document: Json) -> Json:
    imported = read_document(document)
    return assemble(imported.party, imported.sections, imported.rows)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_every_document_is_read_as_it_is(document: Json) -> None:
    again = parse(json.dumps(document))
    assert left_out(again) == {}
    assert kept(again) == document


def test_every_field_can_be_read() -> None:
    document = filled_document()
    assert left_out(document) == {}
    assert kept(document) == document


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_export_after_import_gives_the_same_document(session: Session, path: Path) -> None:
    document = parse(path.read_text(encoding="utf-8"))
    party = orvanda(session)
    document["party"] = party.code
    plan = import_plan(None, party, document).plan
    session.flush()
    session.expire_all()
    assert compose(plan) == document


def test_every_filled_field_comes_back_from_the_database(session: Session) -> None:
    document = filled_document()
    plan = import_plan(None, orvanda(session), document).plan
    session.flush()
    session.expire_all()
    assert compose(plan) == document


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ([], ""),
        ("plan", ""),
        ({}, "schema"),
        ({"schema": "engage-plan/0"}, "schema"),
        ({"schema": "engage-plan/1"}, "party"),
        ({"schema": "engage-plan/1", "party": "xa"}, "party"),
        ({"schema": "engage-plan/1", "party": "XA", "sections": []}, "sections"),
        ({"schema": "engage-plan/1", "party": "XA", "owner": "me"}, "owner"),
        ({"schema": "engage-plan/1", "party": "XA", "sections": {"x": {}}}, "sections.x"),
    ],
)
def test_a_document_of_another_shape_is_named(document: Any, path: str) -> None:
    assert list(left_out(document)) == [path]


def rows(document: Json) -> list[Any]:
    found: list[Any] = document["sections"]["stakeholders"]["registers"]["stakeholders"]
    return found


AT = "sections.stakeholders.registers.stakeholders"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda d: d["sections"]["identity"].update(notes=""), "sections.identity.notes"),
        (lambda d: d["sections"]["identity"].update(fields=3), "sections.identity.fields"),
        (
            lambda d: d["sections"]["identity"]["fields"].update(titel="x"),
            "sections.identity.fields.titel",
        ),
        (
            lambda d: d["sections"]["identity"]["fields"].update(title=None),
            "sections.identity.fields.title",
        ),
        (
            lambda d: d["sections"]["identity"]["fields"].update(period={"start": "2026-13"}),
            "sections.identity.fields.period.start_month",
        ),
        (
            lambda d: d["sections"]["identity"]["registers"].update(persons=[]),
            "sections.identity.registers.persons",
        ),
        (
            lambda d: d["sections"]["identity"]["registers"].update(mandates={}),
            "sections.identity.registers.mandates",
        ),
        (lambda d: rows(d).append("row"), f"{AT}[2]"),
        (lambda d: rows(d).append({"values": {}}), f"{AT}[2].key"),
        (lambda d: rows(d).append({"key": "a b", "values": {}}), f"{AT}[2].key"),
        (lambda d: rows(d).append({"key": "r1", "values": {}}), f"{AT}[2].key"),
        (lambda d: rows(d)[0].update(colour="red"), f"{AT}[0].colour"),
        (lambda d: rows(d)[0].update(number=1), f"{AT}[0].number"),
        (lambda d: rows(d)[0].update(number=" 1"), f"{AT}[0].number"),
        (lambda d: rows(d)[0].update(parent="r9"), f"{AT}[0].parent"),
        (lambda d: rows(d)[0].update(parent="r1"), f"{AT}[0].parent"),
        (lambda d: rows(d)[0].update(parent="r2"), f"{AT}[0].parent"),
        (
            lambda d: rows(d)[0]["values"].update(groups=["women", "men"]),
            f"{AT}[0].values.groups[1]",
        ),
        (
            lambda d: d["sections"]["activities"]["registers"]["activities"][0].update(parent="x"),
            "sections.activities.registers.activities[0].parent",
        ),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_path(
    change: Callable[[Json], None], path: str
) -> None:
    assert list(left_out(changed(change))) == [path]


def test_private_answers_may_not_come_in_a_document() -> None:
    document = filled_document(private=True)
    found = left_out(document)
    private = [field for _section, _register, field in every_field() if field.private]
    nested = 1  # stakeholders have a row below a row
    assert len(found) == len(private) + nested * sum(f.ref in ("D8", "D16") for f in private)
    assert all("never leaves the Party" in sentence for sentence in found.values())


def test_a_problem_inside_a_value_names_the_inner_value() -> None:
    document = changed(lambda d: rows(d)[0]["values"].update(groups=["women", "men"]))
    assert [each.value for each in read_document(document).left_out] == ["men"]


def test_nothing_is_taken_while_something_is_left_out(session: Session) -> None:
    with pytest.raises(NotTaken) as refusal:
        import_plan(None, orvanda(session), changed(lambda d: d.update(extra=1)))
    assert [each.path for each in refusal.value.left_out] == ["extra"]
    assert session.scalar(sa.select(sa.func.count(Plan.id))) == 0


def test_the_rest_is_taken_if_asked_for(session: Session) -> None:
    document = changed(lambda d: rows(d)[0]["values"].update(level="high"))
    arrival = import_plan(None, orvanda(session), document, take_the_rest=True)
    assert [each.path for each in arrival.left_out] == [f"{AT}[0].values.level"]
    del rows(document)[0]["values"]["level"]
    assert compose(arrival.plan) == document


def test_another_version_of_the_document_is_not_taken_at_all(session: Session) -> None:
    document = {**filled_document(), "schema": "engage-plan/9"}
    with pytest.raises(NotTaken):
        import_plan(None, orvanda(session), document, take_the_rest=True)


def test_a_document_of_another_party_is_named(session: Session) -> None:
    with pytest.raises(NotTaken) as refusal:
        import_plan(None, make_party(session), filled_document())
    assert [each.path for each in refusal.value.left_out] == ["party"]


def test_the_history_says_who_imported(session: Session) -> None:
    party, document = orvanda(session), filled_document()
    person = make_user(session, party=party)
    plan = import_plan(person, party, document).plan
    entry = entries_for(("plan", plan.id))[0]
    assert entry.sentence == f"{person.name} imported the plan from a document"
    assert (plan.title, plan.language) == (
        document["sections"]["identity"]["fields"]["title"],
        "es",
    )


def test_only_those_who_write_for_the_party_import(session: Session) -> None:
    party = orvanda(session)
    for person in (
        make_user(session),
        make_user(session, Role.ADVISER, party=party),
        make_user(session, Role.REVIEWER),
    ):
        with pytest.raises(NotAllowed):
            import_plan(person, party, filled_document())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "title: plan",
        '{"a": 1, "a": 2}',
        '{"a": NaN}',
        "[" * 100_000,
        "[" * 60 + "]" * 60,
        b"\xff\xfe",
    ],
)
def test_what_is_no_json_or_says_something_twice_is_refused(app: Any, text: str | bytes) -> None:
    with app.app_context(), pytest.raises(Invalid):
        parse(text)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["answer", "because", "as_typed", "words", "amount", "start", "key"]),
            inner,
            max_size=2,
        )
    ),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value inside."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in items:
            yield (*path, key)
            yield from places(inner, (*path, key))


PLACES = list(places(filled_document()))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(PLACES), value=anything)
def test_whatever_stands_in_a_place_is_taken_or_named(place: tuple[Any, ...], value: Any) -> None:
    document = filled_document()
    inner: Any = document
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    imported = read_document(document)
    for each in imported.left_out:
        assert str(each.expected)
    if not imported.left_out:
        json.dumps(kept(document), allow_nan=False)
