"""Writing an event: begun, answered, its rows. Whatever is typed is kept, right or wrong."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from engage.accounts.models import User
from engage.events import rules, safety
from engage.events.cards import card_values
from engage.events.document import living_rows
from engage.events.models import Event, EventRow
from engage.events.outline.event import PRIVATE
from engage.events.outline.results import OUTCOMES
from engage.events.passing import pass_promises_on
from engage.events.queries import made_before, next_ref
from engage.events.sentences import MAY_NOT
from engage.events.vocabulary import EventStatus, Safety
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now, today
from engage.kit.db import db
from engage.kit.errors import NotAllowed, ensure
from engage.kit.folding import fold
from engage.kit.locales import current
from engage.kit.values.fingerprint import Merge
from engage.kit.values.when import When
from engage.plans.drafting import Typed, merged_answers, new_key
from engage.plans.outline.shape import Field, Register
from engage.reference.models import Party

# What a calendar shows: a change of it is a change of the entry there.
IN_CALENDARS = (
    *("title", "titles", "type", "status", "when", "place", "province", "coordinates", "zone"),
    *("online_link", "paragraph", "website", "safety"),
)
# What tells that the people were counted; “not known” is an answer too.
COUNTED = ("participants", "counts", "persons", "persons_counts")
# What everybody who saw it announced should be told of.
TOLD = ("when", "place", "status")


def begin_event(
    actor: User,
    party: Party | None,
    values: Mapping[str, Any],
    entry_key: str = "",
    **belongs: Any,
) -> Event:
    """A new event with its first answers; the same form sent twice makes one.

    `belongs` are columns: plan_id, activity_key, journey_id, stop_id, parent_id.
    """
    ensure(rules.may_write(actor), NotAllowed(str(MAY_NOT)))
    ensure(actor.party_code == (party.code if party else None), NotAllowed(str(MAY_NOT)))
    former = made_before(entry_key) if entry_key else None
    if former is not None and rules.may_edit(actor, former):
        return former
    moment = now()
    event = Event(
        ref=next_ref(party.code if party else None, today().year),
        entry_key=entry_key or secrets.token_hex(16),
        party=party,
        content={},
        private={},
        language=party.ui_language if party else current(),
        stamp="",
        created_at=moment,
        changed_at=moment,
        **belongs,
    )
    event.content = {code: value for code, value in values.items() if value is not None}
    event.rows, event.partners = [], []
    db.session.add(event)
    _sign(event, actor)
    settle(event)
    db.session.flush()
    record(actor, Verb.EVENT_BEGUN, ("event", event.id))
    return event


def save_answers(actor: User, event: Event, fields: Sequence[Field], typed: Typed) -> Merge:
    """Keep answers to some of the questions; what somebody else changed is not overwritten."""
    ensure(rules.may_edit(actor, event), NotAllowed(str(MAY_NOT)))
    former = event.content | event.private
    joined = merged_answers(tuple(fields), typed, former)
    event.content = {c: v for c, v in joined.result.items() if c not in PRIVATE}
    event.private = {c: v for c, v in joined.result.items() if c in PRIVATE}
    if not joined.collisions or joined.result != former:
        _sign(event, actor)
    _tell_changes(actor, event, former)
    _count_change(event, former)
    settle(event)
    return joined


def add_row(actor: User, event: Event, register: Register, **values: Any) -> EventRow:
    """A new row at the end of a list."""
    ensure(rules.may_edit(actor, event), NotAllowed(str(MAY_NOT)))
    rows = [row for row in event.rows if row.register == register.code]
    row = EventRow(
        register=register.code,
        key=new_key(),
        position=max((each.position for each in rows), default=0) + 1,
        content=values,
    )
    event.rows.append(row)
    _sign(row, actor)
    if register.code == "hours" and values:
        event.sequence += 1
    settle(event)
    _pass_on(actor, event, register.code)
    return row


def save_row(actor: User, event: Event, register: Register, row: EventRow, typed: Typed) -> Merge:
    ensure(rules.may_edit(actor, event), NotAllowed(str(MAY_NOT)))
    former = row.content
    joined = merged_answers(register.fields, typed, former)
    row.content = joined.result
    if not joined.collisions or joined.result != former:
        _sign(row, actor)
    if register.code == "hours" and joined.result != former:
        event.sequence += 1
    settle(event)
    _pass_on(actor, event, register.code)
    return joined


def set_row_aside(actor: User, event: Event, row: EventRow, *, aside: bool) -> None:
    """Delete a row, or take it back as it was."""
    ensure(rules.may_edit(actor, event), NotAllowed(str(MAY_NOT)))
    row.deleted_at = now() if aside else None
    if row.register == "hours":
        event.sequence += 1
    settle(event)
    _pass_on(actor, event, row.register)


def settle(event: Event) -> None:
    """Repeat in columns what lists and calendars ask for; mark the event as changed."""
    content = event.content
    event.title = _text(content, "title")
    event.language = _text(content, "language") or event.language
    event.type, event.status = _text(content, "type"), _text(content, "status")
    event.visibility, event.safety = _text(content, "visibility"), _safety(content)
    event.occasion = _text(content, "occasion")
    groups = content.get("groups")
    codes = [each for each in groups if isinstance(each, str)] if isinstance(groups, list) else []
    event.groups = f",{','.join(codes)}," if codes else ""
    days = When.days(content.get("when"))
    event.first_day, event.last_day = days.first, days.last
    event.precision = days.precision or ""
    event.is_counted = any(code in content for code in COUNTED)
    words = (event.ref, event.title, _text(content, "place"), _text(content, "organiser"))
    event.search_text = fold(" ".join((*words, *_titles(content))))
    rows = living_rows(event).get("hours", [])
    hours = [{**row["values"], "key": row["key"]} for row in rows]
    event.card = card_values({"language": event.language, **content}, hours)
    event.changed_at = now()
    event.stamp = secrets.token_hex(8)


def _safety(content: Mapping[str, Any]) -> str:
    """What could not be read was meant to keep something back."""
    found = _text(content, "safety")
    return found if found or content.get("safety") is None else Safety.AFTER.value


def _titles(content: Mapping[str, Any]) -> list[str]:
    titles = content.get("titles")
    return [str(each) for each in titles.values()] if isinstance(titles, dict) else []


def _text(content: Mapping[str, Any], code: str) -> str:
    found = content.get(code)
    return found if isinstance(found, str) else ""


def _pass_on(actor: User, event: Event, register: str) -> None:
    if register == OUTCOMES.code:
        pass_promises_on(actor, event)


def _count_change(event: Event, former: Mapping[str, Any]) -> None:
    if any(event.content.get(code) != former.get(code) for code in IN_CALENDARS):
        event.sequence += 1


def _tell_changes(actor: User, event: Event, former: Mapping[str, Any]) -> None:
    """Write down, once it was announced, what of day, place and state has become different; and
    to whom it had been told, since nobody else is to learn of it later (`page.changes`)."""
    if former.get("status") in (None, EventStatus.PROPOSED, EventStatus.PLANNED):
        return
    # The columns still hold what was before.
    held_back = safety.held_back(event.safety, event.told_after, now())
    for code in TOLD:
        was, became = former.get(code), event.content.get(code)
        if was != became:
            told_to = "" if code in held_back else event.visibility
            details: dict[str, Any] = {"field": code, "was": was, "became": became}
            details["told_to"] = told_to
            record(actor, Verb.EVENT_CHANGED, ("event", event.id), **details)


def _sign(kept: Event | EventRow, actor: User) -> None:
    kept.saved_at = now()
    kept.saved_by_id = actor.id
