"""Forms of the review. What is typed is kept also when it is half done or comes too late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from wtforms import (
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length

from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import CODES, current
from engage.kit.values.fingerprint import fingerprint
from engage.plans.filters.forms import ListForm, choices_of
from engage.plans.review.details import (
    AnswerDetails,
    CommentDetails,
    LetterDetails,
    ObjectionDetails,
)
from engage.plans.review.models import Comment, Letter
from engage.plans.review.places import Place, find_chosen
from engage.plans.review.reading import Composed, Suggested
from engage.plans.review.sentences import (
    NO_DECISION,
    NO_OBJECTION,
    NO_REASON,
    NO_STRENGTHS,
    NO_TEXT,
)
from engage.plans.review.stock import put_behind, text_in
from engage.plans.review.vocabulary import CommentKind, Cut
from engage.plans.vocabulary import Step
from engage.reference.models import StockComment
from engage.reference.vocabulary.identity import AnswerToComment

LONGEST = 5000
LETTER = ("strengths", "reason", "support", "step")
SUGGESTED = _l(
    "Suggested, from the comments. Please make it your own; it goes only with the letter that you "
    "have looked at."
)


class QueueForm(ListForm):
    """The filters of the queue."""

    state = SelectField(_lp("queue", "State"), choices=choices_of(Cut))


class CommentForm(EngageForm):
    kind = RadioField(
        _l("Kind of comment"),
        [InputRequired(_l("Please choose the kind of comment."))],
        choices=choices_of(CommentKind),
    )
    text = TextAreaField(_lp("comment", "Comment"), [InputRequired(NO_TEXT), Length(max=LONGEST)])

    def details(self) -> CommentDetails:
        return CommentDetails(CommentKind(self.kind.data), self.text.data or "", current())


class PlacedCommentForm(CommentForm):
    """A comment on a page of its own: also which part of the section it is about.

    `about` is the code of a place, `answer` one of the answers of a row (`places.answers_in`);
    `spoken` is the language of a text that was put into the box, such as one of the stock.
    """

    about = StringField(_lp("comment", "What it is about"))
    answer = StringField(_lp("comment", "Which answer of the row"))
    spoken = HiddenField()

    def details(self) -> CommentDetails:
        typed = super().details()
        spoken = self.spoken.data or ""
        return replace(typed, language=spoken) if spoken in CODES else typed

    def choose(self, place: Place, *, is_there: bool = True) -> None:
        """A row that is no longer there stands as it is, with the answer of it."""
        self.about.data = place.row.code if is_there else place.code
        if is_there and place.register and place.field:
            self.answer.data = f"{place.register}..{place.field}"

    def place(self, otherwise: Place, *, private: bool) -> Place | None:
        """What was chosen, if the outline has it; `otherwise` where nothing was."""
        about, answer = self.about.data or otherwise.code, self.answer.data or ""
        return find_chosen(about, answer, private=private)

    def take_stock(self, stock: StockComment, language: str) -> None:
        """The text in a language, behind whatever was typed; its kind, unless that has one."""
        text, spoken = text_in(stock, language)
        if not self.text.data:
            self.spoken.data, self.kind.data = spoken, stock.kind
        self.text.data = put_behind(self.text.data or "", text)
        self.kind.data = self.kind.data or stock.kind


class ObjectionForm(EngageForm):
    text = TextAreaField(_l("How you see it"), [InputRequired(NO_OBJECTION), Length(max=LONGEST)])

    def details(self) -> ObjectionDetails:
        return ObjectionDetails(self.text.data or "", current())


class DecisionForm(EngageForm):
    """The letter and what it decides. Any part may still be missing when it is only kept."""

    strengths = TextAreaField(_l("Strengths, first in the letter"))
    step = RadioField(
        _l("What happens next"),
        choices=[
            SelectChoice(Step.COMPLETE.value, _l("Complete the review")),
            SelectChoice(Step.RETURN.value, _l("Return for revision")),
        ],
        validate_choice=False,
    )
    reason = TextAreaField(_l("Reason, in one or two sentences"))
    support = TextAreaField(_l("What help the secretariat can offer, if any"))
    # What was suggested for the boxes when they were shown.
    offered_strengths = HiddenField()
    offered_reason = HiddenField()

    def details(self, *, offers: bool = True) -> LetterDetails:
        """The letter as typed; without `offers` what was only suggested is left out."""
        known = self.step.data in (Step.COMPLETE, Step.RETURN)
        boxes = {"strengths": self.strengths, "reason": self.reason}
        words = {
            name: box.data or "" if offers or not self.is_offer(name) else ""
            for name, box in boxes.items()
        }
        return LetterDetails(
            **words,
            step=Step(self.step.data) if known else None,
            language=self._language(),
            support=self.support.data or "",
        )

    def is_offer(self, name: str) -> bool:
        """The box still holds what was suggested for it."""
        _language, _dot, mark = self._offered(name)
        return bool(mark) and mark == offer_mark(self[name].data or "")

    def offer(self, name: str, suggested: Suggested) -> None:
        """Put a suggestion into a box that is blank, and say that it is one."""
        box = self[name]
        if box.data or not suggested.text:
            return
        box.data, box.description = suggested.text, SUGGESTED
        box.render_kw = {"lang": suggested.language} if suggested.language else {}
        self[f"offered_{name}"].data = f"{suggested.language}.{offer_mark(suggested.text)}"

    def _offered(self, name: str) -> tuple[str, str, str]:
        """The language of what was suggested, and its mark."""
        return str(self[f"offered_{name}"].data or "").partition(".")

    def _language(self) -> str:
        """Words that were taken over stay in the language of the comments they come from."""
        language, _dot, _mark = self._offered("strengths")
        taken_over = self.is_offer("strengths") and language in CODES
        return language if taken_over else current()

    def find_missing(self) -> bool:
        """Say at each box what the letter still lacks; true when it lacks something."""
        details = self.details()
        if not details.strengths.strip():
            self.strengths.errors = [*self.strengths.errors, NO_STRENGTHS]
        if details.step is None:
            self.step.errors = [*self.step.errors, NO_DECISION]
        if details.step is Step.RETURN and not details.reason.strip():
            self.reason.errors = [*self.reason.errors, NO_REASON]
        return bool(self.problems_list())


def decision_form(letter: Letter | None, composed: Composed | None = None) -> DecisionForm:
    """The form as posted, or filled with the letter as far as it is written; where a box is still
    blank, with what is composed for it."""
    form = DecisionForm(data={part: getattr(letter, part, None) for part in LETTER})
    if letter is not None:
        for box in (form.strengths, form.reason, form.support):
            box.render_kw = {"lang": letter.language}
    if composed is not None:
        form.offer("strengths", composed.strengths)
        form.offer("reason", composed.reason)
    return form


def offer_mark(text: str) -> str:
    """Tells whether a suggestion was touched; browsers break lines in their own way."""
    return fingerprint([*text.strip().splitlines()])


class AnswersForm(EngageForm):
    """The Party's answers to all comments at once; made by `answers_form`."""

    def details(self, comment_id: int) -> AnswerDetails:
        chosen = self[name_of(Part.ANSWER, comment_id)].data
        text = (self[name_of(Part.TEXT, comment_id)].data or "").strip()
        known = chosen in set(AnswerToComment)
        return AnswerDetails(AnswerToComment(chosen) if known else None, text)

    def seen(self, comment_id: int) -> str:
        return str(self[name_of(Part.SEEN, comment_id)].data or "")


class Part(StrEnum):
    """The boxes that each comment has in the form."""

    ANSWER = "answer"
    TEXT = "text"
    SEEN = "seen"


def name_of(part: Part, comment_id: int) -> str:
    return f"{part}_{comment_id}"


def answers_form(comments: Sequence[Comment]) -> AnswersForm:
    """One form for the comments that wait for an answer, with what is kept of each."""
    boxes: dict[str, Any] = {}
    kept: dict[str, str | None] = {}
    for comment in comments:
        answer, text = name_of(Part.ANSWER, comment.id), name_of(Part.TEXT, comment.id)
        boxes[answer] = RadioField(
            _l("What did you do?"), choices=choices_of(AnswerToComment), validate_choice=False
        )
        boxes[text] = TextAreaField(_l("What you did, or why not"), [Length(max=LONGEST)])
        boxes[name_of(Part.SEEN, comment.id)] = HiddenField()
        kept |= {answer: comment.answer_so_far, text: comment.answer_text}
        kept[name_of(Part.SEEN, comment.id)] = answer_mark(comment)
    made: AnswersForm = type("AnswersToComments", (AnswersForm,), boxes)(data=kept)
    return made


def answer_mark(comment: Comment) -> str:
    """Tells whether somebody else has answered since the page was shown."""
    return fingerprint([comment.answer, comment.answer_text])
