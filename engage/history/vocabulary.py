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
