"""The menu as data: where it leads, how it is called, who sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import request, url_for
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.accounts.models import User
from engage.accounts.permissions import Permission


def everybody(_user: User) -> bool:
    return True


def for_a_party(user: User) -> bool:
    return user.party_code is not None and user.may(Permission.PLAN_READ)


def reviewers(user: User) -> bool:
    return user.may(Permission.PLAN_REVIEW)


def event_writers(user: User) -> bool:
    return user.may(Permission.EVENT_EDIT)


def keepers(user: User) -> bool:
    return user.may(Permission.REFERENCE_EDIT)


def template_keepers(user: User) -> bool:
    return user.may(Permission.TEMPLATE_EDIT)


def mail_readers(user: User) -> bool:
    return user.may(Permission.MAIL_READ)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu; endpoints are names, since the frame knows no feature."""

    endpoint: str
    label: str
    seen_by: Callable[[User], bool]
    belongs: tuple[str, ...] = ()  # beginnings of endpoints that count as this entry
    is_open: bool = False  # whether those who are not signed in see it too


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as one person sees it on one page."""

    label: str
    url: str
    current: bool


PLANS = (
    *("plans.", "writing.", "rows.", "steps.", "paper.", "papers.", "glance."),
    *("review.", "checks.", "checklist."),
)
MENU: tuple[Entry, ...] = (
    # Translators: the page that says what waits for the person.
    Entry("start.start", _lp("menu", "Start"), everybody),
    Entry("plans.plans", _l("Plans"), for_a_party, (*PLANS, "sharing.", "board.our_party")),
    # Translators: the list of plans that the secretariat works on.
    Entry("review.queue", _l("Plans for review"), reviewers, PLANS),
    # Translators: the page on which every Party stands with the state of its plan.
    Entry("board.page", _l("Board"), reviewers, ("assignments.", "filters.")),
    Entry("events.events", _l("Events"), event_writers, ("events.", "events_")),
    Entry("journeys.listing", _l("Journeys"), everybody, ("journeys.", "journeys_"), is_open=True),
    Entry("calendar.month", _l("Calendar"), everybody, ("calendar.", "calendar_"), is_open=True),
    Entry("sharing.offers", _l("Shared activities"), reviewers, ("sharing.offer",)),
    Entry("sharing.templates", _l("Templates"), template_keepers, ("sharing.template",)),
    Entry("upkeep.overview", _l("Reference data"), keepers, ("upkeep.",)),
    Entry("post.outbox", _l("Outbox"), mail_readers),
    Entry("post.letters", _l("Letters"), everybody, ("post.letter",)),
    Entry("accounts.account", _l("Your account"), everybody, ("post.choice", "post.save_choice")),
)
# What stands at the foot of every page, for everybody.
FOOTER: tuple[Entry, ...] = (
    Entry("guides.help_page", _l("Help"), everybody),
    Entry("guides.about", _l("About Engage"), everybody),
    Entry("guides.accessibility", _l("Accessibility"), everybody),
)


def items_for(user: User | None) -> tuple[Item, ...]:
    if user is None:
        return _items(entry for entry in MENU if entry.is_open)
    return _items(entry for entry in MENU if entry.seen_by(user))


def footer() -> tuple[Item, ...]:
    return _items(FOOTER)


def is_in_footer() -> bool:
    """Whether the page is one of those that the foot leads to."""
    return any(_is_current(entry, request.endpoint or "") for entry in FOOTER)


def _items(entries: Iterable[Entry]) -> tuple[Item, ...]:
    here = request.endpoint or ""
    return tuple(
        Item(str(entry.label), url_for(entry.endpoint), _is_current(entry, here))
        for entry in entries
    )


def _is_current(entry: Entry, here: str) -> bool:
    return here == entry.endpoint or here.startswith(entry.belongs)
