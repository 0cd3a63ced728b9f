"""Comments and letters put into words for the person who reads them; templates only print.

Of the secretariat the Party reads the role, not the name. An answer reaches the secretariat with
the next submission, not while the Party still writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _
from flask_babel import ngettext, pgettext

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.kit.pieces import Cell
from engage.plans import rules as plan_rules
from engage.plans.outline.plan import SECTIONS
from engage.plans.review import rules
from engage.plans.review.disputes import Dispute, Disputes
from engage.plans.review.models import Comment
from engage.plans.review.places import WHOLE, WHOLE_PLAN, InWords, place_of
from engage.plans.review.vocabulary import (
    LEVEL_OF,
    SHAPE_OF,
    CommentKind,
    CommentState,
    Outcome,
)
from engage.reference.vocabulary.identity import AnswerToComment


@dataclass(frozen=True, slots=True)
class Beside:
    """What comments are read with: what places are called, and how reviewers disagree."""

    places: InWords
    disputes: Disputes = field(default_factory=Disputes)


@dataclass(frozen=True, slots=True)
class ReadComment:
    """A comment as one person may read it, with what that person may do with it.

    `place` is the code of what it is about, `part` its words below the section.
    """

    id: int
    section: str
    place: str
    part: Cell
    kind: str
    level: str
    label: str
    state: CommentState
    shape: str
    state_label: str
    text: str
    language: str
    by: str
    answer: str
    answer_lead: str
    answer_text: str
    is_sent: bool
    asks_again: bool
    is_inside: bool
    is_dropped: bool
    dispute: Dispute
    may_change: bool
    may_answer: bool
    may_close: bool
    may_keep_open: bool


@dataclass(frozen=True, slots=True)
class SectionOfComments:
    """A section, or the whole plan, which has no number."""

    code: str
    number: str
    title: str
    comments: tuple[ReadComment, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One line of what is still open before the decision."""

    shape: str
    sentence: str


def comments_by_section(
    actor: User, comments: Iterable[Comment], beside: Beside
) -> list[SectionOfComments]:
    """The whole plan first, then the sections that have comments, in the order of the plan."""
    found = by_section(actor, comments, beside)
    parts = [("", WHOLE, "", str(WHOLE_PLAN))]
    parts += [(each.code, each.code, str(each.number), str(each.title)) for each in SECTIONS]
    return [
        SectionOfComments(code, number, title, found[section])
        for section, code, number, title in parts
        if section in found
    ]


def by_section(
    actor: User, comments: Iterable[Comment], beside: Beside
) -> dict[str, tuple[ReadComment, ...]]:
    found: dict[str, tuple[ReadComment, ...]] = {}
    for comment in comments:
        shown = read_comment(actor, comment, beside)
        found[shown.section] = (*found.get(shown.section, ()), shown)
    return found


def read_comment(actor: User, comment: Comment, beside: Beside) -> ReadComment:
    kind, place = CommentKind(comment.kind), place_of(comment)
    answered = comment.answer is not None and answer_reaches(actor, comment)
    state, is_dropped = state_for(actor, comment), comment.dropped_at is not None
    return ReadComment(
        id=comment.id,
        section=comment.section,
        place=place.code,
        part=beside.places.part(place),
        kind=kind.value,
        level=LEVEL_OF[kind],
        label=str(kind.label),
        state=state,
        shape=SHAPE_OF[state],
        state_label=str(Outcome.DROPPED.label if is_dropped else state.label),
        text=comment.text,
        language=comment.language,
        by=author_line(actor, comment),
        answer=comment.answer or "" if answered else "",
        answer_lead=_answer_lead(comment) if answered else "",
        answer_text=comment.answer_text if answered else "",
        is_sent=comment.sent_at is not None,
        asks_again=comment.kept_open_at is not None,
        is_inside=not comment.from_secretariat,
        is_dropped=is_dropped,
        dispute=beside.disputes.about(actor, comment),
        may_change=rules.may_change_comment(actor, comment),
        may_answer=rules.may_answer(actor, comment),
        may_close=rules.may_close(actor, comment),
        may_keep_open=rules.may_keep_open(actor, comment),
    )


def answer_reaches(actor: User, comment: Comment) -> bool:
    """The Party reads its answers at once, the secretariat those that were submitted."""
    if plan_rules.is_own(actor, comment.plan):
        return True
    at, submitted_at = comment.answered_at, comment.plan.submitted_at
    return at is not None and submitted_at is not None and at <= submitted_at


def state_for(actor: User, comment: Comment) -> CommentState:
    """The state as far as the reader may know it."""
    if comment.state is CommentState.ANSWERED and not answer_reaches(actor, comment):
        return CommentState.OPEN
    return comment.state


def author_line(actor: User, comment: Comment) -> str:
    """Who wrote it and when, and who can read it."""
    day = show_date(comment.written_at.date(), language=current())
    if not comment.from_secretariat:
        person, role = comment.written_by.name, Role(comment.written_by.role).label
        return _(
            "%(person)s (%(role)s), %(date)s. Only your Party reads this.",
            person=person,
            role=role,
            date=day,
        )
    if plan_rules.is_own(actor, comment.plan):
        return _("Secretariat, reviewer, %(date)s", date=_sent_day(comment))
    if comment.sent_at is not None or comment.dropped_at is not None:
        return _("%(person)s, reviewer, %(date)s", person=comment.written_by.name, date=day)
    if comment.written_by_id == actor.id:
        return _("You, %(date)s. Not sent yet.", date=day)
    return _(
        "%(person)s, reviewer, %(date)s. Not sent yet.", person=comment.written_by.name, date=day
    )


def _sent_day(comment: Comment) -> str:
    moment = comment.sent_at or comment.written_at
    return show_date(moment.date(), language=current())


def _answer_lead(comment: Comment) -> str:
    party = comment.plan.party.name(current())
    match AnswerToComment(comment.answer or ""):
        case AnswerToComment.DONE:
            return pgettext("answer to a comment", "%(party)s: done.", party=party)
        case AnswerToComment.PARTLY_DONE:
            return pgettext("answer to a comment", "%(party)s: partly done.", party=party)
        case _:
            return pgettext("answer to a comment", "%(party)s: not done.", party=party)


@dataclass(frozen=True, slots=True)
class Suggested:
    """Text that comments suggest for a box; `language` is theirs, blank where they differ."""

    text: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """What the open comments suggest for a letter on which nothing is written yet."""

    strengths: Suggested = Suggested()
    reason: Suggested = Suggested()


def composed_of(comments: Iterable[Comment]) -> Composed:
    """The strengths from the praise, the reason from what must change."""
    every = list(comments)
    return Composed(
        strengths=_joined(every, CommentKind.PRAISE), reason=_joined(every, CommentKind.MUST_CHANGE)
    )


def _joined(comments: Iterable[Comment], kind: CommentKind) -> Suggested:
    found = [each for each in comments if each.kind == kind]
    languages = {each.language for each in found}
    text = "\n".join(each.text for each in found)
    return Suggested(text, languages.pop() if len(languages) == 1 else "")


def open_points(comments: Mapping[str, tuple[ReadComment, ...]]) -> list[Point]:
    """What a reviewer looks at before deciding, each as one sentence."""
    every = [each for section in comments.values() for each in section]
    asked = [each for each in every if each.is_sent and each.kind != CommentKind.PRAISE]
    closed = sum(each.state is CommentState.CLOSED for each in asked)
    answered = sum(each.state is CommentState.ANSWERED for each in asked)
    musts = sum(
        each.state is CommentState.OPEN and each.kind == CommentKind.MUST_CHANGE for each in asked
    )
    unsent = sum(not each.is_sent and not each.is_dropped for each in every)
    disputed = sum(each.dispute.is_open for each in every)
    points = []
    if asked:
        shape = "complete" if closed == len(asked) else "gap"
        points.append(Point(shape, _closed_of(closed, len(asked))))
    if answered:
        yours = ngettext(
            "%(num)s is answered and yours to close",
            "%(num)s are answered and yours to close",
            answered,
        )
        points.append(Point("in_work", yours))
    if musts:
        still = ngettext("%(num)s “must change” is open", "%(num)s “must change” are open", musts)
        points.append(Point("must", still))
    if disputed:
        waits = ngettext(
            "%(num)s comment on which reviewers disagree: the lead keeps or drops it first",
            "%(num)s comments on which reviewers disagree: the lead keeps or drops them first",
            disputed,
        )
        points.append(Point("must", waits))
    if unsent:
        goes = ngettext(
            "%(num)s new comment goes with the letter",
            "%(num)s new comments go with the letter",
            unsent,
        )
        points.append(Point("ahead", goes))
    return points


def _closed_of(closed: int, asked: int) -> str:
    told: str = _("Closed comments: %(closed)s of %(asked)s", closed=closed, asked=asked)
    return told
