"""Forms: a file of an event, and what is said of it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FileField,
    SelectField,
    StringField,
)
from wtforms.validators import Length, ValidationError

from engage.events.files import Choice, ensure_fits
from engage.events.vocabulary import FileKind
from engage.kit.errors import Invalid
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.uploads import ENDINGS
from engage.kit.values.clean import clean

LONGEST_CAPTION = 300


def _cleaned(text: str | None) -> str:
    return clean(text or "")


class ChoiceForm(EngageForm):
    """What is said of a file that is there; `kind` is what it is."""

    kind_of_file = ""

    caption = StringField(
        _l("What it shows"),
        [Length(max=LONGEST_CAPTION)],
        description=_l("One line for those who cannot open or see it. No names."),
        filters=[_cleaned],
    )
    has_consent = BooleanField(
        _l("Those who can be recognized in the photograph agreed that it is shown"),
        description=_l("For children, their parents too."),
    )
    is_public = BooleanField(
        _l("May be shown to all who can see the event"),
        description=_l(
            "Only photographs and flyers, and no file of an event whose place or time stays back."
        ),
    )

    def validate_is_public(self, _field: BooleanField) -> None:
        try:
            ensure_fits(self.kind_of_file, self.choice())
        except Invalid as refused:
            raise ValidationError(refused.sentence) from refused

    def choice(self) -> Choice:
        return Choice(
            caption=self.caption.data or "",
            has_consent=bool(self.has_consent.data),
            is_public=bool(self.is_public.data),
        )


class FileForm(ChoiceForm):
    """A new file; what is wrong with its content, `files.examined` says."""

    kind = SelectField(
        _l("What the file is"),
        choices=[SelectChoice(each.value, each.label) for each in FileKind],
        default=FileKind.PHOTO.value,
        description=_l(
            "An attendance list holds names, which are personal data: only your side ever sees it. "
            "Remove it as soon as it is counted."
        ),
    )
    file = FileField(
        _l("The file"),
        description=_l(
            "PDF, JPEG or PNG, up to 2 MB. Should this page be shown again, choose the file again: "
            "a browser does not keep it."
        ),
        render_kw={"accept": ",".join(ENDINGS)},
    )

    @property
    def kind_of_file(self) -> str:  # type: ignore[override]  # here it is chosen
        return str(self.kind.data or "")
