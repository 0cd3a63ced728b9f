"""What is done, where, for which occasion and with which material: parts F and G."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class ActivityType(Vocabulary):
    """F2: types of activity and event."""

    MEETING = "meeting", _l("Meeting or workshop")
    CONSULTATION = "consultation", _l("Public consultation")
    COMMUNITY_VISIT = "community_visit", _l("Visit to a community or assembly")
    TRAINING = "training", _l("Training course")
    CONFERENCE = "conference", _l("Conference or forum")
    SIDE_EVENT = "side_event", _l("Side event or exhibition")
    PARLIAMENT = "parliament", _l("Parliamentary hearing or briefing")
    STUDY_TOUR = "study_tour", _l("Study tour or field day")
    MEDIA_EVENT = "media_event", _l("Media event or press trip")
    BROADCAST = "broadcast", _l("Radio or television programme")
    ONLINE_CAMPAIGN = "online_campaign", _l("Online campaign")
    MATERIAL = "material", _l("Publication or material")
    SCHOOL = "school", _l("Action in schools")
    RESTORATION = "restoration", _l("Tree-planting or restoration action")
    CULTURE_SPORT = "culture_sport", _l("Cultural, sport or art event")
    CARAVAN = "caravan", _l("Leg or stop of a journey")
    OBSERVANCE = "observance", _l("Observance of a day")
    POLICY_DIALOGUE = "policy_dialogue", _l("Policy dialogue")
    SIGNING_LAUNCH = "signing_launch", _l("Signing or launch")
    OTHER = "other", _l("Other activity")


class Reach(Vocabulary):
    """F5: how far an activity reaches."""

    LOCAL = "local", _l("Local level")
    SUBNATIONAL = "subnational", _l("Subnational level")
    NATIONAL = "national", _l("National level")
    REGIONAL = "regional", _l("Regional level")
    GLOBAL = "global", _l("Global level")
    ONLINE = "online", _l("Online")


class Funded(Vocabulary):
    """F8: whether the money is there."""

    FUNDED = "funded", _l("The money is secured")
    PARTLY = "partly", _l("Part of the money is secured")
    NOT_FUNDED = "not_funded", _l("The money is not yet secured")
    IN_KIND = "in_kind", _l("In-kind contribution")


class ActivityStatus(Vocabulary):
    """F12: where an activity stands."""

    PLANNED = "planned", _l("Planned")
    CONFIRMED = "confirmed", _l("Confirmed")
    DONE = "done", _l("Completed")
    POSTPONED = "postponed", _l("Postponed")
    CANCELLED = "cancelled", _l("Cancelled")
    REPLACED = "replaced", _l("Replaced by another activity")


class OccasionKind(Vocabulary):
    """F10: what an activity is tied to."""

    NONE = "none", _l("No occasion")
    OBSERVANCE = "observance", _l("International day")
    YEAR = "year", _l("International year or decade")
    CAMPAIGN = "campaign", _l("Campaign")
    CONFERENCE = "conference", _l("Session of the Conference of the Parties or its committees")
    REPORTING = "reporting", _l("Reporting under the Convention")
    PARLIAMENT = "parliament", _l("Session of parliament")


class MaterialType(Vocabulary):
    """G4: types of material."""

    POSTER = "poster", _l("Poster")
    LEAFLET = "leaflet", _l("Leaflet")
    FACT_SHEET = "fact_sheet", _l("Fact sheet")
    POLICY_BRIEF = "policy_brief", _l("Policy brief")
    MANUAL = "manual", _l("Manual or guidance")
    TRAINING_MATERIAL = "training_material", _l("Training material")
    RADIO = "radio", _l("Radio programme")
    VIDEO = "video", _l("Video message")
    PHOTO = "photo", _l("Photographs")
    PRESS_RELEASE = "press_release", _l("Press release")
    SOCIAL_MEDIA = "social_media", _l("Posts for social media")
    WEB_PAGE = "web_page", _l("Web page")
    MAP = "map", _l("Map")
    SCHOOL_KIT = "school_kit", _l("Kit for schools")
    BANNER = "banner", _l("Banner or sign")
    DIALOGUE_CARDS = "dialogue_cards", _l("Dialogue cards")
    OTHER = "other", _l("Other material")
