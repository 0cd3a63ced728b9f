"""One form for each kind of row, and one for the annexes of a Party."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import LANGUAGES, Language
from engage.kit.values.clean import latin_digits
from engage.kit.values.vocabulary import Vocabulary
from engage.reference.models import FALLBACK, EditableRow, StockComment
from engage.reference.vocabulary.activities import OccasionKind
from engage.reference.vocabulary.identity import Annex
from engage.reference.vocabulary.review import Chapter, PlanSection, Prefill, StockKind
from engage.reference.vocabulary.rows import RowKind, Unit
from engage.upkeep.details import AnnexDetails, RowDetails

NAMES = tuple(f"name_{each.code}" for each in LANGUAGES)
SHARED = frozenset({"note", "is_active", "seen", "csrf_token", *NAMES})
LONGEST_NAME = 400
LONGEST_TEXT = 2000


def choices(vocabulary: type[Vocabulary], *left_out: Vocabulary) -> list[Any]:
    return [SelectChoice(each.value, each.label) for each in vocabulary if each not in left_out]


def section_field() -> SelectField:
    whole = SelectChoice("", _l("Whole plan"))
    return SelectField(_l("Section of the plan"), choices=[whole, *choices(PlanSection)])


def name_field(spoken: Language) -> StringField:
    fallback = spoken.code == FALLBACK
    needed = [InputRequired(_l("Please give the name in English."))] if fallback else []
    return StringField(
        _l("Name (%(language)s)", language=spoken.name),
        [*needed, Length(max=LONGEST_NAME)],
        filters=[str_or_blank],
        render_kw={"lang": spoken.tag, "dir": spoken.direction},
    )


def text_field(spoken: Language) -> TextAreaField:
    fallback = spoken.code == FALLBACK
    needed = [InputRequired(_l("Please give the text in English."))] if fallback else []
    return TextAreaField(
        _l("Text (%(language)s)", language=spoken.name),
        [*needed, Length(max=LONGEST_TEXT)],
        filters=[str_or_blank],
        render_kw={"lang": spoken.tag},
    )


def str_or_blank(text: str | None) -> str:
    return (text or "").strip()


def blank_is_none(text: str | None) -> str | None:
    return str_or_blank(text) or None


class NamesForm(EngageForm):
    """A box for the name in each language, in the order of the strip."""


for each in LANGUAGES:
    setattr(NamesForm, f"name_{each.code}", name_field(each))


class RowForm(NamesForm):
    """What every row has; names come first."""

    note = TextAreaField(_l("Note"), [Length(max=500)], filters=[str_or_blank])
    is_active = BooleanField(
        _l("In use"), description=_l("What is not in use is no longer offered; plans keep it.")
    )
    seen = HiddenField()

    def own_fields(self) -> list[Any]:
        """The fields that only this kind of row has."""
        return [field for field in self if field.short_name not in SHARED]

    def name_fields(self) -> list[Any]:
        return [self[name] for name in NAMES]

    def details(self) -> RowDetails:
        given = {each.code: self[f"name_{each.code}"].data for each in LANGUAGES}
        return RowDetails(
            names={code: name for code, name in given.items() if name},
            note=self.note.data or "",
            is_active=bool(self.is_active.data),
            facts=self.facts(),
        )

    def facts(self) -> dict[str, Any]:
        """The columns that only this kind of row has."""
        return {field.short_name: field.data for field in self.own_fields()}


def check_written_day(_form: EngageForm, field: StringField) -> None:
    """`2026`, `2026-08` or `2026-08-17`, and a day that exists."""
    wrong = ValidationError(
        _l("Please write a year, a month or a day, such as 2026, 2026-08 or 2026-08-17.")
    )
    written = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", field.data or "")
    if written is None:
        raise wrong
    year, month, day = (int(part or 1) for part in written.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise wrong from None


class OccasionForm(RowForm):
    kind = SelectField(_l("Kind"), choices=choices(OccasionKind, OccasionKind.NONE))
    month = IntegerField(
        _l("Month"),
        [Optional(), NumberRange(1, 12, _l("A month is a number from 1 to 12."))],
        description=_l("For a day of every year."),
    )
    day = IntegerField(
        _l("Day"), [Optional(), NumberRange(1, 31, _l("A day is a number from 1 to 31."))]
    )
    starts = StringField(
        _l("Start date"),
        [Optional(), check_written_day],
        filters=[blank_is_none],
        description=_l("For what happens once: a year, a month or a day, such as 2026-08-17."),
    )
    ends = StringField(_l("End date"), [Optional(), check_written_day], filters=[blank_is_none])

    def validate_day(self, field: IntegerField) -> None:
        """A day goes with its month, and exists in it."""
        if field.data is None and self.month.data is None:
            return
        try:
            date(2024, self.month.data or 0, field.data or 0)
        except ValueError:
            raise ValidationError(_l("Please give a month and a day that exists in it.")) from None


class InitiativeForm(RowForm):
    website = StringField(_l("Website"), [Length(max=200)], filters=[str_or_blank])

    def validate_website(self, field: StringField) -> None:
        if field.data and not field.data.startswith(("https://", "http://")):
            raise ValidationError(_l("Please begin the address with https://."))


class MandateForm(RowForm):
    symbol = StringField(
        _l("Symbol"),
        [InputRequired(_l("Please give the symbol of the decision.")), Length(max=60)],
        description=_l("As the document bears it, such as 8/COP.16."),
    )


class ThresholdForm(RowForm):
    value = IntegerField(
        _l("Number"), [InputRequired(_l("Please give a number.")), NumberRange(min=0, max=100_000)]
    )
    unit = SelectField(_l("Unit"), choices=choices(Unit))


class AgeBandForm(RowForm):
    from_age = IntegerField(
        _l("From age"), [InputRequired(_l("Please give a number.")), NumberRange(min=0, max=120)]
    )
    to_age = IntegerField(
        _l("To age"), [InputRequired(_l("Please give a number.")), NumberRange(min=0, max=120)]
    )

    def validate_to_age(self, field: IntegerField) -> None:
        if field.data is not None and field.data < (self.from_age.data or 0):
            raise ValidationError(_l("The last age lies before the first one."))


class ChecklistForm(RowForm):
    """The name of an item is the statement that reviewers answer."""

    place = IntegerField(
        _lp("checklist", "Number"),
        [InputRequired(_l("Please give a number.")), NumberRange(min=1, max=999)],
    )
    chapter = SelectField(_l("Heading that it stands under"), choices=choices(Chapter))
    section = section_field()
    prefill = SelectField(
        _l("Where the plan itself suggests an answer"),
        choices=[SelectChoice("", _l("Nowhere: the reviewer reads")), *choices(Prefill)],
    )


class StockCommentForm(RowForm):
    """The name is what reviewers find a comment by; the text is what the Party reads."""

    kind = SelectField(_l("Kind of comment"), choices=choices(StockKind))
    section = section_field()

    def facts(self) -> dict[str, Any]:
        given = {each.code: self[f"text_{each.code}"].data for each in LANGUAGES}
        texts = {code: text for code, text in given.items() if text}
        return {"kind": self.kind.data, "section": self.section.data, "texts": texts}


for each in LANGUAGES:
    setattr(StockCommentForm, f"text_{each.code}", text_field(each))


class DayField(DateField):
    """A day as browsers send it; where they know no such box, it is typed the same way."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([latin_digits(typed).strip() for typed in valuelist])
        except ValueError:
            raise ValueError(_l("Please write a day, such as 2026-08-17.")) from None


class CallForm(RowForm):
    opens_on = DayField(_l("First day of the call"), [InputRequired(_l("Please give the day."))])
    due_on = DayField(
        _l("Day by which plans help most"),
        [InputRequired(_l("Please give the day."))],
        description=_l("Plans can be submitted after it as before."),
    )
    letter = TextAreaField(
        _l("What the call says"),
        [Length(max=LONGEST_TEXT)],
        filters=[str_or_blank],
        description=_l("It is shown to Parties as it is written here."),
    )

    def validate_due_on(self, field: DayField) -> None:
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_l("The last day lies before the first one."))


class AnnexForm(EngageForm):
    annexes = SelectMultipleField(
        _l("Regional implementation annexes"),
        choices=choices(Annex),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        description=_lp("annexes", "None, one or several."),
    )
    seen = HiddenField()

    def details(self) -> AnnexDetails:
        return AnnexDetails(annexes=tuple(self.annexes.data or ()))


FORMS: dict[RowKind, type[RowForm]] = {
    RowKind.OCCASIONS: OccasionForm,
    RowKind.INITIATIVES: InitiativeForm,
    RowKind.MANDATES: MandateForm,
    RowKind.THRESHOLDS: ThresholdForm,
    RowKind.AGE_BANDS: AgeBandForm,
    RowKind.CHECKLIST: ChecklistForm,
    RowKind.STOCK_COMMENTS: StockCommentForm,
    RowKind.CALLS: CallForm,
}


def filled(kind: RowKind, row: EditableRow, seen: str) -> RowForm:
    """The form with what stands in the row."""
    said = {f"name_{code}": name for code, name in row.names.items()}
    if isinstance(row, StockComment):
        said |= {f"text_{code}": text for code, text in row.texts.items()}
    return FORMS[kind](obj=row, data={**said, "seen": seen})
