"""One form for the whole checklist, saved as far as it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from wtforms import (
    HiddenField,
    RadioField,
    TextAreaField,
)
from wtforms.validators import Length

from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import current
from engage.kit.values.clean import tidy
from engage.kit.values.fingerprint import fingerprint
from engage.plans.checklist.details import ItemDetails
from engage.plans.checklist.models import ChecklistAnswer
from engage.plans.checklist.reading import Answers, ReadItem
from engage.plans.checklist.vocabulary import Verdict

LONGEST_NOTE = 2000


class Part(StrEnum):
    """The boxes that each item has in the form."""

    ANSWER = "answer"
    NOTE = "note"
    SEEN = "seen"
    OFFERED = "offered"


def name_of(part: Part, item: str) -> str:
    return f"{part}_{item}"


class ChecklistForm(EngageForm):
    """The answers to all items at once; made by `checklist_form`."""

    def details(self, item: str) -> ItemDetails:
        chosen = self._typed(Part.ANSWER, item)
        verdict = Verdict(chosen) if chosen in set(Verdict) else None
        return ItemDetails(verdict, tidy(self._typed(Part.NOTE, item)), current())

    def seen(self, item: str) -> str:
        return self._typed(Part.SEEN, item)

    def is_untouched_offer(self, item: str) -> bool:
        """What was suggested, as it was suggested, with nothing written beside it."""
        details, offered = self.details(item), self._typed(Part.OFFERED, item)
        return bool(offered) and details.said == (offered, "")

    def settle(self, item: ReadItem, answer: ChecklistAnswer | None) -> None:
        """Show what stands there now in place of what was sent."""
        for part, shown in _shown(item, answer).items():
            self[name_of(part, item.code)].data = shown

    def put_back(self, item: str, details: ItemDetails) -> None:
        """Show an answer as its writer sent it; saving again is then a choice."""
        answer, note = details.said
        self[name_of(Part.ANSWER, item)].data, self[name_of(Part.NOTE, item)].data = answer, note

    def _typed(self, part: Part, item: str) -> str:
        return str(self[name_of(part, item)].data or "")


def checklist_form(items: Sequence[ReadItem], answers: Answers) -> ChecklistForm:
    """As posted, or with what is kept of each item; what is suggested is chosen, and not kept."""
    boxes: dict[str, Any] = {}
    kept: dict[str, str] = {}
    for item in items:
        given = answers.get(item.code)
        names = {part: name_of(part, item.code) for part in Part}
        boxes[names[Part.ANSWER]] = RadioField(
            _lp("checklist", "Answer"), choices=_choices(), validate_choice=False
        )
        boxes[names[Part.NOTE]] = TextAreaField(
            _lp("checklist", "Note"), [Length(max=LONGEST_NOTE)]
        )
        boxes[names[Part.SEEN]], boxes[names[Part.OFFERED]] = HiddenField(), HiddenField()
        kept |= {names[part]: shown for part, shown in _shown(item, given).items()}
    made: ChecklistForm = type("AnswersToItems", (ChecklistForm,), boxes)(data=kept)
    return made


def _shown(item: ReadItem, answer: ChecklistAnswer | None) -> dict[Part, str]:
    return {
        Part.ANSWER: answer.answer if answer else item.suggested,
        Part.NOTE: answer.note if answer else "",
        Part.SEEN: answer_mark(answer),
        Part.OFFERED: item.suggested,
    }


def answer_mark(answer: ChecklistAnswer | None) -> str:
    """Tells whether somebody else has answered since the page was shown."""
    return mark_of((answer.answer, answer.note) if answer else ("", ""))


def mark_of(said: tuple[str, str]) -> str:
    return fingerprint([*said])


def _choices() -> list[Any]:
    four = [SelectChoice(code, label) for code, label in Verdict.labels().items()]
    return [*four, SelectChoice("", _l("Not answered yet"))]
