"""The first page of everybody: what waits for them, what others have, letters, what is next."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, signed_in
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.clock import today
from engage.plans import rules
from engage.plans.imprint import number_of
from engage.plans.queries import plans_of
from engage.plans.review.vocabulary import STATE_SHAPES
from engage.plans.start.administrator import waits_of_administrator
from engage.plans.start.calendar import next_dates
from engage.plans.start.letters import last_letters
from engage.plans.start.party import waits_of_adviser, waits_of_writer
from engage.plans.start.reviewer import waits_of_reviewer
from engage.plans.views.figures import figures_of
from engage.plans.views.remembered import overview

blueprint = Blueprint("start", __name__)


@blueprint.get("/start")
@signed_in
def start() -> ResponseReturnValue:
    here = _of_party(actor()) if actor().party_code else _of_secretariat(actor())
    return render_template(
        "plans/start_page.html", today=today(), letters=last_letters(actor()), **here
    )


def _of_party(reader: User) -> dict[str, Any]:
    """Beside what waits stands the plan that was changed last."""
    plans = plans_of(reader)
    latest = plans[0] if plans else None
    writes = reader.may(Permission.PLAN_EDIT)
    return {
        "all": "/plans",
        "waits": (waits_of_writer if writes else waits_of_adviser)(reader, plans),
        "latest": latest,
        "number": number_of(latest) if latest else "",
        "figures": figures_of(overview(latest)) if latest else None,
        "shapes": STATE_SHAPES,
        "dates": next_dates(latest),
        "may_draft": rules.may_draft(reader),
    }


def _of_secretariat(reader: User) -> dict[str, Any]:
    reviews = reader.may(Permission.PLAN_REVIEW)
    return {
        "all": "/review" if reviews else "",
        "waits": (waits_of_reviewer if reviews else waits_of_administrator)(reader),
        "latest": None,
        "dates": next_dates(),
        "may_draft": False,
    }
