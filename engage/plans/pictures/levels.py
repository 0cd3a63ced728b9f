"""At which levels each group is engaged: a table with a word where a level is meant."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.kit.pictures import Chart, Picture, Square, square
from engage.kit.pieces import own
from engage.plans.pictures.groups import Met
from engage.reference.vocabulary.approach import EngagementLevel

LEVELS = tuple(EngagementLevel)


def levels_picture(groups: tuple[Met, ...]) -> Picture:
    return {
        "code": "levels",
        "title": _("Engagement levels by group"),
        "says": [],
        "drawings": [],
        "names": [],
        "legend": [],
        "charts": [_chart(groups)],
        "notes": [],
    }


def _chart(groups: tuple[Met, ...]) -> Chart:
    return {
        "title": "",
        "head": [_("Group"), *(str(level.label) for level in LEVELS)],
        "rows": [[square(each.name), *_squares(each)] for each in groups],
        "squared": True,
    }


def _squares(group: Met) -> list[Square]:
    if not group.levels:
        return [without(group, _("not described yet"), len(LEVELS))]
    return [
        square(str(level.label), "full") if level in group.levels else square("", "none")
        for level in LEVELS
    ]


def without(group: Met, words: str, span: int) -> Square:
    """One square for a whole row: why there is nothing, or that there is nothing."""
    if not group.reason:
        return square(words, "none", span=span)
    return square([_("does not apply"), "\n", own(group.reason)], "none", span=span)
