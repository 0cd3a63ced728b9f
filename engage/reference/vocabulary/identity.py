"""What a plan is, who is behind it and how far it may be seen: parts A, B, C and K."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class Annex(Vocabulary):
    """A2: regional implementation annexes; a Party may belong to none or to several."""

    AFRICA = "africa", _l("Regional Implementation Annex for Africa (Annex I)")
    ASIA = "asia", _l("Regional Implementation Annex for Asia (Annex II)")
    LAC = (
        "lac",
        _l("Regional Implementation Annex for Latin America and the Caribbean (Annex III)"),
    )
    NMED = "nmed", _l("Regional Implementation Annex for the Northern Mediterranean (Annex IV)")
    CEE = "cee", _l("Regional Implementation Annex for Central and Eastern Europe (Annex V)")


class Region(Vocabulary):
    """The annexes by their short names, with the same codes, for lists and filters."""

    AFRICA = "africa", _l("Africa")
    ASIA = "asia", _l("Asia")
    LAC = "lac", _l("Latin America and the Caribbean")
    NMED = "nmed", _l("Northern Mediterranean")
    CEE = "cee", _l("Central and Eastern Europe")


class UnLanguage(Vocabulary):
    """A5: the six languages, in the order of the language strip."""

    AR = "ar", _l("Arabic")
    ZH = "zh", _l("Chinese")
    EN = "en", _l("English")
    FR = "fr", _l("French")
    RU = "ru", _l("Russian")
    ES = "es", _l("Spanish")


class Scope(Vocabulary):
    """A7: how far a plan reaches."""

    NATIONAL = "national", _l("The whole country")
    SUBNATIONAL = "subnational", _l("Part of the country")
    THEMATIC = "thematic", _l("One theme, such as drought or rangelands")
    TRANSBOUNDARY = "transboundary", _l("Across borders")


class Depth(Vocabulary):
    """A8: how much the plan is asked for."""

    SIMPLE = "simple", _l("Simple")
    FULL = "full", _l("Full")


class ContributorRole(Vocabulary):
    """A11: what those who help to write the plan are."""

    SCIENCE_CORRESPONDENT = "stc", _l("Science and technology correspondent")
    GENDER = "gender", _l("Gender focal point")
    COMMUNICATIONS = "communications", _l("Communications officer")
    CONSULTANT = "consultant", _l("Consultant")
    OTHER = "other", _l("Other role")


class CoordinatingBody(Vocabulary):
    """A12: the body that brings ministries and stakeholders together."""

    NATIONAL_BODY = "national_body", _l("Existing national coordinating body")
    LDN_GROUP = "ldn_group", _l("Working group on land degradation neutrality")
    INTERMINISTERIAL = "interministerial", _l("Interministerial committee")
    NEW_BODY = "new_body", _l("New body")
    NONE = "none", _l("No coordinating body")


class RioFocalPoint(Vocabulary):
    """A14: with which other focal points the plan is coordinated."""

    CBD = "cbd", _l("Convention on Biological Diversity")
    UNFCCC = "unfccc", _l("United Nations Framework Convention on Climate Change")
    GEF = "gef", _l("Global Environment Facility (operational focal point)")
    RAMSAR = "ramsar", _l("Convention on Wetlands (Ramsar)")
    SDG = "sdg", _l("Sustainable Development Goals")
    SENDAI = "sendai", _l("Sendai Framework for Disaster Risk Reduction")
    OTHER = "other", _l("Other focal point")


class PolicyKind(Vocabulary):
    """A16: kinds of national policy that a plan serves."""

    ACTION_PROGRAMME = "action_programme", _l("National action programme")
    LDN_TARGETS = "ldn_targets", _l("National voluntary land degradation neutrality targets")
    DROUGHT_PLAN = "drought_plan", _l("National drought plan")
    NBSAP = "nbsap", _l("National biodiversity strategies and action plans")
    NDC = "ndc", _l("Nationally determined contributions")
    ADAPTATION_PLAN = "adaptation_plan", _l("National adaptation plan")
    SECTOR_LAW = "sector_law", _l("Law or policy of a sector")
    OTHER = "other", _l("Other policy")


class StrategicObjective(Vocabulary):
    """A17: strategic objectives of the UNCCD 2018–2030 Strategic Framework."""

    SO1 = "so1", _l("Strategic objective 1: ecosystems")
    SO2 = "so2", _l("Strategic objective 2: living conditions")
    SO3 = "so3", _l("Strategic objective 3: drought")
    SO4 = "so4", _l("Strategic objective 4: global environmental benefits")
    SO5 = "so5", _l("Strategic objective 5: resources and partnerships")


class LandIssue(Vocabulary):
    """B4: main land issues."""

    LAND_DEGRADATION = "land_degradation", _l("Land degradation")
    DROUGHT = "drought", _l("Drought")
    DESERTIFICATION = "desertification", _l("Desertification")
    SAND_DUST_STORMS = "sand_dust_storms", _l("Sand and dust storms")
    RANGELAND_LOSS = "rangeland_loss", _l("Loss of rangelands")
    TENURE = "tenure", _l("Land tenure")
    FIRE = "fire", _l("Fire")
    OTHER = "other", _l("Other land issue")


class Participatory(Vocabulary):
    """C2: whether the plan was prepared with those it is for."""

    YES = "yes", _l("Yes")
    PARTLY = "partly", _l("Partly")
    NO = "no", _l("No")


class YesNo(Vocabulary):
    """A plain question."""

    YES = "yes", _l("Yes")
    NO = "no", _l("No")


class Visibility(Vocabulary):
    """K4: who may read the plan once its review is complete; the Party decides."""

    PARTY = "party", _l("The Party only")
    SECRETARIAT = "secretariat", _l("The Party and the secretariat")
    REGION = "region", _l("The Party, the secretariat and the Parties of the region")
    PUBLIC_SUMMARY = "public_summary", _l("Everybody may read the summary")
    PUBLIC_FULL = "public_full", _l("Everybody may read the full plan")


class Licence(Vocabulary):
    """K5: licence for public text and data."""

    CC_BY = "cc_by_4", _l("Creative Commons Attribution 4.0")
    CC0 = "cc0", _l("Creative Commons Zero (no rights kept)")
    PARTY = "party", _l("All rights kept by the Party")


class AnswerToComment(Vocabulary):
    """K7: what the Party did with a comment."""

    DONE = "done", _l("Done")
    PARTLY_DONE = "partly", _l("Partly done")
    NOT_DONE = "not_done", _l("Not done")


class DocumentState(Vocabulary):
    """A18: what a version of the Party's own document is; not a state of the review."""

    DRAFT = "draft", _l("Draft document")
    PROVISIONAL = "provisional", _l("Provisional document")
    FINAL = "final", _l("Final document")
    ADOPTED = "adopted", _l("Adopted by a body of the country")
    UPDATED = "updated", _l("Updated document")


class PlanRelation(Vocabulary):
    """A16: how another plan is related to this one."""

    PARENT = "parent", _l("This plan is part of it")
    PART = "part", _l("It is part of this plan")
    SISTER = "sister", _l("It stands beside this plan")
    APPENDIX = "appendix", _l("This plan is an appendix to it")
    FORMER = "former", _l("This plan replaces it")


class ObjectiveKind(Vocabulary):
    """B2: the place of a row in a chain of results."""

    STRATEGY = "strategy", _l("Strategy")
    OBJECTIVE = "objective", _l("Objective of the plan")
    RESULT = "result", _l("Expected result")
