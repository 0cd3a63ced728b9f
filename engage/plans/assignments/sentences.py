"""Sentences about who reads what."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.formats import isolated, show_sentences
from engage.kit.locales import current

CLOSED = _l("The plan is closed; nobody is asked to read it any more. Nothing was changed.")
NO_REVIEWER = _l("Please choose a person who reviews plans.")
NO_TOPIC = _l("There is no such topic, or it is not yours to read. Nothing was changed.")
NO_RULE = _l("There is no such rule. Somebody may have removed it.")
SAME_RULE = _l(
    "There is a rule for this topic, annex and language already. Remove it first, then add this "
    "one."
)
NOT_NOW = _l("The plan is not in review now. Nothing was changed.")


def led_by_another(name: str) -> str:
    """For a reviewer who would decide where a colleague leads."""
    return _(
        "%(person)s leads this review and decides. Nothing was changed. To decide yourself, become "
        "the lead first.",
        person=isolated(name),
    )


def named_meanwhile(name: str) -> str:
    """Beside a box whose topic a colleague has given to somebody else since it was shown."""
    again = _("Choose, and save again to put your choice in its place.")
    if name:
        named = _("A colleague has named %(person)s meanwhile.", person=isolated(name))
    else:
        named = _("A colleague has taken the reader off meanwhile.")
    return show_sentences([named, again], language=current())
