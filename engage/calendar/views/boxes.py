"""The boxes of the filter above every view of the calendar, and where the same filter leads."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from engage.calendar.forms import FilterForm
from engage.calendar.queries import journeys_open
from engage.calendar.views.answers import Here
from engage.calendar.vocabulary import EntryKind
from engage.frame.fragments import Fragments, macro
from engage.kit.locales import current
from engage.reference.choices import occasions_now
from engage.reference.queries import find_party

PIECES = "calendar/_pieces.html"
MONTH, LIST, QUARTER = "/calendar", "/calendar/list", "/calendar/quarter"

_fragments = Fragments(300)


def boxes(here: Here, path: str, hidden: Sequence[tuple[str, str]]) -> Markup:
    """Remembered as long as there is the same to choose from; `hidden` goes along with it."""
    journeys, occasions = journeys_open(here.reader, current()), tuple(occasions_now())
    party = find_party(here.asked.party) if here.asked.party else None
    name = party.name(current()) if party else ""

    def render() -> str:
        form = FilterForm(formdata=None)
        form.offer(journeys, occasions)
        form.show(here.asked, name, here.zone_asked)
        kinds = [(each.value, each.label, each in here.asked.kinds) for each in EntryKind]
        return str(macro(PIECES, "filter_boxes")(form, path, hidden, kinds))

    named = tuple((code, str(label)) for code, label in occasions)
    key = (here.asked, name, here.zone_asked, path, *hidden, *journeys, named)
    return _fragments.get(key, render)


def feeds(here: Here) -> dict[str, str]:
    """Where the same filter can be subscribed to, and kept for oneself."""
    query = here.asked.query()
    return {
        "feed_url": f"/calendar.ics?{here.asked.query(lang=current())}",
        "keep_url": f"/calendar/feeds{'?' if query else ''}{query}",
    }
