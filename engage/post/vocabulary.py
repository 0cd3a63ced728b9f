"""Words of letters: why one is written, how soon it goes out, and where an e-mail stands."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class Cause(Vocabulary):
    """Why a letter is written; the label is its subject. `plan` and `party` are always given."""

    SUBMITTED = "submitted", _l("A plan was submitted")
    WITHDRAWN = "withdrawn", _l("A plan was withdrawn")
    TAKEN_UP = "taken_up", _l("The review of your plan has begun")
    RETURNED = "returned", _l("Your plan was returned for revision")
    COMPLETED = "completed", _l("The review of your plan is complete")
    ASSIGNED = "assigned", _l("A plan was assigned to you")
    CHECK_ASKED = "check_asked", _l("You are asked to check a plan")
    CHECK_DONE = "check_done", _l("A plan was checked")
    CALL_OPENED = "call_opened", _l("A call for plans is open")
    CALL_ENDS = "call_ends", _l("A call for plans ends soon")
    DRAFT_RESTS = "draft_rests", _l("A draft rests")
    STOP_PROPOSED = "stop_proposed", _l("A stop of a journey is proposed to you")
    STOP_ANSWERED = "stop_answered", _l("A host answered about a stop")
    STOP_CHANGED = "stop_changed", _l("A stop that you host was changed")
    PARTNER_ASKED = "partner_asked", _l("You are asked about a joint event")
    PARTNER_ANSWERED = "partner_answered", _l("A Party answered about a joint event")
    EVENT_UNCOUNTED = "event_uncounted", _l("An event waits for its numbers")
    REVIEW_WAITS = "review_waits", _l("A plan waits for its review")


# What goes out at once, whatever a person's pace, unless the person wants no e-mail.
URGENT = frozenset({Cause.RETURNED, Cause.COMPLETED})


class Pace(Vocabulary):
    """How often a person wants e-mail; letters can always be read in the app."""

    AT_ONCE = "at_once", _lp("e-mail", "At once, one for each letter")
    DAILY = "daily", _lp("e-mail", "Once a day")
    WEEKLY = "weekly", _lp("e-mail", "Once a week")
    URGENT = "urgent", _lp("e-mail", "Only when a plan is returned or its review is complete")
    NEVER = "never", _lp("e-mail", "Never; I read letters here")


class State(Vocabulary):
    """Where an e-mail stands."""

    WAITING = "waiting", _lp("e-mail", "Waiting to be sent")
    SENDING = "sending", _lp("e-mail", "Being sent")
    SENT = "sent", _lp("e-mail", "Sent")
    SHOWN = "shown", _lp("e-mail", "Shown here, not sent")
    FAILED = "failed", _lp("e-mail", "Could not be sent")


class Outcome(Vocabulary):
    """How an attempt to send ended."""

    SENT = "sent", _lp("attempt", "Taken by the mail server")
    SHOWN = "shown", _lp("attempt", "Shown here instead of sending")
    REFUSED = "refused", _lp("attempt", "Refused for good")
    PUT_OFF = "put_off", _lp("attempt", "Not taken now; tried again later")
    INTERRUPTED = "interrupted", _lp("attempt", "Interrupted; may have been sent")
