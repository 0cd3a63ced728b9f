"""Who may see it and what stays back (M20, and the safety of those who take part)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.events.vocabulary import Safety, Visibility
from engage.kit.values.choice import Choice
from engage.kit.values.contact import Contact
from engage.kit.values.text import Text
from engage.plans.outline.shape import Field, Section
from engage.reference.vocabulary.identity import YesNo

# The UNCCD lists events of Desertification and Drought Day with one short paragraph each.
LISTED_WORDS = 90

SHARING = Section(
    code="sharing",
    number=8,
    title=_l("Who may see it"),
    help=_l("As long as nothing is chosen, only your side sees the event."),
    fields=(
        Field(
            code="visibility",
            ref="M20",
            label=_l("Who may see the event"),
            kind=Choice(Visibility),
        ),
        Field(
            code="safety",
            ref="M20",
            label=_l("What stays back to keep people safe"),
            help=_l(
                "For events with defenders, Indigenous Peoples or conflicts over land. It holds "
                "for pages, maps, calendars, prints and files. Do not write the place into the "
                "title."
            ),
            kind=Choice(Safety),
        ),
        Field(
            code="share",
            ref="M20",
            label=_l("May the UNCCD list it on its website?"),
            kind=Choice(YesNo),
        ),
        Field(
            code="paragraph",
            ref="M20",
            label=_l("Paragraph for the list"),
            help=_l("At most 90 words."),
            kind=Text(max=900, long=True, words=LISTED_WORDS),
        ),
        Field(code="website", ref="M20", label=_l("Website of the event"), kind=Text(max=500)),
        Field(
            code="contact",
            ref="M19",
            label=_l("Contact for this event"),
            help=_l("Never leaves your side."),
            kind=Contact(),
            private=True,
        ),
        Field(
            code="inner_note",
            ref="M19",
            label=_l("Note for your colleagues"),
            help=_l("Never leaves your side."),
            kind=Text(max=2000, long=True),
            private=True,
        ),
    ),
)
