"""When letters go out, how long a refused one waits, and what may be done with them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.post.models import Mailing
from engage.post.vocabulary import URGENT, Cause, Pace, State

# After each attempt that did not succeed; then the mailing rests for good. About a week in all,
# longer than the four to five days that mail servers give one another (RFC 5321, 4.5.4.1).
PAUSES = (
    dt.timedelta(minutes=1),
    dt.timedelta(minutes=5),
    dt.timedelta(minutes=30),
    dt.timedelta(hours=2),
    dt.timedelta(hours=6),
    *(dt.timedelta(days=1),) * 7,
)
MONDAY_TO_MONDAY = 7
DIGEST_HOUR = 6  # in the zone of the reader: it is there when the office opens
# A letter older than this comes by no digest: who has long wanted no e-mail is not flooded.
RECENT = dt.timedelta(days=35)

# At once as well: what was written before somebody wanted each letter at once still comes.
DAYS_OF = {Pace.AT_ONCE: 1, Pace.DAILY: 1, Pace.WEEKLY: MONDAY_TO_MONDAY}
MAY_GO_AGAIN = frozenset({State.WAITING, State.FAILED})


def goes_at_once(pace: str, cause: Cause) -> bool:
    if pace == Pace.NEVER:
        return False
    return pace == Pace.AT_ONCE or cause in URGENT


def pause_after(tries: int) -> dt.timedelta | None:
    """How long to wait after so many attempts; None when there were enough."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None


def period_begun(pace: Pace, moment: dt.datetime, zone: str) -> dt.datetime:
    """When the period of a digest began that is due at a moment: today or on Monday, at six."""
    local = moment.astimezone(ZoneInfo(zone))
    begun = local.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    if DAYS_OF[pace] == MONDAY_TO_MONDAY:
        begun -= dt.timedelta(days=local.weekday())
    return begun if begun <= local else begun - dt.timedelta(days=DAYS_OF[pace])


def may_read_outbox(person: User) -> bool:
    return person.may(Permission.MAIL_READ)


def may_send_again(person: User, mailing: Mailing) -> bool:
    """What was sent or shown is done, and what a sender has in hand is in good hands."""
    return may_read_outbox(person) and State(mailing.state) in MAY_GO_AGAIN
