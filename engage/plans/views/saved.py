"""What a writing page says of saving: when, by whom, and what two people changed at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import make_response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.config import settings
from engage.kit.formats import show_time
from engage.kit.locales import current
from engage.kit.pieces import Cell
from engage.kit.values.base import Line
from engage.kit.values.fingerprint import Merge
from engage.plans.linked import Linked
from engage.plans.models import PlanRow, PlanSection
from engage.plans.outline.shape import Field
from engage.plans.reading import lines_of


@dataclass(frozen=True, slots=True)
class Clash:
    """An answer that two people changed: whose text stands, and what it is."""

    code: str
    label: str
    who: str
    theirs: tuple[Line, ...]
    mine: tuple[Line, ...]


def saved_sentence(kept: PlanSection | PlanRow) -> str:
    """“Saved at 14:32. …”, or that nothing is saved yet."""
    if kept.saved_at is None:
        return _("Nothing is saved here yet. What you type is kept as soon as you save.")
    time = show_time(kept.saved_at, language=current(), zone=settings().time_zone)
    return _("Saved at %(time)s. All you typed is with the server.", time=time)


def saved_answer(
    kept: PlanSection | PlanRow, merged: Merge, seen: str, beside: Mapping[str, Cell] | None = None
) -> ResponseReturnValue:
    """The answer to a form that saves itself: one line, what the writer has seen now, and the
    lines `beside` boxes that say something else than before."""
    clash = bool(merged.collisions)
    sentence = (
        _("Somebody else changed an answer here. Press Save to see both texts.")
        if clash
        else saved_sentence(kept)
    )
    state = "changed" if clash else "saved"
    page = render_template(
        "plans/_saved.html", state=state, sentence=sentence, seen=seen, beside=beside or {}
    )
    answer = make_response(page, 409 if clash else 200)
    answer.headers["Vary"] = "HX-Request"
    return answer


def collisions_in_words(
    fields: Sequence[Field], merged: Merge | None, kept: PlanSection | PlanRow
) -> list[Clash]:
    """Both texts of each answer that collided, for the writer to choose between."""
    if merged is None:
        return []
    by_code = {field.code: field for field in fields}
    who = kept.saved_by.name if kept.saved_by else _("Somebody else")
    linked = Linked.in_plan(kept.plan, current())
    return [
        Clash(
            code=each.code,
            label=str(by_code[each.code].label),
            who=who,
            theirs=lines_of(by_code[each.code], each.current, current(), linked),
            mine=lines_of(by_code[each.code], each.mine, current(), linked),
        )
        for each in merged.collisions
    ]
