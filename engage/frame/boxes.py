"""Boxes of forms in HTML: a question with the same answer looks the same in every plan."""

from __future__ import annotations

import json

from markupsafe import Markup

from engage.frame.fragments import Fragments, macro
from engage.kit.fields import ValueField

REMEMBERED = 5000

_boxes = Fragments(REMEMBERED)


def box(field: ValueField) -> Markup:
    """For a field that shows what is kept: its remarks follow from its answer.

    A declared field lives as long as the program, so its identity names it.
    """
    shown = json.dumps([field.data, field.beside], ensure_ascii=False)
    key = (id(field.declared), field.id, field.language, field.suggested_in, field.rows, shown)
    return _boxes.get(key, lambda: macro("components/value_field.html", "value_field")(field))
