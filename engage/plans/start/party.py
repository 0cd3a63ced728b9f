"""What waits for the people of a Party: those who write its plans, and its advisers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.models import User
from engage.kit.pieces import Cell, woven
from engage.plans import rules
from engage.plans.checks.models import InternalCheck
from engage.plans.checks.queries import checks_in_party, checks_waiting_for
from engage.plans.models import Plan
from engage.plans.papers.models import Clearance
from engage.plans.papers.queries import clearances_out
from engage.plans.papers.sentences import lies_with
from engage.plans.review.vocabulary import LEVEL_OF, CommentKind
from engage.plans.start.queries import open_comments
from engage.plans.start.sentences import (
    NOTHING_ELSEWHERE,
    NOTHING_WAITS,
    day_of,
    days_from,
    title_of,
    with_secretariat,
)
from engage.plans.start.shape import Waiting, Waits
from engage.plans.vocabulary import HELD_BY, Holder, Status


def waits_of_writer(actor: User, plans: Sequence[Plan]) -> list[Waits]:
    """Returned plans and drafts, checks that came back; then what others have."""
    comments, checks = open_comments(plans), checks_in_party(actor)
    yours = [_returned(actor, plan, comments[plan.id]) for plan in plans if _is_returned(plan)]
    yours += [_checked(check) for check in checks if check.finished_at is not None]
    yours += [_to_check(check) for check in checks if _waits_for(actor, check)]
    yours += [_draft(plan) for plan in plans if plan.state is Status.DRAFT]
    others = [_with_secretariat(plan) for plan in plans if _is_sent(plan)]
    others += [
        _being_checked(check)
        for check in checks
        if check.finished_at is None and not _waits_for(actor, check)
    ]
    others += [_on_paper(paper) for paper in clearances_out(actor.party_code or "")]
    return [
        Waits(_("Yours to do"), yours, str(NOTHING_WAITS)),
        Waits(_("Others have it"), others, str(NOTHING_ELSEWHERE)),
    ]


def waits_of_adviser(actor: User, plans: Sequence[Plan]) -> list[Waits]:
    """The checks that the adviser was asked for; then the plans of the Party to read."""
    asked = [_to_check(check) for check in checks_waiting_for(actor)]
    return [
        Waits(_("Yours to do"), asked, str(NOTHING_WAITS)),
        Waits(_("Plans of your Party"), list(_to_read(plans)), _("Your Party has no plan yet.")),
    ]


def _waits_for(actor: User, check: InternalCheck) -> bool:
    return check.adviser_id == actor.id and check.finished_at is None


def _is_returned(plan: Plan) -> bool:
    return plan.state is Status.RETURNED


def _is_sent(plan: Plan) -> bool:
    return HELD_BY[plan.state] is Holder.SECRETARIAT


def _returned(actor: User, plan: Plan, waiting: Counter[CommentKind]) -> Waiting:
    sentence = _("The secretariat returned the plan on %(date)s.", date=day_of(plan.moved_at))
    here, number = f"/plans/{plan.ref}", waiting.total()
    if number:
        answer = ngettext(
            "Answer %(num)s comment on “%(title)s”",
            "Answer %(num)s comments on “%(title)s”",
            number,
            title="%(title)s",
        )
        end, level = _weight(waiting)
        return Waiting(f"{here}/comments", _titled(answer, plan), sentence, end, level)
    if rules.may_submit(actor, plan):
        again = _titled(_("Submit “%(title)s” again"), plan)
        return Waiting(f"{here}/submit", again, sentence, _("all answered"))
    return Waiting(here, _titled(_("Go on with “%(title)s”"), plan), sentence, _("all answered"))


def _weight(waiting: Counter[CommentKind]) -> tuple[str, str]:
    """The heaviest of what is asked, as a tag."""
    musts, questions = waiting[CommentKind.MUST_CHANGE], waiting[CommentKind.QUESTION]
    if musts:
        words = ngettext("%(num)s must change", "%(num)s must change", musts)
        return words, LEVEL_OF[CommentKind.MUST_CHANGE]
    if questions:
        words = ngettext("%(num)s question", "%(num)s questions", questions)
        return words, LEVEL_OF[CommentKind.QUESTION]
    words = ngettext("%(num)s suggestion", "%(num)s suggestions", waiting.total())
    return words, LEVEL_OF[CommentKind.SUGGESTION]


def _draft(plan: Plan) -> Waiting:
    return Waiting(
        url=f"/plans/{plan.ref}",
        text=_titled(_("Go on with “%(title)s”"), plan),
        sentence=_("A draft that only your Party sees."),
        end=_("changed on %(date)s", date=day_of(plan.changed_at)),
    )


def _with_secretariat(plan: Plan) -> Waiting:
    return Waiting(
        url=f"/plans/{plan.ref}",
        text=_titled(_("See “%(title)s”"), plan),
        sentence=with_secretariat(plan),
        end=days_from(plan.moved_at.date()),
    )


def _checked(check: InternalCheck) -> Waiting:
    return Waiting(
        url=f"/plans/{check.plan.ref}/check",
        text=_titled(_("Read what was said in the internal check of “%(title)s”"), check.plan),
        sentence=woven(_("By: %(person)s"), person={"text": check.adviser.name}),
        end=day_of(check.finished_at or check.asked_at),
    )


def _being_checked(check: InternalCheck) -> Waiting:
    return Waiting(
        url=f"/plans/{check.plan.ref}/check",
        text=_titled(_("See the internal check of “%(title)s”"), check.plan),
        sentence=woven(
            _("Asked on %(date)s: %(person)s"),
            date=day_of(check.asked_at),
            person={"text": check.adviser.name},
        ),
        end=days_from(check.asked_at.date()),
    )


def _to_check(check: InternalCheck) -> Waiting:
    return Waiting(
        url=f"/plans/{check.plan.ref}/check",
        text=_titled(_("Check “%(title)s”"), check.plan),
        sentence=woven(
            _("You were asked on %(date)s, by %(person)s. Nothing of it leaves your Party."),
            date=day_of(check.asked_at),
            person={"text": check.asked_by.name},
        ),
        end=days_from(check.asked_at.date()),
    )


def _on_paper(paper: Clearance) -> Waiting:
    """On paper with the minister, say, in the words of whoever noted it."""
    return Waiting(
        url=f"/plans/{paper.plan.ref}/papers",
        text=_titled(_("See the papers of “%(title)s”"), paper.plan),
        sentence=lies_with(paper.with_whom, paper.language, paper.given_on),
        end=day_of(paper.given_on),
    )


def _to_read(plans: Sequence[Plan]) -> Iterator[Waiting]:
    for plan in plans:
        if plan.state is not Status.CLOSED:
            yield Waiting(
                url=f"/plans/{plan.ref}",
                text=_titled(_("Read “%(title)s”"), plan),
                sentence=_("Changed on %(date)s.", date=day_of(plan.changed_at)),
                end=str(plan.state.label),
            )


def _titled(sentence: str, plan: Plan) -> Cell:
    return woven(sentence, title=title_of(plan))
