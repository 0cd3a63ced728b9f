"""How the plan meets a stakeholder: the fields E1 to E10, in the same row of the register.

Levels follow the IAP2 spectrum; the consent steps follow FAO's manual on free, prior and
informed consent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice, Choices
from engage.kit.values.text import Text, Texts
from engage.kit.values.vocabulary import Label
from engage.kit.values.when import When
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.register import concerns_indigenous_peoples
from engage.plans.outline.shape import Field
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.approach import (
    PROMISES,
    Consent,
    EngagementLevel,
    HearBack,
    InclusionMeasure,
    Method,
    SeparateSession,
)
from engage.reference.vocabulary.identity import YesNo


def _has_barriers(values: Mapping[str, Any]) -> bool:
    return isinstance(values.get("barriers"), list)


def _consent_is_due(values: Mapping[str, Any]) -> bool:
    """Consulting Indigenous Peoples or more asks for the state of consent."""
    level = values.get("level")
    asks = level not in (None, EngagementLevel.INFORM)
    return asks and concerns_indigenous_peoples(values)


def _promise_of_the_level(values: Mapping[str, Any]) -> Label | None:
    level = values.get("level")
    if not isinstance(level, str) or level not in EngagementLevel.labels():
        return None
    return PROMISES[EngagementLevel(level)]


def _meets_apart(values: Mapping[str, Any]) -> bool:
    return values.get("separate_session") == YesNo.YES


APPROACH = (
    Field(
        code="level",
        ref="E1",
        label=_l("Level of engagement"),
        help=_l("To inform is the least, to empower the most. Choose what you can keep."),
        kind=Choice(EngagementLevel),
        level=Level.MUST,
    ),
    Field(
        code="promise",
        ref="E2",
        label=_l("Promise to the group"),
        help=_l("What the level means for them, in your words."),
        example=_l("Wells near your camp rest only after your meeting has agreed."),
        kind=Text(max=400, long=True),
        level=Level.SHOULD,
        simple=True,
        standard=_promise_of_the_level,
    ),
    Field(
        code="wanted",
        ref="E3",
        label=_l("What the plan wants from the group"),
        example=_l("What they know of each route, and the order in which wells can rest."),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="offered",
        ref="E3",
        label=_l("What the plan offers the group"),
        example=_l("Fodder for the weeks in which a well rests, and five seats with a vote."),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="methods",
        ref="E4",
        label=_l("Methods of engagement"),
        kind=Choices(Method, open=True),
        level=Level.MUST,
    ),
    Field(
        code="messages",
        ref="E5",
        label=_l("Key messages"),
        help=_l("In plain words. One on each line; one is best."),
        example=_l("Two routes stay open in spring."),
        kind=Texts(max=250),
        level=Level.MUST,
    ),
    Field(
        code="shared",
        ref="E6",
        label=_l("What is shared with the group beforehand"),
        example=_l("Last year’s map of the routes, read aloud at the camps."),
        kind=Text(max=300, long=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="shared_when",
        ref="E6",
        label=_l("When it is shared"),
        kind=When(only=("start",)),
        level=Level.SHOULD,
        needed=lambda values: isinstance(values.get("shared"), str),
    ),
    Field(
        code="inclusion",
        ref="E7",
        label=_l("Measures of inclusion"),
        help=_l("What you do so that the barriers named above keep no one away."),
        kind=Choices(InclusionMeasure, open=True, answers=NONE_OR_UNKNOWN),
        level=Level.MUST,
        needed=_has_barriers,
    ),
    Field(
        code="separate_session",
        ref="E8",
        label=_l("Is a separate session needed?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
    ),
    Field(
        code="separate_for",
        ref="E8",
        label=_l("For whom the separate session is"),
        kind=Choices(SeparateSession, open=True),
        level=Level.SHOULD,
        needed=_meets_apart,
    ),
    Field(
        code="consent",
        ref="E9",
        label=_l("Free, prior and informed consent"),
        help=_l("Needed where Indigenous Peoples’ lands or resources are touched."),
        kind=Choice(Consent),
        level=Level.SHOULD,
        simple=True,
        needed=_consent_is_due,
    ),
    Field(
        code="consent_when",
        ref="E9",
        label=_l("Date of that step"),
        kind=When(only=("start",)),
    ),
    Field(
        code="decides_when",
        ref="E9",
        label=_l("When the group decides"),
        help=_l("They need the information well before."),
        kind=When(only=("start",)),
    ),
    Field(
        code="consent_note",
        ref="E9",
        label=_l("Note on consent"),
        kind=Text(max=400, long=True),
    ),
    Field(
        code="hear_back",
        ref="E10",
        label=_l("How the group will hear what happened"),
        kind=Choices(HearBack, open=True),
        level=Level.MUST,
    ),
    Field(
        code="hear_back_when",
        ref="E10",
        label=_l("When the group will hear"),
        kind=When(only=("words", "start")),
        level=Level.SHOULD,
    ),
)
