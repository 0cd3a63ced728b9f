"""The twelve groups in the order of decision 8/COP.16, and what a plan says of a group."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class Group(Vocabulary):
    """The groups the decision names, then parliamentarians."""

    POLICYMAKERS = "policymakers", _l("Public-sector policymakers")
    WOMEN = "women", _l("Women")
    YOUTH = "youth", _l("Youth")
    CSO = "cso", _l("Civil society organizations")
    INDIGENOUS = "indigenous", _l("Indigenous Peoples")
    LOCAL_COMM = "local_comm", _l("Local communities")
    LAND_OWNERS_MANAGERS = "land_owners_managers", _l("Landowners and land managers")
    FARMERS = "farmers", _l("Farming communities")
    PASTORALISTS = "pastoralists", _l("Pastoralists")
    MEDIA = "media", _l("Media")
    PRIVATE_SECTOR = "private_sector", _l("Private sector")
    PARLIAMENTARIANS = "parliamentarians", _l("Parliamentarians")


class Representation(Vocabulary):
    """C4: how far the representatives of a group took part in making the plan."""

    NONE = "none", _l("Not involved")
    CONSULTED = "consulted", _l("Consulted")
    HELPED_PLAN = "helped_plan", _l("Helped to plan")
    DECIDED = "decided", _l("Took part in the decision")


class SizeBasis(Vocabulary):
    """D3: where the size of a group comes from."""

    COUNTED = "counted", _l("Counted")
    CENSUS = "census", _l("From a census")
    ESTIMATE = "estimate", _l("Estimated")
    UNKNOWN = "unknown", _l("Size not known")


class Mobility(Vocabulary):
    """D4: how a group moves."""

    SETTLED = "settled", _l("Settled")
    SEASONAL = "seasonal", _l("Moves with the seasons")
    MOBILE = "mobile", _l("Mobile all year")
    CROSS_BORDER = "cross_border", _l("Crosses borders")
    DIASPORA = "diaspora", _l("Diaspora")
    ONLINE = "online", _l("Meets online")


class Affected(Vocabulary):
    """D6: how the subject touches a group."""

    DIRECTLY = "directly", _l("Affected directly")
    INDIRECTLY = "indirectly", _l("Affected indirectly")
    INTERESTED = "interested", _l("Interested")
    DUTY_BEARER = "duty_bearer", _l("Duty-bearer")
    RIGHT_HOLDER = "right_holder", _l("Right-holder")


class Rating(Vocabulary):
    """D7: influence and interest."""

    LOW = "low", _l("Low")
    MEDIUM = "medium", _l("Medium")
    HIGH = "high", _l("High")


class Attitude(Vocabulary):
    """D8, private: attitude now and attitude hoped for."""

    UNAWARE = "unaware", _l("Unaware")
    RESISTANT = "resistant", _l("Resistant")
    NEUTRAL = "neutral", _l("Neutral")
    SUPPORTIVE = "supportive", _l("Supportive")
    LEADING = "leading", _l("Leading")


class Barrier(Vocabulary):
    """D9: what keeps people away."""

    DISTANCE = "distance", _l("Distance")
    LANGUAGE = "language", _l("Language barrier")
    LITERACY = "literacy", _l("Low literacy")
    DISABILITY = "disability", _l("Disability")
    COST = "cost", _l("Cost of taking part")
    TIME_BURDEN = "time_burden", _l("Burden of work, lack of time")
    SAFETY = "safety", _l("Lack of safety")
    LEGAL_STATUS = "legal_status", _l("Legal status")
    DISCRIMINATION = "discrimination", _l("Discrimination")
    CONNECTIVITY = "connectivity", _l("Weak telephone or internet connection")
    SEASON = "season", _l("Season")


class Speaking(Vocabulary):
    """D10: how those who speak for a group are chosen."""

    CUSTOMARY = "customary", _l("By custom")
    ELECTED = "elected", _l("By election")
    ASSOCIATION = "association", _l("Through an association")
    APPOINTED = "appointed", _l("By appointment")


class GroupRole(Vocabulary):
    """D13: what the group does in the work."""

    PARTICIPATES = "participates", _l("Participates")
    BENEFITS = "benefits", _l("Benefits")
    LEADS = "leads", _l("Leads")


class Governance(Vocabulary):
    """D14: place of the group in decisions."""

    INFORMED = "informed", _l("Informed only")
    CONSULTED = "consulted", _l("Consulted only")
    ADVISORY = "advisory", _l("Member of an advisory body")
    DECIDING = "deciding", _l("Member of a steering or deciding body")
    IMPLEMENTER = "implementer", _l("Implementer")
    CO_FINANCIER = "co_financier", _l("Co-financier")
    MOU_PARTNER = "mou_partner", _l("Partner by memorandum of understanding")


class Accreditation(Vocabulary):
    """D15: accreditation to the Conference of the Parties."""

    YES = "yes", _l("Accredited")
    NO = "no", _l("Not accredited")
    APPLYING = "applying", _l("Applying for accreditation")
    UNKNOWN = "unknown", _l("Accreditation not known")
    NOT_RELEVANT = "not_relevant", _l("Accreditation not relevant")


class ParliamentPart(Vocabulary):
    """With which part of parliament a plan works."""

    LOWER_CHAMBER = "lower_chamber", _l("Single or lower chamber")
    UPPER_CHAMBER = "upper_chamber", _l("Upper chamber")
    COMMITTEE = "committee", _l("A committee")
    CAUCUS = "caucus", _l("A cross-party caucus")
    WOMEN_MEMBERS = "women_members", _l("Women members of parliament")
    YOUNG_MEMBERS = "young_members", _l("Young members of parliament")
    STAFF = "staff", _l("Clerks and research staff")


class CompanySize(Vocabulary):
    """Of what kind the companies are that a plan works with."""

    LARGE = "large", _l("Large companies")
    MEDIUM = "medium", _l("Medium-sized companies")
    SMALL = "small", _l("Small companies")
    COOPERATIVE = "cooperative", _l("Cooperatives")
    WOMEN_LED = "women_led", _l("Companies led by women")
    ASSOCIATION = "association", _l("Business associations")


class CalendarKind(Vocabulary):
    """What the calendar of a group is about."""

    MOBILITY = "mobility", _l("Where herds and people move")
    CROPS = "crops", _l("Sowing and harvest")
    PARLIAMENT = "parliament", _l("Sittings and elections")
    EXAMS = "exams", _l("School and examinations")
    FEASTS = "feasts", _l("Feasts and fasting")
    OTHER = "other", _l("Other calendar")


class MonthState(Vocabulary):
    """What a month is for a group."""

    PRESENT = "present", _l("Present and free")
    ON_THE_MOVE = "on_the_move", _l("On the move")
    UNREACHABLE = "unreachable", _l("Out of reach")
    HUNGER_GAP = "hunger_gap", _l("Lean season")
    LAMBING = "lambing", _l("Lambing or calving")
    SOWING = "sowing", _l("Sowing")
    HARVEST = "harvest", _l("Harvest")
    SITTING = "sitting", _l("Parliament sits")
    BUDGET = "budget", _l("Budget debate")
    RECESS = "recess", _l("Parliament in recess")
    ELECTION = "election", _l("Election campaign")
    DISSOLVED = "dissolved", _l("Parliament dissolved")
    EXAMS = "exams", _l("Examinations")
    HOLIDAYS = "holidays", _l("School holidays")
    FESTIVAL = "festival", _l("Feast or festival")
    FASTING = "fasting", _l("Month of fasting")
