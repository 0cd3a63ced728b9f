"""The baton list: what must be there when the journey arrives, and what a stop passes on."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from itertools import count

from engage.accounts.models import User
from engage.journeys import rules
from engage.journeys.details import Promise
from engage.journeys.drafting import sign, touch
from engage.journeys.models import BatonItem, Stop
from engage.journeys.outline import BATON
from engage.journeys.queries import passed_on_from, stop_after, stop_before
from engage.journeys.sentences import MAY_NOT_LIST
from engage.journeys.vocabulary import BatonKind
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import NotAllowed, ensure
from engage.kit.locales import current
from engage.kit.values.fingerprint import Merge
from engage.plans.drafting import Typed, merged_answers


def add_item(actor: User, stop: Stop) -> BatonItem:
    """A new thing at the end of the list; the host of the stop before may add too."""
    may = rules.may_read_baton(actor, stop, stop_before(stop))
    ensure(may, NotAllowed(str(MAY_NOT_LIST)))
    item = _new_item(stop, f"b{secrets.token_hex(4)}")
    item.content = {"language": current()}
    sign(item, actor)
    touch(stop.journey)
    db.session.flush()
    return item


def save_item(actor: User, item: BatonItem, typed: Typed) -> Merge:
    """Keep the answers; what somebody else changed meanwhile is not overwritten."""
    _ensure_may_change(actor, item)
    former = item.content
    merged = merged_answers(BATON.fields, typed, former)
    item.content = merged.result
    if not merged.collisions or merged.result != former:
        sign(item, actor)
    touch(item.stop.journey)
    db.session.flush()
    return merged


def tick_item(actor: User, item: BatonItem, *, done: bool) -> None:
    """That it is done, by whom and when, or not yet after all. Whoever ticked first stands."""
    _ensure_may_change(actor, item)
    if done == (item.done_at is not None):
        return
    item.done_at, item.done_by = (now(), actor) if done else (None, None)
    touch(item.stop.journey)
    db.session.flush()


def set_item_aside(actor: User, item: BatonItem, *, aside: bool) -> None:
    """Take it off the list, or put it back as it was."""
    _ensure_may_change(actor, item)
    item.deleted_at = now() if aside else None
    sign(item, actor)
    touch(item.stop.journey)
    db.session.flush()


def move_item(actor: User, item: BatonItem, *, up: bool) -> None:
    """One place up or down; the ends stay."""
    ensure(rules.may_edit(actor, item.stop), NotAllowed(str(MAY_NOT_LIST)))
    items = [each for each in item.stop.baton if each.deleted_at is None]
    place = items.index(item) + (-1 if up else 1)
    if not 0 <= place < len(items):
        return
    items.remove(item)
    items.insert(place, item)
    for position, each in zip(count(1), items, strict=False):
        each.position = position
    touch(item.stop.journey)
    db.session.flush()


def pass_on(actor: User, stop: Stop, source: str, promises: Sequence[Promise]) -> list[BatonItem]:
    """What an event of this stop promised goes on the list of the next stop, each once.

    `source` is the reference of the event. What was passed on before is brought up to date where
    it lies, unless somebody has written there since; what the event no longer promises goes.
    """
    ensure(rules.may_edit(actor, stop), NotAllowed(str(MAY_NOT_LIST)))
    known = {item.key: item for item in passed_on_from(stop.journey_id, source)}
    wanted = {f"{source}.{promise.key}": promise for promise in promises}
    following = stop_after(stop)
    passed = []
    for key, promise in wanted.items():
        item = known.get(key)
        if item is None and following is not None:
            item = _new_item(following, key, source)
        if item is not None:
            passed.append(item)
            _bring_up_to_date(item, promise)
    for key, item in known.items():
        if key not in wanted and _is_untouched(item):
            item.deleted_at = now()
    touch(stop.journey)
    db.session.flush()
    return passed


def _bring_up_to_date(item: BatonItem, promise: Promise) -> None:
    if _is_untouched(item):
        item.content = {"kind": BatonKind.PROMISE.value, **promise.content()}
        item.deleted_at = None


def _is_untouched(item: BatonItem) -> bool:
    """Nobody has written in it or ticked it since it was passed on."""
    return item.saved_at is None and item.done_at is None


def _new_item(stop: Stop, key: str, source: str = "") -> BatonItem:
    position = max((each.position for each in stop.baton), default=0) + 1
    item = BatonItem(key=key, position=position, content={}, source=source)
    stop.baton.append(item)
    return item


def _ensure_may_change(actor: User, item: BatonItem) -> None:
    ensure(rules.may_change_item(actor, item, item.stop), NotAllowed(str(MAY_NOT_LIST)))
