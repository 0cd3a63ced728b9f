"""The language of the page: asked for, remembered, the person's own, the browser's, English.

`?lang=fr` on any page shows it in French and remembers that in a cookie, which outlives signing
out. An answer that is asked for in a language for itself alone, such as a paper, says so with
`only_this_answer()`.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, current_app, g, has_request_context, request
from werkzeug.exceptions import HTTPException

from engage.accounts.access import visitor
from engage.config import settings
from engage.kit.locales import CODES, DEFAULT, LANGUAGES, current

COOKIE = "language"
YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One language of the strip."""

    code: str
    name: str
    tag: str
    direction: str
    url: str
    current: bool


def init_app(app: Flask) -> None:
    app.after_request(remember)


def chosen() -> str:
    if not has_request_context():
        return str(current_app.config.get("LANGUAGE_OF_COMMANDS", DEFAULT))
    return _asked_or_remembered() or _own_language() or _browsers()


def asked() -> str:
    """The same without looking at who is signed in: for pages that must not ask the database."""
    return _asked_or_remembered() or _browsers()


def _asked_or_remembered() -> str | None:
    found = (request.args.get("lang"), request.cookies.get(COOKIE))
    return next((code for code in found if code in CODES), None)


def _own_language() -> str | None:
    user = visitor()
    return user.language if user and user.language in CODES else None


def _browsers() -> str:
    return request.accept_languages.best_match(CODES) or DEFAULT


def only_this_answer() -> None:
    """The language asked for is for this answer alone; the next page is as before."""
    g.language_is_passing = True


def remember(response: Response) -> Response:
    code = request.args.get("lang")
    wanted = code in CODES and code != request.cookies.get(COOKIE)
    if wanted and response.mimetype == "text/html" and not g.get("language_is_passing"):
        response.set_cookie(
            COOKIE,
            str(code),
            max_age=YEAR,
            secure=settings().secure_cookies,
            httponly=True,
            samesite="Lax",
        )
    return response


def links() -> tuple[LanguageLink, ...]:
    """The strip: this page in each language, the rest of its address unchanged."""
    path, now = readable_path(), current()
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return tuple(
        LanguageLink(
            language.code,
            language.name,
            language.tag,
            language.direction,
            f"{path}?{urlencode([*kept, ('lang', language.code)])}",
            language.code == now,
        )
        for language in LANGUAGES
    )


def readable_path() -> str:
    """This page's path; after a post to an address that shows nothing, the page it came from."""
    if request.method in {"GET", "HEAD"} or _can_be_read(request.path):
        return request.path
    referrer = urlsplit(request.referrer or "")
    return referrer.path if referrer.netloc == request.host and referrer.path else "/"


def _can_be_read(path: str) -> bool:
    adapter = current_app.create_url_adapter(request)
    try:
        return adapter is not None and bool(adapter.match(path, method="GET"))
    except HTTPException:
        return False
