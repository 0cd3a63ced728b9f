"""The form of a paste: the text travels in it, with all that its writer says of the sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)

from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.tabular import COMMA, NONE, SEMICOLON, TAB, decode
from engage.kit.values.cells import Habits
from engage.kit.values.named import currency_of
from engage.kit.values.vocabulary import Label
from engage.plans.pasting.sheets import SIZE, Sheet, Wish

PREVIEW = "preview"
COLUMN = "column-"
DAY, MONTH = "day", "month"
MARKS = {"tab": TAB, "semicolon": SEMICOLON, "comma": COMMA, "none": NONE}
_BATCH = re.compile(r"r[0-9a-f]{8}")

TOO_MUCH: Label = _l(
    "This is more than fits at a time: at most 300 rows, 100 columns and 1 MB. "
    "Please bring it in parts."
)
NO_ROWS: Label = _l("There is no row below the headings.")
NOTHING: Label = _l("Please paste some rows, or choose a file.")
UNREADABLE: Label = _l(
    "The file cannot be read as text. In the spreadsheet, please save it as CSV (UTF-8), "
    "or copy the cells and paste them here."
)


class PasteForm(EngageForm):
    """`step` tells which of the two pages was open; `batch` names the rows that will be added;
    `read_as` tells how the cells were parted when their columns were chosen."""

    text = TextAreaField(_l("Rows from the spreadsheet"))
    file = FileField(
        _l("Or a file"), description=_l("Comma- or semicolon-separated values (CSV), up to 1 MB.")
    )
    headings = BooleanField(_l("The first line holds the headings"), default=True)
    step = HiddenField()
    batch = HiddenField()
    read_as = HiddenField()
    mark = SelectField(
        _l("What stands between the cells"),
        choices=[
            SelectChoice("tab", _l("A tab")),
            SelectChoice("semicolon", _l("A semicolon")),
            SelectChoice("comma", _l("A comma")),
            SelectChoice("none", _l("Nothing: there is one column")),
        ],
        validate_choice=False,
    )
    dates = SelectField(
        _l("What comes first in a date such as 3/4/2027"),
        choices=[
            SelectChoice("", _l("No choice yet")),
            SelectChoice(DAY, _l("The day: 3 April")),
            SelectChoice(MONTH, _l("The month: 4 March")),
        ],
        validate_choice=False,
    )
    currency = StringField(
        _l("Currency of the amounts that name none"),
        description=_l("Its three letters, such as USD."),
    )

    @property
    def key(self) -> str:
        """What the rows of this paste are named by; blank on its first sending."""
        batch = str(self.batch.data or "")
        return batch if _BATCH.fullmatch(batch) else ""

    def bring(self, languages: Sequence[str]) -> bool:
        """The text of a chosen file takes the place of what was pasted; whether there is any."""
        content = self._content()
        text = decode(content, languages) if content else str(self.text.data or "")
        if text is None:
            self.refuse(UNREADABLE, at="file")
        elif max(len(content), len(text)) > SIZE:
            self.refuse(TOO_MUCH, at="file" if content else "text")
        elif text.strip():
            self.text.data = text
        else:
            self.refuse(NOTHING)
        return not self.errors

    def _content(self) -> bytes:
        if not self.file.data:
            return b""
        with closing(self.file.data) as file:
            content: bytes = file.read(SIZE + 1)
        return content

    def takes(self, sheet: Sheet) -> bool:
        if not sheet.fits or not sheet.lines:
            self.refuse(NO_ROWS if sheet.fits else TOO_MUCH)
        return not self.errors

    def refuse(self, sentence: Label, at: str = "text") -> None:
        self[at].errors = [*self[at].errors, sentence]

    def wish(self) -> Wish:
        """What was said of the columns holds only as long as the cells are parted alike."""
        habits = Habits(
            month_leads={DAY: False, MONTH: True}.get(str(self.dates.data)),
            currency=currency_of(str(self.currency.data or "")),
        )
        columns = self._columns() if self.read_as.data == self._way() else {}
        return Wish(bool(self.headings.data), MARKS.get(str(self.mark.data)), columns, habits)

    def tell(self, sheet: Sheet, batch: str) -> None:
        """Say in the form how the text was read, for the next sending."""
        self.mark.data = next(code for code, mark in MARKS.items() if mark == sheet.mark)
        self.step.data, self.batch.data, self.read_as.data = PREVIEW, batch, self._way()

    def _columns(self) -> dict[int, str]:
        typed = self.kept if self.kept is not None else request.form
        chosen = ((name.removeprefix(COLUMN), target) for name, target in typed.items())
        return {int(place): target for place, target in chosen if place.isdecimal()}

    def _way(self) -> str:
        return f"{self.mark.data} {bool(self.headings.data)}"
