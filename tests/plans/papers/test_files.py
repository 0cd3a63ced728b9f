"""A signed page is what its content is; what cannot be opened to its end is none."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.datastructures import FileStorage

from engage.kit.errors import Invalid
from engage.plans.papers import files
from engage.plans.papers.sentences import (
    LOCKED_PDF,
    NO_FILE,
    NO_PICTURE,
    TOO_DETAILED,
    TOO_LARGE,
)
from tests.plans.papers import scans

HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.fixture(autouse=True)
def speaking(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (scans.PDF, "application/pdf"),
        (scans.PNG, "image/png"),
        (scans.JPEG, "image/jpeg"),
        (scans.PDF + b"\n", "application/pdf"),
    ],
)
def test_a_page_is_known_by_its_content_alone(data: bytes, media_type: str) -> None:
    file = FileStorage(BytesIO(data), filename="page.exe", content_type="text/html")
    assert files.examined(file).media_type == media_type


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", NO_PICTURE),
        (HTML, NO_PICTURE),
        (b"MZ" + scans.PDF, NO_PICTURE),
        (HTML + scans.PDF, NO_PICTURE),
        (b"GIF89a" + scans.PNG, NO_PICTURE),
        (b"%PDF-1.7\n" + HTML, NO_PICTURE),
        (scans.PNG[: len(scans.PNG) // 2], NO_PICTURE),
        (scans.JPEG[: len(scans.JPEG) // 2], NO_PICTURE),
        (b"\x89PNG\r\n\x1a\n" + HTML, NO_PICTURE),
        (b"\xff\xd8\xff" + HTML, NO_PICTURE),
        (scans.pdf(pages=0), NO_PICTURE),
        (scans.pdf(password="secret"), LOCKED_PDF),
        (scans.wide_png(50_000, 50_000), TOO_DETAILED),
        (scans.PDF.ljust(files.LARGEST + 1, b"\0"), TOO_LARGE),
    ],
)
def test_what_is_no_page_is_refused_with_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        files.examined(FileStorage(BytesIO(data), filename="page.pdf"))
    assert refused.value.sentence == str(sentence)


@pytest.mark.parametrize("file", [None, FileStorage(BytesIO(scans.PDF), filename="")])
def test_without_a_file_one_is_asked_for(file: FileStorage | None) -> None:
    with pytest.raises(Invalid) as refused:
        files.examined(file)
    assert refused.value.sentence == str(NO_FILE)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("C:\\Desk\\صفحة.pdf", "صفحة.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\r\nX: y\u202e.pdf", "aX: y.pdf"),
        ("\x00", "signed-page.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_of_a_name_only_the_name_is_kept(given: str, shown: str) -> None:
    assert files.examined(FileStorage(BytesIO(scans.PDF), filename=given)).name == shown


def test_a_file_that_cannot_be_written_leaves_nothing(
    session: object, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError("no space left")

    upload = files.examined(FileStorage(BytesIO(scans.PDF), filename="page.pdf"))
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        files.keep(upload)
    assert list(folder.iterdir()) == []
