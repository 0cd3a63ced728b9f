"""Section 10, signature and publication (fields K1 to K6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice
from engage.kit.values.signature import Signature
from engage.kit.values.text import Text
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.identity import Licence, Visibility


def _is_public(values: Mapping[str, Any]) -> bool:
    return values.get("visibility") in (
        Visibility.PUBLIC_SUMMARY,
        Visibility.PUBLIC_FULL,
    )


FIELDS = (
    Field(
        code="prepared_by",
        ref="K1",
        label=_l("Prepared by"),
        kind=Signature(),
        level=Level.MUST,
        whole=("name", "on"),
    ),
    Field(
        code="authorised_by",
        ref="K2",
        label=_l("Authorized by"),
        help=_l("The plan can be submitted on that day or later."),
        kind=Signature(),
        level=Level.MUST,
        whole=("name", "on"),
    ),
    Field(
        code="visibility",
        ref="K4",
        label=_l("Who may see the plan"),
        help=_l("Your choice. You can change it later."),
        kind=Choice(Visibility),
        level=Level.MUST,
    ),
    Field(
        code="licence",
        ref="K5",
        label=_l("Licence of the public text"),
        kind=Choice(Licence),
        level=Level.MUST,
        needed=_is_public,
    ),
    Field(
        code="note_to_reviewers",
        ref="K6",
        label=_l("Note to the reviewers"),
        kind=Text(max=500, long=True),
    ),
)

SET_ASIDE = Register(
    code="set_aside",
    title=_l("Advice set aside"),
    help=_l("With the reason, so that nobody has to ask again."),
    add="",
    empty=_l("No advice is set aside."),
    named_by="about",
    numbered=False,
    summary=("advice", "reason"),
    by_hand=False,
    fields=(
        Field(code="about", ref="F11", label=_l("What it is about"), kind=Text(max=200)),
        Field(code="advice", ref="F11", label=_l("Advice"), kind=Choice(AdviceCode)),
        Field(code="row", ref="F11", label=_l("Row that it is about"), kind=Text(max=60)),
        Field(
            code="reason",
            ref="F11",
            label=_l("Reason for setting it aside"),
            kind=Text(max=400, long=True),
        ),
    ),
)

SECTION = Section(
    code="signature",
    number=10,
    title=_l("Signature and publication"),
    help=_l("Who stands for the plan, and who may read it."),
    fields=FIELDS,
    registers=(SET_ASIDE,),
)
