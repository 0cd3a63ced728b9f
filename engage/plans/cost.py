"""What a plan still costs its writer: how many questions are left for the least, and how long.

Counted from what is open: an answer that is a must is a question, and so is each of the twelve
groups. A list without its first row asks for the musts of one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.formats import show_sentences
from engage.kit.locales import current
from engage.plans.completeness import Finding, findings, holds_up
from engage.plans.document import assemble
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Field
from engage.plans.vocabulary import Level

MINUTES = 20  # for the least
STEP = 5
PRESET = 2  # answers of a new plan that are there from the start: its language and its depth


def questions_left(found: Sequence[Finding]) -> int:
    """The questions that must still be answered before the plan can be submitted.

    Who is asked for the groups of a row will name one group at least, which is then no question of
    its own any more.
    """
    asked = [(finding, _musts_of(finding)) for finding in found if finding.level is Level.MUST]
    of_groups = sum(finding.rule == "group_missing" for finding, _codes in asked)
    by_rows = sum(
        finding.register == "stakeholders" and "groups" in codes for finding, codes in asked
    )
    return sum(len(codes) for _finding, codes in asked) - min(of_groups, by_rows)


def _musts_of(finding: Finding) -> list[str]:
    """The answers that the finding asks for, by their codes."""
    found = find_register(finding.register) if finding.rule == "no_rows" else None
    if found is None:
        return [finding.field]
    return [field.code for field in found[1].fields if _is_must(field)]


def _is_must(field: Field) -> bool:
    return field.level is Level.MUST and field.needed({})


@cache
def least() -> int:
    """The questions of a minimum plan, from an empty one."""
    return questions_left(holds_up(findings(assemble("", {}, {}))))


def minutes_for(questions: int) -> int:
    """About so many minutes, in steps of five: the least takes twenty."""
    steps = -(-questions * MINUTES // (least() * STEP))
    return steps * STEP


def cost_of_a_new_plan() -> str:
    """What a plan will cost that is not begun yet."""
    questions = ngettext(
        "A minimum plan asks %(num)s question.",
        "A minimum plan asks %(num)s questions.",
        least() - PRESET,
    )
    return _say(_cost(), questions)


def cost_in_words(found: Sequence[Finding]) -> str:
    """What a plan costs, and what is left of the least."""
    left = questions_left(found)
    if not left:
        return _say(_cost(), _("Every question of a minimum plan is answered."))
    questions = ngettext(
        "%(num)s question is left for a minimum plan.",
        "%(num)s questions are left for a minimum plan.",
        left,
    )
    return _say(_cost(), questions, _about(left))


def cost_here_in_words(found: Sequence[Finding], section: str) -> str:
    """The same of one section."""
    left = questions_left([finding for finding in found if finding.section == section])
    if not left:
        return _cost()
    questions = ngettext(
        "%(num)s question is left here for a minimum plan.",
        "%(num)s questions are left here for a minimum plan.",
        left,
    )
    return _say(_cost(), questions, _about(left))


def _cost() -> str:
    return _("20 minutes for a minimum plan, 2 hours for a full one.")


def _about(questions: int) -> str:
    minutes = minutes_for(questions)
    return ngettext("About %(num)s minute.", "About %(num)s minutes.", minutes)


def _say(*sentences: str) -> str:
    return show_sentences(sentences, language=current())
