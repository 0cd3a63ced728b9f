"""Small changes after the review: what has changed since, and publishing it without another one."""

from __future__ import annotations

from dataclasses import dataclass

from engage.accounts.models import User
from engage.history.queries import entries_for
from engage.history.vocabulary import Verb
from engage.kit.errors import NotAllowed, ensure
from engage.plans import rules
from engage.plans.actions import composed_whole, freeze, move
from engage.plans.comparison import Comparison, compare
from engage.plans.document import Json, compose
from engage.plans.imprint import version_label
from engage.plans.models import Plan, Version
from engage.plans.queries import last_entry, reviewed_version
from engage.plans.sentences import MAY_NOT, too_late
from engage.plans.vocabulary import Status, Step
from engage.plans.workflow import advance


@dataclass(frozen=True, slots=True)
class Revision:
    """A plan that is being revised: the version it began from, and what has changed since."""

    reviewed: Version
    document: Json
    comparison: Comparison

    @property
    def label(self) -> str:
        """Under which label small changes are published: `2a`, then `2b`."""
        return version_label(self.reviewed.number, self.reviewed.round, self.reviewed.minor + 1)

    def may_be_published(self, actor: User, plan: Plan) -> bool:
        return rules.may_amend(actor, plan, is_small=self.comparison.is_small)


def revision_of(plan: Plan) -> Revision | None:
    """What a draft has changed since its last review; None for a plan that had none yet."""
    reviewed = reviewed_version(plan) if plan.state is Status.DRAFT else None
    if reviewed is None:
        return None
    document = compose(plan)
    return Revision(reviewed, document, compare(reviewed.document, document))


def amend_plan(actor: User, plan: Plan) -> Version:
    """Publish small changes to the reviewed version, which stays complete.

    Raises Incomplete where a must is open.
    """
    advance(Status(plan.status), Step.AMEND, refusal=too_late(last_entry(plan), actor))
    revision = revision_of(plan)
    if revision is None:
        raise NotAllowed(MAY_NOT)
    ensure(revision.may_be_published(actor, plan), NotAllowed(MAY_NOT))
    document, reviewed = composed_whole(plan), revision.reviewed
    plan.version, plan.round = reviewed.number, reviewed.round + 1
    version = freeze(actor, plan, document, reviewed.minor + 1)
    move(actor, plan, Step.AMEND, Verb.AMENDED)
    _complete_since_review(plan)
    return version


def _complete_since_review(plan: Plan) -> None:
    """The review of the plan is complete since it ended, not since the small changes."""
    entries = entries_for(("plan", plan.id))
    plan.moved_at = next((e.at for e in entries if e.verb == Verb.COMPLETED), plan.moved_at)
