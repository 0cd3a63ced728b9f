"""The plan at a glance: the five pictures, in the language spoken now.

`private` says whether attitudes are drawn as well. They stand in no other document than that of
the Party's own page, and even there they are left out unless they are asked for.
"""

from __future__ import annotations

from flask_babel import gettext as _

from engage.kit.drawing import facing, facing_shapes
from engage.kit.locales import direction
from engage.kit.pictures import Gallery, Key, Picture
from engage.plans.document import Json, fields_of
from engage.plans.pictures.doings import doings_of
from engage.plans.pictures.grid import grid_picture
from engage.plans.pictures.groups import groups_of
from engage.plans.pictures.levels import levels_picture
from engage.plans.pictures.mirror import mirror_picture
from engage.plans.pictures.money import money_picture
from engage.plans.pictures.quarters import years_of
from engage.plans.pictures.timeline import timeline_picture


def gallery(document: Json, language: str, *, private: bool = False) -> Gallery:
    doings, groups = doings_of(document, language), groups_of(document)
    whens = [each.row.values.get("when") for each in doings]
    years = years_of(fields_of(document, "identity").get("period"), whens)
    pictures = (
        grid_picture(document, language, private=private),
        levels_picture(groups),
        timeline_picture(doings, years, language),
        mirror_picture(groups, years, language),
        money_picture(document, language),
    )
    return {
        "title": _("The plan at a glance"),
        "as_table": _("The same as a table"),
        "pictures": [_facing(each, direction(language)) for each in pictures],
    }


def _facing(picture: Picture, way: str) -> Picture:
    """The picture as it is seen in the language."""
    keys: list[Key] = [
        {**each, "shapes": facing_shapes(each["shapes"], way)} for each in picture["legend"]
    ]
    drawings = [facing(each, way) for each in picture["drawings"]]
    return {**picture, "drawings": drawings, "legend": keys}
