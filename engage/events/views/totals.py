"""Totals over events: of a journey, of a plan, of one's own Party, of a group, of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import sqlalchemy as sa
from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    HiddenField,
    SelectField,
    StringField,
    ValidationError,
)

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.events.counting.telling import RULES
from engage.events.models import Event
from engage.events.sums import sums_of
from engage.events.totals import Condition, event_counts, in_period, with_group
from engage.journeys.queries import get_journey
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import current
from engage.kit.values.vocabulary import Label
from engage.plans.queries import get_plan
from engage.reference.queries import parties
from engage.reference.vocabulary.groups import Group

blueprint = Blueprint("events_totals", __name__)

OWN = "own"


def _is_day(_form: EngageForm, field: StringField) -> None:
    if field.data:
        try:
            date.fromisoformat(field.data.strip())
        except ValueError as error:
            raise ValidationError(_l("Please write the day as 2026-06-17.")) from error


class TotalsForm(EngageForm):
    """Which events are added up; sent by GET, so it carries no token."""

    class Meta(EngageForm.Meta):
        csrf = False

    party = SelectField(
        _l("Whose events"),
        default="",
        choices=[SelectChoice("", _l("All that I may see")), SelectChoice(OWN, _l("Our own"))],
    )
    group = SelectField(
        _l("Group reached"),
        default="",
        choices=[
            SelectChoice("", _l("All groups")),
            *(SelectChoice(code, label) for code, label in Group.labels().items()),
        ],
    )
    first = StringField(_l("From the day"), [_is_day], name="from")
    last = StringField(_l("Until the day"), [_is_day], name="to")
    journey = HiddenField()
    plan = HiddenField()


@blueprint.get("/events/totals")
@allowed_to(Permission.EVENT_EDIT)
def totals() -> ResponseReturnValue:
    form = TotalsForm(request.args)
    reader = actor()
    chosen = tuple(_conditions(form, reader)) if form.validate() else (sa.false(),)
    names = {each.code: each.name(current()) for each in parties(current(), with_rehearsal=True)}
    return render_template(
        "events/totals_page.html",
        form=form,
        limits=_limits(form),
        sums=sums_of(event_counts(reader, *chosen), current(), names),
    )


@blueprint.app_template_global("counting_rules_said")
def counting_rules_said() -> Sequence[Label]:
    """The seven rules, for whatever shows a count."""
    return RULES


def _conditions(form: TotalsForm, reader: User) -> Iterator[Condition]:
    if form.party.data == OWN:
        own = reader.party_code
        yield Event.party_code.is_(None) if own is None else Event.party_code == own
    if form.group.data:
        yield with_group(form.group.data)
    if form.journey.data:
        yield Event.journey_id == get_journey(form.journey.data, reader).id
    if form.plan.data:
        yield Event.plan_id == get_plan(form.plan.data, visible_to=reader).id
    yield from in_period(reader, _day(form.first), _day(form.last))


def _day(field: StringField) -> date | None:
    return date.fromisoformat(field.data.strip()) if field.data else None


def _limits(form: TotalsForm) -> list[str]:
    """By what else the events are chosen than by what the boxes say."""
    journey, plan = form.journey.data, form.plan.data
    said = [_("Journey: %(ref)s", ref=journey)] if journey else []
    return said + ([_("Plan: %(ref)s", ref=plan)] if plan else [])
