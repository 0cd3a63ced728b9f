"""Files that people send: a PDF, a JPEG or a PNG, and known by its content alone.

Nothing of a file is believed but its content: neither its name nor the type that a browser
declares.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath

from flask_babel import lazy_gettext as _l
from PIL import JpegImagePlugin, PngImagePlugin
from pypdf import PdfReader
from werkzeug.datastructures import FileStorage

from engage.kit.errors import EngageError, Invalid, ensure
from engage.kit.values.vocabulary import Label

LARGEST = 2 * 1024 * 1024  # bytes
MOST_POINTS = 40_000_000  # an A4 page at 600 dots an inch has 35 million
LONGEST_NAME = 200
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
PICTURES: dict[str, type[JpegImagePlugin.JpegImageFile] | type[PngImagePlugin.PngImageFile]] = {
    "image/jpeg": JpegImagePlugin.JpegImageFile,
    "image/png": PngImagePlugin.PngImageFile,
}
_BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)


MISSING = _l("Please choose a file.")
TOO_LARGE = _l(
    "The file is larger than 2 MB. Make the picture smaller, or save the PDF with less detail, "
    "then choose the new file. Nothing was attached."
)
UNREADABLE = _l(
    "This is no PDF, JPEG or PNG that can be opened, whatever its name says. Save it in one of "
    "these three ways, then choose the new file."
)
TOO_DETAILED = _l(
    "The picture has more than 40 million points. Make it smaller, then choose the new file."
)
LOCKED = _l("The PDF is locked with a password. Save it without one, then choose it again.")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file whose content was looked at; `name` is what its owner calls it."""

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for: how it is called if it has no name, and what is said if it does not come.

    A part of the house that asks for something in particular says so in sentences of its own.
    """

    nameless: str = "file"
    missing: Label = MISSING
    too_large: Label = TOO_LARGE
    unreadable: Label = UNREADABLE
    too_detailed: Label = TOO_DETAILED
    locked: Label = LOCKED


ANYTHING = Wanted()


def examined(file: FileStorage | None, wanted: Wanted = ANYTHING) -> Upload:
    """The file, if it is one that can be opened. Raises Invalid with a sentence of `wanted`.

    Decoding a large picture takes some tenths of a second: not while a transaction is open.
    """
    if file is None or not file.filename:
        raise Invalid(str(wanted.missing))
    data = file.stream.read(LARGEST + 1)
    ensure(len(data) <= LARGEST, Invalid(str(wanted.too_large)))
    media_type = media_type_of(data, wanted)
    return Upload(_shown_name(file.filename, media_type, wanted.nameless), data, media_type)


def media_type_of(data: bytes, wanted: Wanted = ANYTHING) -> str:
    """What the content is: a PDF, a JPEG or a PNG that can be opened to its end."""
    media_type = next((kind for first, kind in _BEGINNINGS if data.startswith(first)), "")
    ensure(media_type, Invalid(str(wanted.unreadable)))
    try:
        if media_type in PICTURES:
            _open_picture(data, media_type, wanted)
        else:
            _open_pdf(data, wanted)
    except EngageError:
        raise
    except Exception as broken:
        # A broken file breaks its reader in whatever way it likes.
        raise Invalid(str(wanted.unreadable)) from broken
    return media_type


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def _open_picture(data: bytes, media_type: str, wanted: Wanted) -> None:
    """Decode all of it; the points are counted before there is room made for them."""
    opened = PICTURES[media_type]
    with opened(BytesIO(data)) as picture:
        points = picture.width * picture.height
        ensure(points <= MOST_POINTS, Invalid(str(wanted.too_detailed)))
        picture.verify()
    with opened(BytesIO(data)) as picture:  # a picture that was verified cannot be read on
        picture.load()


def _open_pdf(data: bytes, wanted: Wanted) -> None:
    reader = PdfReader(BytesIO(data))
    ensure(not reader.is_encrypted, Invalid(str(wanted.locked)))
    ensure(len(reader.pages) > 0, Invalid(str(wanted.unreadable)))


def _shown_name(given: str, media_type: str, nameless: str) -> str:
    """What its owner calls the file: without folders and what cannot be seen, and with the ending
    of what it is."""
    last = PurePosixPath(given.replace("\\", "/")).name
    seen = "".join(letter for letter in last if letter.isprintable()).strip()
    stem, ending = PurePosixPath(seen).stem, ENDINGS[media_type]
    return f"{stem[-(LONGEST_NAME - len(ending) - 1) :] or nameless}.{ending}"
