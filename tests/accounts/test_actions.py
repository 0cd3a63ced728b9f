from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engage.accounts.actions import (
    TooManyAttempts,
    add_user,
    change_password,
    forget_text,
    keep_text,
    sign_in,
)
from engage.accounts.details import Typed, UserDetails
from engage.accounts.models import KeptText, SignInAttempt
from engage.accounts.permissions import Role
from engage.accounts.queries import find_user, find_user_of_session, kept_at
from engage.kit.errors import Invalid, NotFound
from tests.accounts.people import PASSWORD, make_person
from tests.factories import make_party

HERE = "192.0.2.1"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def details(session: Session) -> UserDetails:
    return UserDetails(
        email=" Ana@Example.ORG ",
        name="Ana Ruiz",
        role=Role.FOCAL_POINT,
        party_code=make_party(session).code,
    )


def test_add_user_keeps_one_spelling_of_the_address(session: Session) -> None:
    user = add_user(details(session), PASSWORD)
    assert user.email == "ana@example.org"
    assert find_user("ANA@example.org") is user
    assert PASSWORD not in user.password_hash


def test_add_user_is_refused_for_an_address_that_is_taken(session: Session) -> None:
    wanted = details(session)
    add_user(wanted, PASSWORD)
    with pytest.raises(Invalid):
        add_user(wanted, PASSWORD)


def test_add_user_is_refused_with_a_short_password(session: Session) -> None:
    with pytest.raises(Invalid):
        add_user(details(session), "too short")


def test_add_user_is_refused_when_role_and_party_do_not_fit(session: Session) -> None:
    wanted = details(session)
    with pytest.raises(Invalid):
        add_user(replace(wanted, party_code=None), PASSWORD)
    with pytest.raises(Invalid):
        add_user(replace(wanted, role=Role.REVIEWER), PASSWORD)


def test_add_user_is_refused_for_an_unknown_party(session: Session) -> None:
    with pytest.raises(NotFound):
        add_user(replace(details(session), party_code="??"), PASSWORD)


def test_sign_in_gives_the_person(session: Session) -> None:
    user = make_person(session)
    assert sign_in(user.email.upper(), PASSWORD, HERE) is user


@pytest.mark.parametrize("facts", [{"is_active": False}, {"password_hash": ""}])
def test_sign_in_is_refused_without_a_live_account(session: Session, facts: object) -> None:
    user = make_person(session)
    for name, value in dict(facts).items():  # type: ignore[call-overload]  # a dict in each case
        setattr(user, name, value)
    with pytest.raises(Invalid):
        sign_in(user.email, PASSWORD, HERE)


def fail(email: str, times: int, address: str = HERE) -> None:
    for _attempt in range(times):
        with pytest.raises(Invalid):
            sign_in(email, "not the password", address)


def test_sign_in_waits_after_five_failures_of_an_account(session: Session) -> None:
    user = make_person(session)
    with time_machine.travel(NOON, tick=False) as time:
        fail(user.email, 5)
        with pytest.raises(TooManyAttempts, match="15 minutes"):
            sign_in(user.email, PASSWORD, "192.0.2.99")
        time.shift(timedelta(minutes=15))
        assert sign_in(user.email, PASSWORD, HERE) is user


def test_an_unknown_account_waits_like_a_known_one(session: Session) -> None:
    fail("nobody@example.org", 5)
    with pytest.raises(TooManyAttempts):
        sign_in("nobody@example.org", PASSWORD, HERE)


def test_sign_in_waits_after_twenty_failures_from_an_address(session: Session) -> None:
    user = make_person(session)
    for number in range(20):
        fail(f"somebody{number}@example.org", 1)
    with pytest.raises(TooManyAttempts):
        sign_in(user.email, PASSWORD, HERE)
    assert sign_in(user.email, PASSWORD, "192.0.2.99") is user


def test_signing_in_forgives_the_failures_of_the_account(session: Session) -> None:
    user = make_person(session)
    fail(user.email, 4)
    sign_in(user.email, PASSWORD, HERE)
    fail(user.email, 4)
    assert sign_in(user.email, PASSWORD, HERE) is user


def test_failures_are_kept_for_a_day(session: Session) -> None:
    with time_machine.travel(NOON, tick=False) as time:
        fail("nobody@example.org", 3)
        time.shift(timedelta(days=1, minutes=1))
        fail("nobody@example.org", 1)
    assert session.scalar(select(func.count()).select_from(SignInAttempt)) == 1


def test_change_password_signs_out_everywhere_else(session: Session) -> None:
    user = make_person(session)
    elsewhere = user.get_id()
    assert find_user_of_session(elsewhere) is user
    change_password(user, PASSWORD, "an altogether new one")
    assert find_user_of_session(elsewhere) is None
    assert find_user_of_session(user.get_id()) is user
    assert sign_in(user.email, "an altogether new one", HERE) is user


def test_change_password_is_refused_without_the_current_one(session: Session) -> None:
    user = make_person(session)
    with pytest.raises(Invalid):
        change_password(user, "not the password", "an altogether new one")


@pytest.mark.parametrize("session_id", ["", "1", ":", "x:0", "1:x", "999999:0", "-1:0"])
def test_a_session_that_names_nobody_is_nobodys(session: Session, session_id: str) -> None:
    assert find_user_of_session(session_id) is None


def test_a_later_text_takes_the_place_of_an_earlier_one(session: Session) -> None:
    user = make_person(session)
    for words in ("first", "second"):
        keep_text(user, Typed(place="/a", posted_to="/a/b", fields={"title": [words]}))
    assert [kept.fields for kept in kept_at(user, "/a")] == [{"title": ["second"]}]


def test_nothing_typed_is_nothing_kept(session: Session) -> None:
    keep_text(make_person(session), Typed(place="/a", posted_to="/a", fields={}))
    assert session.scalar(select(func.count()).select_from(KeptText)) == 0


def test_forget_text_is_about_one_form_only(session: Session) -> None:
    user = make_person(session)
    for address in ("/a", "/b"):
        keep_text(user, Typed(place="/a", posted_to=address, fields={"title": [address]}))
    assert forget_text(user, "/a") is True
    assert forget_text(user, "/a") is False
    assert [kept.posted_to for kept in kept_at(user, "/a")] == ["/b"]
