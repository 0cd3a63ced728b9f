"""What of an activity is shared, and what a Party that borrows it takes over: pure.

Both are lists of what may pass, so that a field that is declared later stays at home until
somebody decides otherwise. Dates, places, offices, partners, costs, occasions and links to other
rows are never shared. The reach and the numbers of people are there to be read, but each Party
says its own: they are not taken over. Where an activity itself comes from stays in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from engage.kit.folding import fold
from engage.kit.locales import force
from engage.kit.values.base import is_as_typed
from engage.plans.document import Json, rows_of
from engage.plans.outline.activities import ACTIVITIES, SECTION
from engage.reference.models import FALLBACK
from engage.reference.vocabulary.activities import ActivityStatus
from engage.reference.vocabulary.identity import YesNo

TAKEN = (
    "title",
    "type",
    "groups",
    "methods",
    "channels",
    "formats",
    "messages",
    "minors",
    "inclusion",
    "lasts_hours",
    "results",
)
READ = (
    "reach",
    "target_total",
    "target_women",
    "target_youth",
    "target_indigenous",
    "target_local",
    "target_groups",
    "youth_band",
    "origin",
)
SHARED = frozenset({*TAKEN, *READ})
# In the order of the form, for the page.
FIELDS = tuple(field for field in ACTIVITIES.fields if field.code in SHARED)

BETWEEN = " · "
_ORIGIN = ACTIVITIES.field("origin").kind


def shared_in(document: Json) -> dict[str, Json]:
    """The activities of a frozen version that its Party lets others borrow, by key."""
    rows = rows_of(document, SECTION.code, ACTIVITIES.code)
    return {row["key"]: _shared(row["values"]) for row in rows if _is_shared(row["values"])}


def taken_over(content: Json, origin: str) -> Json:
    """The answers of a row that begins from a shared activity."""
    taken = {code: content[code] for code in TAKEN if code in content}
    return {**taken, "status": ActivityStatus.PLANNED.value, "origin": origin}


def origin_in_words(party: str, year: int, ref: str, content: Json, language: str) -> str:
    """“Kenya 2026 (KE-2026-1)”, and after it where Kenya had it from, as far as there is room."""
    with force(language):
        # Translators: a Party, the year of its plan, and the reference of the plan.
        nearest = str(_("%(party)s %(year)s (%(ref)s)", party=party, year=year, ref=ref))
    earlier = content.get("origin")
    whole = f"{nearest}{BETWEEN}{earlier}" if isinstance(earlier, str) else nearest
    return nearest if _ORIGIN.check(whole) else whole


def words_to_find(content: Json) -> str:
    """The Party's own words for the activity, folded for search."""
    shown = (
        line
        for field in FIELDS
        if field.code in TAKEN
        for line in field.kind.show(content.get(field.code), FALLBACK)
    )
    return fold(" ".join(line.text for line in shown if line.own))


def _is_shared(values: Mapping[str, Any]) -> bool:
    return values.get("may_be_borrowed") == YesNo.YES and isinstance(values.get("title"), str)


def _shared(values: Mapping[str, Any]) -> Json:
    return {
        code: value for code, value in values.items() if code in SHARED and not is_as_typed(value)
    }
