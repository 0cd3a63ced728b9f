"""The last letters to a person, as the start page lists them."""

from __future__ import annotations

from engage.accounts.models import User
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.kit.pieces import Cell, own
from engage.plans.start.queries import unread
from engage.plans.start.shape import Waiting
from engage.post.models import Notice
from engage.post.vocabulary import Cause
from engage.reference.models import name_in


def last_letters(reader: User) -> list[Waiting]:
    return [_told(notice, reader) for notice in unread(reader)]


def _told(notice: Notice, reader: User) -> Waiting:
    """Why it was written, about what, and when."""
    return Waiting(
        url=_address(notice, reader),
        text=str(Cause(notice.cause).label),
        sentence=_subject(notice),
        end=show_date(notice.written_at.date(), language=current()),
    )


def _subject(notice: Notice) -> Cell:
    """The plan by its title, or the call by its name."""
    details = notice.details
    if "call" in details:
        return name_in(details["call"], current())
    title = details.get("title")
    return own(title, details.get("language", "")) if title else own(details.get("ref", ""))


def _address(notice: Notice, reader: User) -> str:
    ref = notice.details.get("ref")
    if ref is None:
        return ""
    return f"/plans/{ref}" if reader.party_code else f"/review/{ref}"
