"""What an example of a page is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engage.accounts.permissions import Role

FOCAL_POINT, REVIEWER = Role.FOCAL_POINT, Role.REVIEWER
ADVISER, ADMINISTRATOR = Role.ADVISER, Role.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it is filled in and sent, and how the server answers.

    `meanwhile` is what somebody else does while it is filled in.
    """

    form: str
    boxes: Mapping[str, str]
    status: int = 422
    meanwhile: Callable[[], None] | None = None
    button: str = "button[type=submit]:not([name=switch_language]):not([name=stock])"


@dataclass(frozen=True, slots=True)
class Example:
    """A page: `{name}` in its address is the number of a comment; nobody is signed in for None."""

    address: str
    role: Role | None = FOCAL_POINT
    status: int = 200
    sent: Sent | None = None
    changes: bool = False  # what is sent is kept in part: it needs a server of its own

    @property
    def name(self) -> str:
        after = f" sent to {self.sent.status}" if self.sent else ""
        return f"{self.role or 'nobody'} {self.address}{after}"
