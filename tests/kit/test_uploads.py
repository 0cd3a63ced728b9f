"""A file is what its content is; what cannot be opened to its end is none."""

from __future__ import annotations

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from engage.kit.errors import Invalid
from engage.kit.uploads import LARGEST, Wanted, examined
from tests.kit import scans

WANTED = Wanted(
    nameless="paper",
    missing="missing",
    too_large="large",
    unreadable="unreadable",
    too_detailed="detailed",
    locked="locked",
)
HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (scans.PDF, "application/pdf"),
        (scans.PNG, "image/png"),
        (scans.JPEG, "image/jpeg"),
        (scans.PDF + b"\n", "application/pdf"),
    ],
)
def test_a_file_is_known_by_its_content_alone(data: bytes, media_type: str) -> None:
    file = FileStorage(BytesIO(data), filename="page.exe", content_type="text/html")
    assert examined(file).media_type == media_type


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "unreadable"),
        (HTML, "unreadable"),
        (b"MZ" + scans.PDF, "unreadable"),
        (HTML + scans.PDF, "unreadable"),
        (b"GIF89a" + scans.PNG, "unreadable"),
        (b"%PDF-1.7\n" + HTML, "unreadable"),
        (scans.PNG[: len(scans.PNG) // 2], "unreadable"),
        (scans.JPEG[: len(scans.JPEG) // 2], "unreadable"),
        (b"\x89PNG\r\n\x1a\n" + HTML, "unreadable"),
        (b"\xff\xd8\xff" + HTML, "unreadable"),
        (scans.pdf(pages=0), "unreadable"),
        (scans.pdf(password="secret"), "locked"),
        (scans.wide_png(50_000, 50_000), "detailed"),
        (scans.PDF.ljust(LARGEST + 1, b"\0"), "large"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        examined(FileStorage(BytesIO(data), filename="page.pdf"), WANTED)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("file", [None, FileStorage(BytesIO(scans.PDF), filename="")])
def test_without_a_file_one_is_asked_for(file: FileStorage | None) -> None:
    with pytest.raises(Invalid) as refused:
        examined(file, WANTED)
    assert refused.value.sentence == "missing"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("C:\\Desk\\صفحة.pdf", "صفحة.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\r\nX: y\u202e.pdf", "aX: y.pdf"),
        ("\x00", "paper.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_of_a_name_only_the_name_is_kept(given: str, shown: str) -> None:
    file = FileStorage(BytesIO(scans.PDF), filename=given)
    assert examined(file, WANTED).name == shown
