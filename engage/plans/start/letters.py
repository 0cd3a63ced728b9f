"""The last letters to a person, as the start page lists them."""

from __future__ import annotations

from engage.accounts.models import User
from engage.plans.start.shape import Waiting
from engage.post.letters import Told, told
from engage.post.queries import unread_for

LETTERS = 5


def last_letters(reader: User) -> list[Waiting]:
    """Those that the reader has not read, the latest first."""
    return [_waiting(told(notice, reader)) for notice in unread_for(reader, LETTERS)]


def _waiting(letter: Told) -> Waiting:
    """Why it was written, about what, and when."""
    return Waiting(
        url=f"/letters/{letter.id}",
        text=letter.subject,
        sentence=letter.about,
        end=letter.day,
    )
