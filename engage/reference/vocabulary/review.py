"""Codes of the rows that the review works with: checklist and comments for reuse.

Sections and kinds of comment belong to the plan and to its review, which reference data does not
know: their codes stand here again, with the same labels.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class Chapter(Vocabulary):
    """The headings of the checklist, in its order."""

    IDENTITY = "identity", _lp("checklist", "Identity")
    IDENTIFICATION = "identification", _lp("checklist", "Identification of stakeholders")
    APPROACH = "approach", _lp("checklist", "Approach")
    AWARENESS = "awareness", _lp("checklist", "Awareness")
    DELIVERY = "delivery", _lp("checklist", "Delivery")
    ACCOUNTABILITY = "accountability", _lp("checklist", "Accountability")


class PlanSection(Vocabulary):
    """The ten sections of a plan."""

    IDENTITY = "identity", _l("Identity and contacts")
    PURPOSE = "purpose", _l("Purpose and context")
    SO_FAR = "so_far", _l("Engagement so far")
    STAKEHOLDERS = "stakeholders", _l("Stakeholders and approach")
    ACTIVITIES = "activities", _l("Activities and timetable")
    AWARENESS = "awareness", _l("Awareness and communication")
    RESOURCES = "resources", _l("Resources and responsibility")
    FEEDBACK = "feedback", _l("Feedback and safeguards")
    MONITORING = "monitoring", _l("Monitoring and learning")
    SIGNATURE = "signature", _l("Signature and publication")


class StockKind(Vocabulary):
    """What a comment wants of the Party."""

    QUESTION = "question", _lp("comment", "Question")
    MUST_CHANGE = "must_change", _lp("comment", "Must change")
    SUGGESTION = "suggestion", _lp("comment", "Suggestion")
    PRAISE = "praise", _lp("comment", "Praise")


class Prefill(Vocabulary):
    """What is looked up in the document of a plan to suggest an answer to an item."""

    IDENTITY = "identity", _l("Identity and contacts")
    MANDATE = "mandate", _l("Links to national policy")
    OTHER_FOCAL_POINTS = "other_focal_points", _l("Coordination with other focal points")
    GROUPS = "groups", _l("Groups that the decision names")
    SUB_GROUPS = "sub_groups", _l("Where the group is, and when")
    VULNERABILITY = "vulnerability", _l("People in vulnerable situations")
    REPRESENTATION = "representation", _l("Who speaks for the group, and how chosen")
    KEPT_APART = "kept_apart", _l("Indigenous Peoples apart from civil society")
    LEVEL_AND_PROMISE = "level_and_promise", _l("Level of engagement")
    OPEN_DECISION = "open_decision", _l("Decision or process that people can influence")
    LANGUAGES_AND_FORMATS = "languages_and_formats", _l("Languages of the group")
    TIMING = "timing", _l("Calendars of the groups")
    INCLUSION = "inclusion", _l("Measures of inclusion")
    CONSENT = "consent", _l("Free, prior and informed consent")
    SEPARATE_SPACES = "separate_spaces", _l("Is a separate session needed?")
    OFFLINE = "offline", _l("A way to take part without internet")
    MESSAGES = "messages", _l("Key messages")
    MEDIA = "media", _l("Media as a partner")
    OCCASIONS = "occasions", _l("Occasions")
    ACTIVITIES_COMPLETE = "activities_complete", _l("Activities")
    BUDGET = "budget", _l("Budget lines")
    PARTNERS = "partners", _l("Partnerships")
    FEEDBACK_ROUTE = "feedback_route", _l("How people can give feedback or complain")
    SAFEGUARDS = "safeguards", _l("Safeguards in place")
    INPUT_USED = "input_used", _l("What changed because of it")
    REPORTING_BACK = "reporting_back", _l("When the group will hear")
    INDICATORS = "indicators", _l("Indicators")
    REVISION_DATE = "revision_date", _l("When the plan will be looked at again")
    PERSONAL_DATA = "personal_data", _l("What will not be made public")
