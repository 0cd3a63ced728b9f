"""Sheets to fill by hand: the tally sheet and the blank form, in any of the languages. Pure.

Both are made from what the pages ask, in the order of the pages: whoever types them in afterwards
goes down both at once. No sheet asks for the name of anybody who came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import pgettext

from engage.events.counting.adding import Band
from engage.events.counting.telling import age_label
from engage.events.figures import rows_first
from engage.events.outline.event import FIELDS
from engage.events.outline.what import QUICK
from engage.kit.formats import show_items
from engage.kit.handwritten import Blank, Question, Tally
from engage.kit.locales import current, direction, force
from engage.kit.paper import Sheet
from engage.kit.pieces import Cell
from engage.kit.values.base import Kind
from engage.kit.values.choice import Choices
from engage.kit.values.number import Count
from engage.kit.values.when import When
from engage.plans.imprint import foot, words_of_paper
from engage.plans.outline.shape import Field
from engage.plans.tables import cell_of
from engage.reference.vocabulary.counting import Age, GridRow, Sex

Json = dict[str, Any]
_HEADED = ("title", "when", "place")  # by what somebody finds the sheet again


def tally_sheet(
    document: Json | None, party: str, language: str, bands: Mapping[str, Band]
) -> Tally:
    """To count with strokes: of an event as its reader sees it, or of any event."""
    values = document["fields"] if document else {}
    rows = rows_first(values, "counts") if document else tuple(GridRow)
    with force(language):
        sheet = _sheet(_("Tally sheet"), document, party, language)
        return {
            **sheet,
            "facts": [*_facts(values, language), (_("Participants in all"), "")],
            "before": [
                _(
                    "Make one stroke for each person, in one box of “%(everyone)s” and in one box "
                    "of each group to which the person belongs. Write no names.",
                    everyone=GridRow.EVERYONE.label,
                ),
                _(
                    "Who does not ask for ages uses the line “%(ages)s”; who does not ask for the "
                    "sex uses the column “%(sexes)s”.",
                    ages=Age.ALL.label,
                    sexes=Sex.ALL.label,
                ),
            ],
            "heads": [_("Group"), _("Age")],
            "boxes": [str(sex.label) for sex in Sex],
            "groups": [str(row.label) for row in rows],
            "ages": [age_label(age, bands.get(str(values.get("age_band")))) for age in Age],
            "after": [
                _(
                    "Someone who comes on two days is counted twice. What nobody asked stays "
                    "blank; where nobody came, write 0."
                )
            ],
        }


def blank_form(party: str, language: str) -> Blank:
    """The eight questions of the quick form, with all that can be ticked."""
    with force(language):
        sheet = _sheet(_("Event form"), None, party, language)
        return {
            **sheet,
            "before": [
                _("Eight questions about an event. What is not known stays blank; it can follow.")
            ],
            "questions": [_question(field) for field in QUICK],
            "after": [],
        }


def _sheet(title: str, document: Json | None, party: str, language: str) -> Sheet:
    return {
        "lang": language,
        "dir": "rtl" if direction(language) == "rtl" else "ltr",
        "own_lang": str(document["fields"].get("language") or "") if document else "",
        "title": title,
        "kind": _("Events"),
        "party": party,
        "draft": None,
        "facts": [],
        "signatures": [],
        "foot": foot(
            _("To be filled by hand. Not an official document of the United Nations."),
            "",
            document["ref"] if document else "",
        ),
        "words": words_of_paper(),
    }


def _facts(values: Mapping[str, Any], language: str) -> list[tuple[str, Cell]]:
    """Title, day and place of the event; blank lines where they are not known."""
    by_code = {field.code: field for field in FIELDS}
    return [
        (
            str(by_code[code].label),
            cell_of(by_code[code].kind.show(values.get(code), language)),
        )
        for code in _HEADED
    ]


def _question(field: Field) -> Question:
    return {
        "label": str(field.label),
        "help": str(field.help),
        "options": _options(field.kind),
        "blanks": list(_blanks(field.kind)),
    }


def _options(kind: Kind) -> list[str]:
    part = "certainty" if isinstance(kind, Count) else ""
    return [str(option.label) for option in kind.options(part)]


def _blanks(kind: Kind) -> Iterable[str]:
    if isinstance(kind, When):
        day = show_items(
            [
                pgettext("part of a date", "Day"),
                pgettext("part of a date", "Month"),
                pgettext("part of a date", "Year"),
            ],
            language=current(),
        )
        return (
            _("From (%(parts)s)", parts=day),
            _("Until (%(parts)s)", parts=day),
            _("Further days"),
        )
    if isinstance(kind, Count):
        return (_("Number"),)
    if isinstance(kind, Choices):
        return (_("In your own words"),) if kind.open else ()
    return () if kind.options("") else ("",)
