"""Examples of the pages of events, journeys and the calendar."""

from __future__ import annotations

from tests.browser.example import ADVISER, REVIEWER, Example, Sent
from tests.browser.outings import (
    ANNOUNCED,
    CALLED_OFF,
    COUNTED,
    GUARDED,
    JOURNEY,
    OF_THE_SECRETARIAT,
    PUBLIC,
)
from tests.browser.stage import RETURNED

WAY = f"/journeys/{JOURNEY}"
LISTS = ("hours", "outcomes")  # each another kind of row
ASKED = ("place", "results", "sharing")  # sections, each with another kind of question

EVENTS = (
    Example("/events"),
    Example("/events/new"),
    Example("/events/new", sent=Sent("#main-form", {})),
    Example("/events/asked"),
    Example("/events/promises"),
    Example("/events/totals"),
    Example("/events/tally"),
    Example("/events/form"),
    Example(f"/events/{COUNTED}"),
    Example(f"/events/{COUNTED}", ADVISER),
    Example(f"/events/{CALLED_OFF}"),
    Example(f"/events/{ANNOUNCED}", None),
    Example(f"/events/{GUARDED}", None),
    *(Example(f"/events/{PUBLIC}/edit/{code}") for code in ASKED),
    *(Example(f"/events/{PUBLIC}/rows/{code}/{{row_{code}}}") for code in LISTS),
    Example(f"/events/{COUNTED}/counts"),
    Example(f"/events/{COUNTED}/counts/persons"),
    Example(f"/events/{PUBLIC}/files"),
    Example(f"/events/{PUBLIC}/files", sent=Sent("#file-form", {})),
    Example(f"/events/{PUBLIC}/files/{{file}}/choose"),
    Example(f"/events/{OF_THE_SECRETARIAT}/partners", REVIEWER),
    Example(f"/events/{OF_THE_SECRETARIAT}/partners", REVIEWER, sent=Sent("#ask-form", {})),
    Example(f"/events/{OF_THE_SECRETARIAT}/partners/XA"),
    Example(f"/events/{OF_THE_SECRETARIAT}/partners/XA", sent=Sent("#answer-form", {})),
    Example(f"/events/{COUNTED}/belongs"),
    Example(f"/events/{COUNTED}/print"),
    Example(f"/events/{COUNTED}/promises"),
    Example(f"/events/{COUNTED}/promises/{{pledge}}"),
    Example(f"/events/{COUNTED}/promises/print"),
    Example(f"/events/{COUNTED}/tally"),
    Example(f"/plans/{RETURNED}/events"),
)
JOURNEYS = (
    Example("/journeys", None),
    Example("/journeys/new", REVIEWER),
    Example("/journeys/new", REVIEWER, sent=Sent("#main-form", {})),
    Example("/journeys/mine"),
    Example(WAY, None),
    Example(f"{WAY}/edit", REVIEWER),
    Example(f"{WAY}/parties", REVIEWER),
    Example(f"{WAY}/parties", REVIEWER, sent=Sent("#main-form", {})),
    Example(f"{WAY}/plan", REVIEWER),
    Example(f"{WAY}/plan"),
    Example(f"{WAY}/events"),
    Example(f"{WAY}/sheet", None),
    Example(f"{WAY}/stops/{{stop_held}}", None),
    Example(f"{WAY}/stops/{{stop_coming}}"),
    Example(f"{WAY}/stops/{{stop_coming}}/sheet"),
    Example(f"{WAY}/stops/{{stop_waiting}}/host", REVIEWER),
    Example(f"{WAY}/stops/{{stop_waiting}}/answer"),
    Example(
        f"{WAY}/stops/{{stop_waiting}}/answer",
        sent=Sent("#main-form", {}, button="button[value=decline]"),
    ),
    Example(f"{WAY}/stops/{{stop_coming}}/baton"),
    Example(f"{WAY}/stops/{{stop_coming}}/baton/{{item}}"),
)
CALENDAR = (
    Example("/calendar", None),
    Example("/calendar?annex=atlantis"),
    Example("/calendar/list", None),
    Example("/calendar/quarter", None),
    Example("/calendar/data", None),
    Example("/calendar/feeds"),
    Example("/calendar/feeds", sent=Sent("#feed", {})),
    Example("/calendar/feeds/{feed}/close"),
)
