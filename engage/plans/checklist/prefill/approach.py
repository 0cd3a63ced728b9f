"""Chapter three of the checklist: how far people are let in, and what makes it possible."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.plans.advice import land, parliament, pastoralists, seasons, youth
from engage.plans.advice.seen import Seen, Stakeholder
from engage.plans.checklist.prefill.identification import HERE
from engage.plans.checklist.prefill.shape import (
    Found,
    counted,
    is_given,
    of_all,
    of_answers,
    of_rows,
    rows_in,
)
from engage.plans.checklist.vocabulary import Verdict
from engage.plans.outline.stakeholders import CALENDARS
from engage.reference.norms import Norms
from engage.reference.vocabulary.approach import (
    CHANNELS_ONLINE,
    METHODS_BY_LEVEL,
    EngagementLevel,
)
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import YesNo

LEVELS = list(EngagementLevel)
OF_THE_YEAR = (
    pastoralists.months_on_the_move,
    youth.exam_months,
    land.sowing_and_harvest,
    parliament.recess_and_elections,
    seasons.busy_months,
)


def level_and_promise(seen: Seen, _norms: Norms) -> Found:
    """Each row has a level, and a method that belongs to it or to a higher one. A promise that
    is blank is the standard one of the level.

    Source: IAP2, Spectrum of public participation.
    """
    found = of_rows(seen.stakeholders, HERE, "level")
    short = sum(_falls_short(row) for row in seen.stakeholders)
    if not short:
        return found
    told = ngettext(
        "In %(num)s row no method belongs to the level of engagement or to a higher one.",
        "In %(num)s rows no method belongs to the level of engagement or to a higher one.",
        short,
    )
    verdict = Verdict.PARTLY if found.verdict is Verdict.YES else found.verdict
    return Found(verdict, (*found.seen, told), HERE, HERE)


def open_decision(seen: Seen, _norms: Norms) -> Found:
    """A decision or process that people can influence is named.

    Source: OECD, Guidelines for citizen participation processes, 2022 (a clear link to a
    decision).
    """
    return of_answers(seen, ("purpose", "decision"))


def languages_and_formats(seen: Seen, _norms: Norms) -> Found:
    """Each row names languages, and the plan says in which formats people are told.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021 (languages and
    formats).
    """
    found = of_rows(seen.stakeholders, HERE, "languages")
    if rows_in(seen, "materials") or _any(seen, "disclosure") or _any(seen, "activities"):
        told, verdict = _("Formats or materials are named."), found.verdict
    else:
        told = _("No formats or materials are named.")
        verdict = Verdict.PARTLY if found.verdict is Verdict.YES else found.verdict
    return Found(verdict, (*found.seen, told), HERE, HERE)


def timing(seen: Seen, norms: Norms) -> Found:
    """No activity falls into months that the calendars of the groups show as busy.

    Source: the rules of practice on seasons, which name theirs.
    """
    if not seen.calendars:
        return Found(None, (str(CALENDARS.empty),), HERE, CALENDARS.code)
    busy = len({advice.key for rule in OF_THE_YEAR for advice in rule(seen, norms)})
    if not busy:
        told = _("No activity falls into months that the calendars show as busy.")
        return Found(Verdict.YES, (told,), "activities", "activities")
    told = ngettext(
        "%(num)s activity falls into months that the calendars show as busy.",
        "%(num)s activities fall into months that the calendars show as busy.",
        busy,
    )
    return Found(Verdict.PARTLY, (told,), "activities", "activities")


def inclusion(seen: Seen, _norms: Norms) -> Found:
    """Measures are named; whether their cost is covered, a reader has to tell.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021
    (accommodations and budget).
    """
    rows = [*seen.stakeholders, *seen.activities]
    if not any(is_given(row.get("inclusion")) for row in rows):
        return Found(Verdict.NO, (_("No measure of inclusion is named."),), HERE, HERE)
    told = counted(seen.stakeholders, HERE, "inclusion")
    return Found(None, (told, _("Their cost has to be looked for in the budget.")), HERE, HERE)


def consent(seen: Seen, _norms: Norms) -> Found:
    """Where Indigenous Peoples are consulted or more, it is told how far consent has come.

    Source: FAO, Free, prior and informed consent: an indigenous peoples’ right, manual, 2016.
    """
    rows = seen.of_group(Group.INDIGENOUS)
    due = [row for row in rows if row.text("level") not in ("", EngagementLevel.INFORM)]
    if not rows:
        told = _("No row is for Indigenous Peoples.")
        return Found(Verdict.NOT_APPLICABLE, (told,), HERE, HERE)
    if not due:
        told = _("Indigenous Peoples are not consulted on anything.")
        return Found(None, (told,), HERE, HERE)
    return of_rows(due, HERE, "consent")


def separate_spaces(seen: Seen, _norms: Norms) -> Found:
    """Where a separate session is needed, it is told for whom.

    Source: UNCCD, Gender Action Plan, 2018 (participation).
    """
    needed = [row for row in seen.stakeholders if row.get("separate_session") == YesNo.YES]
    if needed:
        return of_rows(needed, HERE, "separate_for")
    return Found(None, (_("No row asks for a separate session."),), HERE, HERE)


def offline(seen: Seen, _norms: Norms) -> Found:
    """Each row with channels has one that needs no internet.

    Source: World Bank, Environmental and Social Standard 10, 2018 (information that all can
    reach).
    """
    rows = [row for row in seen.stakeholders if is_given(row.get("channels"))]
    if not rows:
        return Found(None, (counted(seen.stakeholders, HERE, "channels"),), HERE, HERE)
    online = sum(_is_only_online(row) for row in rows)
    if not online:
        told = _("Every row with channels has one that needs no internet.")
        return Found(Verdict.YES, (told,), HERE, HERE)
    told = ngettext(
        "All channels of %(num)s row need the internet.",
        "All channels of %(num)s rows need the internet.",
        online,
    )
    return Found(of_all(len(rows) - online, len(rows)), (told,), HERE, HERE)


def _falls_short(row: Stakeholder) -> bool:
    """Methods are chosen, and all of them belong to lower levels."""
    level, methods = row.text("level"), row.chosen("methods")
    if level not in LEVELS or not methods or row.has_own_words("methods"):
        return False
    enough = LEVELS[LEVELS.index(EngagementLevel(level)) :]
    return not any(methods & set(METHODS_BY_LEVEL[each]) for each in enough)


def _is_only_online(row: Stakeholder) -> bool:
    return not row.has_own_words("channels") and row.chosen("channels") <= CHANNELS_ONLINE


def _any(seen: Seen, register: str) -> bool:
    return any(is_given(row.get("formats")) for row in rows_in(seen, register))
