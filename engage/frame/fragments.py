"""Parts of pages that are put into HTML once and remembered while what they show is the same.

A part may hold forms: the token of the reader's session is left out of what is remembered, and put
in again for each reader.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from secrets import token_hex
from typing import Any

from flask import get_template_attribute
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from engage.kit.locales import current
from engage.kit.memo import Memo

# Stands where a token was; nobody can type it, since it is new in each process.
_TOKEN = f"token-{token_hex(16)}"


class Fragments:
    """Remembers `size` parts. A key must name everything a part shows, except the language."""

    def __init__(self, size: int) -> None:
        self._kept: Memo[str] = Memo(size)

    def get(self, key: tuple[Hashable, ...], render: Callable[[], str]) -> Markup:
        return fill(self.raw(key, render))

    def raw(self, key: tuple[Hashable, ...], render: Callable[[], str]) -> str:
        """The part without its tokens: to join several, and `fill` them at once."""
        return self._kept.get((*key, current()), lambda: _without_token(render()))


def fill(parts: str) -> Markup:
    """Put the reader's token where one belongs."""
    return Markup(parts.replace(_TOKEN, generate_csrf()) if _TOKEN in parts else parts)  # noqa: S704  # rendered by a template, escaped there


def macro(template: str, name: str) -> Callable[..., Any]:
    """A macro of a template, to be called from Python."""
    found: Callable[..., Any] = get_template_attribute(template, name)
    return found


def _without_token(rendered: str) -> str:
    return str(rendered).replace(generate_csrf(), _TOKEN)
