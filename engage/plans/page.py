"""What a plan's page shows besides the text: the way, who holds it, and the state of sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.history.models import Entry
from engage.history.vocabulary import Verb
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.plans.completeness import Finding
from engage.plans.document import Json
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.vocabulary import HELD_BY, Holder, Level, Status

REACHED_BY = {
    Status.DRAFT: (Verb.STARTED, Verb.COPIED, Verb.IMPORTED, Verb.REVISED, Verb.WITHDRAWN),
    Status.SUBMITTED: (Verb.SUBMITTED,),
    Status.IN_REVIEW: (Verb.TAKEN_UP,),
    Status.RETURNED: (Verb.RETURNED,),
    Status.COMPLETE: (Verb.COMPLETED,),
    Status.CLOSED: (Verb.CLOSED,),
}
WAY = (Status.DRAFT, Status.SUBMITTED, Status.IN_REVIEW, Status.RETURNED, Status.COMPLETE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on the way: passed, now or ahead, with its word and its date."""

    label: str
    date: str
    mark: str


@dataclass(frozen=True, slots=True)
class SectionState:
    number: int
    code: str
    name: str
    url: str
    current: bool
    shape: str
    words: str


def way_of(plan: Plan, entries: Sequence[Entry]) -> list[Mark]:
    """The whole way of the plan; “returned” stands in it only while the plan is returned.

    `entries` are the plan's history, newest first.
    """
    status = Status(plan.status)
    way = [each for each in WAY if each is not Status.RETURNED or status is Status.RETURNED]
    if status is Status.CLOSED:
        way.append(Status.CLOSED)
    now_at = way.index(status)
    passed = _until_review(plan, entries)
    return [_mark(each, place, now_at, plan, passed) for place, each in enumerate(way)]


def _until_review(plan: Plan, entries: Sequence[Entry]) -> list[Entry]:
    """Small changes after the review are no further turn on the way of the plan."""
    if not plan.small_changes:
        return list(entries)
    return list(dropwhile(lambda each: each.verb != Verb.COMPLETED, entries))


def _mark(status: Status, place: int, now_at: int, plan: Plan, entries: Sequence[Entry]) -> Mark:
    if place > now_at:
        return Mark(str(status.label), _("ahead"), "ahead")
    verbs = REACHED_BY[status]
    at = next((entry.at for entry in entries if entry.verb in verbs), None)
    if place == now_at:
        return Mark(
            _("%(state)s, now", state=status.label),
            show_date(plan.moved_at.date(), language=current()),
            "now",
        )
    return Mark(str(status.label), show_date(at.date(), language=current()) if at else "", "passed")


def holder_of(plan: Plan, party: str) -> str:
    """Who must move next, in a sentence."""
    match HELD_BY[Status(plan.status)]:
        case Holder.PARTY:
            return _("%(party)s holds the plan now.", party=party)
        case Holder.SECRETARIAT:
            return _("The secretariat holds the plan now.")
        case _:
            return _("The plan is closed; nobody holds it.")


def explanation_of(plan: Plan, comments: int) -> str:
    """What it means that somebody holds the plan, and since when."""
    since = show_date(plan.moved_at.date(), language=current())
    match Status(plan.status):
        case Status.DRAFT:
            return _("It is a draft that only your Party sees. Submit it when you are ready.")
        case Status.SUBMITTED:
            return _(
                "It was submitted on %(date)s. You can withdraw it until the review begins.",
                date=since,
            )
        case Status.IN_REVIEW:
            return _("The review began on %(date)s. The text is locked until it ends.", date=since)
        case Status.RETURNED:
            return _returned(since, comments)
        case Status.COMPLETE:
            return _(
                "The review was completed on %(date)s. You can carry the plan out, and start a new "
                "version when it changes.",
                date=since,
            )
        case _:
            return _("It was closed on %(date)s and can only be read.", date=since)


def _returned(since: str, comments: int) -> str:
    if not comments:
        return _(
            "The secretariat returned it on %(date)s. Change what you wish, then submit again. "
            "There is no date that cuts you off.",
            date=since,
        )
    return ngettext(
        "The secretariat returned it on %(date)s with %(num)s comment. Answer it, then submit "
        "again. There is no date that cuts you off.",
        "The secretariat returned it on %(date)s with %(num)s comments. Answer them, then submit "
        "again. There is no date that cuts you off.",
        comments,
        date=since,
    )


def section_states(
    found: Sequence[Finding],
    begun: frozenset[str],
    comments: Mapping[str, int],
    urls: Mapping[str, str],
    current_code: str,
) -> list[SectionState]:
    """The side list: for each section a shape and words."""
    counts = Counter((finding.section, finding.level) for finding in found)
    states = []
    for section in SECTIONS:
        musts = counts[section.code, Level.MUST]
        shoulds = counts[section.code, Level.SHOULD]
        shape = _shape(musts, shoulds, begun=section.code in begun)
        states.append(
            SectionState(
                number=section.number,
                code=section.code,
                name=str(section.title),
                url=urls[section.code],
                current=section.code == current_code,
                shape=shape,
                words=_words(shape, musts, shoulds, comments.get(section.code, 0)),
            )
        )
    return states


def _shape(musts: int, shoulds: int, *, begun: bool) -> str:
    if not begun:
        return "not_begun"
    if musts:
        return "must"
    return "gap" if shoulds else "complete"


def _words(shape: str, musts: int, shoulds: int, comments: int) -> str:
    words = []
    if shape == "not_begun":
        words.append(_("Not begun"))
    elif shape == "complete":
        words.append(_("Complete"))
    if musts:
        words.append(ngettext("%(num)s must", "%(num)s musts", musts))
    if shoulds:
        words.append(ngettext("%(num)s should", "%(num)s shoulds", shoulds))
    if comments:
        words.append(ngettext("%(num)s comment", "%(num)s comments", comments))
    return _(", ").join(words)


def begun_sections(document: Json) -> frozenset[str]:
    """The sections in which anything stands."""
    return frozenset(
        code
        for code, section in document["sections"].items()
        if section["fields"] or any(section["registers"].values())
    )


def standing_line(plan: Plan) -> str:
    """The plan's state, since when, and who holds it: for the head of pages that write it."""
    return _(
        "%(state)s since %(date)s. %(holder)s",
        state=plan.state.label,
        date=show_date(plan.moved_at.date(), language=current()),
        holder=holder_of(plan, plan.party.name(current())),
    )
