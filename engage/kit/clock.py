"""The only source of time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    return _told.get() or datetime.now(UTC)


def today() -> date:
    return now().date()


@contextmanager
def telling(moment: datetime) -> Iterator[None]:
    """Work as if it were then. The rehearsal tells a story that began some months ago."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
