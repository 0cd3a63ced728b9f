"""Rules of practice for youth: protected where they are minors, and with a say."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.advice.seen import Seen, Stakeholder, codes_in
from engage.plans.advice.shape import Advice, about_plan, about_row
from engage.reference.norms import Norms
from engage.reference.vocabulary.activities import Reach
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.approach import InclusionMeasure
from engage.reference.vocabulary.groups import Governance, Group, GroupRole, MonthState
from engage.reference.vocabulary.identity import YesNo
from engage.reference.vocabulary.resources import Safeguard

EXAMS = frozenset({MonthState.EXAMS})
FAR = frozenset({Reach.SUBNATIONAL, Reach.NATIONAL, Reach.REGIONAL, Reach.GLOBAL})
TRAVEL_MEASURES = frozenset(
    {
        InclusionMeasure.TRAVEL_COSTS,
        InclusionMeasure.SAFE_TRANSPORT,
        InclusionMeasure.STIPEND,
        InclusionMeasure.NEAR_HOME,
    }
)
WITH_A_SAY = frozenset({Governance.ADVISORY, Governance.DECIDING})


def minors(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-YOU1: minors are expected, and neither their guardians nor a safeguard is mentioned.

    Source: Convention on the Rights of the Child, articles 12 and 19, and general comment No. 12,
    2009, on the right of the child to be heard.
    """
    safeguards = codes_in(seen.fields("feedback").get("safeguards"))
    for activity in seen.ahead:
        if activity.get("minors") != YesNo.YES or Safeguard.CHILDREN in safeguards:
            continue
        if InclusionMeasure.GUARDIAN_CONSENT not in seen.measures(activity, Group.YOUTH):
            yield about_row(AdviceCode.R_YOU1, activity, "inclusion")


def exam_months(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-YOU2: an activity for youth falls into months of examinations.

    Source: Convention on the Rights of the Child, article 28 (attendance at school). The span
    compared is a default of ours.
    """
    for activity in seen.ahead_for(Group.YOUTH):
        if months := seen.busy(activity, EXAMS, norms.season_span):
            yield about_row(AdviceCode.R_YOU2, activity, "when", months=tuple(months))


def no_say(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-YOU3: youth take part, and nowhere in a role in which they advise, decide or lead.

    Source: United Nations, Youth2030: the United Nations strategy on youth, 2018; UNCCD Youth
    Caucus.
    """
    rows = seen.of_group(Group.YOUTH)
    if rows and all(_only_participates(row) for row in rows):
        yield about_plan(AdviceCode.R_YOU3, rows[0], "governance_role")


def unpaid_travel(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-YOU4: youth have to travel, and no measure covers what it costs.

    Source: Global consensus statement on meaningful adolescent and youth engagement, 2018.
    """
    for activity in seen.ahead_for(Group.YOUTH):
        covered = seen.measures(activity, Group.YOUTH) & TRAVEL_MEASURES
        if activity.is_met and activity.get("reach") in FAR and not covered:
            yield about_row(AdviceCode.R_YOU4, activity, "inclusion")


def _only_participates(row: Stakeholder) -> bool:
    takes_part = row.chosen("role") == {GroupRole.PARTICIPATES}
    return takes_part and row.get("governance_role") not in WITH_A_SAY
