"""What stands under every total: the seven rules, and what is true of this total. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from engage.events.counting.adding import Band, Total
from engage.kit.formats import show_items, show_number
from engage.kit.locales import current
from engage.kit.values.number import with_certainty
from engage.kit.values.vocabulary import Label
from engage.reference.vocabulary.counting import Age

RULES: tuple[Label, ...] = (
    _l("Participants are attendances, not different people: who comes twice is counted twice."),
    _l("What is not known stays unknown and is not nought; it is shown how many events know it."),
    _l("Groups overlap: one person can belong to several, so that groups are not added up."),
    _l("People reached by media and social media are not participants."),
    _l("Planned and actual figures are never mixed."),
    _l("A joint event is counted once, for the Party that leads it, and set apart for the others."),
    _l("In public, figures under 5 people are not shown, nor what they could be worked out from."),
)


def number_shown(total: Total) -> str:
    """`about 1,500`; the language must be spoken already."""
    if total.number is None:
        return _("Not known")
    return with_certainty(show_number(total.number, language=current()), total.certainty)


def remarks(total: Total) -> tuple[str, ...]:
    """Whole sentences: how many events know the number, and what else its reader must know."""
    return tuple(_remarks(total))


def _remarks(total: Total) -> Iterator[str]:
    if total.is_apart:
        yield _("Persons are not added over events, since the same people may come again.")
    yield _coverage(total)
    if total.shared:
        yield ngettext(
            "%(num)s of these is a joint event, counted once.",
            "%(num)s of these are joint events, each counted once.",
            total.shared,
        )
    if total.hidden:
        yield ngettext(
            "For %(num)s event it is known but not shown, to protect people in small groups.",
            "For %(num)s events it is known but not shown, to protect people in small groups.",
            total.hidden,
        )
    if len(total.bands) > 1:
        yield _(
            "Youth did not mean the same ages at all events: %(bands)s.",
            bands=show_items([_ages(band) for band in total.bands], language=current()),
        )


def _coverage(total: Total) -> str:
    return ngettext(
        "Known for %(known)s of %(num)s event.",
        "Known for %(known)s of %(num)s events.",
        total.of,
        known=show_number(total.known, language=current()),
    )


def age_label(age: Age, band: Band | None) -> str:
    """The age as the heading of a column, with its years where the band is known."""
    if band is None or age in {Age.ALL, Age.NOT_STATED}:
        return str(age.label)
    language = current()
    words = {
        "from_age": show_number(band.from_age, language=language),
        "to_age": show_number(band.to_age, language=language),
    }
    return str(_AGES[age]) % words


def _ages(band: Band) -> str:
    return age_label(Age.YOUTH, band)


_AGES: dict[Age, Label] = {
    Age.CHILDREN: _l("Younger than %(from_age)s"),
    Age.YOUTH: _l("Youth, %(from_age)s to %(to_age)s"),
    Age.ADULTS: _l("Older than %(to_age)s"),
}
