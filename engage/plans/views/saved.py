"""What a writing page says of saving: when, by whom, and what two people changed at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from flask import make_response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from engage.accounts.access import actor
from engage.accounts.models import User
from engage.config import settings
from engage.kit.clock import now
from engage.kit.formats import isolated, show_time
from engage.kit.locales import current
from engage.kit.pieces import Cell
from engage.kit.values.base import Line
from engage.kit.values.fingerprint import Merge
from engage.plans.linked import Linked, spoken_in
from engage.plans.models import PlanRow, PlanSection
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Field
from engage.plans.reading import lines_of

RECENT = dt.timedelta(minutes=15)


class Kept(Protocol):
    """What was saved once, by somebody: a section or row of a plan, an event, a stop."""

    @property
    def saved_at(self) -> dt.datetime | None: ...
    @property
    def saved_by(self) -> User | None: ...
    @property
    def saved_by_id(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Clash:
    """An answer that two people changed: whose text stands, and what it is."""

    code: str
    label: str
    who: str
    theirs: tuple[Line, ...]
    mine: tuple[Line, ...]


def saved_sentence(kept: Kept) -> str:
    """“Saved at 14:32. …”, or that nothing is saved yet."""
    if kept.saved_at is None:
        return _("Nothing is saved here yet. What you type is kept as soon as you save.")
    time = show_time(kept.saved_at, language=current(), zone=settings().time_zone)
    if _was_a_colleague(kept, kept.saved_at):
        who = isolated(kept.saved_by.name) if kept.saved_by else _("Somebody else")
        return _("Saved at %(time)s by a colleague: %(person)s", time=time, person=who)
    return _("Saved at %(time)s. All you typed is with the server.", time=time)


def _was_a_colleague(kept: Kept, at: dt.datetime) -> bool:
    """Somebody else saved it a short while ago, and may still be at it."""
    return kept.saved_by_id not in (None, actor().id) and now() - at <= RECENT


def saved_answer(
    kept: Kept,
    merged: Merge,
    seen: str,
    beside: Mapping[str, Cell] | None = None,
    advice: Markup | None = None,
) -> ResponseReturnValue:
    """The answer to a form that saves itself: one line, what the writer has seen now, the lines
    `beside` boxes that say something else than before, and the `advice` if it does."""
    clash = bool(merged.collisions)
    sentence = (
        _("Somebody else changed an answer here. Press Save to see both texts.")
        if clash
        else saved_sentence(kept)
    )
    state = "changed" if clash else "saved"
    page = render_template(
        "plans/_saved.html",
        state=state,
        sentence=sentence,
        seen=seen,
        beside=beside or {},
        advice=advice,
    )
    answer = make_response(page, 409 if clash else 200)
    answer.headers["Vary"] = "HX-Request"
    return answer


def collisions_in_words(
    fields: Sequence[Field], merged: Merge | None, kept: PlanSection | PlanRow
) -> list[Clash]:
    """Both texts of each answer of a plan that collided, for the writer to choose between."""
    if merged is None:
        return []
    return clashes_of(fields, merged, kept, Linked.in_plan(kept.plan, current()), _spoken_in(kept))


def clashes_of(
    fields: Sequence[Field], merged: Merge, kept: Kept, linked: Linked, spoken: str = ""
) -> list[Clash]:
    """The same for whatever was saved; `linked` knows what links among the answers lead to."""
    by_code = {field.code: field for field in fields}
    other = kept.saved_by if kept.saved_by_id != actor().id else None
    who = other.name if other else _("Somebody else")
    return [
        Clash(
            code=each.code,
            label=str(by_code[each.code].label),
            who=who,
            theirs=lines_of(by_code[each.code], each.current, current(), linked, spoken),
            mine=lines_of(by_code[each.code], each.mine, current(), linked, spoken),
        )
        for each in merged.collisions
    ]


def _spoken_in(kept: PlanSection | PlanRow) -> str:
    found = find_register(kept.register) if isinstance(kept, PlanRow) else None
    return spoken_in(found[1], kept.content) if found else ""
