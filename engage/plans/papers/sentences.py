"""Sentences of the paper chain that are said in more than one place."""

from __future__ import annotations

import datetime as dt

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from engage.kit.clock import today
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.kit.pieces import Cell, own, woven

NO_PAPER = _l("There is no such paper, or you have no access to it.")
NO_CLEARANCE = _l("There is no such note, or you have no access to it.")
NO_PAGE = _l("There is no such signed page, or you have no access to it.")
LOST_PAGE = _l(
    "The file of this signed page is missing or damaged on the server. Please tell those who look "
    "after the service; the paper itself can be attached again."
)
NOT_THIS_PAPER = _l("Please choose the paper that was signed.")
NO_FILE = _l("Please choose the file with the signed page.")
TOO_LARGE = _l(
    "The file is larger than 2 MB. Photograph the page with less detail, or scan it in black and "
    "white, then choose the new file. Nothing was attached."
)
FAR_TOO_LARGE = _l(
    "A signed page may have up to 2 MB, and this file is far larger, so it was not read. Nothing "
    "was attached and nothing of yours is lost: go back, and choose a photograph with less detail "
    "or a scan in black and white."
)
NO_PICTURE = _l(
    "This is no PDF, JPEG or PNG that can be opened, whatever its name says. Photograph or scan "
    "the page again, then choose the new file."
)
TOO_DETAILED = _l(
    "The picture has more than 40 million points. Photograph or scan the page with less detail, "
    "then choose the new file."
)
TOO_MANY = _l("This paper has as many signed pages as it can have. Put further pages into one PDF.")
SAME_CODE = _l(
    "Papers about the same text bear the same code. If the code on another paper differs, the text "
    "was changed in between. Names and dates of signature are not part of it."
)
PAGE_IS_SEEN = _l(
    "A signed page is open to your Party only until the version that it belongs to is submitted; "
    "then the secretariat sees it too. On a version that is submitted already, it sees it at once."
)
PAGE_IS_SENT = _l(
    "A signed page of a letter is open to the Party once the letter was sent; of a letter that was "
    "sent already, at once."
)


def lies_with(with_whom: str, language: str, given_on: dt.date) -> Cell:
    """`With the minister for 12 days.`; whom it is with is in its writer's own words."""
    days = max(0, (today() - given_on).days)
    sentence = ngettext(
        "On paper with %(person)s for %(num)s day.",
        "On paper with %(person)s for %(num)s days.",
        days,
        person="%(person)s",
    )
    return woven(sentence if days else _since_today(), person=own(with_whom, language))


def given_to(with_whom: str, language: str, given_on: dt.date, back_on: dt.date | None) -> Cell:
    """`The minister: given on 18 November 2026.`; and when it came back, once it has."""
    given = show_date(given_on, language=current())
    person = own(with_whom, language)
    if back_on is None:
        return woven(_("%(person)s: given on %(given)s."), person=person, given=given)
    back = show_date(back_on, language=current())
    sentence = _("%(person)s: given on %(given)s, back on %(back)s.")
    return woven(sentence, person=person, given=given, back=back)


def _since_today() -> str:
    text: str = _("On paper with %(person)s since today.", person="%(person)s")
    return text
