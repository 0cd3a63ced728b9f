"""Chapter six of the checklist: how people can answer, and hear what came of it."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from engage.plans.advice.coverage import feedback_needs_internet
from engage.plans.advice.seen import Seen
from engage.plans.checklist.prefill.identification import HERE
from engage.plans.checklist.prefill.shape import Found, is_given, of_answers, of_rows, rows_in
from engage.plans.checklist.vocabulary import Verdict
from engage.reference.norms import Norms
from engage.reference.vocabulary.identity import YesNo

FEEDBACK = "feedback"


def feedback_route(seen: Seen, norms: Norms) -> Found:
    """There is a way to answer or complain, and not all ways need the internet.

    Source: World Bank, Environmental and Social Standard 10, 2018 (a grievance mechanism that all
    can reach); Bank Information Center, 2021 (grievances).
    """
    fields, routes = seen.fields(FEEDBACK), rows_in(seen, "complaint_channels")
    named = is_given(fields.get("feedback_channels")) or bool(routes)
    if not named and not is_given(fields.get("feedback_ways")):
        return of_answers(seen, (FEEDBACK, "feedback_ways"), (FEEDBACK, "feedback_channels"))
    if any(True for _advice in feedback_needs_internet(seen, norms)):
        told = _("Every way to give feedback or to complain needs the internet.")
        return Found(Verdict.PARTLY, (told,), FEEDBACK)
    told = _("A way is described; who can use it is for the reader to see.")
    if named:
        told = _("At least one way to give feedback or to complain needs no internet.")
    return Found(Verdict.YES if named else None, (told,), FEEDBACK)


def safeguards(seen: Seen, _norms: Norms) -> Found:
    """Safeguards are chosen.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021 (gender-based
    violence).
    """
    return of_answers(seen, (FEEDBACK, "safeguards"))


def input_used(seen: Seen, _norms: Norms) -> Found:
    """It is told what changed because of what people said, and what did not and why.

    Source: PRAIS 4 (participatory process); OECD, Guidelines for citizen participation processes,
    2022 (public response to input).
    """
    return of_answers(seen, ("so_far", "what_changed"), ("so_far", "what_did_not_change"))


def reporting_back(seen: Seen, _norms: Norms) -> Found:
    """Each row says when the group will hear.

    Source: OECD, Guidelines for citizen participation processes, 2022 (public response to input).
    """
    return of_rows(seen.stakeholders, HERE, "hear_back_when")


def indicators(seen: Seen, _norms: Norms) -> Found:
    """Each indicator has a baseline and is broken down.

    Source: GEF secretariat, review of projects (gender indicators); PRAIS 4 (participants by
    group).
    """
    return of_rows(rows_in(seen, "indicators"), "indicators", "baseline", "split")


def revision_date(seen: Seen, _norms: Norms) -> Found:
    """It is set when the plan will be looked at again.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021 (revision).
    """
    return of_answers(seen, ("monitoring", "review_date"))


def personal_data(seen: Seen, _norms: Norms) -> Found:
    """People are told how their particulars are used, and it is said what stays unpublished; that
    there is nothing of the kind is an answer too.

    Source: United Nations, Personal data protection and privacy principles, 2018.
    """
    return of_answers(
        seen, (FEEDBACK, "personal_notice"), (FEEDBACK, "disclosure_limits"), counts=_is_told
    )


def _is_told(value: Any) -> bool:
    return value not in (None, YesNo.NO)
