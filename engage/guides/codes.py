"""The codes that stand in the document of a plan, each with its label: from the vocabularies."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.guides.shape import chapter, term
from engage.guides.vocabulary import Part
from engage.kit.booklet import Chapter, Term
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.groups import ByGroup
from engage.kit.values.vocabulary import Label, Vocabulary
from engage.plans.outline.plan import every_field
from engage.plans.outline.shape import Field
from engage.plans.review.vocabulary import CommentKind, CommentState
from engage.plans.vocabulary import Status
from engage.reference.vocabulary.identity import AnswerToComment


def codes() -> Chapter:
    lists: list[tuple[Label, type[Vocabulary]]] = [
        (_("State"), Status),
        (_("Kind of comment"), CommentKind),
        (_("State of a comment"), CommentState),
        (_("What did you do?"), AnswerToComment),
        *code_lists(),
    ]
    return chapter(
        Part.CODES,
        Part.CODES.label,
        _(
            "In the document of a plan stand codes; pages and papers show their labels in the "
            "language of the reader."
        ),
        terms=[_list(*each) for each in lists],
    )


def code_lists() -> list[tuple[Label, type[Vocabulary]]]:
    """Each vocabulary of the outline once, called by the first question that uses it."""
    found: dict[type[Vocabulary], Label] = {}
    for _section, _register, field in every_field():
        vocabulary = _vocabulary(field)
        if vocabulary is not None:
            found.setdefault(vocabulary, field.label)
    return [(label, vocabulary) for vocabulary, label in found.items()]


def _vocabulary(field: Field) -> type[Vocabulary] | None:
    """The closed list that a field offers; None where words are typed or rows are chosen."""
    kind = field.kind.each if isinstance(field.kind, ByGroup) else field.kind
    source = kind.vocabulary if isinstance(kind, Choice | Choices) else None
    return source if isinstance(source, type) and issubclass(source, Vocabulary) else None


def _list(title: Label, vocabulary: type[Vocabulary]) -> Term:
    labels = vocabulary.labels().items()
    said = (_("%(name)s (%(code)s)", name=label, code=code) for code, label in labels)
    return term(title, " · ".join(said))
