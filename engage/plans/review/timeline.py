"""The time line of a plan: steps, comments and answers, and letters, put into words.

Pure: it composes what `records` has found for one reader, and leaves nothing out and adds nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.history.vocabulary import Verb
from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.kit.pieces import Cell, run_on, woven
from engage.plans.imprint import version_label
from engage.plans.review.models import Comment, Letter
from engage.plans.review.vocabulary import CommentKind
from engage.post.models import Notice
from engage.post.vocabulary import Cause

# The step that each letter tells of; the others stand on the time line by themselves.
STEP_OF = {
    Cause.SUBMITTED: Verb.SUBMITTED,
    Cause.WITHDRAWN: Verb.WITHDRAWN,
    Cause.TAKEN_UP: Verb.TAKEN_UP,
    Cause.RETURNED: Verb.RETURNED,
    Cause.COMPLETED: Verb.COMPLETED,
    Cause.ASSIGNED: Verb.ASSIGNED,
    Cause.CHECK_ASKED: Verb.CHECK_ASKED,
    Cause.CHECK_DONE: Verb.CHECK_DONE,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step as its reader may read it; `version` is the label of the version it was taken with."""

    at: dt.datetime
    verb: Verb
    version: str
    sentence: Cell
    note: str
    language: str


@dataclass(frozen=True, slots=True)
class Records:
    """All that one reader may know of a plan's way; steps and letters the latest first."""

    steps: Sequence[Step]
    comments: Sequence[Comment]
    letters: Sequence[Letter]
    notices: Sequence[Notice]


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of the time line: what happened, what was written, what came with it.

    Of some things only the day is known.
    """

    at: dt.datetime
    sentence: Cell
    note: str = ""
    language: str = ""
    lines: tuple[Cell, ...] = ()
    letter: str = ""  # the address of the secretariat's letter


def timeline(records: Records, ref: str) -> list[Moment]:
    """The moments, the latest first."""
    told = _by_step(records.notices)
    letters = {version_label(each.version, each.round): each for each in records.letters}
    moments = [
        *(_step(step, records, letters, told, ref) for step in records.steps),
        *_other_letters(records.notices),
    ]
    return sorted(moments, key=lambda moment: moment.at, reverse=True)


def _step(
    step: Step,
    records: Records,
    letters: Mapping[str, Letter],
    told: Mapping[tuple[str, str], list[str]],
    ref: str,
) -> Moment:
    moment = Moment(step.at, step.sentence, note=step.note, language=step.language)
    lines: list[Cell] = []
    if step.verb in (Verb.RETURNED, Verb.COMPLETED) and (letter := letters.get(step.version)):
        lines += _came_with(letter, records.comments)
        address = f"/plans/{ref}/letter/{letter.version}.{letter.round}"
        moment = replace(moment, letter=address)
    if step.verb is Verb.SUBMITTED:
        lines += _answered(step, records)
    if names := told.get((step.verb, _turn(step))):
        lines.append(_to(names))
    return replace(moment, lines=tuple(lines))


def _came_with(letter: Letter, comments: Iterable[Comment]) -> Iterator[str]:
    """How many comments the letter brought, and of which kinds."""
    kinds = Counter(CommentKind(each.kind) for each in _brought_by(letter, comments))
    if kinds:
        yield ngettext(
            "%(num)s comment came with the letter: %(kinds)s",
            "%(num)s comments came with the letter: %(kinds)s",
            kinds.total(),
            kinds=show_items(list(_counted(kinds)), language=current()),
        )


def _brought_by(letter: Letter, comments: Iterable[Comment]) -> list[Comment]:
    """Those of its round, and earlier ones that were still open; old letters do not list them."""
    if letter.listed is not None:
        return [each for each in comments if each.id in letter.listed]
    there = letter.version, letter.round
    return [each for each in comments if (each.version, each.round) == there]


def _counted(kinds: Mapping[CommentKind, int]) -> Iterator[str]:
    if musts := kinds[CommentKind.MUST_CHANGE]:
        yield ngettext("%(num)s must change", "%(num)s must change", musts)
    if questions := kinds[CommentKind.QUESTION]:
        yield ngettext("%(num)s question", "%(num)s questions", questions)
    if suggestions := kinds[CommentKind.SUGGESTION]:
        yield ngettext("%(num)s suggestion", "%(num)s suggestions", suggestions)
    if praise := kinds[CommentKind.PRAISE]:
        yield ngettext("%(num)s word of praise", "%(num)s words of praise", praise)


def _answered(step: Step, records: Records) -> Iterator[str]:
    """How many comments of the letter before were answered when the plan was submitted again."""
    before = next((each for each in records.letters if _went_before(each, step)), None)
    if before is None:
        return
    asked = [each for each in _brought_by(before, records.comments) if each.asks]
    # An answer that was changed in a later round was given before it in another wording.
    followed = any(each.sent_at and each.sent_at > step.at for each in records.letters)
    answered = sum(
        each.answered_at is not None and (followed or each.answered_at <= step.at) for each in asked
    )
    if asked:
        yield _(
            "The Party answered %(answered)s of %(asked)s comments",
            answered=answered,
            asked=len(asked),
        )


def _went_before(letter: Letter, step: Step) -> bool:
    """A letter to the version that the step is about, sent before it."""
    number = step.version.partition(".")[0]
    sent = letter.sent_at
    return sent is not None and sent < step.at and str(letter.version) == number


def _turn(step: Step) -> str:
    """The round as letters to people have it: `1.1` for version 1."""
    return step.version if "." in step.version else f"{step.version}.1"


def _by_step(notices: Iterable[Notice]) -> dict[tuple[str, str], list[str]]:
    """Who was told of a step, by the step and its round."""
    told: dict[tuple[str, str], list[str]] = {}
    for notice in notices:
        if verb := STEP_OF.get(Cause(notice.cause)):
            told.setdefault((verb, notice.turn), []).append(notice.person.name)
    return told


def _other_letters(notices: Iterable[Notice]) -> Iterator[Moment]:
    """Letters that no step of the plan caused, each once for all whom it went to."""
    groups: dict[tuple[str, str, dt.date], list[Notice]] = {}
    for notice in notices:
        if Cause(notice.cause) not in STEP_OF:
            groups.setdefault((notice.cause, notice.turn, notice.day), []).append(notice)
    for (cause, _turn, _day), letters in groups.items():
        yield Moment(
            at=max(each.written_at for each in letters),
            sentence=_("Letter: %(subject)s", subject=Cause(cause).label),
            lines=(_to([each.person.name for each in letters]),),
        )


def _to(names: Sequence[str]) -> Cell:
    """Names one after the other, each a piece of its own."""
    joint = show_items(["", ""], language=current())
    cells: list[Cell] = []
    for name in dict.fromkeys(names):
        cells += [joint, {"text": name}]
    return woven(_("Told by letter: %(people)s"), people=run_on(*cells[1:]))
