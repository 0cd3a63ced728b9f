"""What people do with advice: write the rows that it is about, and set it aside."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from engage.accounts.models import User
from engage.plans.drafting import add_row
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.plan import find_register

REASON = "Weavers meet at the loom, where their children are."
NAME = "r_wom1-weavers"


def put(author: User, plan: Plan, register: str, key: str, **values: Any) -> PlanRow:
    found = find_register(register)
    assert found is not None
    row = add_row(author, plan, found[1], key)
    row.content = values
    return row


def advice_page(plan: Plan) -> str:
    return f"/plans/{plan.ref}/advice"


def put_aside(party: FlaskClient, plan: Plan, reason: str = REASON, name: str = NAME) -> Any:
    data = {f"{name}-reason": reason}
    return party.post(f"/plans/{plan.ref}/advice/{name}", data=data)
