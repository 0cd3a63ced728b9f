"""What a file tells besides what can be seen in it: where a photograph was taken, when, by whom.

A camera writes its position into every photograph (Exif 3.0, GPS attributes), and programs write
names into what they save. Both may give people away who are seen in the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import ExifTags, JpegImagePlugin
from PIL.Image import Image, Transpose
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from engage.kit.errors import Invalid, ensure
from engage.kit.uploads import ANYTHING, LARGEST, PICTURES, Upload, Wanted

SMALLER = 0.9  # of each side, until a picture that became larger by being written anew fits again
# What may stay beside the points: without it the colours would be others.
_OF_COLOUR = frozenset({"icc_profile", "transparency"})
# By the number that a camera writes (Exif 3.0, Orientation).
_UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
# Segments of a JPEG that tell how it is drawn: JFIF and Adobe. Other segments of applications, and
# comments, are not needed (ITU-T T.81, B.2.4).
_DRAWN_BY = frozenset({0xE0, 0xEE})
_OF_APPLICATIONS = frozenset({*range(0xE0, 0xF0), 0xFE})
_SCAN = 0xDA


def without_hidden_data(upload: Upload, wanted: Wanted = ANYTHING) -> Upload:
    """The same to the eye, without what a camera or a program wrote beside it.

    A picture is turned upright and written anew. A PDF loses its properties and those of its
    parts, and the photographs in it lose theirs; what is attached to it, and the names of those
    who commented, are content and stay. Raises Invalid with a sentence of `wanted`. As slow as
    `examined`: not while a transaction is open.
    """
    try:
        is_picture = upload.media_type in PICTURES
        data = _bare_picture(upload) if is_picture else _bare_pdf(upload.data)
    except Exception as broken:
        # What could be opened, but not written again, breaks its writer in whatever way it likes.
        raise Invalid(str(wanted.unreadable)) from broken
    ensure(len(data) <= LARGEST, Invalid(str(wanted.too_large)))
    return replace(upload, data=data)


# ---------------------------------------------------------------- pictures


def _bare_picture(upload: Upload) -> bytes:
    with PICTURES[upload.media_type](BytesIO(upload.data)) as opened:
        opened.load()
        kind, fine = opened.format or "", _fineness(opened)
        picture = _upright(opened)
        picture.info = {key: opened.info[key] for key in _OF_COLOUR if key in opened.info}
        data = _written(picture, kind, fine)
        while len(data) > LARGEST:
            picture = picture.resize([max(1, round(side * SMALLER)) for side in picture.size])
            data = _written(picture, kind, fine)
    return data


def _fineness(picture: Image) -> dict[str, Any]:
    """A photograph is written as finely as it came: neither larger nor worse."""
    if not isinstance(picture, JpegImagePlugin.JpegImageFile):
        return {}
    sampling = JpegImagePlugin.get_sampling(picture)
    return {"qtables": picture.quantization, "subsampling": sampling}


def _upright(picture: Image) -> Image:
    try:
        turn = _UPRIGHT.get(picture.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001  # a note of the camera that cannot be read turns nothing
        turn = None
    return picture.copy() if turn is None else picture.transpose(turn)


def _written(picture: Image, kind: str, fine: dict[str, Any]) -> bytes:
    out = BytesIO()
    profile = picture.info.get("icc_profile")
    picture.save(out, kind, optimize=True, icc_profile=profile, **fine)
    return out.getvalue()


# ---------------------------------------------------------------- PDF


def _bare_pdf(data: bytes) -> bytes:
    reader, out = PdfReader(BytesIO(data)), BytesIO()
    for each in _dictionaries(reader):
        for key in ("/Metadata", "/PieceInfo"):
            each.pop(key, None)
        if isinstance(each, StreamObject) and each.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
            # The stream's own way refuses every filter but one; what it holds stays a JPEG.
            StreamObject.set_data(each, _bare_jpeg(each.get_data()))
    reader.trailer.pop("/Info", None)
    # Only what can be reached still is copied: neither what was left out now, nor what an earlier
    # saving left behind in the file.
    PdfWriter(clone_from=reader, keep_initial_header=True).write(out)
    return out.getvalue()


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that can be reached, once."""
    waiting: list[PdfObject | None] = [reader.root_object]
    met: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in met:
                continue
            met.add(each.idnum)
            each = each.get_object()
        if isinstance(each, DictionaryObject):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, ArrayObject):
            waiting.extend(each)


def _bare_jpeg(data: bytes) -> bytes:
    """A JPEG inside a PDF is not turned by its notes, so leaving them out changes nothing."""
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        if data[at + 1] == 0xFF:  # any number of these may stand before a segment
            at += 1
            continue
        after = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if data[at + 1] not in _OF_APPLICATIONS - _DRAWN_BY:
            kept.append(data[at:after])
        at = after
    return b"".join((*kept, data[at:]))
