"""Forms: the filters of the list, the plan to borrow into, and a template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from werkzeug.datastructures import FileStorage
from wtforms import (
    BooleanField,
    FileField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length

from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import LANGUAGES
from engage.kit.values.vocabulary import Vocabulary
from engage.plans.forms import titled
from engage.plans.models import Plan
from engage.plans.sharing.details import TemplateDetails
from engage.reference.vocabulary.activities import ActivityType
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Region

LONGEST_NAME = 150
NO_DOCUMENT = _l("Please upload the document of a plan, or paste it.")
GIVEN_TWICE = _l("Please give the document once: as a file or as text.")


def _choices(vocabulary: type[Vocabulary]) -> list[Any]:
    return [SelectChoice(code, label) for code, label in vocabulary.labels().items()]


def _languages() -> list[Any]:
    return [SelectChoice(each.code, each.name) for each in LANGUAGES]


class OffersForm(EngageForm):
    """The filters of the list; sent by GET, so it carries no token."""

    class Meta(EngageForm.Meta):
        csrf = False

    words = StringField(_lp("queue", "Search"), [Length(max=200)])
    group = SelectField(_l("Group"), choices=[SelectChoice("", _l("All groups")), *_choices(Group)])
    type = SelectField(
        _l("Type of activity"),
        choices=[SelectChoice("", _l("All types")), *_choices(ActivityType)],
    )
    language = SelectField(
        _lp("queue", "Language"), choices=[SelectChoice("", _l("All languages")), *_languages()]
    )
    annex = SelectField(
        _lp("queue", "Annex"), choices=[SelectChoice("", _l("All annexes")), *_choices(Region)]
    )


class BorrowForm(EngageForm):
    """The plan that an activity goes into; the action says what is wrong with another."""

    plan = RadioField(
        _l("Into which plan?"),
        [InputRequired(_l("Please choose one of your plans."))],
        choices=[],
        validate_choice=False,
    )

    def choosing(self, plans: Iterable[Plan]) -> BorrowForm:
        """The form with the plans to choose from."""
        self.plan.choices = [SelectChoice(each.ref, titled(each)) for each in plans]
        return self


class NamesForm(EngageForm):
    """A box for the name in each language, in the order of the strip."""

    def name_fields(self) -> list[Any]:
        return [self[f"name_{each.code}"] for each in LANGUAGES]

    def given_names(self) -> dict[str, str]:
        typed = {each.code: (self[f"name_{each.code}"].data or "").strip() for each in LANGUAGES}
        return {code: name for code, name in typed.items() if name}


for each in LANGUAGES:
    box = StringField(
        _l("Name (%(language)s)", language=each.name),
        [Length(max=LONGEST_NAME)],
        render_kw={"lang": each.tag, "dir": each.direction},
    )
    setattr(NamesForm, f"name_{each.code}", box)


class TemplateForm(NamesForm):
    """A template. `text` takes over what was in an uploaded file, so that it can be corrected."""

    note = TextAreaField(_l("Note"), [Length(max=500)])
    language = SelectField(
        _l("Language that it is written in"),
        choices=[SelectChoice("", _l("As the document says")), *_languages()],
    )
    file = FileField(
        _l("Document of a plan, as a file"),
        description=_l("A file that ends in .json, as the page of a plan gives it."),
    )
    text = TextAreaField(_l("Or the document as text"))
    rest = BooleanField(_l("Leave out what is listed above, and take the rest"))
    plan = HiddenField()
    seen = HiddenField()

    def is_sound(self, *, needs_document: bool) -> bool:
        """Whether it can be kept, as far as the form itself can tell."""
        sound = bool(self.validate_on_submit())
        if not self.given_names():
            sound = _amiss(self.name_en, _l("Please give the name in at least one language."))
        uploaded, pasted = self._uploaded(), self._pasted()
        if uploaded and pasted:
            sound = _amiss(self.text, GIVEN_TWICE)
        elif needs_document and not (uploaded or pasted):
            sound = _amiss(self.file, NO_DOCUMENT)
        return sound

    def details(self) -> TemplateDetails:
        return TemplateDetails(
            names=self.given_names(),
            note=(self.note.data or "").strip(),
            language=self.language.data,
            text=self._uploaded() or self._pasted() or None,
            take_the_rest=bool(self.rest.data),
        )

    def show_what_was_uploaded(self) -> None:
        """A browser forgets a file with each page; its text stays to be corrected."""
        text = _readable(self._uploaded())
        if text and not self._pasted():
            self.text.data = text

    def _uploaded(self) -> bytes:
        """Read once: a file is empty the second time."""
        if not hasattr(self, "_content"):
            sent = self.file.data
            self._content = sent.read() if isinstance(sent, FileStorage) else b""
        return bytes(self._content)

    def _pasted(self) -> str:
        return (self.text.data or "").strip()


def filled(names: Mapping[str, str], **facts: str) -> TemplateForm:
    """The form with what stands in a template, or with what a plan gives it."""
    boxes = {f"name_{code}": name for code, name in names.items()}
    return TemplateForm(data={**boxes, **facts})


def _readable(content: bytes) -> str:
    """The text of a file; nothing where it is no text that a page can show."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    return text if all(each.isprintable() or each in "\n\r\t" for each in text) else ""


def _amiss(field: Any, sentence: Any) -> bool:
    field.errors = [*field.errors, sentence]
    return False
