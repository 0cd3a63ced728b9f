"""Where reviewers disagree about a comment that is not sent yet, as one of them reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.plans.review import rules
from engage.plans.review.models import Comment, Objection
from engage.plans.review.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class ReadObjection:
    """How a colleague sees a comment; `outcome` in words once the lead has resolved it."""

    text: str
    language: str
    by: str
    outcome: str
    may_change: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """What colleagues object to a comment, and what the reader may do about it.

    The lead drops a comment while it is not dropped; and keeps one that is, or that is disputed.
    """

    objections: tuple[ReadObjection, ...] = ()
    is_open: bool = False
    may_object: bool = False
    may_keep: bool = False
    may_drop: bool = False


@dataclass(frozen=True, slots=True)
class Disputes:
    """The objections on a plan by the id of their comment."""

    objections: Mapping[int, Sequence[Objection]] = field(default_factory=dict)

    def about(self, reader: User, comment: Comment) -> Dispute:
        found = () if comment.sent_at else self.objections.get(comment.id, ())
        is_open = any(each.outcome is None for each in found)
        is_dropped = comment.dropped_at is not None
        resolves = bool(found) and rules.may_resolve(reader, comment.plan)
        return Dispute(
            objections=tuple(_read(reader, each) for each in found),
            is_open=is_open,
            may_object=rules.may_object(reader, comment)
            and not any(each.written_by_id == reader.id for each in found),
            may_keep=resolves and (is_open or is_dropped),
            may_drop=resolves and not is_dropped,
        )


def _read(reader: User, objection: Objection) -> ReadObjection:
    day = show_date(objection.written_at.date(), language=current())
    by = _("%(person)s, reviewer, %(date)s", person=objection.written_by.name, date=day)
    if objection.written_by_id == reader.id:
        by = _("You, %(date)s", date=day)
    return ReadObjection(
        text=objection.text,
        language=objection.language,
        by=by,
        outcome=str(Outcome(objection.outcome).label) if objection.outcome else "",
        may_change=rules.may_change_objection(reader, objection),
    )
