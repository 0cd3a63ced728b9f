from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from engage.frame import assets
from tests.conftest import make_app
from tests.reading import ReadingClient, watch

SHEET = "css/engage.css"


@pytest.fixture
def prepared(tmp_path: Path) -> Flask:
    assets.compress(tmp_path)
    app = make_app(tmp_path, f"sqlite:///{tmp_path / 'engage.sqlite'}")
    app.test_client_class = ReadingClient
    watch(app)
    return app


@pytest.mark.parametrize(
    ("algorithm", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_a_style_sheet_is_served_compressed(
    prepared: Flask, algorithm: str, unpack: object
) -> None:
    answer = prepared.test_client().get(f"/static/{SHEET}", headers={"Accept-Encoding": algorithm})
    assert answer.headers["Content-Encoding"] == algorithm
    assert callable(unpack)
    assert unpack(answer.data) == (assets.STATIC / SHEET).read_bytes()


def test_an_address_with_its_hash_is_kept_for_a_year(prepared: Flask) -> None:
    with prepared.test_request_context():
        address = assets.address(SHEET)
    assert address.startswith(f"/static/{SHEET}?v=")
    answer = prepared.test_client().get(address)
    assert answer.headers["Cache-Control"] == "max-age=31536000, public, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_address_without_is_asked_for_each_time(prepared: Flask) -> None:
    answer = prepared.test_client().get(f"/static/{SHEET}")
    assert answer.headers["Cache-Control"] == "public, no-cache"


def test_files_are_served_without_preparation_too(client: FlaskClient) -> None:
    answer = client.get(f"/static/{SHEET}")
    assert answer.data == (assets.STATIC / SHEET).read_bytes()


def test_compressing_twice_does_the_work_once(tmp_path: Path) -> None:
    first = assets.compress(tmp_path)
    stamp = first.stat().st_mtime_ns
    assert assets.compress(tmp_path) == first
    assert first.stat().st_mtime_ns == stamp
    assert [found.name for found in tmp_path.glob("*")] == [first.name]
