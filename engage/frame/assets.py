"""Style sheets, scripts and pictures: compressed once, named by their content, kept for a year.

`static("css/engage.css")` in a template gives an address that changes with the file. The compressed
copies stand in the instance folder; they are made by `engage init` and `engage serve`.
"""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.headers import Headers

import brotli
from flask import Flask, request
from whitenoise import WhiteNoise

from engage.config import ROOT

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

STATIC = ROOT / "static"
PREFIX = "static/"
COMPRESSIBLE = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest"})
YEAR = 365 * 24 * 60 * 60
FOREVER = f"max-age={YEAR}, public, immutable"
ASK_EACH_TIME = "public, no-cache"


class StaticFiles(WhiteNoise):  # type: ignore[misc]  # WhiteNoise carries no types
    """An address with a content hash may be kept for ever, one without is asked for each time."""

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        static_file = self.files.get(environ.get("PATH_INFO", ""))
        if static_file is None:
            answer: Iterable[bytes] = self.application(environ, start_response)
            return answer
        named = environ.get("QUERY_STRING", "").startswith("v=")

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kept = [pair for pair in headers if pair[0].lower() != "cache-control"]
            kept.append(("Cache-Control", FOREVER if named else ASK_EACH_TIME))
            return start_response(status, kept, *rest)

        served: Iterable[bytes] = self.serve(static_file, environ, start)
        return served


def init_app(app: Flask) -> None:
    files = StaticFiles(
        app.wsgi_app,
        root=str(STATIC),
        prefix=PREFIX,
        allow_all_origins=False,
        add_headers_function=_secure,
    )
    compressed = compressed_folder(Path(app.instance_path))
    if compressed.is_dir():
        files.add_files(str(compressed), prefix=PREFIX)
    app.wsgi_app = files  # type: ignore[method-assign]  # Flask's own way to wrap


def _secure(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


def address(path: str) -> str:
    return f"{request.script_root}/{PREFIX}{path}?v={_hash_of(path)}"


@lru_cache(maxsize=512)
def _hash_of(path: str) -> str:
    return blake2b((STATIC / path).read_bytes(), digest_size=6).hexdigest()


def _sources() -> list[Path]:
    return sorted(path for path in STATIC.rglob("*") if path.suffix in COMPRESSIBLE)


def compressed_folder(instance: Path) -> Path:
    """Named by all the content, so that a changed file is never served from an old copy."""
    digest = blake2b(digest_size=8)
    for path in _sources():
        digest.update(path.relative_to(STATIC).as_posix().encode())
        digest.update(path.read_bytes())
    return instance / f"static-{digest.hexdigest()}"


def compress(instance: Path) -> Path:
    """Write the files with their .br and .gz copies, unless they are there already."""
    target = compressed_folder(instance)
    if target.is_dir():
        return target
    instance.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix="building-", dir=instance))
    for path in _sources():
        copy = building / path.relative_to(STATIC)
        copy.parent.mkdir(parents=True, exist_ok=True)
        content = path.read_bytes()
        copy.write_bytes(content)
        copy.with_name(copy.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
        copy.with_name(copy.name + ".br").write_bytes(brotli.compress(content, quality=11))
    building.chmod(0o755)
    for old in instance.glob("static-*"):
        shutil.rmtree(old, ignore_errors=True)
    building.rename(target)
    return target
