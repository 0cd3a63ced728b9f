"""The paper chain as it is read, on the page and as PDF alike, in one of the six languages.

Each paper bears its number, the date of the fact of which it speaks, and the code of the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask_babel import gettext as _
from flask_babel import ngettext, pgettext

from engage.config import settings
from engage.kit.formats import show_date, show_moment, show_zone
from engage.kit.locales import direction, force
from engage.kit.locales import language as find_language
from engage.kit.paper import Entry, Line, Signature, Slip
from engage.kit.pieces import Cell, own
from engage.kit.values import base
from engage.plans import imprint
from engage.plans.document import Json, fields_of, own_language
from engage.plans.exports import Copy, lines_of, signature_of
from engage.plans.imprint import day_of
from engage.plans.numbers import code_of, paper_number
from engage.plans.papers.figures import figures_of, told
from engage.plans.papers.sentences import SAME_CODE
from engage.plans.tables import cell_of
from engage.plans.vocabulary import Paper


@dataclass(frozen=True, slots=True)
class Filed:
    """Which paper it is: its kind, its version and round, its day, and the code of the text."""

    paper: Paper
    ref: str
    version: int
    round: int
    day: dt.date
    code: str

    @property
    def number(self) -> str:
        return paper_number(self.ref, self.paper, self.version, self.round)


@dataclass(frozen=True, slots=True)
class Submission:
    """What the papers of a submitted version say of it besides its document."""

    submitted_at: dt.datetime
    submitted_by: str
    answered: int  # comments of the secretariat on earlier rounds
    days: int | None  # working days within which comments normally come


def filed(copy: Copy, paper: Paper, day: dt.date) -> Filed:
    return Filed(paper, copy.ref, copy.version, copy.round, day, code_of(copy.document))


def to_come(copy: Copy) -> Copy:
    """A draft as the version and round that it becomes when it is submitted."""
    return replace(copy, round=copy.round + 1, minor=0)


def file_name(copy: Copy, paper: Paper, language: str) -> str:
    """`XA-2026-1-v2.2-receipt-en.pdf`."""
    return imprint.file_name(copy.ref, copy.label, paper.value, language, "pdf")


def clearance_sheet(copy: Copy, before: Json | None, language: str) -> Slip:
    """For the ministry, before submission: what the plan is in one page, and three signatures.

    `before` is the document that was submitted last, if there is one.
    """
    with force(language):
        figures = figures_of(copy.document, before, language)
        file = filed(copy, Paper.CLEARANCE, day_of(copy.printed_at))
        pledge = _(
            "The text with the code %(code)s is cleared for submission to the secretariat of the "
            "Convention.",
            code=file.code,
        )
        return {
            **_slip(copy, file, language),
            "opening": _(
                "This sheet goes with the plan to those who clear it. The plan itself is printed "
                "apart."
            ),
            "entries": [_entry(label, *lines) for label, lines in told(figures, language)],
            "closing": [str(SAME_CODE)],
            "pledge": {"heading": _("Cleared for submission"), "text": pledge},
            "signatures": [
                signature_of(copy.document, "prepared_by", _("Prepared by"), language),
                signature_of(copy.document, "authorised_by", _("Authorized by"), language),
                _unsigned(_("Minister")),
            ],
        }


def cover_letter(copy: Copy, sent: Submission, language: str) -> Slip:
    """From the Party to the secretariat, with a version that was submitted."""
    with force(language):
        file = filed(copy, Paper.COVER, day_of(sent.submitted_at))
        note = lines_of(copy.document, "signature", "note_to_reviewers", language)
        return {
            **_slip(copy, file, language),
            "address": [
                _("Secretariat of the United Nations Convention to Combat Desertification"),
                _("Bonn, Germany"),
            ],
            "opening": _opening_of_cover(copy),
            "entries": [
                _entry(_("What is sent"), _what_is_sent(copy)),
                _entry(_("Submitted"), _moment(sent.submitted_at, language)),
                _entry(_("Answers to comments"), _answers(sent.answered)),
                {"label": _("Note to the reviewers"), "lines": [_line(each) for each in note]},
            ],
            "closing": [str(SAME_CODE)],
            "pledge": None,
            "signatures": [
                {
                    "role": _("National focal point"),
                    "name": own(sent.submitted_by),
                    "lines": [_("Place and date")],
                }
            ],
        }


def receipt(copy: Copy, sent: Submission, language: str) -> Slip:
    """From the secretariat to the Party: what arrived when, and who acts next."""
    with force(language):
        file = filed(copy, Paper.RECEIPT, day_of(sent.submitted_at))
        zone = show_zone(sent.submitted_at, language=language, zone=settings().time_zone)
        return {
            **_slip(copy, file, language),
            "opening": _("The secretariat has received the plan named above."),
            "entries": [
                _entry(_("What arrived"), _what_is_sent(copy)),
                _entry(_("Arrived"), _moment(sent.submitted_at, language), zone),
                _entry(_("Answers to comments"), _answers(sent.answered)),
                _entry(_("Who acts next"), *_next(copy, sent.days)),
            ],
            "closing": [
                str(SAME_CODE),
                _("Secretariat of the United Nations Convention to Combat Desertification"),
            ],
            "pledge": None,
        }


# ---------------------------------------------------------------- what all share


def _slip(copy: Copy, file: Filed, language: str) -> Slip:
    party = copy.party[language]
    return {
        "lang": language,
        "dir": "rtl" if direction(language) == "rtl" else "ltr",
        "own_lang": own_language(copy.document),
        "title": str(file.paper.label),
        "kind": _("Stakeholder engagement plan"),
        "party": party,
        "draft": _("DRAFT") if copy.is_draft else None,
        "facts": _facts(copy, file, language),
        "signatures": [],
        "foot": imprint.foot(
            _prepared(file.paper, party),
            imprint.printed_line(
                copy.label, copy.printed_at, language, is_rehearsal=copy.is_rehearsal
            ),
            f"{file.number} · {file.code}",
        ),
        "words": imprint.words_of_paper(),
        "address": [],
        "opening": "",
        "entries": [],
        "closing": [],
        "pledge": None,
    }


def _prepared(paper: Paper, party: str) -> str:
    if paper is Paper.RECEIPT:
        return _(
            "Receipt of the secretariat for a voluntary plan. "
            "Not an official document of the United Nations."
        )
    return _("Prepared by %(party)s. Not an official document of the United Nations.", party=party)


def _facts(copy: Copy, file: Filed, language: str) -> list[tuple[str, Cell]]:
    title = fields_of(copy.document, "identity").get("title")
    period = lines_of(copy.document, "identity", "period", language)
    return [
        (pgettext("paper", "Number"), file.number),
        (_("Plan"), own(title) if isinstance(title, str) else _("Plan without a title")),
        (_("Date"), show_date(file.day, language=language)),
        (_("Period"), cell_of(period, _("not filled in yet"))),
        (_("Code of the text"), file.code),
        (_("Version"), imprint.version_words(copy.version, copy.round, copy.minor)),
    ]


def _line(line: base.Line) -> Line:
    return {"text": line.text, "own": line.own}


def _entry(label: str, *lines: str) -> Entry:
    return {"label": label, "lines": [{"text": line, "own": False} for line in lines if line]}


def _unsigned(role: str) -> Signature:
    return {"role": role, "name": "", "lines": [_("Name and title"), _("Place and date")]}


def _moment(moment: dt.datetime, language: str) -> str:
    return show_moment(moment, language=language, zone=settings().time_zone)


# ---------------------------------------------------------------- sentences of the other two


def _opening_of_cover(copy: Copy) -> str:
    if copy.minor:
        return _(
            "The Party tells the secretariat of small changes to its plan after the review. The "
            "plan stays complete."
        )
    return _("The Party submits the plan named above to the secretariat for review.")


def _what_is_sent(copy: Copy) -> str:
    version = imprint.version_words(copy.version, copy.round, copy.minor)
    spoken = own_language(copy.document)
    return _(
        "The whole plan as it was frozen (version: %(version)s; language: %(language)s)",
        version=version,
        language=find_language(spoken).name,
    )


def _answers(answered: int) -> str:
    if not answered:
        return _("No comment was open.")
    return ngettext(
        "%(num)s comment on earlier rounds is answered or closed.",
        "%(num)s comments on earlier rounds are answered or closed.",
        answered,
    )


def _next(copy: Copy, days: int | None) -> Iterator[str]:
    if copy.minor:
        yield _("Nobody needs to act: small changes need no other review.")
        return
    yield _("The secretariat: it takes up the review. Until then the Party can withdraw the plan.")
    if days:
        yield ngettext(
            "The Party normally has its comments within %(num)s working day.",
            "The Party normally has its comments within %(num)s working days.",
            days,
        )
