"""Signed pages as files: looked at by their content, kept in the instance folder, given out again.

Nothing of a file is believed but its content: neither its name nor the type that a browser
declares. It is written under another name first, and goes again if the transaction is undone, so
that neither half a file nor one that nobody knows of stays behind.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import JpegImagePlugin, PngImagePlugin
from pypdf import PdfReader
from werkzeug.datastructures import FileStorage

from engage.config import settings
from engage.kit.errors import EngageError, Invalid, ensure
from engage.kit.transaction import when_ended
from engage.plans.papers.details import Upload
from engage.plans.papers.sentences import (
    LOCKED_PDF,
    LOST_PAGE,
    NO_FILE,
    NO_PICTURE,
    TOO_DETAILED,
    TOO_LARGE,
)

FOLDER = "signed"
LARGEST = 2 * 1024 * 1024  # bytes
MOST_POINTS = 40_000_000  # an A4 page at 600 dots an inch has 35 million
LONGEST_NAME = 200
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
_BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_PICTURES = {
    "image/jpeg": JpegImagePlugin.JpegImageFile,
    "image/png": PngImagePlugin.PngImageFile,
}


class Lost(EngageError):
    """A file that should be there is not, or is another."""

    status = 500


# ---------------------------------------------------------------- looking at a file


def examined(file: FileStorage | None) -> Upload:
    """The file, if it is a signed page. Raises Invalid with a sentence that says what to do.

    Decoding a large picture takes some tenths of a second: not while a transaction is open.
    """
    if file is None or not file.filename:
        raise Invalid(str(NO_FILE))
    data = file.stream.read(LARGEST + 1)
    ensure(len(data) <= LARGEST, Invalid(str(TOO_LARGE)))
    media_type = media_type_of(data)
    return Upload(_shown_name(file.filename, media_type), data, media_type)


def media_type_of(data: bytes) -> str:
    """What the content is: a PDF, a JPEG or a PNG that can be opened to its end."""
    media_type = next((kind for first, kind in _BEGINNINGS if data.startswith(first)), "")
    ensure(media_type, Invalid(str(NO_PICTURE)))
    try:
        if media_type in _PICTURES:
            _open_picture(data, media_type)
        else:
            _open_pdf(data)
    except EngageError:
        raise
    except Exception as broken:
        # A broken file breaks its reader in whatever way it likes.
        raise Invalid(str(NO_PICTURE)) from broken
    return media_type


def _open_picture(data: bytes, media_type: str) -> None:
    """Decode all of it; the points are counted before there is room made for them."""
    opened = _PICTURES[media_type]
    with opened(BytesIO(data)) as picture:
        points = picture.width * picture.height
        ensure(points <= MOST_POINTS, Invalid(str(TOO_DETAILED)))
        picture.verify()
    with opened(BytesIO(data)) as picture:  # a picture that was verified cannot be read on
        picture.load()


def _open_pdf(data: bytes) -> None:
    reader = PdfReader(BytesIO(data))
    ensure(not reader.is_encrypted, Invalid(str(LOCKED_PDF)))
    ensure(len(reader.pages) > 0, Invalid(str(NO_PICTURE)))


def _shown_name(given: str, media_type: str) -> str:
    """What its owner calls the file: without folders and what cannot be seen, and with the ending
    of what it is."""
    last = PurePosixPath(given.replace("\\", "/")).name
    seen = "".join(letter for letter in last if letter.isprintable()).strip()
    stem, ending = PurePosixPath(seen).stem, ENDINGS[media_type]
    return f"{stem[-(LONGEST_NAME - len(ending) - 1) :] or 'signed-page'}.{ending}"


# ---------------------------------------------------------------- keeping it


def keep(upload: Upload) -> str:
    """Write the file, readable by the server only; its new name. It goes if all is undone."""
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    name = f"{secrets.token_hex(16)}.{ENDINGS[upload.media_type]}"
    half, whole = folder / f"{name}.part", folder / name
    when_ended(undone=lambda: _remove(whole))
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(upload.data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(whole)
    except BaseException:
        _remove(half)
        raise
    return name


def remove_at_end(names: Iterable[str]) -> None:
    """The files go once the transaction that forgets them has succeeded."""
    paths = [_folder() / name for name in names]

    def remove_all() -> None:
        for path in paths:
            _remove(path)

    when_ended(committed=remove_all)


def content_of(name: str, digest: str) -> bytes:
    """The file as it was attached. Raises Lost where it is not there, or is not the same."""
    try:
        data = (_folder() / name).read_bytes()
    except FileNotFoundError as missing:
        raise Lost(str(LOST_PAGE)) from missing
    ensure(digest_of(data) == digest, Lost(str(LOST_PAGE)))
    return data


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def _folder() -> Path:
    return settings().instance / FOLDER


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
