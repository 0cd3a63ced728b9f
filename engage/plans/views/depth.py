"""What the other depth of a plan would ask on a writing page, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.formats import show_items, show_sentences
from engage.kit.locales import current
from engage.plans.outline.asked import Leaves
from engage.plans.outline.shape import Field, Register
from engage.reference.vocabulary.identity import Depth

DEPTHS = frozenset(each.value for each in Depth)


def besides(
    fields: Sequence[Field],
    asked: Leaves,
    lists: Sequence[Register] = (),
    asked_lists: Sequence[Register] = (),
) -> str:
    """What a full plan asks besides: further questions by number, lists by name."""
    sentences: list[str] = []
    further = sum(not each.fixed for each in fields) - len(asked.all)
    if further:
        sentences.append(
            ngettext(
                "A full plan asks %(num)s further question here.",
                "A full plan asks %(num)s further questions here.",
                further,
            )
        )
    shown = {each.code for each in asked_lists}
    titles = [str(each.title) for each in lists if each.by_hand and each.code not in shown]
    if titles:
        listed = show_items(titles, language=current())
        sentences.append(_("A full plan also has lists for: %(lists)s", lists=listed))
    return show_sentences(sentences, language=current())
