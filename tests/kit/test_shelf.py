"""A shelf keeps whole files that somebody knows of, and tells of those that nobody does."""

from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from engage.kit.clock import now
from engage.kit.shelf import Lost, Shelf
from engage.kit.uploads import Upload, digest_of

UPLOAD = Upload("page.pdf", b"%PDF-", "application/pdf")
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def shelf(session: Session, tmp_path: Path) -> Shelf:
    return Shelf(str(tmp_path / "evidence"), "lost")  # whole, so that nothing stays in the instance


def names(shelf: Shelf) -> list[str]:
    return sorted(each.name for each in shelf.path.iterdir())


def left_alone(shelf: Shelf, name: str, age: dt.timedelta) -> None:
    """As if it had been written so long ago."""
    moment = (now() - age).timestamp()
    os.utime(shelf.path / name, (moment, moment))


def test_a_shelf_is_a_folder_of_the_instance(session: Session) -> None:
    assert Shelf("signed").path.name == "signed"
    assert Shelf("signed").path.parent == Shelf("evidence").path.parent


def test_a_file_comes_back_as_it_was_kept_and_only_the_server_reads_it(shelf: Shelf) -> None:
    name = shelf.keep(UPLOAD)
    assert name.endswith(".pdf")
    assert shelf.content_of(name, digest_of(UPLOAD.data)) == UPLOAD.data
    assert stat.S_IMODE((shelf.path / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.path.stat().st_mode) == 0o700


def test_a_file_that_is_gone_or_another_is_lost(shelf: Shelf) -> None:
    name = shelf.keep(UPLOAD)
    for digest in (digest_of(b"another"), digest_of(UPLOAD.data)):
        with pytest.raises(Lost, match="lost"):
            shelf.content_of(name, digest)
        shelf.remove([name])


def test_a_file_goes_if_all_is_undone(session: Session, shelf: Shelf) -> None:
    shelf.keep(UPLOAD)
    session.rollback()
    assert names(shelf) == []


def test_a_file_that_is_forgotten_goes_once_that_is_certain(session: Session, shelf: Shelf) -> None:
    name = shelf.keep(UPLOAD)
    session.commit()
    shelf.remove_at_end([name])
    session.rollback()
    assert names(shelf) == [name]
    shelf.remove_at_end([name])
    session.commit()
    assert names(shelf) == []


def test_a_file_that_cannot_be_written_leaves_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        shelf.keep(UPLOAD)
    assert names(shelf) == []


def test_strays_are_old_files_and_halves_that_nobody_knows(shelf: Shelf) -> None:
    assert shelf.strays(set(), HOUR) == []  # nothing was ever kept
    known, unknown, young = (shelf.keep(UPLOAD) for _file in range(3))
    half = f"{young}.part"
    (shelf.path / half).write_bytes(b"%P")
    for name in (known, unknown, half):
        left_alone(shelf, name, 2 * HOUR)
    assert shelf.strays({known}, HOUR) == sorted([unknown, half])
    shelf.remove([*shelf.strays({known}, HOUR), "gone-already.pdf"])
    assert names(shelf) == sorted([known, young])
