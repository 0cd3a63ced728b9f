from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from tests.factories import make_user

HUGE = 10**20


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/letters/{HUGE}", 404),
        (f"/letters?page={HUGE}", 404),
        (f"/review?page={HUGE}", 200),
        ("/review?language=nowhere", 200),
        ("/review?words=%00", 400),
        ("/review/%00", 400),
    ],
)
def test_an_odd_address_names_nothing_and_breaks_nothing(
    session: Session,
    client: FlaskClient,
    signed_in: Callable[[FlaskClient, User], FlaskClient],
    address: str,
    status: int,
) -> None:
    signed_in(client, make_user(session, Role.REVIEWER))
    assert client.get(address).status_code == status
