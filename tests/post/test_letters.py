from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from flask import Flask

from engage.accounts.models import User
from engage.accounts.permissions import PARTY_ROLES, Role
from engage.app import create_app
from engage.kit.locales import CODES, force, language
from engage.kit.pieces import plain
from engage.post.envelopes import write_digest, write_letter
from engage.post.letters import told
from engage.post.models import Notice
from engage.post.vocabulary import Cause
from tests.conftest import make_settings
from tests.post.outbox import DETAILS

MOMENT = dt.datetime(2026, 11, 22, 22, 30, tzinfo=dt.UTC)
ALL = {
    **DETAILS,
    "round": 2,
    "topic": {"en": "Gender", "fr": "Genre"},
    "by": "Maro Selten",
    "until": "2026-12-01",
    "due": "2026-12-24",
    "days": 3,
}


@pytest.fixture(scope="module")
def app_without_data(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(make_settings(tmp_path_factory.mktemp("words"), "sqlite://"))


@pytest.fixture(autouse=True)
def spoken(app_without_data: Flask) -> Iterator[None]:
    with app_without_data.app_context():
        yield


def person(role: Role = Role.FOCAL_POINT, **facts: str) -> User:
    party = "MN" if role in PARTY_ROLES else None
    usual = {"email": "a@example.org", "language": "en", "pace": "weekly", "time_zone": ""}
    return User(role=role.value, party_code=party, **{**usual, **facts})


def notice(cause: Cause, **details: object) -> Notice:
    return Notice(
        id=1,
        cause=cause.value,
        subject_kind="plan",
        subject_id=1,
        details=details,
        written_at=MOMENT,
    )


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.REVIEWER])
@pytest.mark.parametrize("details", [{}, ALL, {"call": {"fr": "Appel"}, "due": "soon"}])
def test_every_cause_is_told_in_every_language_whatever_is_known(
    role: Role, details: dict[str, object]
) -> None:
    for code in CODES:
        reader = person(role, language=code)
        letters = [notice(cause, **details) for cause in Cause]
        for letter in letters:
            mail = write_letter(reader, letter, MOMENT)
            assert "%(" not in mail.plain + mail.html + mail.subject
        digest = write_digest(reader, letters, letters[:3], MOMENT.date(), MOMENT)
        assert f'<html lang="{language(code).tag}"' in digest.html


def test_the_secretariat_is_led_to_its_desk_and_a_party_to_its_plan() -> None:
    letter = notice(Cause.SUBMITTED, **ALL)
    assert told(letter, person(Role.REVIEWER)).url == "/review/MN-2026-1"
    assert told(letter, person()).url == "/plans/MN-2026-1"
    assert told(notice(Cause.CALL_OPENED, call={"en": "COP 17"}), person()).url == "/start"


def test_a_party_is_not_told_its_own_name() -> None:
    letter = notice(Cause.SUBMITTED, **ALL)
    assert told(letter, person(Role.REVIEWER)).party == "Mongolia"
    assert told(letter, person()).party == ""


def test_times_are_in_the_zone_of_the_reader() -> None:
    reader = person(time_zone="Asia/Ulaanbaatar")
    letter = told(notice(Cause.RETURNED, **ALL), reader)
    assert letter.moment.replace("\u00a0", " ").startswith("23 November 2026, 06:30")
    assert letter.day == "23 November 2026"


def test_the_title_stands_apart_in_its_own_language() -> None:
    reader = person(language="ar")
    mail = write_letter(reader, notice(Cause.RETURNED, **ALL), MOMENT)
    assert '<bdi class="words" lang="fr">Gens de la steppe</bdi>' in mail.html
    assert '<html lang="ar" dir="rtl">' in mail.html
    assert "\u2068Gens de la steppe\u2069" in mail.plain


def test_what_somebody_wrote_is_no_markup() -> None:
    title = "<script>alert(1)</script>"
    mail = write_letter(person(), notice(Cause.RETURNED, **{**ALL, "title": title}), MOMENT)
    assert "<script>" not in mail.html
    assert title in mail.plain


def test_a_digest_is_grouped_by_plan_with_the_newest_first() -> None:
    letters = [notice(Cause.CHECK_DONE, **ALL), notice(Cause.TAKEN_UP, **ALL)]
    other = notice(Cause.DRAFT_RESTS, **{**ALL, "title": "Puits", "ref": "MN-2026-2"})
    other.subject_id = 2
    digest = write_digest(person(), [other, *letters], [other], MOMENT.date(), MOMENT)
    expected = ["Next steps", "Puits", "A draft rests", "Gens de la steppe", "A plan was checked"]
    places = [digest.plain.index(words) for words in expected]
    assert places == sorted(places)
    assert digest.plain.count("Gens de la steppe") == 1
    assert digest.subject == "3 new letters"


def test_days_are_counted_where_they_are_known() -> None:
    letter = notice(Cause.DRAFT_RESTS, **ALL)
    assert "for 3 days" in told(letter, person()).sentence
    with force("en"):
        assert plain(told(letter, person()).about) == "Gens de la steppe"
