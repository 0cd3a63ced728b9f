"""`page`: what the frame of every page needs, each part worked out only when it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from flask_babel import gettext as _

from engage.accounts.access import visitor
from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.frame import assets
from engage.frame.languages import LanguageLink, links
from engage.frame.navigation import Item, items_for
from engage.kit.locales import Language, current, language


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, as the head of the page says it."""

    name: str
    role: str
    place: str


class Page:
    """The context of every page; `Page(known=False)` never asks the database for a person."""

    def __init__(self, *, known: bool = True) -> None:
        self._known = known

    @cached_property
    def _visitor(self) -> User | None:
        return visitor() if self._known else None

    @cached_property
    def _spoken(self) -> Language:
        return language(current())

    @property
    def language(self) -> str:
        """For the `lang` attribute; `language_code` has two letters."""
        return self._spoken.tag

    @property
    def language_code(self) -> str:
        return self._spoken.code

    @property
    def direction(self) -> str:
        return self._spoken.direction

    @cached_property
    def languages(self) -> tuple[LanguageLink, ...]:
        return links()

    @cached_property
    def navigation(self) -> tuple[Item, ...]:
        return items_for(self._visitor)

    @property
    def footer(self) -> tuple[Item, ...]:
        return ()

    @property
    def home(self) -> str:
        return "/"

    @cached_property
    def user(self) -> Person | None:
        user = self._visitor
        if user is None:
            return None
        party = user.party
        place = party.name(self.language_code) if party else _("UNCCD secretariat")
        return Person(user.name, str(Role(user.role).label), place)

    @cached_property
    def rehearsal(self) -> str | None:
        """The name of the rehearsal Party, when the person works for it."""
        party = self._visitor.party if self._visitor else None
        return party.name(self.language_code) if party and party.is_rehearsal else None

    @staticmethod
    def static(path: str) -> str:
        return assets.address(path)
