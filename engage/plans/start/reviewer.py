"""What waits for a reviewer: plans to take up and to lead, topics to read, what Parties have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.models import User
from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.kit.pieces import Cell, woven
from engage.plans.assignments.vocabulary import Topic
from engage.plans.models import Plan
from engage.plans.review.sentences import since, waiting_sentence
from engage.plans.start.queries import objections_in, plans_to_lead, topics_to_read
from engage.plans.start.sentences import NOTHING_ELSEWHERE, NOTHING_WAITS, submitted_title_of
from engage.plans.start.shape import Waiting, Waits
from engage.plans.vocabulary import Status


def waits_of_reviewer(actor: User) -> list[Waits]:
    """What the reviewer leads or nobody leads yet, by the longest wait; then the topics."""
    plans = plans_to_lead(actor)
    desk: dict[Status, list[Waiting]] = defaultdict(list)
    for plan, is_mine in plans:
        desk[plan.state].append(_at_the_desk(plan, is_mine=is_mine))
    yours = list(_objections([plan for plan, _mine in plans if plan.state is Status.IN_REVIEW]))
    yours += desk[Status.SUBMITTED]
    yours += [_topics(plan, topics) for plan, topics in topics_to_read(actor).items()]
    yours += desk[Status.IN_REVIEW]
    return [
        Waits(_("Yours to do"), yours, str(NOTHING_WAITS)),
        Waits(_("Others have it"), desk[Status.RETURNED], str(NOTHING_ELSEWHERE)),
    ]


def _objections(in_review: Sequence[Plan]) -> Iterator[Waiting]:
    waiting = objections_in(in_review)
    for plan in in_review:
        if number := waiting[plan.id]:
            yield _objection(plan, number)


def _objection(plan: Plan, number: int) -> Waiting:
    text = ngettext(
        "Decide on %(num)s objection to a comment on “%(title)s”",
        "Decide on %(num)s objections to comments on “%(title)s”",
        number,
        title="%(title)s",
    )
    return Waiting(
        url=f"/review/{plan.ref}",
        text=_titled(text, plan),
        sentence=_("Two reviewers see it differently. The letter can go once it is decided."),
        end=_waiting(plan),
    )


def _at_the_desk(plan: Plan, *, is_mine: bool) -> Waiting:
    return Waiting(
        url=f"/review/{plan.ref}",
        text=_titled(_next_step(plan), plan),
        sentence=_party(plan, is_mine=is_mine),
        end=_waiting(plan),
    )


def _next_step(plan: Plan) -> str:
    if plan.state is Status.IN_REVIEW:
        return _("Go on with the review of “%(title)s”")
    if plan.state is Status.RETURNED:
        return _("See “%(title)s”")
    if (plan.submitted_round or 1) > 1:
        return _("Read the answers on “%(title)s”")
    return _("Take up “%(title)s”")


def _topics(plan: Plan, topics: Sequence[Topic]) -> Waiting:
    named = show_items([str(topic.label) for topic in topics], language=current())
    return Waiting(
        url=f"/review/{plan.ref}",
        text=_titled(_("Read your topics in “%(title)s”"), plan),
        sentence=_("%(party)s. Topics: %(topics)s", party=_name(plan), topics=named),
        end=_waiting(plan),
    )


def _party(plan: Plan, *, is_mine: bool) -> str:
    if is_mine:
        return _("%(party)s. You lead the review.", party=_name(plan))
    return _("%(party)s. Nobody leads the review yet.", party=_name(plan))


def _name(plan: Plan) -> str:
    return plan.party.name(current())


def _titled(sentence: str, plan: Plan) -> Cell:
    return woven(sentence, title=submitted_title_of(plan))


def _waiting(plan: Plan) -> str:
    """How long the plan has been with us, or with its Party."""
    return waiting_sentence(plan.state, since(plan.state, plan.submitted_at, plan.moved_at))
