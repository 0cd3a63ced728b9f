"""A letter as it is read, on the page and as PDF alike: strengths, reason, comments by section.

What the secretariat says in every letter, and all that is chosen from a list, is in the language
asked for; what a reviewer wrote stays as it was written.
"""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import pgettext

from engage.kit.clock import now
from engage.kit.formats import show_date
from engage.kit.locales import direction, force
from engage.kit.paper import Foot, Letter, Paragraph, Remark, Remarks
from engage.kit.pieces import Cell, own
from engage.kit.values.fingerprint import fingerprint
from engage.plans import imprint
from engage.plans.models import Version
from engage.plans.numbers import code_of, paper_number
from engage.plans.outline.plan import SECTIONS
from engage.plans.review import models
from engage.plans.review.models import Comment
from engage.plans.review.places import WHOLE_PLAN, InWords, place_of
from engage.plans.review.vocabulary import LEVEL_OF, CommentKind
from engage.plans.vocabulary import Paper, Status, Step

# In the order in which a letter brings them.
WEIGHTS = (
    CommentKind.PRAISE,
    CommentKind.MUST_CHANGE,
    CommentKind.QUESTION,
    CommentKind.SUGGESTION,
)


def letter_paper(
    letter: models.Letter, version: Version, comments: Sequence[Comment], language: str
) -> Letter:
    """The letter in a language; a draft says that it is not sent yet."""
    with force(language):
        returned = letter.step == Step.RETURN
        places = InWords.in_version(version)
        return {
            "lang": language,
            "dir": "rtl" if direction(language) == "rtl" else "ltr",
            "title": _("Plan returned for revision") if returned else _("Review complete"),
            "kind": _("Letter of the UNCCD secretariat"),
            "party": letter.plan.party.name(language),
            "draft": None if letter.sent_at else _("Not sent yet"),
            "facts": _facts(letter, version, language),
            "signatures": [],
            "foot": _foot(letter, language),
            "words": imprint.words_of_paper(),
            "opening": _opening(returned=returned),
            "strengths": _written(letter, _("Strengths"), letter.strengths),
            "praised": _chapters(
                [each for each in comments if _is_praise_to_add(each, letter)], places
            ),
            "reason": (
                _written(letter, _("Why the plan is returned"), letter.reason) if returned else None
            ),
            "comments": _("Comments by section"),
            "chapters": _chapters([each for each in comments if each.asks], places),
            "support": _support(letter),
            "closing": _closing(returned=returned),
            "sender": _(
                "Secretariat of the United Nations Convention to Combat Desertification, reviewer"
            ),
        }


def letter_mark(letter: models.Letter, comments: Sequence[Comment]) -> str:
    """Tells whether the letter is still the one that was looked at, in whatever language."""
    said = [[place_of(each).code, each.kind, each.text] for each in comments]
    return fingerprint([letter.step, letter.strengths, letter.reason, letter.support, *said])


def file_name(letter: models.Letter, language: str) -> str:
    """`XA-2026-1-v2.2-letter-en.pdf`."""
    label = imprint.version_label(letter.version, letter.round)
    return imprint.file_name(letter.plan.ref, label, "letter", language, "pdf")


def _facts(letter: models.Letter, version: Version, language: str) -> list[tuple[str, Cell]]:
    status = Status.RETURNED if letter.step == Step.RETURN else Status.COMPLETE
    day = show_date(imprint.day_of(letter.sent_at or now()), language=language)
    return [
        (_("Party"), letter.plan.party.name(language)),
        (_("Plan"), _title(version)),
        (_("Version"), imprint.version_words(letter.version, letter.round)),
        (_("State"), _("%(state)s, %(date)s", state=status.label, date=day)),
        (pgettext("paper", "Number"), _number(letter)),
        (_("Code of the text"), code_of(version.document)),
    ]


def _number(letter: models.Letter) -> str:
    return paper_number(letter.plan.ref, Paper.LETTER, letter.version, letter.round)


def _written(letter: models.Letter, heading: str, text: str) -> Paragraph:
    return {"heading": heading, "text": text, "lang": letter.language}


def _support(letter: models.Letter) -> Paragraph | None:
    if not letter.support:
        return None
    return _written(letter, _("What help the secretariat can offer"), letter.support)


def _is_praise_to_add(comment: Comment, letter: models.Letter) -> bool:
    """Praise that the strengths do not say already, word for word."""
    return not comment.asks and comment.text not in letter.strengths


def _title(version: Version) -> Cell:
    return own(version.title, version.language) if version.title else _("Plan without a title")


def _foot(letter: models.Letter, language: str) -> Foot:
    label = imprint.version_label(letter.version, letter.round)
    is_rehearsal = letter.plan.party.is_rehearsal
    return imprint.foot(
        _(
            "Technical advice of the secretariat on a voluntary plan. "
            "Not an official document of the United Nations."
        ),
        imprint.printed_line(label, now(), language, is_rehearsal=is_rehearsal),
        _number(letter),
    )


def _opening(*, returned: bool) -> str:
    """The Party's name stands above: inside a sentence it would need other cases and articles."""
    if returned:
        return _(
            "The secretariat thanks the Party for the plan, and returns it with comments so that "
            "it can be revised."
        )
    return _("The secretariat thanks the Party for the plan and has completed its review.")


def _closing(*, returned: bool) -> str:
    if returned:
        return _(
            "The Party can edit the plan again, answer each comment, and submit it when it is "
            "ready. The comments are technical advice; no Party is scored or ranked."
        )
    return _(
        "Comments that are still open are advice; the Party decides what it does with them. "
        "The Party also decides who may see the plan."
    )


def _chapters(comments: Sequence[Comment], places: InWords) -> list[Remarks]:
    """The whole plan first, then the sections that have comments, in the order of the plan."""
    parts = [("", "", str(WHOLE_PLAN))]
    parts += [(each.code, str(each.number), str(each.title)) for each in SECTIONS]
    commented = {each.section for each in comments}
    return [
        {
            "number": number,
            "title": title,
            "remarks": [
                _remark(each, places) for each in _by_weight(comments) if each.section == section
            ],
        }
        for section, number, title in parts
        if section in commented
    ]


def _by_weight(comments: Sequence[Comment]) -> list[Comment]:
    """What must change first, then questions, then suggestions."""
    return sorted(comments, key=lambda each: WEIGHTS.index(each.kind))


def _remark(comment: Comment, places: InWords) -> Remark:
    kind = CommentKind(comment.kind)
    remark: Remark = {
        "level": LEVEL_OF[kind],
        "kind": str(kind.label),
        "text": comment.text,
        "lang": comment.language,
    }
    part = places.part(place_of(comment))
    return {**remark, "place": part} if part else remark
