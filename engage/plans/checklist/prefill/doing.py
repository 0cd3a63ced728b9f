"""Chapters four and five of the checklist: what people hear, and what is done, by whom."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.plans.advice.media import is_channel_only
from engage.plans.advice.seen import Row, Seen
from engage.plans.checklist.prefill.identification import HERE, reasons
from engage.plans.checklist.prefill.shape import (
    Found,
    counted,
    is_given,
    nothing,
    of_all,
    of_rows,
    rows_in,
)
from engage.plans.checklist.vocabulary import Verdict
from engage.plans.outline.partnerships import is_with_a_company
from engage.reference.norms import Norms
from engage.reference.vocabulary.activities import OccasionKind
from engage.reference.vocabulary.approach import EngagementLevel
from engage.reference.vocabulary.groups import Group


def messages(seen: Seen, _norms: Norms) -> Found:
    """Each row has messages; whether they agree and can be tested, a reader has to tell.

    Source: UNCCD secretariat, communication strategy (consistent, coordinated messages).
    """
    found = of_rows(seen.stakeholders, HERE, "messages")
    verdict = None if found.verdict is Verdict.YES else found.verdict
    return Found(verdict, found.seen, HERE, HERE)


def media(seen: Seen, _norms: Norms) -> Found:
    """The media have a row and an activity of their own, or are engaged as others are.

    Source: UNCCD secretariat, reports on the communication strategy (training of journalists).
    """
    rows, held = seen.of_group(Group.MEDIA), seen.held_for(Group.MEDIA)
    if Group.MEDIA in reasons(seen) and not rows and not is_channel_only(seen):
        told = _("The plan gives a reason why the media are not relevant.")
        return Found(Verdict.NOT_APPLICABLE, (told,), HERE)
    if held:
        told = ngettext(
            "%(num)s activity is for the media.", "%(num)s activities are for the media.", len(held)
        )
        return Found(Verdict.YES, (told,), "activities", "activities")
    if not rows:
        told = _("The media have neither a row nor an activity.")
        return Found(Verdict.NO, (told,), HERE, HERE)
    informed = all(row.text("level") in ("", EngagementLevel.INFORM) for row in rows)
    told = _("The media have a row, but no activity is for them.")
    return Found(Verdict.NO if informed else Verdict.PARTLY, (told,), HERE, HERE)


def occasions(seen: Seen, _norms: Norms) -> Found:
    """Activities are tied to a day, year, campaign or session.

    Source: UNCCD, Desertification and Drought Day, 17 June, and the reports of Parties on it.
    """
    if not seen.activities:
        return nothing("activities")
    tied = sum(_is_tied(row) for row in seen.activities)
    if not tied:
        told = _("No activity names an occasion.")
        return Found(Verdict.NO, (told,), "activities", "activities")
    told = ngettext(
        "%(num)s activity names an occasion.", "%(num)s activities name an occasion.", tied
    )
    return Found(Verdict.YES, (told,), "activities", "activities")


def activities_complete(seen: Seen, _norms: Norms) -> Found:
    """Each activity answers when, where and who.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021 (timelines and
    personnel).
    """
    return of_rows(seen.activities, "activities", "when", "places", "responsible")


def budget(seen: Seen, _norms: Norms) -> Found:
    """There are amounts, and it is told what is funded; where there are no budget lines, the
    activities say so.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021 (budget).
    """
    lines = rows_in(seen, "budget")
    if lines:
        return of_rows(lines, "budget", "amount", "funded")
    if any(is_given(row.get("cost")) for row in seen.activities):
        return of_rows(seen.activities, "activities", "cost", "funded")
    return nothing("budget")


def partners(seen: Seen, _norms: Norms) -> Found:
    """Partners are named, and each company has an answer on due diligence.

    Source: United Nations Global Compact, Guidelines on cooperation with the business sector, 2015.
    """
    rows = rows_in(seen, "partnerships")
    companies = [row for row in rows if is_with_a_company(row.values)]
    if companies:
        found = of_rows(companies, "partnerships", "due_diligence")
        verdict = Verdict.PARTLY if found.verdict is Verdict.NO else found.verdict
        return Found(verdict, found.seen, "resources", "partnerships")
    if rows:
        told = _("No partnership is with the private sector.")
        return Found(Verdict.YES, (told,), "resources", "partnerships")
    if any(is_given(row.get("partners")) for row in seen.activities):
        told = counted(seen.activities, "activities", "partners")
        return Found(_of_partners(seen), (told,), "activities", "activities")
    return nothing("partnerships")


def _of_partners(seen: Seen) -> Verdict:
    """Named beside activities: that is enough where all have some."""
    named = sum(is_given(row.get("partners")) for row in seen.activities)
    return of_all(named, len(seen.activities))


def _is_tied(row: Row) -> bool:
    kind = row.text("occasion_kind")
    return kind not in ("", OccasionKind.NONE) or is_given(row.get("occasion"))
