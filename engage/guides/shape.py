"""How the chapters of a guide are written down."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _

from engage.guides.vocabulary import Named
from engage.kit.booklet import Chapter, Term
from engage.kit.values.vocabulary import Label


def chapter(
    code: str,
    title: Label,
    *text: Label,
    steps: Sequence[Label] = (),
    notes: Sequence[Label] = (),
    terms: Sequence[Term] = (),
    chapters: Sequence[Chapter] = (),
) -> Chapter:
    return {
        "code": code,
        "title": str(title),
        "text": [str(each) for each in text if str(each)],
        "steps": [str(each) for each in steps],
        "notes": [str(each) for each in notes],
        "terms": list(terms),
        "chapters": list(chapters),
    }


def term(word: Label, *text: Label, marks: Sequence[Label] = ()) -> Term:
    return {
        "term": str(word),
        "marks": [str(each) for each in marks],
        "text": [str(each) for each in text if str(each)],
    }


def press(button: Named) -> str:
    """The step that is to press a button, or to follow a link of that name."""
    return _("Press “%(button)s”.", button=button.label)
