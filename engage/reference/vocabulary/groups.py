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


class Standing(Vocabulary):
    """How a stakeholder stands in the register: a heading, an organization, or a part of one."""

    CATEGORY = "category", _l("Category")
    BODY = "body", _l("Organization or sub-group")
    DIVISION = "division", _l("Division of an organization")


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
