"""Means, partners, safeguards and monitoring: parts H, I, J and L."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class FundingSource(Vocabulary):
    """H3: where the money comes from."""

    NATIONAL_BUDGET = "national_budget", _l("National budget")
    GEF = "gef", _l("Global Environment Facility")
    BILATERAL = "bilateral", _l("Bilateral cooperation")
    UN_AGENCY = "un_agency", _l("United Nations agency")
    PRIVATE = "private", _l("Private sector")
    IN_KIND = "in_kind", _l("In-kind contribution")
    NONE_YET = "none_yet", _l("No source yet")


class Support(Vocabulary):
    """H4: what the Party would welcome from the secretariat and partners."""

    TRAINING = "training", _l("Training")
    MATERIALS = "materials", _l("Materials")
    SPEAKERS = "speakers", _l("Speakers")
    TRANSLATION = "translation", _l("Translation")
    FUNDS = "funds", _l("Funds")
    CONTACTS = "contacts", _l("Contacts with others")
    NONE = "none", _l("No support wanted")


class Safeguard(Vocabulary):
    """I4: against which harm people are protected."""

    HARASSMENT = "harassment", _l("Protection from sexual exploitation, abuse and harassment")
    CHILDREN = "children", _l("Protection of children")
    REPRISALS = "reprisals", _l("Protection from reprisals")
    CODE_OF_CONDUCT = "code_of_conduct", _l("Code of conduct for staff and facilitators")
    CONFIDENTIAL_ROUTE = "confidential_route", _l("Confidential route for complaints")
    DO_NO_HARM = "do_no_harm", _l("Do no harm")


class ReportingRhythm(Vocabulary):
    """J2: how often is reported."""

    QUARTERLY = "quarterly", _l("Every quarter")
    HALF_YEARLY = "half_yearly", _l("Twice a year")
    YEARLY = "yearly", _l("Once a year")
    AFTER_EACH_EVENT = "after_each_event", _l("After each event")


class PartnerType(Vocabulary):
    """L2: what a partner is."""

    UN_ENTITY = "un_entity", _l("United Nations entity")
    INTERNATIONAL = "international", _l("International organization")
    FINANCIAL = "financial", _l("Multilateral financial institution")
    ACADEMIC = "academic", _l("Academic or research institution")
    CSO = "cso", _l("Civil society organization")
    PRIVATE_SECTOR = "private_sector", _l("Company or business association")
    GOVERNMENT = "government", _l("Government body")
    PARLIAMENT = "parliament", _l("Parliament")
    MEDIA = "media", _l("Media organization")
    INDIGENOUS = "indigenous", _l("Organization of Indigenous Peoples")


class Agreement(Vocabulary):
    """L3: what binds a partner."""

    NONE = "none", _l("No agreement")
    INFORMAL = "informal", _l("Informal agreement")
    LETTER = "letter", _l("Exchange of letters")
    MOU = "mou", _l("Memorandum of understanding")
    CONTRACT = "contract", _l("Contract")
    PLEDGE = "pledge", _l("Pledge")


class PartnershipState(Vocabulary):
    """L4: where a partnership stands."""

    PROPOSED = "proposed", _l("Proposed")
    NEGOTIATING = "negotiating", _l("Under negotiation")
    SIGNED = "signed", _l("Signed")
    ENDED = "ended", _l("Ended")
    NOT_CONTINUED = "not_continued", _l("Not continued")


class DueDiligence(Vocabulary):
    """L5: due diligence on a partner."""

    NOT_NEEDED = "not_needed", _l("Due diligence not needed")
    TO_DO = "to_do", _l("Due diligence to be done")
    UNDER_WAY = "under_way", _l("Due diligence under way")
    NO_CONCERN = "no_concern", _l("Due diligence done, no concern")
    CONDITIONS = "conditions", _l("Due diligence done, with conditions")
    DECLINED = "declined", _l("Partnership declined after due diligence")


class ComplaintRoute(Vocabulary):
    """I1: ways to give feedback or to complain."""

    OFFICE = "office", _l("At an office, in person")
    TELEPHONE = "telephone", _l("By telephone")
    LETTER = "letter", _l("By letter")
    BOX = "box", _l("Suggestion box")
    COMMUNITY_MEETING = "community_meeting", _l("At a community meeting")
    LOCAL_LEADER = "local_leader", _l("Through a local leader or council")
    SMS_VOICE = "sms_voice", _l("By text or voice message")
    EMAIL = "email", _l("By email")
    WEB_FORM = "web_form", _l("Form on a website")


ROUTES_ONLINE: frozenset[ComplaintRoute] = frozenset(
    {ComplaintRoute.EMAIL, ComplaintRoute.WEB_FORM}
)


class FigureStage(Vocabulary):
    """At which stage a figure of the budget was written."""

    CONCEPT = "concept", _l("Figure of the concept")
    ESTIMATE = "estimate", _l("Estimated figure")
    AGREED = "agreed", _l("Agreed figure")
    SPENT = "spent", _l("Money spent")


class TimeUnit(Vocabulary):
    """In what a time limit is counted."""

    HOURS = "hours", _l("Hours")
    DAYS = "days", _l("Days")
    WORKING_DAYS = "working_days", _l("Working days")
    WEEKS = "weeks", _l("Weeks")
    MONTHS = "months", _l("Months")


class ServiceState(Vocabulary):
    """Whether a way to complain can be used already."""

    IN_SERVICE = "in_service", _l("In service")
    ANNOUNCED = "announced", _l("Announced, not yet in service")


class PromiseSide(Vocabulary):
    """Who made a promise."""

    PARTY = "party", _l("Our side")
    PARTNER = "partner", _l("A partner")
    GROUP = "group", _l("The group itself")


class PromiseState(Vocabulary):
    """What became of a promise."""

    OPEN = "open", _l("Still open")
    KEPT = "kept", _l("Kept")
    PARTLY = "partly", _l("Kept in part")
    NOT_KEPT = "not_kept", _l("Not kept")
