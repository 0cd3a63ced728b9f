"""How a group is engaged: part E, and the channels of parts D and G."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Label, Vocabulary


class EngagementLevel(Vocabulary):
    """E1: level of participation, after the IAP2 spectrum."""

    INFORM = "inform", _l("Inform")
    CONSULT = "consult", _l("Consult")
    INVOLVE = "involve", _l("Involve")
    COLLABORATE = "collaborate", _l("Collaborate")
    EMPOWER = "empower", _l("Empower")


PROMISES: dict[EngagementLevel, Label] = {
    EngagementLevel.INFORM: _l("We will keep you informed."),
    EngagementLevel.CONSULT: _l(
        "We will keep you informed, listen to you, "
        "and tell you how your views influenced the decision."
    ),
    EngagementLevel.INVOLVE: _l(
        "We will work with you so that your concerns are reflected in the options, "
        "and tell you how they influenced the decision."
    ),
    EngagementLevel.COLLABORATE: _l(
        "We will look to you for advice and solutions, "
        "and include them in the decision as far as possible."
    ),
    EngagementLevel.EMPOWER: _l("We will carry out what you decide."),
}


class Method(Vocabulary):
    """E4: methods, in the order of the levels they belong to."""

    POSTERS = "posters", _l("Posters")
    RADIO = "radio", _l("Radio broadcasts")
    FACT_SHEETS = "fact_sheets", _l("Fact sheets")
    BRIEFING = "briefing", _l("Briefing")
    WEBSITE = "website", _l("Pages on a website")
    SURVEY = "survey", _l("Survey")
    FOCUS_GROUP = "focus_group", _l("Focus group")
    HEARING = "hearing", _l("Hearing")
    PUBLIC_COMMENT = "public_comment", _l("Public comment on a draft")
    INTERVIEWS = "interviews", _l("Interviews")
    WORKSHOP = "workshop", _l("Workshop")
    PARTICIPATORY_MAPPING = "participatory_mapping", _l("Participatory mapping")
    FIELD_DAY = "field_day", _l("Field day")
    DELIBERATIVE_POLL = "deliberative_poll", _l("Deliberative poll")
    ADVISORY_BODY = "advisory_body", _l("Advisory body")
    JOINT_DRAFTING = "joint_drafting", _l("Joint drafting")
    CO_MANAGEMENT = "co_management", _l("Co-management committee")
    PLATFORM = "platform", _l("Multi-stakeholder platform")
    DELEGATED_DECISION = "delegated_decision", _l("Delegated decision")
    COMMUNITY_PLAN = "community_plan", _l("Plan led by the community")
    PARTICIPATORY_BUDGET = "participatory_budget", _l("Participatory budget")
    CONSENT_PROCESS = "consent_process", _l("Consent process")


METHODS_BY_LEVEL: dict[EngagementLevel, tuple[Method, ...]] = {
    EngagementLevel.INFORM: (
        Method.POSTERS,
        Method.RADIO,
        Method.FACT_SHEETS,
        Method.BRIEFING,
        Method.WEBSITE,
    ),
    EngagementLevel.CONSULT: (
        Method.SURVEY,
        Method.FOCUS_GROUP,
        Method.HEARING,
        Method.PUBLIC_COMMENT,
        Method.INTERVIEWS,
    ),
    EngagementLevel.INVOLVE: (
        Method.WORKSHOP,
        Method.PARTICIPATORY_MAPPING,
        Method.FIELD_DAY,
        Method.DELIBERATIVE_POLL,
    ),
    EngagementLevel.COLLABORATE: (
        Method.ADVISORY_BODY,
        Method.JOINT_DRAFTING,
        Method.CO_MANAGEMENT,
        Method.PLATFORM,
    ),
    EngagementLevel.EMPOWER: (
        Method.DELEGATED_DECISION,
        Method.COMMUNITY_PLAN,
        Method.PARTICIPATORY_BUDGET,
        Method.CONSENT_PROCESS,
    ),
}


class Channel(Vocabulary):
    """D12 and G3: the ways by which people are reached."""

    COMMUNITY_RADIO = "community_radio", _l("Community radio")
    NATIONAL_RADIO = "national_radio", _l("National radio")
    TV = "tv", _l("Television")
    NEWSPAPER = "newspaper", _l("Newspaper")
    SMS = "sms", _l("Text message (SMS)")
    VOICE = "voice", _l("Voice message")
    MESSAGING_APPS = "messaging_apps", _l("Messaging apps")
    SOCIAL_MEDIA = "social_media", _l("Social media")
    EMAIL = "email", _l("Email")
    LETTER = "letter", _l("Letter")
    POSTER = "poster", _l("Poster")
    MARKET_DAY = "market_day", _l("Market day")
    WATER_POINT = "water_point", _l("Water point")
    PLACE_OF_WORSHIP = "place_of_worship", _l("Place of worship")
    SCHOOL = "school", _l("School")
    EXTENSION_SERVICE = "extension_service", _l("Extension service")
    VETERINARY_SERVICE = "veterinary_service", _l("Veterinary service")
    COOPERATIVE = "cooperative", _l("Cooperative")
    CUSTOMARY_LEADER = "customary_leader", _l("Customary leader")
    LOCAL_COUNCIL = "local_council", _l("Local council")
    ASSOCIATION = "association", _l("Network of an association")
    WEBSITE = "website", _l("Website")
    THEATRE_FILM = "theatre_film", _l("Theatre or film")
    EXHIBITION = "exhibition", _l("Exhibition")
    TELEPHONE = "telephone", _l("Telephone line")
    FACE_TO_FACE = "face_to_face", _l("Face to face")


CHANNELS_ONLINE: frozenset[Channel] = frozenset(
    {Channel.MESSAGING_APPS, Channel.SOCIAL_MEDIA, Channel.EMAIL, Channel.WEBSITE}
)


class InclusionMeasure(Vocabulary):
    """E7: what makes it possible for everybody to come and to speak."""

    LOCAL_LANGUAGE = "local_language", _l("Local language or interpretation")
    ORAL_VISUAL = "oral_visual", _l("Spoken or visual format")
    EASY_LANGUAGE = "easy_language", _l("Easy language")
    BRAILLE_SIGN = "braille_sign", _l("Braille, large print or sign language")
    FEMALE_FACILITATOR = "female_facilitator", _l("Female facilitator")
    SEPARATE_SESSION = "separate_session", _l("Separate session")
    CHILDCARE = "childcare", _l("Childcare")
    SAFE_TRANSPORT = "safe_transport", _l("Safe transport")
    TRAVEL_COSTS = "travel_costs", _l("Travel costs paid in advance")
    STIPEND = "stipend", _l("Stipend")
    TIMING = "timing", _l("Time outside working hours and chores")
    NEAR_HOME = "near_home", _l("Venue near home")
    ACCESSIBLE_VENUE = "accessible_venue", _l("Accessible venue")
    OFFLINE = "offline", _l("A way to take part without internet")
    CONFIDENTIALITY = "confidentiality", _l("Confidentiality")
    NO_REPRISALS = "no_reprisals", _l("Protection from reprisals")
    DATA_CONSENT = "data_consent", _l("Consent to the use of personal data")
    GUARDIAN_CONSENT = "guardian_consent", _l("Consent of parents or guardians")
    ADVANCE_INFORMATION = "advance_information", _l("Information in advance")
    DELIBERATION_TIME = "deliberation_time", _l("Time of their own to deliberate")
    CUSTOMARY_PROTOCOL = "customary_protocol", _l("Customary protocol")


class SeparateSession(Vocabulary):
    """E8: with whom a separate session is held."""

    WOMEN = "women", _l("Women only")
    YOUTH = "youth", _l("Youth only")
    INDIGENOUS = "indigenous", _l("Indigenous Peoples only")
    HERDERS = "herders", _l("Herders only")


class Consent(Vocabulary):
    """E9: steps and outcome of free, prior and informed consent."""

    NOT_NEEDED = "not_needed", _l("Consent not needed")
    PEOPLES_IDENTIFIED = "step_1", _l("Step 1: peoples and their representatives identified")
    LANDS_DOCUMENTED = "step_2", _l("Step 2: lands and people documented by participatory mapping")
    INFORMATION_SHARED = "step_3", _l("Step 3: communication agreed and information shared")
    CONSENT_SOUGHT = "step_4", _l("Step 4: consent sought, needs and complaint routes recorded")
    MONITORED = "step_5", _l("Step 5: implementation monitored together")
    LESSONS_SHARED = "step_6", _l("Step 6: lessons documented and shared")
    GIVEN = "given", _l("Consent given")
    NOT_GIVEN = "not_given", _l("Consent not given")
    WITHDRAWN = "withdrawn", _l("Consent withdrawn")


class HearBack(Vocabulary):
    """E10: how people hear what came of what they said."""

    MEETING = "meeting", _l("At a meeting")
    RADIO = "radio", _l("By radio")
    SMS_VOICE = "sms_voice", _l("By text or voice message")
    LETTER = "letter", _l("By letter")
    POSTER = "poster", _l("By poster")
    WEBSITE = "website", _l("On a website")
    REPRESENTATIVES = "representatives", _l("Through their representatives")
