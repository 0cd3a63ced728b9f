"""What the letters of each cause say, in whole sentences, and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from engage.kit.values.vocabulary import Label
from engage.post.vocabulary import Cause


@dataclass(frozen=True, slots=True)
class Words:
    """What a cause says and where it leads; `asks` if the reader is asked to do something."""

    sentence: Label
    action: Label
    asks: bool = False


_READ = _l("Open the plan")

FOR_ALL: Mapping[Cause, Words] = {
    Cause.TAKEN_UP: Words(
        _l(
            "The secretariat reviews the plan now. Until it has answered, the plan can be read but "
            "not changed."
        ),
        _READ,
    ),
    Cause.RETURNED: Words(
        _l(
            "The secretariat has written what is strong in the plan and what would make it "
            "stronger. The plan can be changed again, and submitted once more when you are ready."
        ),
        _l("Read the letter and answer the comments"),
        asks=True,
    ),
    Cause.COMPLETED: Words(
        _l(
            "The secretariat has written what is strong in the plan. Comments that are still open "
            "are advice; the plan can be carried out."
        ),
        _l("Read the letter"),
    ),
    Cause.ASSIGNED: Words(
        _l("You are asked to take part in the review of this plan."),
        _l("Open the plan for review"),
        asks=True,
    ),
    Cause.CHECK_ASKED: Words(
        _l("A colleague asks you to read the plan and to write down what should be better in it."),
        _l("Read the plan and comment"),
        asks=True,
    ),
    Cause.CHECK_DONE: Words(
        _l("A colleague has read the plan. What was written down stays within your Party."),
        _l("See what was found"),
    ),
    Cause.CALL_OPENED: Words(
        _l("The secretariat asks Parties for their plans. Taking part is voluntary."),
        _l("See what waits for you"),
        asks=True,
    ),
    Cause.CALL_ENDS: Words(
        _l("The last day of the call is near. A plan that comes later is read as well."),
        _l("See what waits for you"),
        asks=True,
    ),
    Cause.DRAFT_RESTS: Words(
        _l("Nobody has changed the draft for some time. All that was saved is there."),
        _l("Go on with the draft"),
        asks=True,
    ),
    Cause.STOP_PROPOSED: Words(
        _l(
            "The secretariat proposes that your Party hosts this stop. Nobody else reads of your "
            "Party there before you have accepted."
        ),
        _l("Read the proposal and answer"),
        asks=True,
    ),
    Cause.STOP_ANSWERED: Words(
        _l("The Party that was asked to host this stop has answered."), _l("Open the stop")
    ),
    Cause.STOP_CHANGED: Words(
        _l("The dates, the place or the order of this stop are no longer what they were."),
        _l("See what the stop says now"),
    ),
    Cause.PARTNER_ASKED: Words(
        _l(
            "You are asked whether this event is held jointly with your Party. Nobody else reads "
            "of your Party there before you have accepted."
        ),
        _l("Read about the event and answer"),
        asks=True,
    ),
    Cause.PARTNER_ANSWERED: Words(
        _l("The Party that was asked about a joint event has answered."), _l("Open the event")
    ),
    Cause.EVENT_UNCOUNTED: Words(
        _l(
            "The event is over and no numbers are written down yet. If nobody counted, that is an "
            "answer too; if it did not take place, say so there."
        ),
        _l("Write down who came"),
        asks=True,
    ),
    Cause.REVIEW_WAITS: Words(
        _l("The plan waits for the answer of the secretariat."),
        _l("Open the plan for review"),
        asks=True,
    ),
}
FOR_A_PARTY: Mapping[Cause, Words] = {
    Cause.SUBMITTED: Words(
        _l("The plan is with the secretariat now. You are told when its review begins."), _READ
    ),
    Cause.WITHDRAWN: Words(
        _l("The plan is with your Party again. It can be changed and submitted at any time."), _READ
    ),
}
FOR_THE_SECRETARIAT: Mapping[Cause, Words] = {
    Cause.SUBMITTED: Words(
        _l("The plan waits for its review. Nobody has taken it up yet."),
        _l("Open the plan for review"),
        asks=True,
    ),
    Cause.WITHDRAWN: Words(
        _l("The Party goes on working on the plan. There is nothing to do until it comes again."),
        _READ,
    ),
}


def _draft_rests(days: int) -> str:
    return ngettext(
        "Nobody has changed the draft for %(num)s day. All that was saved is there.",
        "Nobody has changed the draft for %(num)s days. All that was saved is there.",
        days,
    )


def _review_waits(days: int) -> str:
    return ngettext(
        "The plan has waited for the answer of the secretariat for %(num)s day.",
        "The plan has waited for the answer of the secretariat for %(num)s days.",
        days,
    )


COUNTED: Mapping[Cause, Callable[[int], str]] = {
    Cause.DRAFT_RESTS: _draft_rests,
    Cause.REVIEW_WAITS: _review_waits,
}


# Where below the plan's page a Party does what a letter asks for.
PLACES: Mapping[Cause, str] = {
    Cause.RETURNED: "/comments",
    Cause.CHECK_ASKED: "/check",
    Cause.CHECK_DONE: "/check",
}
