"""Rules of practice for Indigenous Peoples: right-holders who decide together, in their time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engage.kit.values.links import keys_of
from engage.plans.advice.seen import Seen, Stakeholder
from engage.plans.advice.shape import Advice, about_row
from engage.plans.advice.spans import days_between
from engage.plans.vocabulary import Level
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.approach import Consent, EngagementLevel
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import YesNo

DECISIONS = (Consent.CONSENT_SOUGHT, Consent.GIVEN, Consent.NOT_GIVEN)


def consent_is_blank(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-IND1, which holds up submission: lands are touched, and the state of consent is blank.

    Any state will do, also that consent was not given. Source: United Nations Declaration on the
    Rights of Indigenous Peoples, articles 19 and 32; FAO, Free prior and informed consent: an
    Indigenous Peoples’ right and a good practice for local communities, 2016.
    """
    for row in seen.of_group(Group.INDIGENOUS):
        if _is_asked(row) and row.get("consent") is None and _touches_lands(seen, row):
            yield about_row(AdviceCode.R_IND1, row, "consent", Level.MUST)


def time_to_decide(seen: Seen, norms: Norms) -> Iterator[Advice]:
    """R-IND2: fewer than so many days lie between the information and the decision.

    Source: FAO, Free prior and informed consent, 2016 (“prior” is well in advance, and in the time
    of the people). The number of days is a default of ours.
    """
    for row in seen.of_group(Group.INDIGENOUS):
        days = days_between(_informed(seen, row), _decided(seen, row))
        norm = norms.consent_information
        if _is_asked(row) and norm is not None and days is not None and days < norm:
            yield about_row(AdviceCode.R_IND2, row, "shared_when", num=norm)


def unknown_representation(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-IND3: nobody speaks for the people, or it is not known who does. (A blank is a must.)

    Source: United Nations Declaration on the Rights of Indigenous Peoples, article 18; FAO, Free
    prior and informed consent, 2016, step 1.
    """
    for row in seen.of_group(Group.INDIGENOUS):
        said = row.get("representation")
        if isinstance(said, dict) and said.get("answer") in ("none", "unknown"):
            yield about_row(AdviceCode.R_IND3, row, "representation")


def inside_civil_society(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-IND4: Indigenous Peoples are counted among civil society organizations.

    Source: decision 5/COP.16, with a caucus of their own beside the civil society panel; United
    Nations Declaration on the Rights of Indigenous Peoples.
    """
    for row in seen.of_group(Group.INDIGENOUS):
        if Group.CSO in row.circle:
            yield about_row(AdviceCode.R_IND4, row, "groups")


def _is_asked(row: Stakeholder) -> bool:
    """Consulted or more."""
    return row.text("level") not in ("", EngagementLevel.INFORM)


def _touches_lands(seen: Seen, row: Stakeholder) -> bool:
    return any(each.get("touches_lands") == YesNo.YES for each in seen.meant_for(row))


def _informed(seen: Seen, row: Stakeholder) -> Any:
    """When the information was shared: the step towards consent, else what the row says."""
    steps = _steps(seen, row, (Consent.INFORMATION_SHARED,))
    return steps[0] if steps else row.get("shared_when")


def _decided(seen: Seen, row: Stakeholder) -> Any:
    """When the people decide: the step, else what the row says, else the first such activity."""
    if steps := _steps(seen, row, DECISIONS):
        return steps[0]
    if row.get("consent") in DECISIONS and row.get("consent_when"):
        return row.get("consent_when")
    touching = [each for each in seen.meant_for(row) if each.get("touches_lands") == YesNo.YES]
    dates = (each.get("when") for each in touching)
    written = [each for each in dates if isinstance(each, dict) and each.get("start")]
    return min(written, key=lambda when: str(when["start"]), default=None)


def _steps(seen: Seen, row: Stakeholder, steps: tuple[Consent, ...]) -> list[Any]:
    """The dates of these steps of the row, or of one above it, the first first."""
    found = [
        step.get("when")
        for step in seen.rows("stakeholders", "consent_steps")
        if step.get("step") in steps and set(keys_of(step.get("stakeholder"))) & set(row.line)
    ]
    dated = [when for when in found if isinstance(when, dict) and when.get("start")]
    return sorted(dated, key=lambda when: str(when["start"]))
