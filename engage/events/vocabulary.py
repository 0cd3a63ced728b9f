"""Words of events: where they stand, who may see them, and what their lists hold."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class EventStatus(Vocabulary):
    """Where an event stands (M21)."""

    PROPOSED = "proposed", _lp("event", "Proposed")
    PLANNED = "planned", _lp("event", "Planned")
    ANNOUNCED = "announced", _lp("event", "Announced")
    CHANGED = "changed", _lp("event", "Changed after it was announced")
    POSTPONED = "postponed", _lp("event", "Postponed")
    CANCELLED = "cancelled", _lp("event", "Cancelled")
    DONE = "done", _lp("event", "Took place")
    NOT_HELD = "not_held", _lp("event", "Did not take place")


# Nothing more will happen at it.
CALLED_OFF = frozenset({EventStatus.CANCELLED, EventStatus.NOT_HELD})


def is_called_off(status: object) -> bool:
    """Of an answer, which may be blank or not readable."""
    return isinstance(status, str) and status in CALLED_OFF


def needs_reason(status: object) -> bool:
    """What was said before does not hold any more, and people ask why."""
    return is_called_off(status) or status in (EventStatus.CHANGED, EventStatus.POSTPONED)


class Visibility(Vocabulary):
    """Who may see an event; blank is the Party alone."""

    PARTY = "party", _lp("who may see", "Only those who write this event and their colleagues")
    PARTIES = "parties", _lp("who may see", "The secretariat and all Parties, signed in")
    PUBLIC = "public", _lp("who may see", "Everybody")


class Safety(Vocabulary):
    """What stays back, to keep people safe; blank is nothing."""

    AFTER = "after", _l("Place and time are public only after the event")
    PROVINCE = "province", _l("Only the province is ever public, never the place")


class Mode(Vocabulary):
    """How people take part (M5)."""

    IN_PERSON = "in_person", _lp("mode", "In person")
    ONLINE = "online", _lp("mode", "Online")
    HYBRID = "hybrid", _lp("mode", "In person and online")
    BROADCAST = "broadcast", _lp("mode", "Broadcast")


class Counted(Vocabulary):
    """Where the number of participants comes from (M8)."""

    COUNTED = "counted", _lp("participants", "Counted")
    REGISTERED = "registered", _lp("participants", "Taken from the registration")
    ESTIMATED = "estimated", _lp("participants", "Estimated")


class PartKind(Vocabulary):
    """What an event is within a larger one."""

    SESSION = "session", _lp("part of an event", "Session")
    EDITION = "edition", _lp("part of an event", "Edition")
    SITE = "site", _lp("part of an event", "Site")
    SATELLITE = "satellite", _lp("part of an event", "Satellite event")
    PART = "part", _lp("part of an event", "Part")


class OrganiserRole(Vocabulary):
    """What an organisation does at an event (M6)."""

    HOST = "host", _lp("role", "Host")
    ORGANISER = "organiser", _lp("role", "Organizer")
    CO_ORGANISER = "co_organiser", _lp("role", "Co-organizer")
    PARTNER = "partner", _lp("role", "Partner")
    FUNDER = "funder", _lp("role", "Funder")
    ENDORSER = "endorser", _lp("role", "Endorser")
    VENUE_OWNER = "venue_owner", _lp("role", "Owner of the venue")
    IMPLEMENTER = "implementer", _lp("role", "Implementer")
    OTHER = "other", _lp("role", "Other role")


class HourKind(Vocabulary):
    """Whether hours are a session of their own, or the same moment told for another place."""

    SESSION = "session", _lp("hours", "Hours of the event")
    SAME_MOMENT = "same_moment", _lp("hours", "The same moment in another place")


class OutcomeType(Vocabulary):
    """What came out of an event (M16)."""

    STATEMENT = "statement", _l("Statement or declaration")
    PLEDGE = "pledge", _l("Pledge of money, land or action")
    AGREEMENT = "agreement", _l("Agreement or memorandum of understanding")
    POLICY_STEP = "policy_step", _l("Step of policy or law")
    BUDGET_STEP = "budget_step", _l("Step in a budget")
    NETWORK = "network", _l("New network or committee")
    MATERIAL = "material", _l("Material produced")
    TRAINING = "training", _l("Training completed")
    FOLLOW_UP = "follow_up", _l("Meeting to follow up")
    REFERRED = "referred", _l("Issue referred to somebody else")
    NONE = "none", _l("No outcome yet")


class FigureOf(Vocabulary):
    """What a figure from another source counts."""

    PARTICIPANTS = "participants", _lp("figure", "Participants")
    WOMEN = "women", _lp("figure", "Women")
    YOUTH = "youth", _lp("figure", "Young people")
    COUNTRIES = "countries", _lp("figure", "Countries")
    ORGANISATIONS = "organisations", _lp("figure", "Organizations")
    APPLICATIONS = "applications", _lp("figure", "Applications")
    WEB_VISITS = "web_visits", _lp("figure", "Visits to a website")
    SITES = "sites", _lp("figure", "Sites or districts")
    TREES = "trees", _lp("figure", "Trees or seedlings")
    HECTARES = "hectares", _lp("figure", "Hectares")
    OTHER = "other", _lp("figure", "Something else")


class PartnerState(Vocabulary):
    """Whether another Party has said that an event is held jointly with it."""

    ASKED = "asked", _lp("joint event", "Asked")
    ACCEPTED = "accepted", _lp("joint event", "Held jointly")
    DECLINED = "declined", _lp("joint event", "Declined")


class FileKind(Vocabulary):
    """What a file of an event is (M19, M20)."""

    PHOTO = "photo", _lp("file", "Photograph")
    ATTENDANCE = "attendance", _lp("file", "Attendance list")
    FLYER = "flyer", _lp("file", "Flyer or programme")
    REPORT = "report", _lp("file", "Report or minutes")
    OTHER = "other", _lp("file", "Other document")
