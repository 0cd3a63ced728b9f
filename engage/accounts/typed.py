"""Reading what was typed from a request: its fields without secrets, and the page it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from engage.accounts.details import Typed

PREFIX = "kept-"  # before the names of hidden fields that carry what was typed
SWITCH = "switch_language"
HOME = "/"
LONGEST_ADDRESS = 600
Page = tuple[Rule, dict[str, Any]]
# What a form carries for the server and nobody typed.
TECHNICAL = frozenset({"csrf_token", SWITCH, "next", "posted_to"})


def is_text(name: str) -> bool:
    """Passwords are never kept."""
    return not (name in TECHNICAL or name.startswith(PREFIX) or "password" in name)


def typed_fields() -> dict[str, list[str]]:
    return {name: values for name, values in request.form.lists() if is_text(name)}


def typed_now() -> Typed:
    return Typed(place=place(), posted_to=own_address(), fields=typed_fields())


def carried() -> Typed:
    """What the sign-in page carries along in its hidden fields."""
    fields = {
        name.removeprefix(PREFIX): values
        for name, values in request.form.lists()
        if name.startswith(PREFIX) and is_text(name.removeprefix(PREFIX))
    }
    there = safe_address(request.form.get("next") or request.args.get("next", ""))
    return Typed(
        place=there,
        posted_to=safe_address(request.form.get("posted_to", ""), there),
        fields=fields,
    )


def own_address() -> str:
    return address_of(request.path, parse_qsl(request.query_string.decode("utf-8", "replace")))


def address_of(path: str, arguments: Iterable[tuple[str, str]]) -> str:
    """The address of a page without the language, which is no part of what it shows."""
    rest = urlencode([pair for pair in arguments if pair[0] != "lang"])
    return f"{path}?{rest}"[:LONGEST_ADDRESS] if rest else path


def place() -> str:
    """The page that shows the form: this address, or the page the form was on."""
    if own_page() is not None:
        return own_address()
    came_from = urlsplit(request.referrer or "")
    if came_from.netloc == request.host and page_at(came_from.path) is not None:
        return address_of(came_from.path, parse_qsl(came_from.query))
    return HOME


def own_page() -> Page | None:
    """What reading this very address shows; None for an address that only takes posts.

    `/rows/add` may also read as `/rows/<key>`: that is another page and not this one.
    """
    found, asked = page_at(request.path), request.url_rule
    return found if found and asked and found[0].rule == asked.rule else None


def page_at(path: str) -> Page | None:
    adapter = current_app.create_url_adapter(request)
    try:
        matched = adapter.match(path, method="GET", return_rule=True) if adapter else None
    except HTTPException:
        return None
    return (matched[0], dict(matched[1])) if matched else None


def safe_address(address: str, otherwise: str = HOME) -> str:
    """An address on this site; anything that leads elsewhere gives `otherwise`."""
    leads_away = address.startswith("//") or "\\" in address or not address.isprintable()
    if not address.startswith("/") or leads_away or len(address) > LONGEST_ADDRESS:
        return otherwise
    split = urlsplit(address)
    return otherwise if split.scheme or split.netloc else address


def comes_from_here() -> bool:
    """False when the browser says that the form stood on another site."""
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc == request.host


def as_form(fields: dict[str, list[str]]) -> MultiDict[str, str]:
    return MultiDict([(name, value) for name, values in fields.items() for value in values])
