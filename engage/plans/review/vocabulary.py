"""Words of the review: kinds and states of a comment, and how the queue is cut and sorted."""

from __future__ import annotations

from enum import StrEnum

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary
from engage.plans.vocabulary import Status


class CommentKind(Vocabulary):
    """What a comment wants of the Party."""

    QUESTION = "question", _lp("comment", "Question")
    MUST_CHANGE = "must_change", _lp("comment", "Must change")
    SUGGESTION = "suggestion", _lp("comment", "Suggestion")
    PRAISE = "praise", _lp("comment", "Praise")


# The tag of each kind, as the components name them.
LEVEL_OF: dict[CommentKind, str] = {
    CommentKind.QUESTION: "question",
    CommentKind.MUST_CHANGE: "must",
    CommentKind.SUGGESTION: "should",
    CommentKind.PRAISE: "praise",
}


class CommentState(Vocabulary):
    """Where a comment stands; worked out from its facts, never stored."""

    OPEN = "open", _lp("comment", "Open")
    ANSWERED = "answered", _lp("comment", "Answered")
    CLOSED = "closed", _lp("comment", "Closed")


SHAPE_OF: dict[CommentState, str] = {
    CommentState.OPEN: "must",
    CommentState.ANSWERED: "in_work",
    CommentState.CLOSED: "complete",
}


class Outcome(Vocabulary):
    """How the lead resolves an objection to a comment."""

    KEPT = "kept", _lp("comment", "Kept")
    DROPPED = "dropped", _lp("comment", "Dropped")


class Cut(Vocabulary):
    """Which part of the queue is shown."""

    WAITING = "waiting", _l("Waiting for the secretariat")
    SUBMITTED = "submitted", _l("Submitted, review not begun")
    IN_REVIEW = "in_review", _l("In review")
    PARTY = "party", _l("With the Party")
    COMPLETE = "complete", _l("Review complete")
    CLOSED = "closed", _l("Closed")
    ALL = "all", _l("All plans")


STATES_OF: dict[Cut, tuple[Status, ...]] = {
    Cut.WAITING: (Status.SUBMITTED, Status.IN_REVIEW),
    Cut.SUBMITTED: (Status.SUBMITTED,),
    Cut.IN_REVIEW: (Status.IN_REVIEW,),
    Cut.PARTY: (Status.DRAFT, Status.RETURNED),
    Cut.COMPLETE: (Status.COMPLETE,),
    Cut.CLOSED: (Status.CLOSED,),
    Cut.ALL: tuple(Status),
}


class Column(StrEnum):
    """The columns of the queue, each of which it can be sorted by."""

    PARTY = "party"
    ANNEX = "annex"
    LANGUAGE = "language"
    STATE = "state"
    WAITING = "waiting"


# The shape that repeats the word for the state of a plan.
STATE_SHAPES: dict[Status, str] = {
    Status.DRAFT: "not_begun",
    Status.SUBMITTED: "ahead",
    Status.IN_REVIEW: "in_work",
    Status.RETURNED: "in_work",
    Status.COMPLETE: "complete",
    Status.CLOSED: "not_applicable",
}
