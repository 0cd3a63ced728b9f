"""`page`: what the frame of every page needs, each part worked out only when it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from flask import render_template, request
from flask_babel import gettext as _
from markupsafe import Markup

from engage.accounts.access import visitor
from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.frame.fragments import Fragments
from engage.frame.languages import LanguageLink, links, readable_path
from engage.frame.navigation import Item, footer, is_in_footer, items_for
from engage.kit.locales import Language, current, language

REMEMBERED = 1000

_parts = Fragments(REMEMBERED)


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
        return footer()

    def strip(self, form_id: str) -> Markup:
        """The language strip; `form_id` names the form that goes along when it is used."""
        asked = tuple(request.args.items(multi=True))
        key = ("strip", request.script_root, readable_path(), asked, form_id)
        return _parts.get(key, lambda: self._part("language_strip", form_id=form_id))

    @property
    def head(self) -> Markup:
        """What the service is, who is signed in, and the menu: the same for one person in one
        room."""
        user = self._visitor
        person = (user.name, user.role, user.is_active, user.party_code) if user else None
        key = ("head", request.script_root, request.endpoint, person, self._party)
        return _parts.get(key, lambda: self._part("head"))

    @property
    def foot(self) -> Markup:
        here = request.endpoint if is_in_footer() else ""
        key = ("foot", request.script_root, here)
        return _parts.get(key, lambda: self._part("foot"))

    def _part(self, name: str, **more: str) -> str:
        return render_template(f"components/{name}.html", page=self, **more)

    @property
    def _party(self) -> tuple[str, bool] | None:
        """The name of the Party that the person works for, and whether it is the rehearsal's."""
        party = self._visitor.party if self._visitor else None
        return (party.name(self.language_code), party.is_rehearsal) if party else None

    @property
    def home(self) -> str:
        return "/"

    @cached_property
    def user(self) -> Person | None:
        user = self._visitor
        if user is None:
            return None
        place = self._party[0] if self._party else _("UNCCD secretariat")
        return Person(user.name, str(Role(user.role).label), place)

    @property
    def person_key(self) -> str:
        """Sets apart what a browser keeps for each person who uses it; empty for a visitor."""
        return str(self._visitor.id) if self._visitor else ""

    @cached_property
    def rehearsal(self) -> str | None:
        """The name of the rehearsal Party, when the person works for it."""
        name, is_rehearsal = self._party or ("", False)
        return name if is_rehearsal else None
