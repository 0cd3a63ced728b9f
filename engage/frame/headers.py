"""What every answer carries: a strict policy for the browser, and a tag by which it may be kept.

A page is never served from a cache unasked; but the browser may ask "is it still this one?" and
is then told so in a few bytes. The CSRF token in a page changes each second, so it is left out of
the tag; the secret behind it goes in, since a page with another secret is another page.
"""

from __future__ import annotations

from hashlib import blake2b

from flask import Flask, Response, g, request, session

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
HTTPS_ONLY = "max-age=31536000; includeSubDomains"
PAGE_VARIES_BY = ("Cookie", "HX-Request", "Accept-Language")


def init_app(app: Flask) -> None:
    app.after_request(tag_page)
    app.after_request(secure)


def secure(response: Response) -> Response:
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", HTTPS_ONLY)
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-cache"
    return response


def tag_page(response: Response) -> Response:
    if response.mimetype != "text/html":
        return response
    response.vary.update(PAGE_VARIES_BY)
    kept = not response.is_streamed and not response.cache_control.no_store
    if request.method == "GET" and response.status_code == 200 and kept:
        response.set_etag(_fingerprint(response.get_data()), weak=True)
        response.make_conditional(request)
    return response


def _fingerprint(page: bytes) -> str:
    token = g.get("csrf_token")
    if token:
        page = page.replace(token.encode(), b"")
    secret = str(session.get("csrf_token", "")).encode()
    return blake2b(page, key=secret[:64], digest_size=16).hexdigest()
