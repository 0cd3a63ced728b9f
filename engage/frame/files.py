"""Files that people sent, given out again; and an answer to one that is too large to be read."""

from __future__ import annotations

from io import BytesIO

from flask import Response, request, send_file

from engage.frame.errors import refused
from engage.kit.errors import EngageError
from engage.kit.uploads import Upload

# What a browser shows by itself in a tab of its own; everything else is saved.
SHOWN = frozenset({"image/jpeg", "image/png"})
# A page of its own may do nothing at all, whatever its content pretends to be.
POLICY = "default-src 'none'; sandbox"
MOST_DISCARDED = 64 * 1024 * 1024  # bytes
PIECE = 64 * 1024


class TooLarge(EngageError):
    status = 413


def given_out(upload: Upload) -> Response:
    """The file under the name that its owner gave it; no browser keeps it."""
    answer = send_file(
        BytesIO(upload.data),
        mimetype=upload.media_type,
        as_attachment=upload.media_type not in SHOWN,
        download_name=upload.name,
    )
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["Cache-Control"] = "no-store"
    return answer


def refused_unread(sentence: str) -> Response:
    """A file that is far too large is not even read; a browser that is still sending is heard
    out first, since it shows no answer before."""
    left = min(request.content_length or 0, MOST_DISCARDED)
    stream = request.environ["wsgi.input"]
    while left > 0 and (piece := stream.read(min(left, PIECE))):
        left -= len(piece)
    return refused(TooLarge(sentence))
