"""Section 8, feedback, complaints and safeguards (fields I1 to I6)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.number import WholeNumber
from engage.kit.values.text import Text
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.shape import Field, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.approach import Channel
from engage.reference.vocabulary.identity import YesNo
from engage.reference.vocabulary.resources import Safeguard

FIELDS = (
    Field(
        code="feedback_ways",
        ref="I1",
        label=_l("How people can give feedback or complain"),
        kind=Text(max=400, long=True),
        level=Level.SHOULD,
    ),
    Field(
        code="feedback_channels",
        ref="I1",
        label=_l("Channels for feedback"),
        help=_l("At least one that needs no internet."),
        kind=Choices(Channel, open=True),
        level=Level.SHOULD,
    ),
    Field(
        code="who_answers",
        ref="I2",
        label=_l("Who answers"),
        kind=Contact(),
        level=Level.SHOULD,
    ),
    Field(
        code="answer_days",
        ref="I2",
        label=_l("Days until an answer"),
        kind=WholeNumber(min=0, max=365, answers=frozenset({Answer.UNKNOWN})),
        level=Level.SHOULD,
    ),
    Field(
        code="anonymous",
        ref="I3",
        label=_l("Can people stay anonymous?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
    ),
    Field(
        code="safeguards",
        ref="I4",
        label=_l("Safeguards in place"),
        help=_l("Against harassment and reprisals, and for children."),
        kind=Choices(Safeguard, open=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="personal_notice",
        ref="I5",
        label=_l("Are people told how their personal particulars are used?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
    ),
    Field(
        code="disclosure_limits",
        ref="I6",
        label=_l("What will not be made public"),
        kind=Text(max=300, long=True, answers=NONE_OR_UNKNOWN),
    ),
)

SECTION = Section(
    code="feedback",
    number=8,
    title=_l("Feedback and safeguards"),
    help=_l("How people can speak up, and how they are kept from harm."),
    fields=FIELDS,
)
