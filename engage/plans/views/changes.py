"""What changed from one text of a plan to another: any two versions, in either direction.

The Party may also choose the text as it stands while it writes; the secretariat reads what was
submitted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.filters import shown_moment
from engage.frame.fragments import Fragments, macro
from engage.kit.errors import NotFound
from engage.kit.memo import Memo
from engage.plans.compared import Compared
from engage.plans.comparison import Change, Comparison, compare
from engage.plans.document import Json, compose
from engage.plans.imprint import label_of_version
from engage.plans.models import Plan, Version
from engage.plans.outline.plan import SECTIONS
from engage.plans.queries import get_plan, versions_of
from engage.plans.rules import is_own
from engage.plans.workflow import EDITABLE

blueprint = Blueprint("changes", __name__)

NOW = "now"
PLACES = 30  # rows and answers on one page; all of them on one page on demand, to print

# Versions are frozen, and a draft has a new stamp with each change: nothing remembered is stale.
PAIRS, PAGES = 50, 200
_compared: Memo[Comparison] = Memo(PAIRS)
_drawn = Fragments(PAGES)


@dataclass(frozen=True, slots=True)
class Text:
    """A plan as it stood or stands; `code` names it in the address, `2.1` or `now`."""

    code: str
    name: str
    ref: str
    title: str
    language: str
    mark: str  # differs where the text does
    version: Version | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which two texts are compared, and how much of it the page shows."""

    since: Text
    until: Text
    section: str = ""
    page: int = 1
    whole: bool = False

    def url(self) -> str:
        asked = {"since": self.since.code, "until": self.until.code, "section": self.section}
        if self.page > 1:
            asked["page"] = str(self.page)
        if self.whole:
            asked["all"] = "1"
        return "?" + urlencode({name: value for name, value in asked.items() if value})

    @property
    def turned_url(self) -> str:
        return replace(self, since=self.until, until=self.since, page=1).url()


@blueprint.get("/plans/<ref>/changes")
@allowed_to(Permission.PLAN_READ)
def page(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    texts = _texts(plan)
    wish = _wish(texts)
    comparison = _comparison(plan, wish)
    total = len(_places(comparison, wish.section))
    return render_template(
        "plans/changes_page.html",
        plan=plan,
        is_own=is_own(actor(), plan),
        texts=texts,
        wish=wish,
        changes=_in_html(plan, comparison, wish),
        counted=_counted(comparison, wish),
        pager=_pager(wish, total),
    )


def _comparison(plan: Plan, wish: Wish) -> Comparison:
    def made() -> Comparison:
        return compare(_document(plan, wish.since), _document(plan, wish.until))

    return _compared.get((wish.since, wish.until), made)


def _in_html(plan: Plan, comparison: Comparison, wish: Wish) -> Markup:
    """The changes that the page shows, in words, without the documents where both are known."""

    def render() -> str:
        places = _places(comparison, wish.section)
        shown = places if wish.whole else places[(wish.page - 1) * PLACES : wish.page * PLACES]
        changes = Comparison(tuple(change for place in shown for change in place))
        texts = Compared(_document(plan, wish.since), _document(plan, wish.until))
        draw = macro("plans/_changes.html", "sheets")
        return str(draw(texts.sections(changes), wish.since.language, wish.until.language))

    return _drawn.get(("changes", wish), render)


def _texts(plan: Plan) -> list[Text]:
    """What can be chosen, the latest first."""
    texts = [_as_submitted(plan, each) for each in versions_of(plan)]
    if not texts:
        raise NotFound(_("The plan has no such version."))
    if is_own(actor(), plan) and plan.state in EDITABLE:
        name = _("The text as it stands now")
        texts.insert(0, Text(NOW, name, plan.ref, plan.title, plan.language, plan.stamp))
    return texts


def _as_submitted(plan: Plan, version: Version) -> Text:
    name = _(
        "Version %(version)s, submitted on %(date)s",
        version=label_of_version(version),
        date=shown_moment(version.submitted_at),
    )
    code = f"{version.number}.{version.round}"
    mark = f"{version.id} {version.submitted_at}"
    return Text(code, name, plan.ref, version.title, version.language, mark, version)


def _wish(texts: Sequence[Text]) -> Wish:
    """What the address asks for; without it, what the latest text changed in the one before."""
    asked = request.args
    by_code = {text.code: text for text in texts}
    since = asked.get("since") or texts[min(1, len(texts) - 1)].code
    until = asked.get("until") or texts[0].code
    if since not in by_code or until not in by_code:
        raise NotFound(_("The plan has no such version."))
    section = asked.get("section", "")
    return Wish(
        by_code[since],
        by_code[until],
        section=section if section in {each.code for each in SECTIONS} else "",
        page=max(1, asked.get("page", 1, type=int)),
        whole=bool(asked.get("all")),
    )


def _document(plan: Plan, text: Text) -> Json:
    return text.version.document if text.version else compose(plan)


def _places(comparison: Comparison, section: str) -> Sequence[tuple[Change, ...]]:
    return [each for each in comparison.places if section in ("", each[0].section)]


def _counted(comparison: Comparison, wish: Wish) -> list[dict[str, object]]:
    """The sections that differ, each with how much in it, as views of this page."""
    counts = Counter(place[0].section for place in comparison.places)
    of_all = {"": _("All sections")} | {e.code: f"{e.number} {e.title}" for e in SECTIONS}
    counts[""] = counts.total()
    return [
        {
            "url": replace(wish, section=code, page=1).url(),
            "text": text,
            "count": counts[code],
            "current": code == wish.section,
        }
        for code, text in of_all.items()
        if counts[code]
    ]


def _pager(wish: Wish, total: int) -> dict[str, str] | None:
    """Where one is in a list that is longer than a page."""
    if wish.whole or total <= PLACES:
        return None
    first, last = (wish.page - 1) * PLACES + 1, min(wish.page * PLACES, total)
    position = _("Changes %(first)s to %(last)s of %(total)s", first=first, last=last, total=total)
    return {
        "position": position,
        "previous_url": replace(wish, page=wish.page - 1).url() if wish.page > 1 else "",
        "next_url": replace(wish, page=wish.page + 1).url() if last < total else "",
        "all_url": replace(wish, page=1, whole=True).url(),
    }
