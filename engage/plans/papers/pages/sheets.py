"""The papers themselves, each as a page to print and as PDF, on A4 or US letter."""

from __future__ import annotations

import json

from flask import render_template, request
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.languages import only_this_answer
from engage.frame.papers import Manuscript, in_each_language, language_of_paper, pdf_answer
from engage.kit.errors import NotFound, ensure
from engage.kit.locales import force
from engage.kit.paper import Slip
from engage.plans.document import compose
from engage.plans.exports import Copy, draft_copy, frozen_copy
from engage.plans.models import Plan, Version
from engage.plans.papers import rules
from engage.plans.papers.exports import (
    Submission,
    clearance_sheet,
    cover_letter,
    file_name,
    receipt,
    to_come,
)
from engage.plans.papers.queries import asked_before
from engage.plans.papers.sentences import NO_PAPER
from engage.plans.queries import get_plan, get_version, latest_version
from engage.plans.vocabulary import Paper
from engage.reference.queries import threshold

US_LETTER = "us-letter"


@allowed_to(Permission.PLAN_READ)
def clearance(ref: str) -> ResponseReturnValue:
    plan = _plan_to_clear(ref)
    payload = _clearance(plan, language_of_paper())
    return _page(plan, payload, f"/plans/{ref}/papers/clearance")


@allowed_to(Permission.PLAN_READ)
def clearance_pdf(ref: str) -> ResponseReturnValue:
    plan, language = _plan_to_clear(ref), language_of_paper()
    name = file_name(_copy_to_clear(plan), Paper.CLEARANCE, language)
    return _pdf(plan, _clearance(plan, language), name)


@allowed_to(Permission.PLAN_READ)
def sheet(ref: str, paper: str, number: int, round_: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    payload = _sheet(Paper(paper), plan, get_version(plan, number, round_), language_of_paper())
    return _page(plan, payload, f"/plans/{ref}/papers/{paper}/{number}.{round_}")


@allowed_to(Permission.PLAN_READ)
def sheet_pdf(ref: str, paper: str, number: int, round_: int) -> ResponseReturnValue:
    plan, language = get_plan(ref, visible_to=actor()), language_of_paper()
    version = get_version(plan, number, round_)
    name = file_name(frozen_copy(plan, version), Paper(paper), language)
    return _pdf(plan, _sheet(Paper(paper), plan, version, language), name)


def _plan_to_clear(ref: str) -> Plan:
    """The secretariat is told that there is no such paper: it is none of its affair."""
    plan = get_plan(ref, visible_to=actor())
    ensure(rules.may_print_clearance(actor(), plan), NotFound(str(NO_PAPER)))
    return plan


def _copy_to_clear(plan: Plan) -> Copy:
    return to_come(draft_copy(plan, compose(plan)))


def _clearance(plan: Plan, language: str) -> Slip:
    before = latest_version(plan)
    return clearance_sheet(_copy_to_clear(plan), before.document if before else None, language)


def _sheet(paper: Paper, plan: Plan, version: Version, language: str) -> Slip:
    sent = Submission(
        submitted_at=version.submitted_at,
        submitted_by=version.submitted_by.name,
        answered=asked_before(version),
        days=threshold("feedback"),
    )
    write = cover_letter if paper is Paper.COVER else receipt
    return write(frozen_copy(plan, version), sent, language)


def _page(plan: Plan, payload: Slip, here: str) -> str:
    language = payload["lang"]
    only_this_answer()
    with force(language):
        return render_template(
            "plans/papers/slip_page.html",
            plan=plan,
            payload=payload,
            pdf_url=f"{here}.pdf?lang={language}",
            letter_url=f"{here}.pdf?lang={language}&size={US_LETTER}",
            languages=in_each_language(here),
        )


def _pdf(plan: Plan, payload: Slip, name: str) -> ResponseReturnValue:
    if request.args.get("size") == US_LETTER:
        payload["size"] = "us-letter"
    key = ("slip", plan.ref, json.dumps(payload))
    return pdf_answer(key, lambda: Manuscript("slip", payload, name))
