"""Settings: read once from the environment into one frozen record.

Each field carries the name of its variable and one line of meaning, so that the table in the
README can be tested against the code.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import current_app

PACKAGE = Path(__file__).resolve().parent
# In a checkout the folders stand beside the package, in an installed wheel inside it.
ROOT = PACKAGE.parent if (PACKAGE.parent / "pyproject.toml").exists() else PACKAGE / "_data"
TRUE_WORDS = frozenset({"1", "on", "true", "yes"})
FALSE_WORDS = frozenset({"0", "off", "false", "no"})
# Each language of the pages is a folder here.
TRANSLATIONS = Path(os.environ.get("ENGAGE_TRANSLATIONS") or ROOT / "translations").resolve()
# The ways to a mail server, each with its usual port (RFC 6409, RFC 8314).
PORTS_OF_MAIL = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
# An address as every mail server reads it (RFC 5321, 4.1.2), without the rare quoted forms.
EMAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})


def setting(variable: str, default: str, meaning: str) -> Any:
    """A field that is read from `variable`; `default` is the text shown to people."""
    return field(metadata={"variable": variable, "default": default, "meaning": meaning})


@dataclass(frozen=True, kw_only=True, slots=True)
class MailServer:
    """Where letters are handed over; `way` is `smtp`, `smtp+starttls` or `smtps`."""

    way: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Settings:
    instance: Path = setting(
        "ENGAGE_INSTANCE",
        "instance",
        "Folder for the SQLite file, the secret key and compressed static files.",
    )
    database_url: str = setting(
        "ENGAGE_DATABASE_URL",
        "engage.sqlite in the instance folder",
        "Address of the database: sqlite:///… or postgresql://….",
    )
    secret_key: str = setting(
        "ENGAGE_SECRET_KEY",
        "made once, kept in the instance folder",
        "Signs sessions; the same for all workers.",
    )
    secret_key_fallbacks: tuple[str, ...] = setting(
        "ENGAGE_SECRET_KEY_FALLBACKS",
        "none",
        "Former keys that are still accepted, separated by commas.",
    )
    secure_cookies: bool = setting(
        "ENGAGE_SECURE_COOKIES",
        "on, unless served by plain http on this machine",
        "Send cookies over https only.",
    )
    trusted_hosts: tuple[str, ...] = setting(
        "ENGAGE_TRUSTED_HOSTS",
        "any",
        "Host names that are answered, separated by commas.",
    )
    proxies: int = setting(
        "ENGAGE_PROXIES",
        "0",
        "How many reverse proxies stand in front and are trusted.",
    )
    password_cost: str = setting(
        "ENGAGE_PASSWORD_COST",
        "normal",
        "Work to check a password: normal, or test for a test run.",
    )
    time_zone: str = setting(
        "ENGAGE_TIME_ZONE",
        "UTC",
        "Zone in which moments are shown, such as Africa/Nairobi.",
    )
    mail_server: MailServer | None = setting(
        "ENGAGE_MAIL_SERVER",
        "none: letters are read in the app and not sent",
        "Mail server: smtp, smtp+starttls or smtps, such as smtps://user:password@host:465.",
    )
    mail_from: str = setting(
        "ENGAGE_MAIL_FROM",
        "none; needed with a mail server",
        "Address that letters come from, such as engage@example.org.",
    )
    address: str = setting(
        "ENGAGE_ADDRESS",
        "http://127.0.0.1:8000",
        "Address of the service, for links in letters.",
    )
    translations: Path = setting(
        "ENGAGE_TRANSLATIONS",
        "the six languages that come with Engage",
        "Folder of the languages, where a seventh is added.",
    )
    map_file: Path | None = setting(
        "ENGAGE_MAP",
        "Natural Earth, which comes with Engage",
        "Boundaries for maps: TopoJSON with an object “countries”, or GeoJSON with ISO codes.",
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        instance = Path(environ.get("ENGAGE_INSTANCE", "instance")).resolve()
        hosts = _listed(environ.get("ENGAGE_TRUSTED_HOSTS", ""))
        proxies = _number(environ, "ENGAGE_PROXIES")
        behind_https = proxies > 0 or not LOCAL_HOSTS.issuperset(hosts)
        return cls(
            instance=instance,
            database_url=environ.get(
                "ENGAGE_DATABASE_URL", f"sqlite:///{instance / 'engage.sqlite'}"
            ),
            secret_key=environ.get("ENGAGE_SECRET_KEY") or kept_key(instance),
            secret_key_fallbacks=_listed(environ.get("ENGAGE_SECRET_KEY_FALLBACKS", "")),
            secure_cookies=_truth(environ, "ENGAGE_SECURE_COOKIES", behind_https),
            trusted_hosts=hosts,
            proxies=proxies,
            password_cost=_one_of(environ, "ENGAGE_PASSWORD_COST", ("normal", "test")),
            time_zone=_zone(environ, "ENGAGE_TIME_ZONE"),
            mail_server=_mail_server(environ, "ENGAGE_MAIL_SERVER"),
            mail_from=_mail_from(environ, "ENGAGE_MAIL_FROM"),
            address=_address(environ, "ENGAGE_ADDRESS"),
            translations=TRANSLATIONS,  # read once at the start: even forms are made from them
            map_file=_file(environ, "ENGAGE_MAP"),
        )

    @classmethod
    def described(cls) -> tuple[Field[Any], ...]:
        """The fields in order; `metadata` holds variable, default and meaning."""
        return fields(cls)


class WrongSetting(ValueError):
    """The environment says something that cannot be meant."""


def settings() -> Settings:
    """The settings of the app that is answering."""
    record: Settings = current_app.config["ENGAGE"]
    return record


def kept_key(instance: Path) -> str:
    """The key in the instance folder; made at the first call, readable by its owner only."""
    instance.mkdir(parents=True, exist_ok=True)
    path = instance / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        key = secrets.token_hex(32)
        file.write(key)
    return key


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _truth(environ: Mapping[str, str], variable: str, default: bool) -> bool:
    word = environ.get(variable, "").strip().lower()
    if not word:
        return default
    if word in TRUE_WORDS | FALSE_WORDS:
        return word in TRUE_WORDS
    raise WrongSetting(f"{variable} is neither on nor off: {word}")


def _number(environ: Mapping[str, str], variable: str) -> int:
    word = environ.get(variable, "0").strip()
    if word.isdecimal():
        return int(word)
    raise WrongSetting(f"{variable} is no number: {word}")


def _zone(environ: Mapping[str, str], variable: str) -> str:
    word = environ.get(variable, "UTC")
    try:
        return ZoneInfo(word).key
    except (ValueError, ZoneInfoNotFoundError):
        raise WrongSetting(f"{variable} is no time zone: {word}") from None


def _one_of(environ: Mapping[str, str], variable: str, choices: tuple[str, ...]) -> str:
    word = environ.get(variable, choices[0])
    if word not in choices:
        raise WrongSetting(f"{variable} is none of {', '.join(choices)}: {word}")
    return word


def _mail_server(environ: Mapping[str, str], variable: str) -> MailServer | None:
    word = environ.get(variable, "").strip()
    if not word:
        return None
    found = _split(variable, word)
    if found.scheme not in PORTS_OF_MAIL or not found.hostname:
        raise WrongSetting(f"{variable} is no address of a mail server: {_public(found)}")
    return MailServer(
        way=found.scheme,
        host=found.hostname,
        port=found.port or PORTS_OF_MAIL[found.scheme],
        user=unquote(found.username or ""),
        password=unquote(found.password or ""),
    )


def _mail_from(environ: Mapping[str, str], variable: str) -> str:
    word = environ.get(variable, "").strip()
    if not word and environ.get("ENGAGE_MAIL_SERVER", "").strip():
        raise WrongSetting(f"{variable} is needed with a mail server")
    if word and not EMAIL.fullmatch(word):
        raise WrongSetting(f"{variable} is no e-mail address: {word}")
    return word


def _file(environ: Mapping[str, str], variable: str) -> Path | None:
    word = environ.get(variable, "").strip()
    if word and not Path(word).is_file():
        raise WrongSetting(f"{variable} is no file: {word}")
    return Path(word).resolve() if word else None


def _address(environ: Mapping[str, str], variable: str) -> str:
    word = environ.get(variable, "").strip() or "http://127.0.0.1:8000"
    found = _split(variable, word)
    if found.scheme not in {"http", "https"} or not found.hostname:
        raise WrongSetting(f"{variable} is no address of a web site: {word}")
    return word.rstrip("/")


def _split(variable: str, word: str) -> SplitResult:
    """The parts of an address; a port that is no number cannot be meant."""
    try:
        found = urlsplit(word)
        found.port  # noqa: B018  # looked at here, so that a wrong one is told of here
    except ValueError:
        raise WrongSetting(f"{variable} is no address") from None
    return found


def _public(found: SplitResult) -> str:
    """An address without the password that may stand in it."""
    return f"{found.scheme}://{found.netloc.rpartition('@')[2]}"
