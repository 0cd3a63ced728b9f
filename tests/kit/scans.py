"""Files as people send them: real pages, and what only looks like one."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image
from pypdf import PdfWriter


def pdf(*, password: str = "", pages: int = 1) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for _page in range(pages):
        writer.add_blank_page(200, 300)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def picture(kind: str) -> bytes:
    """Noise, so that half of it cannot be the whole."""
    out = BytesIO()
    Image.effect_noise((120, 160), 80).save(out, kind)
    return out.getvalue()


def wide_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that asks for a room of that size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


PDF, PNG, JPEG = pdf(), picture("PNG"), picture("JPEG")
