"""Signed pages as files: what is said of them, and where they lie."""

from __future__ import annotations

from werkzeug.datastructures import FileStorage

from engage.kit import uploads
from engage.kit.shelf import Shelf
from engage.kit.uploads import Upload, Wanted
from engage.plans.papers.sentences import LOST_PAGE, NO_FILE, NO_PICTURE, TOO_DETAILED, TOO_LARGE

SHELF = Shelf("signed", LOST_PAGE)
WANTED = Wanted(
    nameless="signed-page",
    missing=NO_FILE,
    too_large=TOO_LARGE,
    unreadable=NO_PICTURE,
    too_detailed=TOO_DETAILED,
)


def examined(file: FileStorage | None) -> Upload:
    """The file, if it is a signed page. Raises Invalid with a sentence that says what to do."""
    return uploads.examined(file, WANTED)
