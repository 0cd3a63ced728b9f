"""Every shape of published plans goes in, through the forms and as a document, and comes out."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.plans.document import Json, compose
from engage.plans.imports import import_plan
from engage.plans.incoming import parse
from engage.plans.queries import own_plan
from tests.factories import make_party, make_plan, make_user
from tests.plans.typing_in import as_kept, type_in
from tests.samples import shapes


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session, party=make_party(session, "Orvanda", code="XA", iso3="XAA"))


def test_the_sample_holds_what_it_says() -> None:
    sections = shapes.PLAN["sections"]
    assert len(shapes.ADDRESS) >= 250
    assert {each["number"] for each in shapes.OBJECTIVES if "number" in each} >= {"1.1.1.2", "一"}
    assert depth(shapes.STAKEHOLDERS, "c4") == 3
    assert [each["values"]["budget_line"] for each in shapes.FUNDING] == [["b2"]] * 3
    assert [each["values"]["activity"] for each in shapes.PRODUCTS] == [["a1"]] * 3
    assert len(str(sections["activities"]["registers"]["activities"][-1]["values"]["cost"])) > 18


def depth(rows: list[Json], key: str) -> int:
    parents = {row["key"]: row.get("parent") for row in rows}
    above = parents[key]
    return 0 if above is None else 1 + depth(rows, above)


def test_what_is_typed_into_the_forms_is_what_the_document_says(
    session: Session, client: FlaskClient, signed_in: Any, focal_point: User
) -> None:
    plan = make_plan(session, party=focal_point.party, depth="full")
    session.commit()
    keys = type_in(signed_in(client, focal_point), plan.ref, shapes.PLAN)
    session.expire_all()
    kept = compose(own_plan(plan.ref, visible_to=focal_point))
    assert differences(kept, as_kept(shapes.PLAN, keys)) == []


def differences(one: Any, other: Any, place: str = "") -> list[str]:
    """Where two documents differ, each place with what stands there."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = sorted(one.keys() | other.keys())
        found = [differences(one.get(k), other.get(k), f"{place}.{k}") for k in keys]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        found = [differences(a, b, f"{place}[{number}]") for number, (a, b) in pairs]
    else:
        return [] if one == other else [f"{place}: {one!r} is not {other!r}"]
    return [each for several in found for each in several]


def test_what_the_document_says_is_what_the_plan_says(
    session: Session, client: FlaskClient, signed_in: Any, focal_point: User
) -> None:
    assert focal_point.party is not None
    ref = import_plan(focal_point, focal_point.party, shapes.PLAN).plan.ref
    session.commit()
    written = signed_in(client, focal_point).get(f"/plans/{ref}/document.json", read=False).text
    assert parse(written) == shapes.PLAN


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("123 456 789 012 345 678", "123456789012345678"),
        ("123,456,789,012,345,678", "123456789012345678"),
        ("1 807 547", "1807547"),
        ("1,807,547.00", "1807547.00"),
    ],
)
def test_a_figure_may_be_typed_with_spaces_or_commas(
    session: Session,
    client: FlaskClient,
    signed_in: Any,
    focal_point: User,
    typed: str,
    plain: str,
) -> None:
    plan = make_plan(session, party=focal_point.party)
    session.commit()
    pages = signed_in(client, focal_point)
    there = pages.post(f"/plans/{plan.ref}/rows/budget/add").location.partition("#")[0]
    pages.post(there, data={"amount-amount": typed, "amount-currency": "XOF"})
    session.expire_all()
    amounts = [row.content["amount"]["amount"] for row in plan.rows if row.register == "budget"]
    assert amounts == [plain]
