"""Remembered parts of pages: never another person's token, name, language or private answers."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.values.fingerprint import fingerprint
from engage.plans.actions import draft_plan
from engage.plans.drafting import add_row
from engage.plans.models import Plan
from engage.plans.outline.stakeholders import STAKEHOLDERS
from tests.factories import make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
SECRET = "A private remark"


def two_people(session: Session) -> tuple[User, User, Plan]:
    """A focal point and an adviser of one Party, and a plan with a private answer."""
    author = make_user(session, name="Ilen Dorrin")
    adviser = make_user(session, Role.ADVISER, name="Oru Tamm", party=author.party)
    assert author.party is not None
    plan = draft_plan(author, author.party)
    row = add_row(author, plan, STAKEHOLDERS, "first")
    row.content = {"name": "Herder families"}
    row.private = {"contact": {"name": SECRET}}
    session.commit()
    return author, adviser, plan


def page_of(client: FlaskClient, plan: Plan, more: str = "") -> str:
    return client.get(f"/plans/{plan.ref}?section=stakeholders{more}").text


def test_each_session_gets_its_own_token_in_every_form(
    session: Session, new_client: Callable[[], FlaskClient], signed_in: SignIn
) -> None:
    author, _adviser, plan = two_people(session)
    first, second = signed_in(new_client(), author), signed_in(new_client(), author)
    address = f"/plans/{plan.ref}/sections/stakeholders"
    found = [set(TOKEN.findall(each.get(address).text)) for each in (first, second)]
    assert len(found[0]) == len(found[1]) == 1
    assert found[0] != found[1]
    for client, tokens in zip((first, second), found, strict=True):
        typed = {"csrf_token": tokens.pop()}
        assert client.post(address, data=typed, csrf=False).status_code == 303


def test_private_answers_stay_out_of_the_page_of_an_adviser(
    session: Session, new_client: Callable[[], FlaskClient], signed_in: SignIn
) -> None:
    author, adviser, plan = two_people(session)
    opened = "&row=stakeholders.first"
    assert SECRET in page_of(signed_in(new_client(), author), plan, opened)
    assert SECRET not in page_of(signed_in(new_client(), adviser), plan, opened)


def test_the_head_names_the_person_who_reads(
    session: Session, new_client: Callable[[], FlaskClient], signed_in: SignIn
) -> None:
    author, adviser, plan = two_people(session)
    assert "Ilen Dorrin" in page_of(signed_in(new_client(), author), plan)
    seen = page_of(signed_in(new_client(), adviser), plan)
    assert "Oru Tamm" in seen
    assert "Ilen Dorrin" not in seen


def test_a_page_seen_in_one_language_is_read_in_another(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    author, _adviser, plan = two_people(session)
    signed_in(client, author)
    english, french = page_of(client, plan, "&lang=en"), page_of(client, plan, "&lang=fr")
    assert 'lang="en" dir="ltr"' in english
    assert 'lang="fr" dir="ltr"' in french
    assert 'href="/plans/' in french
    assert "Sign out" in english
    assert "Sign out" not in french


def test_a_changed_row_is_read_at_once(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    author, _adviser, plan = two_people(session)
    signed_in(client, author)
    assert "Herder families" in page_of(client, plan)
    row = f"/plans/{plan.ref}/rows/stakeholders/first"
    seen = f"name:{fingerprint('Herder families')}"
    client.post(row, data={"name": "Village councils", "seen": seen})
    assert "Village councils" in page_of(client, plan)
    assert "Village councils" in client.get(f"/plans/{plan.ref}/sections/stakeholders").text
