"""What comes from outside: one frozen record for each form or command."""

from __future__ import annotations

from dataclasses import dataclass

from engage.accounts.permissions import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class UserDetails:
    email: str
    name: str
    role: Role
    party_code: str | None = None
    function: str = ""
    language: str = "en"


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountDetails:
    """What a person says of themselves."""

    name: str
    function: str
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """What was typed into a form: the page that shows it, where it was sent, its fields."""

    place: str
    posted_to: str
    fields: dict[str, list[str]]

    def pairs(self) -> list[tuple[str, str]]:
        return [(name, value) for name, values in self.fields.items() for value in values]
