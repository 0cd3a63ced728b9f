"""Steps that change an event as a whole: what it belongs to, deleted and taken back, held again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.exc import IntegrityError

from engage.accounts.models import User
from engage.events import rules
from engage.events.belonging import Belonging, would_ring
from engage.events.document import living_rows
from engage.events.drafting import add_row, begin_event, save_answers, settle
from engage.events.models import Event
from engage.events.outline.event import FIELDS
from engage.events.outline.what import ORGANISERS, QUICK
from engage.events.passing import pass_promises_on, take_promises_back
from engage.events.sentences import IN_A_RING, MAY_NOT
from engage.events.towns import position_of
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, ensure
from engage.kit.values.fingerprint import fingerprint
from engage.plans.drafting import Typed
from engage.reference.towns import Town

# What the next event with the same people has in common with the last; never days or counts. Who
# may see it is asked anew, what keeps people safe is not.
CARRIED = frozenset(
    {
        *("title", "titles", "type", "organiser", "groups", "language", "theme", "national_theme"),
        *("place", "province", "coordinates", "zone", "mode", "reach", "initiatives", "age_band"),
        "safety",
    }
)
ASKED_AT_ONCE = frozenset(each.code for each in QUICK)


def begun_once(begin: Callable[[], Event]) -> Event:
    """What `begin` makes. Of two who begin at the same moment, with the next reference or with one
    form sent twice, the second begins again once the first is there."""
    try:
        with db.session.begin_nested():
            return begin()
    except IntegrityError:
        return begin()


def attach(actor: User, event: Event, belonging: Belonging) -> None:
    """Let the event belong to all this, and to nothing else any more."""
    ensure(rules.may_edit(actor, event), NotAllowed(str(MAY_NOT)))
    ensure(not would_ring(event, belonging.parent), Invalid(str(IN_A_RING)))
    if event.stop_id != belonging.columns()["stop_id"]:
        take_promises_back(actor, event)
    for column, value in belonging.columns().items():
        setattr(event, column, value)
    settle(event)
    db.session.flush()
    db.session.expire(event, ["stop"])  # it may be another one by now
    pass_promises_on(actor, event)


def set_event_aside(actor: User, event: Event, *, aside: bool) -> None:
    """Delete an event, or take it back as it was."""
    allowed = rules.may_edit if aside else rules.may_restore
    ensure(allowed(actor, event), NotAllowed(str(MAY_NOT)))
    event.deleted_at = now() if aside else None
    event.sequence += 1
    settle(event)
    pass_promises_on(actor, event)
    record(actor, Verb.EVENT_DELETED if aside else Verb.EVENT_RESTORED, ("event", event.id))


def carried_over(former: Event) -> dict[str, Any]:
    """The answers with which the next event begins."""
    return {code: value for code, value in former.content.items() if code in CARRIED}


def hold_again(actor: User, former: Event, typed: Mapping[str, Any], entry_key: str = "") -> Event:
    """The next event with the same people, below the same larger event and for the same activity.

    The questions of the quick form were `typed` anew: none of their former answers is taken.
    """
    ensure(rules.may_edit(actor, former), NotAllowed(str(MAY_NOT)))
    carried = {c: value for c, value in carried_over(former).items() if c not in ASKED_AT_ONCE}
    event = begin_event(
        actor,
        former.party,
        {**carried, **typed},
        entry_key,
        plan_id=former.plan_id,
        activity_key=former.activity_key,
        journey_id=former.journey_id,
        parent_id=former.parent_id,
    )
    if not event.rows:  # else the same form has begun it before
        for row in living_rows(former).get(ORGANISERS.code, []):
            add_row(actor, event, ORGANISERS, **row["values"])
    db.session.flush()
    return event


def take_town(actor: User, event: Event, town: Town, *, instead: bool = False) -> None:
    """The position and the zone of a town; those that are known only change `instead`."""
    former = event.content
    values = {
        code: each for code, each in position_of(town).items() if instead or code not in former
    }
    seen = {code: fingerprint(former.get(code)) for code in values}
    save_answers(actor, event, FIELDS, Typed(values, seen))
