"""All rules that look for an answer, by the codes under which items name them."""

from __future__ import annotations

from collections.abc import Mapping

from engage.plans.advice.seen import Seen
from engage.plans.checklist.prefill import (
    accountability,
    approach,
    doing,
    identification,
    identity,
)
from engage.plans.checklist.prefill.shape import Found, Rule
from engage.plans.document import Json
from engage.reference.norms import Norms
from engage.reference.vocabulary.review import Prefill

RULES: Mapping[Prefill, Rule] = {
    Prefill.IDENTITY: identity.identity,
    Prefill.MANDATE: identity.mandate,
    Prefill.OTHER_FOCAL_POINTS: identity.other_focal_points,
    Prefill.GROUPS: identification.groups,
    Prefill.SUB_GROUPS: identification.sub_groups,
    Prefill.VULNERABILITY: identification.vulnerability,
    Prefill.REPRESENTATION: identification.representation,
    Prefill.KEPT_APART: identification.kept_apart,
    Prefill.LEVEL_AND_PROMISE: approach.level_and_promise,
    Prefill.OPEN_DECISION: approach.open_decision,
    Prefill.LANGUAGES_AND_FORMATS: approach.languages_and_formats,
    Prefill.TIMING: approach.timing,
    Prefill.INCLUSION: approach.inclusion,
    Prefill.CONSENT: approach.consent,
    Prefill.SEPARATE_SPACES: approach.separate_spaces,
    Prefill.OFFLINE: approach.offline,
    Prefill.MESSAGES: doing.messages,
    Prefill.MEDIA: doing.media,
    Prefill.OCCASIONS: doing.occasions,
    Prefill.ACTIVITIES_COMPLETE: doing.activities_complete,
    Prefill.BUDGET: doing.budget,
    Prefill.PARTNERS: doing.partners,
    Prefill.FEEDBACK_ROUTE: accountability.feedback_route,
    Prefill.SAFEGUARDS: accountability.safeguards,
    Prefill.INPUT_USED: accountability.input_used,
    Prefill.REPORTING_BACK: accountability.reporting_back,
    Prefill.INDICATORS: accountability.indicators,
    Prefill.REVISION_DATE: accountability.revision_date,
    Prefill.PERSONAL_DATA: accountability.personal_data,
}


def suggestions(document: Json, norms: Norms) -> dict[str, Found]:
    """What the document says to each rule, in the language spoken now."""
    seen = Seen(document)
    return {code.value: rule(seen, norms) for code, rule in RULES.items()}
