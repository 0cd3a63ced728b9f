"""Papers that a plan refers to, or is written in: mandates, policies, other plans, versions."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice
from engage.kit.values.text import Text
from engage.kit.values.when import When
from engage.plans.outline.shape import Field, Register
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.identity import (
    DocumentState,
    PlanRelation,
    PolicyKind,
    UnLanguage,
)

MANDATES = Register(
    code="mandates",
    title=_l("Mandates"),
    help=_l("Decisions that the plan answers to. Decision 8/COP.16 is there from the start."),
    add=_l("Add a mandate"),
    empty=_l("No mandate is named yet."),
    named_by="symbol",
    level=Level.SHOULD,
    numbered=False,
    summary=("title",),
    simple=True,
    fields=(
        Field(
            code="symbol",
            ref="A15",
            label=_l("Symbol of the decision"),
            help=_l("As printed, for example 8/COP.16."),
            kind=Text(max=60),
            level=Level.SHOULD,
            simple=True,
        ),
        Field(
            code="title",
            ref="A15",
            label=_l("Title of the decision"),
            kind=Text(max=300),
            simple=True,
        ),
    ),
)

TRANSLATIONS = Register(
    code="translations",
    title=_l("Title and summary in other languages"),
    help=_l("For readers who do not read the working language. Nothing is translated for you."),
    add=_l("Add a language"),
    empty=_l("The plan has a title in its working language only."),
    named_by="title",
    numbered=False,
    summary=("language",),
    spoken_in="language",
    fields=(
        Field(
            code="title",
            ref="A3",
            label=_l("Title in that language"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(
            code="language",
            ref="A6",
            label=_l("Language of this title"),
            kind=Choice(UnLanguage),
            level=Level.SHOULD,
        ),
        Field(
            code="summary",
            ref="A6",
            label=_l("Summary in that language"),
            help=_l("Half a page is enough."),
            kind=Text(max=2000, long=True),
        ),
    ),
)

VERSIONS = Register(
    code="versions",
    title=_l("Versions of the document"),
    help=_l("As your office counts them, with the bodies that adopted them."),
    add=_l("Add a version"),
    empty=_l("No version of the document is written down."),
    named_by="label",
    numbered=False,
    summary=("on", "state", "body"),
    fields=(
        Field(
            code="label",
            ref="A18",
            label=_l("Number or name of the version"),
            kind=Text(max=60),
            level=Level.SHOULD,
        ),
        Field(code="on", ref="A18", label=_l("Date of the version"), kind=When(only=("start",))),
        Field(
            code="state",
            ref="A18",
            label=_l("State of the document"),
            kind=Choice(DocumentState),
        ),
        Field(code="body", ref="A18", label=_l("Body that adopted it"), kind=Text(max=200)),
        Field(
            code="note",
            ref="A18",
            label=_l("What changed in it"),
            kind=Text(max=300, long=True),
        ),
    ),
)

RELATED = Register(
    code="related_plans",
    title=_l("Related plans"),
    help=_l("Programmes, sister plans or former plans that a reader should know."),
    add=_l("Add a plan"),
    empty=_l("No related plan is named."),
    named_by="title",
    numbered=False,
    summary=("relation", "country"),
    fields=(
        Field(
            code="title",
            ref="A16",
            label=_l("Title of the related plan"),
            kind=Text(max=300),
            level=Level.SHOULD,
        ),
        Field(
            code="relation",
            ref="A16",
            label=_l("How it is related"),
            kind=Choice(PlanRelation),
        ),
        Field(code="country", ref="A16", label=_l("Country or region"), kind=Text(max=100)),
        Field(
            code="link",
            ref="A16",
            label=_l("Where to find it"),
            help=_l("An internet address or a reference in print."),
            kind=Text(max=500),
        ),
    ),
)

POLICIES = Register(
    code="policies",
    title=_l("Links to national policy"),
    help=_l("National programmes, targets, laws or plans that this plan helps to carry out."),
    add=_l("Add a policy"),
    empty=_l("No national policy is named yet."),
    named_by="title",
    level=Level.SHOULD,
    numbered=False,
    summary=("kind",),
    simple=True,
    fields=(
        Field(
            code="title",
            ref="A16",
            label=_l("Title of the policy"),
            kind=Text(max=300),
            level=Level.SHOULD,
            simple=True,
        ),
        Field(
            code="kind", ref="A16", label=_l("Kind of policy"), kind=Choice(PolicyKind), simple=True
        ),
        Field(
            code="link",
            ref="A16",
            label=_l("Where to find it"),
            help=_l("An internet address or a reference in print."),
            kind=Text(max=500),
        ),
    ),
)
