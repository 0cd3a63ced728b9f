"""The menu as data: where it leads, how it is called, who sees it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import lazy_gettext as _l

from engage.accounts.models import User
from engage.accounts.permissions import Permission


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu; endpoints are names, since the frame knows no feature."""

    endpoint: str
    label: str
    permission: Permission | None = None
    belongs: tuple[str, ...] = ()  # beginnings of endpoints that count as this entry


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as one person sees it on one page."""

    label: str
    url: str
    current: bool


MENU: tuple[Entry, ...] = (
    Entry(
        "plans.plans",
        _l("Plans"),
        Permission.PLAN_READ,
        ("plans.", "writing.", "rows.", "steps.", "paper.", "review."),
    ),
    Entry("upkeep.overview", _l("Reference data"), Permission.REFERENCE_EDIT, ("upkeep.",)),
    Entry("accounts.account", _l("Your account")),
)


def items_for(user: User | None) -> tuple[Item, ...]:
    if user is None:
        return ()
    here = request.endpoint or ""
    return tuple(
        Item(str(entry.label), url_for(entry.endpoint), _is_current(entry, here))
        for entry in MENU
        if entry.permission is None or user.may(entry.permission)
    )


def _is_current(entry: Entry, here: str) -> bool:
    return here == entry.endpoint or any(here.startswith(start) for start in entry.belongs)
