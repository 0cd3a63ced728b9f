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


def working_days(first: date, last: date) -> int:
    """Mondays to Fridays after the first day, up to the last one; holidays differ and count."""
    weeks, rest = divmod(max(0, (last - first).days), 7)
    return weeks * 5 + sum((first.weekday() + day) % 7 < 5 for day in range(1, rest + 1))


@contextmanager
def telling(moment: datetime) -> Iterator[None]:
    """Work as if it were then. The rehearsal tells a story that began some months ago."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
