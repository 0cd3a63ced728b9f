"""Where a Party stands, as far as the secretariat knows it, and how the board is sorted."""

from __future__ import annotations

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary
from engage.plans.vocabulary import Status


class Standing(Vocabulary):
    """A draft is known by its existence only, and only where the Party allows it."""

    NONE = "none", _l("No plan submitted")
    DRAFT = "draft", _l("A draft is begun")
    SUBMITTED = "submitted", _l("Submitted")
    IN_REVIEW = "in_review", _l("In review")
    RETURNED = "returned", _l("Returned for revision")
    REVISED = "revised", _l("Submitted before, in revision")
    COMPLETE = "complete", _l("Review complete")
    CLOSED = "closed", _l("Closed")


STANDING_OF: dict[Status, Standing] = {
    Status.DRAFT: Standing.REVISED,  # of a plan that was submitted before
    Status.SUBMITTED: Standing.SUBMITTED,
    Status.IN_REVIEW: Standing.IN_REVIEW,
    Status.RETURNED: Standing.RETURNED,
    Status.COMPLETE: Standing.COMPLETE,
    Status.CLOSED: Standing.CLOSED,
}

# The shape that repeats the word.
SHAPES: dict[Standing, str] = {
    Standing.NONE: "not_begun",
    Standing.DRAFT: "not_begun",
    Standing.SUBMITTED: "ahead",
    Standing.IN_REVIEW: "in_work",
    Standing.RETURNED: "in_work",
    Standing.REVISED: "in_work",
    Standing.COMPLETE: "complete",
    Standing.CLOSED: "not_applicable",
}

# What waits with the secretariat, what with the Party; the rest waits with nobody.
WITH_SECRETARIAT = frozenset({Standing.SUBMITTED, Standing.IN_REVIEW})
WITH_PARTY = frozenset({Standing.DRAFT, Standing.RETURNED, Standing.REVISED, Standing.COMPLETE})


class Column(StrEnum):
    """What the board can be sorted by."""

    PARTY = "party"
    SINCE = "since"
