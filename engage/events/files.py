"""Files of an event: photographs, flyers, reports, attendance lists. Nothing is public by itself.

They are kept as signed pages are (`kit.shelf`): known by their content alone, and without what a
camera or a program wrote into them besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage

from engage.accounts.models import User
from engage.events import rules
from engage.events.models import Event, EventFile
from engage.events.sentences import MAY_NOT
from engage.events.vocabulary import FileKind
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit import uploads
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, NotFound, ensure
from engage.kit.hidden import without_hidden_data
from engage.kit.shelf import Shelf
from engage.kit.uploads import Upload, Wanted, digest_of

SHELF = Shelf("evidence")
MOST_FILES = 20  # of one event
WANTED = Wanted(nameless="event")

FAR_TOO_LARGE = _l(
    "A file may have up to 2 MB, and this one is far larger, so it was not read. Nothing was added "
    "and nothing of yours is lost: go back, and choose a smaller picture or a PDF with less detail."
)
TOO_MANY = _l(
    "An event holds up to 20 files, and this one has as many. Remove one that is no longer needed, "
    "or put several pages into one PDF."
)
NOT_PUBLIC = _l(
    "Only photographs and flyers can be public. Take the tick away, or choose another kind if the "
    "file is one of these."
)
NO_CONSENT = _l(
    "A photograph can be public only if those who can be recognized in it agreed. Tick that they "
    "did, or keep it within your side."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is said of a file besides its content."""

    caption: str = ""
    has_consent: bool = False
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The files of an event that one reader may see; `is_inside` if all of them."""

    files: Sequence[EventFile]
    is_inside: bool


def examined(file: FileStorage | None) -> Upload:
    """The file, if it can be opened, without hidden data. Raises Invalid with a sentence.

    Some tenths of a second for a large picture: not while a transaction is open.
    """
    return without_hidden_data(uploads.examined(file, WANTED), WANTED)


def files_of(event: Event, reader: User | None) -> Shown:
    found = sa.select(EventFile).where(EventFile.event_id == event.id).order_by(EventFile.id)
    files = [each for each in db.session.scalars(found) if rules.may_see_file(reader, event, each)]
    is_inside = rules.may_write(reader) and rules.is_inside(reader, event.party_code)
    return Shown(files, is_inside)


def get_file(event: Event, file_id: int, reader: User | None) -> EventFile:
    """A file that the reader may see. Raises NotFound."""
    found = sa.select(EventFile).where(EventFile.event_id == event.id, EventFile.id == file_id)
    file = db.session.scalar(found)
    if file is None or not rules.may_see_file(reader, event, file):
        raise NotFound(_("There is no such file, or you have no access to it."))
    return file


def ensure_fits(kind: str, choice: Choice) -> None:
    """Raises Invalid where the file may not be public."""
    ensure(not choice.is_public or kind in rules.PUBLIC_KINDS, Invalid(str(NOT_PUBLIC)))
    agreed = kind != FileKind.PHOTO or choice.has_consent
    ensure(not choice.is_public or agreed, Invalid(str(NO_CONSENT)))


def add_file(
    actor: User, event: Event, upload: Upload, kind: FileKind, choice: Choice
) -> EventFile:
    """Keep a file with the event; `upload` is what `examined` gives."""
    ensure(rules.may_edit(actor, event), NotAllowed(str(MAY_NOT)))
    ensure_fits(kind, choice)
    ensure(_number_of(event) < MOST_FILES, Invalid(str(TOO_MANY)))
    file = EventFile(
        event=event,
        kind=kind.value,
        name=upload.name,
        stored=SHELF.keep(upload),
        media_type=upload.media_type,
        size=len(upload.data),
        digest=digest_of(upload.data),
        added_at=now(),
        added_by=actor,
    )
    _put(file, choice)
    db.session.add(file)
    record(actor, Verb.FILE_ADDED, ("event", event.id))
    return file


def change_file(actor: User, file: EventFile, choice: Choice) -> None:
    ensure(rules.may_edit(actor, file.event), NotAllowed(str(MAY_NOT)))
    ensure_fits(file.kind, choice)
    _put(file, choice)
    db.session.flush()


def remove_file(actor: User, file: EventFile) -> None:
    """The file goes for good, from the disk too: names on a list stay no longer than needed."""
    ensure(rules.may_edit(actor, file.event), NotAllowed(str(MAY_NOT)))
    SHELF.remove_at_end([file.stored])
    db.session.delete(file)
    record(actor, Verb.FILE_REMOVED, ("event", file.event_id))


def forget_files(events: sa.Select[int]) -> None:
    """All files of events that are removed, by their ids; from the disk too."""
    kept = sa.select(EventFile.stored).where(EventFile.event_id.in_(events))
    SHELF.remove_at_end(db.session.scalars(kept).all())
    db.session.execute(sa.delete(EventFile).where(EventFile.event_id.in_(events)))


def _put(file: EventFile, choice: Choice) -> None:
    file.caption, file.has_consent = choice.caption, choice.has_consent
    file.is_public = choice.is_public


def _number_of(event: Event) -> int:
    found = sa.select(sa.func.count()).where(EventFile.event_id == event.id)
    return db.session.scalar(found) or 0
