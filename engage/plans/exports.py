"""A plan on paper: summary and full plan, in one of the six languages, from its document.

The same payload is printed by the page (`templates/plans/*_page.html`) and set by Typst
(`kit.pdf`), so that the two cannot say different things.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _

from engage.kit.clock import now
from engage.kit.formats import between_sentences, capitalised, show_date
from engage.kit.locales import CODES, direction, force
from engage.kit.paper import Full, Paragraph, Sheet, Signature, Summary
from engage.kit.pdf import typeset
from engage.kit.pieces import Cell, own, run_on, woven
from engage.kit.values.base import Line
from engage.plans import imprint
from engage.plans.budget import budget_table
from engage.plans.chapters import chapter
from engage.plans.document import Json, fields_of, own_language, rows_of
from engage.plans.models import Plan, Version
from engage.plans.outline.plan import find_section
from engage.plans.pictures.gallery import gallery
from engage.plans.reading import read_plan
from engage.plans.tables import (
    activities_table,
    cell_of,
    groups_table,
    indicators_table,
    listed,
)
from engage.plans.vocabulary import Status
from engage.plans.workflow import EDITABLE
from engage.reference.queries import mandates

SENT = frozenset({Status.SUBMITTED, Status.IN_REVIEW, Status.COMPLETE, Status.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document with what a paper says of the plan besides; holds nothing of the database."""

    document: Json
    party: Mapping[str, str]  # its name in each language
    is_rehearsal: bool
    ref: str
    version: int
    round: int
    minor: int = 0
    status: Status
    since: dt.datetime
    printed_at: dt.datetime
    is_draft: bool
    # How decisions are cited, by symbol and language.
    citations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """`2`, `2.3` for the third round of version 2, or `2a` for a small change after it."""
        return imprint.version_label(self.version, self.round, self.minor)


def draft_copy(plan: Plan, document: Json) -> Copy:
    """Of the plan as it stands now; `document` is `compose(plan)`."""
    status = Status(plan.status)
    numbers = plan.version, plan.round, plan.small_changes
    return _copy_of(plan, document, numbers, status, plan.moved_at)


def frozen_copy(plan: Plan, version: Version) -> Copy:
    """Of a version as it was submitted; the state is the plan's while the version is its last."""
    is_last = (version.number, version.round) == (plan.version, plan.round)
    status = Status(plan.status) if is_last and plan.status in SENT else Status.SUBMITTED
    since = version.submitted_at if status is Status.SUBMITTED else plan.moved_at
    numbers = version.number, version.round, version.minor
    return _copy_of(plan, version.document, numbers, status, since)


def _copy_of(
    plan: Plan, document: Json, numbers: tuple[int, int, int], status: Status, since: dt.datetime
) -> Copy:
    version, round_, minor = numbers
    return Copy(
        document=document,
        party={code: plan.party.name(code) for code in CODES},
        is_rehearsal=plan.party.is_rehearsal,
        ref=plan.ref,
        version=version,
        round=round_,
        minor=minor,
        status=status,
        since=since,
        printed_at=now(),
        is_draft=status in EDITABLE,
        citations={
            each.symbol: {code: each.citation(code) for code in CODES} for each in mandates()
        },
    )


def summary(copy: Copy, language: str) -> Summary:
    document = copy.document
    with force(language):
        purpose = fields_of(document, "purpose").get("purpose")
        return {
            **_sheet(copy, language, _("Stakeholder engagement plan · summary")),
            "purpose": {
                "heading": _("What should change"),
                "text": purpose if isinstance(purpose, str) else _("not written yet"),
                "lang": own_language(document) if isinstance(purpose, str) else language,
            },
            "tables": [
                groups_table(document, language),
                activities_table(document, language),
                budget_table(document, language),
                indicators_table(document, language),
            ],
            "paragraphs": _how_people_are_heard(document, language),
        }


def full(copy: Copy, language: str) -> Full:
    with force(language):
        return {
            **_sheet(copy, language, _("Stakeholder engagement plan · full plan")),
            "sections": [chapter(each) for each in read_plan(copy.document, language)],
            "glance": gallery(copy.document, language),
        }


def paper(kind: str, copy: Copy, language: str) -> Summary | Full:
    """What the print page prints and Typst sets: `summary` or `full`."""
    return summary(copy, language) if kind == "summary" else full(copy, language)


def pdf(kind: str, copy: Copy, language: str) -> bytes:
    """The PDF/UA. Takes some tenths of a second: not while a transaction is open."""
    return typeset(kind, paper(kind, copy, language))


def file_name(copy: Copy, kind: str, language: str, ending: str) -> str:
    """`XA-2026-1-v2.2-summary-en.pdf`."""
    return imprint.file_name(copy.ref, copy.label, kind, language, ending)


# ---------------------------------------------------------------- what both share


def _sheet(copy: Copy, language: str, kind: str) -> Sheet:
    document = copy.document
    title = fields_of(document, "identity").get("title")
    titled = isinstance(title, str)
    return {
        "lang": language,
        "dir": "rtl" if direction(language) == "rtl" else "ltr",
        "own_lang": own_language(document),
        "title": str(title) if titled else _("A plan without a title yet"),
        "title_lang": own_language(document) if titled else language,
        "kind": kind,
        "party": copy.party[language],
        "draft": _("DRAFT") if copy.is_draft else None,
        "facts": _facts(copy, language),
        "signatures": [
            signature_of(document, "prepared_by", _("Prepared by"), language),
            signature_of(document, "authorised_by", _("Authorized by"), language),
        ],
        "foot": imprint.foot(
            _(
                "Prepared by %(party)s. Not an official document of the United Nations.",
                party=copy.party[language],
            ),
            imprint.printed_line(
                copy.label, copy.printed_at, language, is_rehearsal=copy.is_rehearsal
            ),
            copy.ref,
        ),
        "words": imprint.words_of_paper(),
    }


def _facts(copy: Copy, language: str) -> list[tuple[str, Cell]]:
    document = copy.document
    state = _(
        "%(state)s, %(date)s",
        state=copy.status.label,
        date=show_date(copy.since.date(), language=language),
    )
    blank = _("not filled in yet")
    return [
        (_("Party"), copy.party[language]),
        (_("Period"), cell_of(lines_of(document, "identity", "period", language), blank)),
        (_("Version"), imprint.version_words(copy.version, copy.round, copy.minor)),
        (_("State"), state),
        (
            _("Lead institution"),
            cell_of(lines_of(document, "identity", "lead_institution", language), blank),
        ),
        (_("Mandate"), _mandates(copy, language)),
    ]


def _mandates(copy: Copy, language: str) -> Cell:
    """As the decisions are cited in the language; a symbol without a citation as it is written."""
    rows = rows_of(copy.document, "identity", "mandates")
    symbols = [row["values"].get("symbol") for row in rows]
    named = [_citation(copy, each, language) for each in symbols if isinstance(each, str)]
    if named and not named[0].own:
        named[0] = Line(capitalised(named[0].text), own=False)
    return listed(named, language) if named else _("none named")


def _citation(copy: Copy, symbol: str, language: str) -> Line:
    cited = copy.citations.get(symbol, {}).get(language)
    return Line(cited, own=False) if cited else Line(symbol, own=True)


def lines_of(document: Json, section: str, code: str, language: str) -> tuple[Line, ...]:
    """What a field says on paper, line by line."""
    declared = find_section(section)
    if declared is None:
        raise KeyError(section)
    found = next(each for each in declared.fields if each.code == code)
    return found.kind.show(fields_of(document, section).get(code), language)


def signature_of(document: Json, code: str, role: str, language: str) -> Signature:
    """What is not filled in is a line to be filled in by hand."""
    signed = fields_of(document, "signature").get(code) or {}
    lines = lines_of(document, "signature", code, language)
    named = any(key in signed for key in ("name", "title", "as_typed"))
    open_lines = [] if named else [_("Name and title")]
    if "on" not in signed:
        open_lines.append(_("Place and date"))
    return {"role": role, "name": cell_of(lines), "lines": open_lines}


def _how_people_are_heard(document: Json, language: str) -> list[Paragraph]:
    """The Party's own words first, then what was chosen, in sentences."""
    ways = fields_of(document, "feedback").get("feedback_ways")
    said: list[Paragraph] = []
    if isinstance(ways, str):
        lang = own_language(document)
        said.append({"heading": _("How people are heard"), "text": ways, "lang": lang})
    heading = _("How they get an answer") if said else _("How people are heard")
    answering = _answering(document, language)
    if said and not answering:
        return said
    space = between_sentences(language)
    spaced = [each for sentence in answering for each in (space, sentence)][1:]
    text = run_on(*spaced) if answering else _("not written yet")
    return [*said, {"heading": heading, "text": text}]


def _answering(document: Json, language: str) -> list[Cell]:
    values = fields_of(document, "feedback")
    channels = lines_of(document, "feedback", "feedback_channels", language)
    sentences: list[Cell] = []
    if channels:
        sentences.append(woven(_("Channels: %(channels)s."), channels=listed(channels, language)))
    who = values.get("who_answers") or {}
    office = who.get("institution") or who.get("name") or who.get("title")
    if office:
        sentences.append(woven(_("Who answers: %(office)s."), office=own(office)))
    days = values.get("answer_days")
    if isinstance(days, int):
        sentences.append(_("Days until an answer: %(days)s.", days=days))
    if values.get("anonymous") in ("yes", "no"):
        yes = values["anonymous"] == "yes"
        sentences.append(_("People can stay anonymous.") if yes else _("People give their names."))
    return sentences
