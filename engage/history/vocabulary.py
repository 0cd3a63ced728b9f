"""What can have happened, each as a whole sentence in the reader's language."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class Verb(Vocabulary):
    """`actor` is always given; the other placeholders are the details that `record` asks for."""

    STARTED = "started", _l("%(actor)s started the plan")
    COPIED = "copied", _l("%(actor)s started the plan as a copy of “%(title)s”")
    IMPORTED = "imported", _l("%(actor)s imported the plan from a document")
    SUBMITTED = "submitted", _l("%(actor)s submitted version %(version)s")
    WITHDRAWN = "withdrawn", _l("%(actor)s withdrew version %(version)s")
    TAKEN_UP = "taken_up", _l("%(actor)s took up the review of version %(version)s")
    RETURNED = "returned", _l("%(actor)s returned version %(version)s for revision")
    COMPLETED = "completed", _l("%(actor)s completed the review of version %(version)s")
    REVISED = "revised", _l("%(actor)s started a new version after version %(version)s")
    AMENDED = "amended", _l("%(actor)s published version %(version)s with small changes")
    CLOSED = "closed", _l("%(actor)s closed the plan")
    CHECK_ASKED = "check_asked", _l("%(actor)s asked for an internal check (%(person)s)")
    CHECK_DONE = "check_done", _l("%(actor)s finished an internal check")
    ASSIGNED = (
        "assigned",
        _l("%(actor)s asked a reviewer to read the plan (%(topic)s: %(person)s)"),
    )
    UNASSIGNED = (
        "unassigned",
        _l("%(actor)s took a reviewer off the plan (%(topic)s: %(person)s)"),
    )
    LEAD_TAKEN = "lead_taken", _l("%(actor)s became the lead of the review")
    TOPIC_FINISHED = "topic_finished", _l("%(actor)s finished reading a topic (%(topic)s)")
    TOPIC_REOPENED = "topic_reopened", _l("%(actor)s reads a topic again (%(topic)s)")
    COMMENTED = "commented", _l("%(actor)s commented on section %(section)s")
    ANSWERED = "answered", _l("%(actor)s answered a comment on section %(section)s")
    BORROWED = (
        "borrowed",
        _l("%(actor)s borrowed the activity “%(title)s” (%(party)s, %(ref)s)"),
    )
    LENT = "lent", _l("The activity “%(title)s” was borrowed (%(party)s)")
    ROW_ADDED = "row_added", _l("%(actor)s added “%(title)s”")
    ROW_CHANGED = "row_changed", _l("%(actor)s changed “%(title)s”")
    GIVEN = "given", _l("%(actor)s noted to whom the plan was given on paper")
    CAME_BACK = "came_back", _l("%(actor)s noted that the plan came back on paper")
    PAGE_ATTACHED = "page_attached", _l("%(actor)s attached a signed page to %(number)s")
    PAGE_REMOVED = "page_removed", _l("%(actor)s removed a signed page from %(number)s")
    LETTER_SIGNED = "letter_signed", _l("%(actor)s attached a signed page to the letter %(number)s")
    LETTER_UNSIGNED = (
        "letter_unsigned",
        _l("%(actor)s removed a signed page from the letter %(number)s"),
    )
    USER_ADDED = "user_added", _l("%(actor)s added the account of %(person)s")
    EVENT_BEGUN = "event_begun", _l("%(actor)s wrote the event down")
    EVENT_CHANGED = "event_changed", _l("%(actor)s changed what had been announced")
    EVENT_DELETED = "event_deleted", _l("%(actor)s deleted the event")
    EVENT_RESTORED = "event_restored", _l("%(actor)s took the event back from the deleted ones")
    PARTNER_ASKED = (
        "partner_asked",
        _l("%(actor)s asked whether the event is held jointly (%(party)s)"),
    )
    PARTNER_ACCEPTED = "partner_accepted", _l("%(actor)s accepted the joint event (%(party)s)")
    PARTNER_DECLINED = "partner_declined", _l("%(actor)s declined the joint event (%(party)s)")
    FILE_ADDED = "file_added", _l("%(actor)s added a file")
    FILE_REMOVED = "file_removed", _l("%(actor)s removed a file")
    JOURNEY_BEGUN = "journey_begun", _l("%(actor)s began the journey")
    JOURNEY_OPENED = "journey_opened", _l("%(actor)s made the journey public")
    JOURNEY_CLOSED = "journey_closed", _l("%(actor)s took the journey back from the public")
    STOP_PROPOSED = "stop_proposed", _l("%(actor)s proposed the stop to its host (%(party)s)")
    STOP_ACCEPTED = "stop_accepted", _l("%(actor)s accepted the stop (%(party)s)")
    STOP_DECLINED = "stop_declined", _l("%(actor)s declined the stop (%(party)s)")
    STOP_HELD = "stop_held", _l("%(actor)s noted that the stop took place (%(party)s)")
    STOP_SKIPPED = "stop_skipped", _l("%(actor)s noted that the stop is skipped (%(party)s)")
    STOPS_REORDERED = "stops_reordered", _l("%(actor)s changed the order of the stops")
    DRAFTS_SHOWN = "drafts_shown", _l("%(actor)s lets the secretariat know of a draft")
    DRAFTS_HIDDEN = "drafts_hidden", _l("%(actor)s no longer lets the secretariat know of a draft")


# What the secretariat does among itself, such as sharing its work out: no Party reads of it.
WITHIN_SECRETARIAT = frozenset(
    {
        Verb.ASSIGNED,
        Verb.UNASSIGNED,
        Verb.LEAD_TAKEN,
        Verb.TOPIC_FINISHED,
        Verb.TOPIC_REOPENED,
        Verb.LETTER_SIGNED,
        Verb.LETTER_UNSIGNED,
    }
)
