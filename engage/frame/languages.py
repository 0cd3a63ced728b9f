"""The language of the page: asked for, remembered, the person's own, the browser's, English."""

from __future__ import annotations

from flask import has_request_context, request

from engage.kit.locales import CODES, DEFAULT

COOKIE = "language"


def chosen() -> str:
    if not has_request_context():
        return DEFAULT
    for code in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if code in CODES:
            return code
    return request.accept_languages.best_match(CODES) or DEFAULT
