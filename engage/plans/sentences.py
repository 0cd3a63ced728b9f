"""Sentences about plans that are said in more than one place."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import pgettext

from engage.accounts.models import User
from engage.config import settings
from engage.history.models import Entry
from engage.history.vocabulary import Verb
from engage.kit.formats import isolated, show_moment
from engage.kit.locales import current
from engage.kit.pieces import Cell, own, woven

LOCKED = _l(
    "You cannot change this plan now: it is with somebody else, or your role only reads it. "
    "Nothing was changed."
)
MAY_NOT = _l("Your role does not allow this step. Nothing was changed.")

STEPS_OF_SECRETARIAT = frozenset({Verb.TAKEN_UP, Verb.RETURNED, Verb.COMPLETED})


def sentence_for(reader: User, entry: Entry) -> str:
    """What happened, as this person may read it: of the secretariat a Party reads no names."""
    return str(Verb(entry.verb).label) % {**entry.words, "actor": _actor_for(reader, entry)}


def told_to(reader: User, entry: Entry) -> Cell:
    """The same for a page: names stand apart, and the title of a plan is in its own language."""
    words: dict[str, Cell] = dict(entry.words)
    if "title" in words:
        words["title"] = own(entry.words["title"], entry.words.get("language", ""))
    if "person" in words:
        words["person"] = {"text": entry.words["person"]}
    words["actor"] = {"text": _actor_for(reader, entry)}
    return woven(str(Verb(entry.verb).label), **words)


def _actor_for(reader: User, entry: Entry) -> str:
    if reader.party_code is None or Verb(entry.verb) not in STEPS_OF_SECRETARIAT:
        return entry.actor_name
    who: str = pgettext("who did it", "The secretariat")
    return who


def too_late(entry: Entry | None, reader: User) -> str:
    """For a person who takes a step after somebody else moved the plan on: who, what, when."""
    if entry is None:
        return _("The plan cannot take this step now. Nothing was changed.")
    when = show_moment(entry.at, language=current(), zone=settings().time_zone)
    what = _("%(when)s: %(what)s", when=when, what=isolated(sentence_for(reader, entry)))
    return _("Somebody was quicker. Nothing was changed by you. What was done: %(what)s", what=what)
