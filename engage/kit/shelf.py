"""Files kept in a folder of the instance, beside the rows that know of them.

A file is written under another name first, and goes again if the transaction is undone, so that
neither half a file nor one that nobody knows of stays behind. Only where the machine stops between
the two does one stay: it is a stray.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from flask_babel import lazy_gettext as _l

from engage.config import settings
from engage.kit.clock import now
from engage.kit.errors import EngageError, ensure
from engage.kit.transaction import when_ended
from engage.kit.uploads import ENDINGS, Upload, digest_of
from engage.kit.values.vocabulary import Label

LOST = _l(
    "The file is missing or damaged on the server. Please tell those who look after the service; "
    "it can be attached again."
)


class Lost(EngageError):
    """A file that should be there is not, or is another."""

    status = 500


@dataclass(frozen=True, slots=True)
class Shelf:
    """One folder of the instance; `lost` is said of a file that is not as it was kept."""

    folder: str
    lost: Label = LOST

    @property
    def path(self) -> Path:
        return settings().instance / self.folder

    def keep(self, upload: Upload) -> str:
        """Write the file, readable by the server only; its new name. It goes if all is undone."""
        folder = self.path
        folder.mkdir(mode=0o700, exist_ok=True)
        name = f"{secrets.token_hex(16)}.{ENDINGS[upload.media_type]}"
        half, whole = folder / f"{name}.part", folder / name
        when_ended(undone=lambda: _remove(whole))
        try:
            _write(half, upload.data)
            half.replace(whole)
        except BaseException:
            _remove(half)
            raise
        return name

    def content_of(self, name: str, digest: str) -> bytes:
        """The file as it was kept. Raises Lost where it is not there, or is not the same."""
        try:
            data = (self.path / name).read_bytes()
        except FileNotFoundError as missing:
            raise Lost(str(self.lost)) from missing
        ensure(digest_of(data) == digest, Lost(str(self.lost)))
        return data

    def remove_at_end(self, names: Iterable[str]) -> None:
        """The files go once the transaction that forgets them has succeeded."""
        paths = [self.path / name for name in names]

        def remove_all() -> None:
            for path in paths:
                _remove(path)

        when_ended(committed=remove_all)

    def strays(self, known: Collection[str], older_than: dt.timedelta) -> list[str]:
        """Names of files that no row knows, and of halves, in order.

        A file stands here before its row is committed, so a young one may still become known:
        `older_than` is longer than any request takes.
        """
        if not self.path.is_dir():
            return []
        latest = (now() - older_than).timestamp()
        return sorted(
            each.name
            for each in self.path.iterdir()
            if each.name not in known and each.is_file() and each.stat().st_mtime < latest
        )

    def remove(self, names: Iterable[str]) -> None:
        """The files go at once; one that is gone already is none to worry about."""
        for name in names:
            _remove(self.path / name)


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
