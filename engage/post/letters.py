"""The words of letters: each cause in whole sentences, for the page and for e-mail alike.

What a letter is about is set apart in facts (“Plan: …”), so that no name stands inside a sentence.
A letter keeps codes and names; it is put into words when it is read, in the language spoken then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.accounts.models import User
from engage.config import settings
from engage.kit.formats import show_date, show_moment
from engage.kit.locales import DEFAULT, current
from engage.kit.pieces import Cell, own
from engage.kit.values.vocabulary import Label
from engage.kit.zones import known_zone
from engage.post.models import Notice
from engage.post.vocabulary import Cause
from engage.post.wording import COUNTED, FOR_A_PARTY, FOR_ALL, FOR_THE_SECRETARIAT, PLACES, Words

Details = Mapping[str, Any]
Fact = tuple[str, Cell]


@dataclass(frozen=True, slots=True)
class Told:
    """A letter as one person reads it; `url` is a path, `moment` in the zone of the reader.

    `about` names what it is about: the title of a plan, or its code, or the name of a call.
    `group` is the same for all letters about the same thing; `party` is empty for its own people.
    """

    id: int
    group: tuple[str, int]
    url: str
    subject: str
    about: Cell
    code: str
    party: str
    sentence: str
    facts: tuple[Fact, ...]
    action: str
    asks: bool
    at: dt.datetime
    day: str
    moment: str
    is_read: bool


# What a letter is about that is about no plan: the detail `what`.
ABOUT: Mapping[str, Label] = {"event": _l("Event"), "stop": _l("Stop"), "journey": _l("Journey")}


def told(notice: Notice, person: User) -> Told:
    """In the language spoken now, and in the zone of the person whom it was written to."""
    cause, details = Cause(notice.cause), notice.details
    words = _words(cause, person)
    return Told(
        id=notice.id,
        group=(notice.subject_kind, notice.subject_id),
        url=_url(cause, details, person),
        subject=str(cause.label),
        about=_about(details),
        code=_text(details, "ref"),
        party=_party(details, person),
        sentence=_sentence(cause, words, details),
        facts=tuple(_facts(details, person)),
        action=str(words.action),
        asks=words.asks,
        at=notice.written_at,
        day=show_date(day_of(notice.written_at, person), language=current()),
        moment=show_moment(notice.written_at, language=current(), zone=zone_of(person)),
        is_read=notice.read_at is not None,
    )


def asking(person: User) -> frozenset[Cause]:
    """The causes that ask this person to do something."""
    return frozenset(cause for cause in Cause if _words(cause, person).asks)


def zone_of(person: User) -> str:
    return known_zone(person.time_zone, settings().time_zone)


def day_of(moment: dt.datetime, person: User) -> dt.date:
    """The day on which it is then for the person."""
    return moment.astimezone(ZoneInfo(zone_of(person))).date()


def _words(cause: Cause, person: User) -> Words:
    own_words = FOR_THE_SECRETARIAT if person.party_code is None else FOR_A_PARTY
    return own_words.get(cause) or FOR_ALL[cause]


def _sentence(cause: Cause, words: Words, details: Details) -> str:
    """With the number of days where it is known."""
    days, counted = details.get("days"), COUNTED.get(cause)
    return counted(days) if counted and isinstance(days, int) else str(words.sentence)


def _url(cause: Cause, details: Details, person: User) -> str:
    """`url` is a path of its own, for letters about something else than a plan."""
    ref = _text(details, "ref")
    if "url" in details:
        return _text(details, "url")
    if not ref:
        return "/start"
    if person.party_code is None:
        return f"/review/{ref}"
    if cause is Cause.COMPLETED and "number" in details:
        return f"/plans/{ref}/letter/{details['number']}.{details['round']}"
    return f"/plans/{ref}{PLACES.get(cause, '')}"


def _about(details: Details) -> Cell:
    title = _text(details, "title")
    if title:
        return own(title, _text(details, "language"))
    ref = _text(details, "ref")
    return {"text": ref} if ref else _name(details, "call")


def _party(details: Details, person: User) -> str:
    return _name(details, "party") if person.party_code is None else ""


def _facts(details: Details, person: User) -> Iterator[Fact]:
    """What is known of it, each under its label."""
    about, ref = _about(details), _text(details, "ref")
    if _text(details, "title"):
        yield str(ABOUT.get(_text(details, "what"), _("Plan"))), about
        yield _("Code"), {"text": ref}
    elif about:
        yield (_("Plan") if ref else _("Call for plans")), about
    known = {
        _("Party"): _name(details, "partner") or _party(details, person),
        _("Version"): _text(details, "version"),
        _("Topic"): _name(details, "topic"),
        _("Journey"): _name(details, "journey"),
        _("Answer wanted by"): _day(details, "until"),
        _("Last day of the call"): _day(details, "due"),
    }
    for label, text in known.items():
        if text:
            yield label, text
    if _text(details, "by"):
        yield _("Colleague"), {"text": _text(details, "by")}


def _text(details: Details, key: str) -> str:
    found = details.get(key)
    return "" if found is None else str(found)


def _name(details: Details, key: str) -> str:
    """A name by language, in the one spoken now."""
    names = details.get(key)
    if not isinstance(names, Mapping):
        return ""
    return str(names.get(current()) or names.get(DEFAULT) or next(iter(names.values()), ""))


def _day(details: Details, key: str) -> str:
    try:
        day = dt.date.fromisoformat(_text(details, key))
    except ValueError:
        return ""
    return show_date(day, language=current())
