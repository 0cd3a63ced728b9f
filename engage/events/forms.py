"""Forms of an event besides those of its declared questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    HiddenField,
    SelectField,
    StringField,
)
from wtforms.validators import Length

from engage.accounts.models import User
from engage.events import belonging
from engage.events.belonging import Activity, Belonging
from engage.events.cards import Card
from engage.events.models import Event
from engage.events.page import title_of
from engage.journeys.models import Journey, Stop
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.formats import isolated
from engage.kit.locales import current
from engage.kit.values.tongues import Tongues
from engage.plans.models import Plan

NONE = ""
APART = "/"  # between the reference of a plan or journey and a key in it


@dataclass(frozen=True, slots=True)
class Offered:
    """What an event may be attached to."""

    activities: Sequence[Activity]
    events: Sequence[Card]
    journeys: Sequence[Journey]
    stops: Sequence[Stop]


class BelongsForm(EngageForm):
    """What an event belongs to: three choices, and a box for a larger event that is not listed."""

    activity = SelectField(_l("Activity of a plan"), choices=[])
    parent = SelectField(_l("Larger event"), choices=[])
    parent_ref = StringField(
        _l("Or the reference of the larger event"),
        [Length(max=40)],
        description=_l("It stands above the title of each event, such as XA-E-2026-4."),
    )
    journey = SelectField(_l("Journey or campaign, and the stop"), choices=[])
    seen = HiddenField()

    @classmethod
    def about(cls, event: Event, offered: Offered) -> BelongsForm:
        """The form with what there is to choose, and what is chosen now."""
        now = belonging.standing(event)
        form = cls(
            data={
                "activity": _mark(now.plan, now.activity),
                "parent": now.parent.ref if now.parent else NONE,
                "journey": _mark(now.journey, now.stop),
                "seen": mark_of(now),
            }
        )
        form.activity.choices = _with_current(_activities(offered.activities), form.activity.data)
        form.parent.choices = _with_current(_events(offered.events), form.parent.data)
        journeys = _journeys(offered.journeys, offered.stops)
        form.journey.choices = _with_current(journeys, form.journey.data)
        return form

    def wished(self, writer: User, event: Event) -> Belonging | None:
        """What was chosen, as far as the writer may use it; what is chosen already stays. None
        where a reference leads nowhere, of which the form then speaks."""
        plan_ref, _sep, activity = self.activity.data.partition(APART)
        journey_ref, _sep, stop = self.journey.data.partition(APART)
        ref = (self.parent_ref.data or "").strip() or self.parent.data
        found = belonging.wished(
            writer,
            {
                "plan": plan_ref,
                "activity": activity,
                "journey": journey_ref,
                "stop": stop,
                "parent": ref,
            },
        )
        if ref and found.parent is None:
            self.refuse(_("There is no event of yours with this reference. Please correct it."))
            return None
        now = belonging.standing(event)
        if self.journey.data == _mark(now.journey, now.stop):
            found = replace(found, journey=now.journey, stop=now.stop)
        if self.activity.data == _mark(now.plan, now.activity):
            found = replace(found, plan=now.plan, activity=now.activity)
        return found

    def is_behind(self, event: Event) -> bool:
        """Whether somebody else chose something meanwhile; what was seen is then what stands now,
        so that the writer looks at it and saves again."""
        seen, now = self.seen.data, mark_of(belonging.standing(event))
        self.seen.data = now
        return bool(seen) and seen != now

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the larger event, beside the box."""
        self.parent_ref.errors = [*self.parent_ref.errors, sentence]


def mark_of(now: Belonging) -> str:
    """What an event belongs to, in one line."""
    parent = now.parent.ref if now.parent else NONE
    return " ".join((_mark(now.plan, now.activity), parent, _mark(now.journey, now.stop), "."))


def _mark(one: Plan | Journey | None, within: Activity | Stop | None) -> str:
    if one is None:
        return NONE
    return f"{one.ref}{APART}{within.key}" if within else one.ref


def _with_current(choices: Iterable[Any], chosen: str) -> list[Any]:
    """What is chosen now stays to be chosen, also where it is no longer offered."""
    listed = [SelectChoice(NONE, _("None")), *choices]
    if chosen not in {each.value for each in listed}:
        listed.append(SelectChoice(chosen, chosen))
    return listed


def _activities(activities: Iterable[Activity]) -> list[Any]:
    """Each plan as a whole before its activities."""
    choices, seen = [], set()
    for each in activities:
        words = {"lang": each.plan.language, "dir": "auto"}
        if each.plan.ref not in seen:
            seen.add(each.plan.ref)
            whole = _("The plan as a whole: %(ref)s", ref=each.plan.ref)
            choices.append(SelectChoice(each.plan.ref, whole))
        label = each.title or each.key
        choices.append(SelectChoice(_mark(each.plan, each), label, words))
    return choices


def _events(events: Iterable[Card]) -> list[Any]:
    choices = []
    for each in events:
        title, language = title_of(each.values, current(), each.language)
        words = {"lang": language, "dir": "auto"} if title else {}
        choices.append(SelectChoice(each.ref, title or each.ref, words))
    return choices


def _journeys(journeys: Iterable[Journey], stops: Sequence[Stop]) -> list[Any]:
    """Each journey as a whole before the stops that one's Party hosts."""
    choices = []
    for journey in journeys:
        name, language = Tongues.in_language(journey.content.get("name"), current())
        words = {"lang": language, "dir": "auto"} if name else {}
        choices.append(SelectChoice(journey.ref, name or journey.ref, words))
        for stop in stops:
            if stop.journey_id == journey.id:
                place = stop.content.get("place")
                shown = isolated(place) if isinstance(place, str) else stop.key
                label = _("Stop: %(place)s", place=shown)
                choices.append(SelectChoice(_mark(journey, stop), label))
    return choices
