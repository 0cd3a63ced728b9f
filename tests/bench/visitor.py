"""A browser in few lines: it signs in, keeps its cookies, counts the bytes that come to it."""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.bench.server import HOST

ACCEPTS = {"Accept": "text/html", "Accept-Encoding": "br, gzip", "Accept-Language": "en"}
_ASSET = re.compile(r'(?:href|src)="(/static/[^"#]+)"')

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    wire: int  # bytes that came, head and body


@dataclass
class Visitor:
    """One person at one server."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def sign_in(self, email: str, password: str) -> None:
        page = self.get("/sign-in", packed=False).body.decode()
        pairs = [*Form.read(page, "/sign-in"), ("email", email), ("password", password)]
        answer = self.post("/sign-in", list(dict(pairs).items()))
        if answer.status != 303:
            raise RuntimeError(f"{email} cannot sign in: {answer.status}")

    def get(self, path: str, *, packed: bool = True, etag: str = "") -> Answer:
        return self._ask("GET", path, {"If-None-Match": etag} if etag else {}, packed=packed)

    def post(self, path: str, pairs: Pairs) -> Answer:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, kind, urlencode(pairs).encode())

    def request(self, method: str, path: str, pairs: Pairs | None = None) -> bytes:
        """The bytes that a browser sends over a connection that stays open."""
        body = urlencode(pairs).encode() if pairs is not None else b""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in self._headers().items()]
        if pairs is not None:
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, "", ""]).encode() + body

    def _headers(self) -> dict[str, str]:
        held = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**ACCEPTS, **({"Cookie": held} if held else {})}

    def _ask(
        self,
        method: str,
        path: str,
        more: dict[str, str],
        body: bytes | None = None,
        *,
        packed: bool = True,
    ) -> Answer:
        headers = {**self._headers(), **more}
        if not packed:
            del headers["Accept-Encoding"]
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        self._keep(answer)
        head = f"HTTP/1.1 {answer.status} {answer.reason}\r\n"
        wire = len(head) + len(str(answer.headers).replace("\n", "\r\n")) + len(content)
        return Answer(answer.status, dict(answer.headers), content, wire)

    def _keep(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value


def assets_of(page: str) -> list[str]:
    """Style sheets, scripts and pictures that a page asks for, each once."""
    return list(dict.fromkeys(_ASSET.findall(page)))


class Form(HTMLParser):
    """What a browser would send of the form with this action, as it stands."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action
        self.pairs: Pairs = []
        self._inside = False
        self._text: str | None = None  # the name of an open box of text
        self._select: str | None = None

    @classmethod
    def read(cls, page: str, action: str) -> Pairs:
        form = cls(action)
        form.feed(page)
        return form.pairs

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        had = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = had.get("action", self.action) == self.action and not self.pairs
        elif self._inside and tag == "input":
            self._input(had)
        elif self._inside and tag == "textarea":
            self._text = had["name"]
            self.pairs.append((self._text, ""))
        elif self._inside and tag == "select":
            self._select = had["name"]
        elif tag == "option" and self._select and "selected" in had:
            self.pairs.append((self._select, had.get("value", "")))

    def _input(self, had: dict[str, str]) -> None:
        ticked = had.get("type") not in ("radio", "checkbox") or "checked" in had
        if ticked and "name" in had:
            self.pairs.append((had["name"], had.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            name, text = self.pairs[-1]
            self.pairs[-1] = (name, text + data.removeprefix("\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "textarea":
            self._text = None
        elif tag == "select":
            self._select = None
