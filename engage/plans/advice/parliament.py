"""Rules of practice for parliamentarians: when they sit, through the right door, beyond parties."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.advice.seen import Seen
from engage.plans.advice.shape import Advice, about_plan, about_row
from engage.plans.advice.spans import days_between
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import Group, MonthState, ParliamentPart

AWAY = frozenset({MonthState.RECESS, MonthState.ELECTION, MonthState.DISSOLVED})
CHAMBERS = frozenset({ParliamentPart.LOWER_CHAMBER, ParliamentPart.UPPER_CHAMBER})
PARTS = "parliament_parts"


def recess_and_elections(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-PAR1: an activity for parliamentarians falls into recess, campaign or dissolution.

    Source: Inter-Parliamentary Union and UNDP, Global Parliamentary Report 2022: public engagement
    in the work of parliament. The span compared is a default of ours.
    """
    for activity in seen.ahead_for(Group.PARLIAMENTARIANS):
        if months := seen.busy(activity, AWAY, norms.season_span):
            yield about_row(AdviceCode.R_PAR1, activity, "when", months=tuple(months))


def one_chamber_only(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PAR2: one chamber is named and nothing else of parliament but its staff.

    Source: Inter-Parliamentary Union and UNDP, Global Parliamentary Report 2022.
    """
    rows = seen.of_group(Group.PARLIAMENTARIANS)
    named = frozenset().union(*(row.chosen(PARTS) for row in rows)) - {ParliamentPart.STAFF}
    others = any(row.has_own_words(PARTS) for row in rows)
    if len(named) == 1 and named <= CHAMBERS and not others:
        yield about_plan(AdviceCode.R_PAR2, rows[0], PARTS)


def no_committee(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-PAR3: no committee of parliament is named.

    Source: Inter-Parliamentary Union and UNDP, Global Parliamentary Report 2022 (committees are
    where the public meets parliament).
    """
    rows = seen.of_group(Group.PARLIAMENTARIANS)
    named = any(ParliamentPart.COMMITTEE in row.chosen(PARTS) for row in rows)
    others = any(row.has_own_words(PARTS) for row in rows)
    if rows and not named and not others:
        yield about_plan(AdviceCode.R_PAR3, rows[0], PARTS)


def late_invitation(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-PAR4: the invitation goes out fewer than so many days before the activity.

    Source: Inter-Parliamentary Union and UNDP, Global Parliamentary Report 2022. The number of
    days is a default of ours.
    """
    for activity in seen.ahead_for(Group.PARLIAMENTARIANS):
        days = days_between(activity.get("invitation_when"), activity.get("when"))
        norm = norms.parliament_invitation
        if norm is not None and days is not None and days < norm:
            yield about_row(AdviceCode.R_PAR4, activity, "invitation_when", num=norm)
