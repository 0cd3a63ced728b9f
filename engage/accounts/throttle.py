"""Pure: when may somebody try to sign in again, after so many failures?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5
PER_ADDRESS = 20


def free_again_at(failures: Sequence[datetime], limit: int, now: datetime) -> datetime | None:
    """None when another attempt is free; `failures` may come in any order."""
    recent = sorted(at for at in failures if at > now - WINDOW)
    if len(recent) < limit:
        return None
    return recent[-limit] + WINDOW


def minutes_until(moment: datetime, now: datetime) -> int:
    """Whole minutes, rounded up, at least one."""
    seconds = (moment - now).total_seconds()
    return max(1, int(-(-seconds // 60)))
