"""Words of a plan's way: its states, the steps between them, and how much a field is needed."""

from __future__ import annotations

from enum import StrEnum

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class Level(StrEnum):
    """How much an answer is needed: S, A and O of the field table."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Status(Vocabulary):
    """Where a plan stands; each label agrees with the word for plan in every language."""

    DRAFT = "draft", _l("Draft")
    SUBMITTED = "submitted", _l("Submitted")
    IN_REVIEW = "in_review", _l("In review")
    RETURNED = "returned", _l("Returned for revision")
    COMPLETE = "complete", _l("Review complete")
    CLOSED = "closed", _l("Closed")


class Step(Vocabulary):
    """What moves a plan from one state to the next."""

    SUBMIT = "submit", _lp("step", "Submit")
    WITHDRAW = "withdraw", _lp("step", "Withdraw")
    TAKE_UP = "take_up", _lp("step", "Take up")
    RETURN = "return", _lp("step", "Return for revision")
    COMPLETE = "complete", _lp("step", "Complete the review")
    REVISE = "revise", _lp("step", "Start a new version")
    AMEND = "amend", _lp("step", "Publish small changes")
    CLOSE = "close", _lp("step", "Close")


class Paper(Vocabulary):
    """What goes to and fro about a plan on paper."""

    CLEARANCE = "clearance", _l("Clearance sheet")
    COVER = "cover", _l("Cover letter")
    RECEIPT = "receipt", _lp("paper", "Receipt")
    LETTER = "letter", _l("Letter of the secretariat")


class Holder(StrEnum):
    """Who must move next."""

    PARTY = "party"
    SECRETARIAT = "secretariat"
    NOBODY = "nobody"


HELD_BY: dict[Status, Holder] = {
    Status.DRAFT: Holder.PARTY,
    Status.SUBMITTED: Holder.SECRETARIAT,
    Status.IN_REVIEW: Holder.SECRETARIAT,
    Status.RETURNED: Holder.PARTY,
    Status.COMPLETE: Holder.PARTY,
    Status.CLOSED: Holder.NOBODY,
}
