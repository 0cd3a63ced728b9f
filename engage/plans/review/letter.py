"""A letter as it is read: strengths first, then the reason, then the comments by section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.kit.clock import today
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.kit.values.fingerprint import fingerprint
from engage.plans.models import Version
from engage.plans.outline.plan import SECTIONS
from engage.plans.review.models import Comment, Letter
from engage.plans.review.reading import ReadComment, by_section
from engage.plans.review.sentences import version_sentence
from engage.plans.vocabulary import Step


@dataclass(frozen=True, slots=True)
class SectionOfLetter:
    number: int
    title: str
    comments: tuple[ReadComment, ...]


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """`mark` tells whether the letter is still the one that was looked at."""

    heading: str
    opening: str
    closing: str
    party: str
    is_rehearsal: bool
    plan_title: str
    plan_language: str
    version: str
    day: str
    language: str
    strengths: str
    reason: str
    sections: tuple[SectionOfLetter, ...]
    mark: str


def read_letter(
    actor: User, letter: Letter, version: Version, comments: Sequence[Comment]
) -> ReadLetter:
    returned = letter.step == Step.RETURN
    party = letter.plan.party.name(current())
    moment = letter.sent_at.date() if letter.sent_at else today()
    return ReadLetter(
        heading=_("Plan returned for revision") if returned else _("Review complete"),
        opening=_opening(party, returned=returned),
        closing=_closing(returned=returned),
        party=party,
        is_rehearsal=letter.plan.party.is_rehearsal,
        plan_title=version.title,
        plan_language=version.language,
        version=version_sentence(letter.version, letter.round),
        day=show_date(moment, language=current()),
        language=letter.language,
        strengths=letter.strengths,
        reason=letter.reason if returned else "",
        sections=_sections(actor, comments),
        mark=_mark(letter, comments),
    )


def _opening(party: str, *, returned: bool) -> str:
    opening: str = _(
        "The secretariat thanks %(party)s for the plan and has completed its review.", party=party
    )
    if returned:
        opening = _(
            "The secretariat thanks %(party)s for the plan, and returns it with comments so that "
            "it can be revised.",
            party=party,
        )
    return opening


def _closing(*, returned: bool) -> str:
    closing: str = _(
        "Comments that are still open are advice; the Party decides what it does with them. "
        "The Party also decides who may see the plan."
    )
    if returned:
        closing = _(
            "The Party can edit the plan again, answer each comment, and submit it when it is "
            "ready. The comments are technical advice; no Party is scored or ranked."
        )
    return closing


def _sections(actor: User, comments: Sequence[Comment]) -> tuple[SectionOfLetter, ...]:
    found = by_section(actor, comments)
    return tuple(
        SectionOfLetter(section.number, str(section.title), found[section.code])
        for section in SECTIONS
        if section.code in found
    )


def _mark(letter: Letter, comments: Sequence[Comment]) -> str:
    said = [[each.section, each.kind, each.text] for each in comments]
    return fingerprint([letter.step, letter.strengths, letter.reason, *said])
