"""What is kept back to keep people safe: the filter, the same in SQL, and what others can read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events import queries, safety
from engage.events.cards import card_values, seen_card
from engage.events.counting.head_counts import HeadCounts
from engage.events.document import compose
from engage.events.models import Event, EventRow
from engage.events.outline.event import FIELDS, PRIVATE, REGISTERS
from engage.events.rules import is_inside
from engage.events.vocabulary import Safety
from engage.kit.clock import now
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.hours import Hours
from engage.kit.values.number import Count
from engage.kit.values.text import Text
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.kit.values.zone import Zone
from engage.plans.outline.shape import Field
from tests.events.documents import value_of
from tests.factories import make_event, make_party, make_user

LAST = dt.date(2026, 6, 17)
OVER_EVERYWHERE = dt.datetime(2026, 6, 18, 12, 0, tzinfo=dt.UTC)  # midnight at Baker Island
BEFORE = dt.datetime(2026, 6, 18, 11, 59, tzinfo=dt.UTC)
PLACES = {"place", "coordinates", "online_link", "online_note", "sites"}
TIMES = {"when", "announced", "hours", "social", "occasion"}


def test_an_event_is_over_once_its_last_day_has_ended_everywhere_on_earth() -> None:
    assert not safety.is_over(LAST, BEFORE)
    assert safety.is_over(LAST, OVER_EVERYWHERE)
    assert not safety.is_over(None, OVER_EVERYWHERE)


def test_place_and_time_are_told_only_after_the_event() -> None:
    held = safety.held_back(Safety.AFTER, LAST, BEFORE)
    assert held == PLACES | TIMES | {"province", "zone"} | PRIVATE
    assert safety.held_back(Safety.AFTER, LAST, OVER_EVERYWHERE) == PRIVATE


def test_the_day_that_a_postponed_event_still_has_tells_nothing_when_it_passes(
    session: Session,
) -> None:
    answers: dict[str, Any] = {
        "visibility": "public",
        "safety": "after",
        "when": {"start": "2020-06-17"},
    }
    held = make_event(session, place="Sabha", **answers)
    postponed = make_event(session, place="Sabha", **{**answers, "status": "postponed"})
    for event, is_told in ((held, True), (postponed, False)):
        named = Event.ref == event.ref
        assert bool(queries.cards(None, named, queries.dated_for(None, now()))) == is_told
        assert ("place" in queries.cards(None, named)[0].values) == is_told
        assert ("place" in compose(event, inside=False, moment=now())["fields"]) == is_told


def test_of_a_place_that_is_never_told_the_province_and_the_time_are() -> None:
    for moment in (BEFORE, OVER_EVERYWHERE):
        assert safety.held_back(Safety.PROVINCE, LAST, moment) == PLACES | PRIVATE


def test_nothing_is_held_back_where_nothing_was_chosen() -> None:
    assert safety.held_back("", LAST, BEFORE) == PRIVATE


def test_whatever_holds_a_time_or_a_point_is_known_to_the_filter() -> None:
    telling = (When, Coordinates, Zone, Hours)
    held = safety.held_back(Safety.AFTER, None, BEFORE)
    open_ones = [each.code for each in FIELDS if isinstance(each.kind, telling)]
    open_ones += [
        f"{register.code}.{field.code}"
        for register in REGISTERS
        if register.code not in held
        for field in register.fields
        if isinstance(field.kind, telling)
    ]
    # A promise is due long after.
    assert set(open_ones) - held == {"outcomes.due"}


def test_what_the_filter_names_is_asked() -> None:
    asked = {each.code for each in FIELDS} | {each.code for each in REGISTERS}
    assert safety.held_back(Safety.AFTER, None, BEFORE) <= asked


# ---------------------------------------------------------------- nothing of it is let out

SECRETS: dict[str, Any] = {
    "when": {"words": "secretwhen", "start": "2091-05-07", "further": ["2091-05-09"]},
    "announced": {"start": "2090-04-03"},
    "place": "secretplace",
    "coordinates": {"lat": "41.98765", "lon": "68.12345"},
    "online_link": "https://secretlink.example.org",
    "online_note": "secretnote",
    "province": "secretprovince",
    "zone": "Pacific/Chatham",
    "occasion": "secretday",
    "contact": {"name": "secretname", "email": "secret@example.org"},
    "inner_note": "secretinner",
}
SECRET_ROWS: dict[str, dict[str, Any]] = {
    "hours": {"hours": {"from": "03:47"}, "day": {"start": "2091-05-08"}, "zone": "Asia/Kathmandu"},
    "sites": {"name": "secretsite", "coordinates": {"lat": "41.55555", "lon": "68.44444"}},
    "social": {"platform": "secretplatform", "period": {"start": "2091-05-01"}},
    "organisers": {"name": "secretvenue", "role": "venue_owner"},
}
PLAIN = [
    each
    for each in FIELDS
    if each.code not in SECRETS and isinstance(each.kind, Text | Count | Tongues | HeadCounts)
]
VENUE = {"organisers"}


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An event with some answers of each sort."""
    plain: list[Field] = draw(st.lists(st.sampled_from(PLAIN), max_size=4, unique_by=id))
    content = {each.code: value_of(each.kind, 700 + place) for place, each in enumerate(plain)}
    secret = draw(st.sets(st.sampled_from(sorted(SECRETS)), min_size=1))
    content |= {code: SECRETS[code] for code in secret if code not in PRIVATE}
    lists = draw(st.lists(st.sampled_from(sorted(SECRET_ROWS)), unique=True))
    return Event(
        ref="X1-E-2026-1",
        party_code="X1",
        content=content,
        private={code: SECRETS[code] for code in secret if code in PRIVATE},
        language="en",
        safety=draw(st.sampled_from(["", *Safety])),
        last_day=draw(st.sampled_from([None, LAST, dt.date(2091, 5, 9)])),
        rows=[EventRow(register=c, key="r1", content=SECRET_ROWS[c]) for c in lists],
    )


@settings(max_examples=150, deadline=None)
@given(event=events(), moment=st.sampled_from([BEFORE, OVER_EVERYWHERE]))
def test_nothing_that_is_held_back_is_in_what_others_get(event: Event, moment: dt.datetime) -> None:
    held = safety.held_back(event.safety, event.last_day, moment)
    values = SECRETS | SECRET_ROWS
    lists_held = held | VENUE if held >= safety.PLACE else held
    secret = {word for code in values if code in lists_held for word in words_in(values[code])}
    document = compose(event, inside=False, moment=moment)
    card = seen_card(row_of(event), inside=False, moment=moment)
    let_out = json.dumps([document, card.values, card.hours]) + f"{card.first_day} {card.last_day}"
    assert {word for word in secret if word in let_out} == set()
    told = {code for code in event.content if code not in held and code in SECRETS}
    assert told <= document["fields"].keys()


def words_in(value: Any) -> Iterator[str]:
    """What tells a value from all others; codes of lists do not."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from words_in(each)
    elif value != "venue_owner":
        yield str(value)


def row_of(event: Event) -> Any:
    """What `queries.CARD` would load."""
    hours = [row.content for row in event.rows if row.register == "hours"]
    return SimpleNamespace(
        id=1,
        ref=event.ref,
        party_code=event.party_code,
        card=card_values(event.content, hours),
        first_day=event.last_day,
        last_day=event.last_day,
        precision="day",
        safety=event.safety,
        stamp="",
        sequence=0,
        changed_at=BEFORE,
        journey_id=1,
        stop_id=1,
        parent_id=1,
        activity_key="",
        is_counted=False,
    )


def test_an_event_whose_place_is_kept_back_stands_at_no_stop_for_others() -> None:
    event = Event(ref="X1-E-2026-1", party_code="X1", content={}, safety="province", rows=[])
    outside = seen_card(row_of(event), inside=False, moment=BEFORE)
    inside = seen_card(row_of(event), inside=True, moment=BEFORE)
    assert (outside.stop_id, outside.parent_id) == (None, None)
    assert (inside.stop_id, inside.parent_id) == (1, 1)


# ---------------------------------------------------------------- the same in SQL

DAYS = [None, *(LAST + dt.timedelta(days) for days in (-1, 0, 1))]


@pytest.mark.parametrize("moment", [BEFORE, OVER_EVERYWHERE])
def test_the_database_keeps_back_what_the_filter_keeps_back(
    session: Session, moment: dt.datetime
) -> None:
    writers = [make_user(session), make_user(session), make_user(session, Role.REVIEWER)]
    for writer, chosen, day in product(writers, ("", *Safety), DAYS):
        event = make_event(session, writer=writer, visibility="public", safety=chosen or None)
        event.last_day = event.first_day = day
    session.flush()
    for reader in (None, *writers, make_user(session, Role.ADMINISTRATOR)):
        found = session.query(Event).all()
        dated = {each.id for each in found if dated_by_the_filter(reader, each, moment)}
        placed = {each.id for each in found if placed_by_the_filter(reader, each, moment)}
        assert {c.id for c in queries.cards(reader, queries.dated_for(reader, moment))} == dated
        assert {c.id for c in queries.cards(reader, queries.placed_for(reader, moment))} == placed
        assert 0 < len(placed) < len(dated) < len(found)


def dated_by_the_filter(reader: User | None, event: Event, moment: dt.datetime) -> bool:
    inside = is_inside(reader, event.party_code)
    return inside or not safety.hides_time(event.safety, event.last_day, moment)


def placed_by_the_filter(reader: User | None, event: Event, moment: dt.datetime) -> bool:
    inside = is_inside(reader, event.party_code)
    return inside or not safety.hides_place(event.safety, event.last_day, moment)


def test_a_choice_that_could_not_be_read_keeps_back_what_it_may_have_meant(
    session: Session,
) -> None:
    unread = {"as_typed": {"": ["afterwards"]}}
    with time_machine.travel(BEFORE, tick=False):
        event = make_event(
            session, visibility="public", safety=unread, place="Sabha", when={"start": "2026-07"}
        )
        assert "place" not in compose(event, inside=False, moment=now())["fields"]


def test_a_part_is_not_told_of_while_its_place_is_kept_back(session: Session) -> None:
    party = make_party(session)
    whole = make_event(session, party=party, visibility="public")
    part = make_event(
        session,
        party=party,
        visibility="public",
        safety="province",
        belongs={"parent_id": whole.id},
    )
    inside = make_user(session, party=party)
    assert queries.parts_of(whole, None) == []
    assert [card.ref for card in queries.parts_of(whole, inside)] == [part.ref]
