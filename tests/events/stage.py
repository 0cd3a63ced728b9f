"""Two events that keep back where they are, one of them when, and all that leads to them.

`Stage.addresses` puts the addresses of the app together, with what `Stage.named` knows of each
word in them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.calendar.models import FeedToken
from engage.events.drafting import settle
from engage.events.models import Event, EventFile, EventPartner
from engage.events.vocabulary import FileKind, PartnerState, Safety
from engage.journeys.models import Journey, Stop
from engage.kit.clock import now
from engage.plans.models import Plan
from engage.plans.vocabulary import Status
from engage.reference.actions import load_reference
from tests.factories import make_event, make_journey, make_party, make_plan, make_stop, make_user
from tests.house.asking import keys_of, words_of

NOW = "2026-11-22T12:00:00Z"  # the events are in two days, in the month that calendars open with
AFTERWARDS = "2026-11-25T12:00:01Z"

PLACE: Mapping[str, Any] = {
    "place": "Zanzovar",
    "coordinates": {"lat": "41.98765", "lon": "68.12345"},
    "online_link": "https://vexloth.example.org",
    "online_note": "Ask for Plimsolen",
}
PLACES: Mapping[str, Any] = {
    "sites": [{"name": "Quillmark", "coordinates": {"lat": "41.55555", "lon": "68.44444"}}],
    "organisers": [{"name": "Barnholt", "role": "venue_owner"}],
}
WORDS_OF_PLACE = {"Zanzovar", "vexloth", "Plimsolen", "Quillmark", "Barnholt", "flyerword"}
WORDS_OF_PLACE |= {"41.98765", "68.12345", "41.9877", "41.55555", "68.44444", "41.5556"}
# Of the event whose time is kept back as well.
TIME: Mapping[str, Any] = {
    "when": {"words": "at Quorlight", "start": "2026-11-24"},
    "announced": {"start": "2026-11-21"},
    "zone": "Pacific/Chatham",
    "province": "Marvendia",
}
HOURS = [{"hours": {"from": "03:47"}, "zone": "Asia/Kathmandu", "what": "Dance of Ferrowil"}]
WORDS_OF_TIME = {"Quorlight", "Chatham", "Marvendia", "Kathmandu", "Ferrowil", "03:47"}
# Of the other one.
OPEN_TIME: Mapping[str, Any] = {
    "when": {"words": "at Openlight", "start": "2026-11-24"},
    "zone": "Asia/Tashkent",
    "province": "Openland",
}
WORDS_OF_OPEN_TIME = {"Openlight", "Openland"}
PRIVATE: Mapping[str, Any] = {"contact": {"name": "Innerline"}, "inner_note": "Hushword"}
PRIVATE_WORDS = {"Innerline", "Hushword"}
# What all that is kept back is changed to.
OTHER_PLACE: Mapping[str, Any] = {
    "place": "Elsewhere",
    "coordinates": {"lat": "-12.5", "lon": "-77.25"},
    "online_link": "https://other.example.org",
    "online_note": "Another note",
    "sites": {"name": "Other site"},
    "organisers": {"name": "Other hall", "role": "venue_owner"},
}
OTHER_TIME: Mapping[str, Any] = {
    "when": {"start": "2027-01-30", "end": "2027-02-02"},
    "announced": {"start": "2026-10-02"},
    "zone": "America/Lima",
    "province": "Otherland",
    "hours": {"hours": {"from": "18:00"}},
}

# Arguments that name no event and nothing that leads to one: plans' own rows, comments, papers.
ELSEWHERE = frozenset(
    (
        "check_id",
        "clearance_id",
        "code",
        "comment_id",
        "feed_id",
        "filename",
        "key",
        "kind",
        "letter_id",
        "number",
        "offer_id",
        "page_id",
        "part",
        "register",
        "round_",
        "section",
    )
)
# What is asked besides the bare address, by its beginning.
ALSO: Mapping[str, tuple[str, ...]] = {"/calendar": ("?view=list",), "/events/": ("?lang=ar",)}


@dataclass
class Stage:
    session: Session
    writer: User
    readers: Mapping[str, User | None]
    events: Mapping[Safety, Event]
    named: Mapping[str, Any]
    tokens: Mapping[str, str]

    def addresses(self, app: Flask, reader: str) -> Iterator[str]:
        """Every address that can be read, each for both events."""
        for rule in app.url_map.iter_rules():
            if "GET" in (rule.methods or set()):
                built = (a for each in self.events.values() for a in self.built(rule, each, reader))
                for address in dict.fromkeys(built):
                    yield address
                    for beginning, further in ALSO.items():
                        if address.startswith(beginning):
                            yield from (address + each for each in further)

    def built(self, rule: Rule, event: Event, reader: str) -> Iterator[str]:
        """The addresses of a rule; none where it asks for what leads to no event."""
        names = [name for name, _key in keys_of(rule)]
        if ELSEWHERE.intersection(names):
            return
        things = {**self.named, "token": self.tokens.get(reader, "none"), **parts_of(event)}
        unknown = set(names) - things.keys()
        assert not unknown, (
            f"{rule.rule}: say in tests/events/stage.py what stands for {unknown}, or in ELSEWHERE "
            "that it leads to no event."
        )
        few = words_of(rule)
        for words in product(*few.values()):
            known = {name: things[name] for name in names} | dict(zip(few, words, strict=True))
            made = rule.build(known, append_unknown=False)
            assert made is not None, rule.rule
            yield made[1]

    def change_what_is_kept_back(self) -> None:
        """The events bear no mark of the change."""
        for chosen, event in self.events.items():
            others = {**OTHER_PLACE, **(OTHER_TIME if chosen is Safety.AFTER else {})}
            kept = event.stamp, event.sequence, event.changed_at
            event.content = {c: others.get(c, value) for c, value in event.content.items()}
            for row in event.rows:
                row.content = others.get(row.register, row.content)
            settle(event)
            event.stamp, event.sequence, event.changed_at = kept
        self.session.commit()


def parts_of(event: Event) -> dict[str, Any]:
    hours = next(row for row in event.rows if row.register == "hours")
    return {"event_ref": event.ref, "file_id": event.files[0].id, "row_key": hours.key}


def staged(session: Session) -> Stage:
    load_reference()
    home, abroad = make_party(session, "Orvanda"), make_party(session, "Telmara")
    writer = make_user(session, party=home)
    readers = {
        "nobody": None,
        "another Party": make_user(session, party=abroad),
        "the secretariat": make_user(session, Role.REVIEWER),
    }
    plan = make_plan(session, Status.SUBMITTED, party=home)
    journey = make_journey(session)
    stop = make_stop(session, journey, home, when={"start": "2026-11-24"})
    named = {
        "ref": plan.ref,
        "journey_ref": journey.ref,
        "stop_key": stop.key,
        "party_code": abroad.code,
        "list_code": "hours",
        "section_code": "place",
        "item_key": "none",
        "town_id": 1,
    }
    events = {
        chosen: event_that_keeps_back(session, writer, chosen, plan, journey, stop)
        for chosen in Safety
    }
    for event in events.values():
        asked = EventPartner(party=abroad, state=PartnerState.ACCEPTED, asked_at=now())
        event.partners.append(asked)
    tokens = {name: token_of(session, reader) for name, reader in readers.items() if reader}
    session.commit()
    return Stage(session, writer, readers, events, named, tokens)


def event_that_keeps_back(
    session: Session, writer: User, chosen: Safety, plan: Plan, journey: Journey, stop: Stop
) -> Event:
    is_after = chosen is Safety.AFTER
    answers: dict[str, Any] = {**PLACE, **(TIME if is_after else OPEN_TIME)}
    hours = HOURS if is_after else [{"hours": {"from": "10:00"}}]
    event = make_event(
        session,
        writer=writer,
        rows={**PLACES, "hours": hours},
        belongs={"plan_id": plan.id, "journey_id": journey.id, "stop_id": stop.id},
        title=f"Assembly {chosen}",
        visibility="public",
        safety=chosen.value,
        **answers,
    )
    event.private = dict(PRIVATE)
    event.files = [flyer(event)]
    return event


def flyer(event: Event) -> EventFile:
    """Said to be public before it was chosen to keep the place back."""
    return EventFile(
        kind=FileKind.FLYER.value,
        name="flyerword.pdf",
        caption="flyerword",
        stored=f"{event.ref}.pdf",
        media_type="application/pdf",
        size=1,
        digest="0" * 64,
        is_public=True,
        added_at=now(),
    )


def token_of(session: Session, reader: User) -> str:
    """Of a private address of the calendar."""
    token = f"token-of-{reader.id}"
    digest = hashlib.sha256(token.encode()).hexdigest()
    noted = {
        "created_at": now(),
        "used_at": now(),
    }  # read before, so that a page tells no news of it
    session.add(FeedToken(user_id=reader.id, digest=digest, language="en", **noted))
    return token
