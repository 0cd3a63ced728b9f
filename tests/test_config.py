from __future__ import annotations

import stat
from pathlib import Path

import pytest

from engage.config import ROOT, MailServer, Settings, WrongSetting


def read(tmp_path: Path, **variables: str) -> Settings:
    return Settings.from_environment({"ENGAGE_INSTANCE": str(tmp_path), **variables})


def test_without_an_environment_everything_stands_in_the_instance_folder(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.database_url == f"sqlite:///{tmp_path / 'engage.sqlite'}"
    assert not settings.secure_cookies


def test_the_key_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    key = read(tmp_path).secret_key
    assert len(key) == 64
    assert read(tmp_path).secret_key == key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_given_key_is_taken(tmp_path: Path) -> None:
    settings = read(tmp_path, ENGAGE_SECRET_KEY="new", ENGAGE_SECRET_KEY_FALLBACKS="old, older")
    assert (settings.secret_key, settings.secret_key_fallbacks) == ("new", ("old", "older"))
    assert not (tmp_path / "secret_key").exists()


@pytest.mark.parametrize(
    ("variables", "secure"),
    [
        ({"ENGAGE_PROXIES": "1"}, True),
        ({"ENGAGE_TRUSTED_HOSTS": "plans.example.org"}, True),
        ({"ENGAGE_TRUSTED_HOSTS": "localhost,127.0.0.1"}, False),
        ({"ENGAGE_PROXIES": "1", "ENGAGE_SECURE_COOKIES": "off"}, False),
        ({"ENGAGE_SECURE_COOKIES": "on"}, True),
    ],
)
def test_cookies_are_secure_unless_served_on_this_machine(
    tmp_path: Path, variables: dict[str, str], secure: bool
) -> None:
    assert read(tmp_path, **variables).secure_cookies is secure


@pytest.mark.parametrize(
    "variables",
    [
        {"ENGAGE_SECURE_COOKIES": "perhaps"},
        {"ENGAGE_PASSWORD_COST": "free"},
        {"ENGAGE_PROXIES": "many"},
        {"ENGAGE_TIME_ZONE": "Nowhere/At-All"},
        {"ENGAGE_ADDRESS": "plans.example.org"},
        {"ENGAGE_MAIL_SERVER": "imap://mail.example.org"},
        {"ENGAGE_MAIL_SERVER": "smtp://mail.example.org:many"},
        {"ENGAGE_MAP": "/nowhere/world.json"},
        {"ENGAGE_MAIL_FROM": "nobody"},
        {"ENGAGE_MAIL_FROM": "<engage@example.org>"},
        {"ENGAGE_MAIL_FROM": "", "ENGAGE_MAIL_SERVER": "smtp://mail.example.org"},
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, variables: dict[str, str]) -> None:
    with pytest.raises(WrongSetting, match=next(iter(variables))):
        read(tmp_path, **variables)


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail.example.org", MailServer(way="smtp", host="mail.example.org", port=25)),
        ("smtp+starttls://[::1]:2525", MailServer(way="smtp+starttls", host="::1", port=2525)),
        (
            "smtps://engage%40example.org:p%3Aq@mail.example.org",
            MailServer(
                way="smtps",
                host="mail.example.org",
                port=465,
                user="engage@example.org",
                password="p:q",
            ),
        ),
    ],
)
def test_a_mail_server_is_one_address(tmp_path: Path, address: str, server: MailServer) -> None:
    variables = {"ENGAGE_MAIL_SERVER": address, "ENGAGE_MAIL_FROM": "engage@example.org"}
    settings = read(tmp_path, **variables)
    assert settings.mail_server == server
    assert "p:q" not in repr(settings)


def test_the_readme_lists_every_setting_as_the_code_knows_it() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [
        field.metadata["variable"]
        for field in Settings.described()
        if "| `{variable}` | {default} | {meaning} |".format_map(field.metadata) not in readme
    ]
    assert missing == []
