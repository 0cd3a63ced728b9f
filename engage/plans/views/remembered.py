"""What a plan's page works out from all its content, remembered until the content changes.

The key is the plan's stamp, which is new with every change: what is remembered can be forgotten
at any time, and can never be stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup

from engage.accounts.models import User
from engage.frame.fragments import Fragments, macro
from engage.kit.clock import today
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.plans.completeness import Finding, findings
from engage.plans.document import Json, compose, compose_own
from engage.plans.gaps import Names, in_words, names_of_rows
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Section
from engage.plans.page import begun_sections, section_states
from engage.plans.promises import NAMED_IN_PROMISES, Promise, made_to, promises_in
from engage.plans.queries import own_plan
from engage.plans.reading import ReadSection, read_section
from engage.plans.rules import may_edit, may_see_private

OVERVIEWS = 2000
SECTIONS_AS_READ = 500
FRAGMENTS = 1000


@dataclass(frozen=True, slots=True)
class Overview:
    """What is open in a plan, which sections are begun, and what its rows are called.

    `names` are the words for a finding in a row, by register and key.
    """

    findings: tuple[Finding, ...]
    begun: frozenset[str]
    names: Names


_overviews: Memo[Overview] = Memo(OVERVIEWS)
_sections: Memo[ReadSection] = Memo(SECTIONS_AS_READ)
_fragments = Fragments(FRAGMENTS)


def overview(plan: Plan) -> Overview:
    return _overviews.get(plan.stamp, lambda: _look_over(compose(plan)))


def section_as_read(reader: User, plan: Plan, section: Section) -> ReadSection:
    """A section in the reader's language; with the private answers for those who may see them."""
    private = may_see_private(reader, plan)
    key = (plan.stamp, section.code, current(), private)

    def read() -> ReadSection:
        document = compose_own(own_plan(plan.ref, visible_to=reader)) if private else compose(plan)
        return read_section(document, section, current())

    return _sections.get(key, read)


def section_in_html(reader: User, plan: Plan, section: Section, opened: str) -> Markup:
    """The same in HTML; `opened` names the row that stands open, as `register.key`."""
    key = ("section", plan.stamp, section.code, opened, may_see_private(reader, plan), today())
    body = macro("plans/_section.html", "section_body")

    def render() -> str:
        read = section_as_read(reader, plan, section)
        return str(body(read, plan, opened, _promises_naming(plan, opened)))

    return _fragments.get(key, render)


def _promises_naming(plan: Plan, opened: str) -> tuple[Promise, ...]:
    """The promises that name the row which stands open: a stakeholder or an activity."""
    register, _dot, key = opened.partition(".")
    if register not in NAMED_IN_PROMISES:
        return ()
    return made_to(promises_in(compose(plan), current(), today()), register, key)


def findings_in_html(reader: User, plan: Plan, seen: Overview) -> Markup:
    """What is open in the whole plan, in sentences; with links for those who may write."""
    linked = may_edit(reader, plan)
    draw = macro("plans/_findings.html", "finding_list")

    def render() -> str:
        return str(draw(in_words(seen.findings, seen.names, plan.ref), plan.language, linked))

    return _fragments.get(("findings", plan.stamp, linked), render)


def side_list_in_html(
    plan: Plan, seen: Overview, section: Section, comments: Mapping[str, int]
) -> Markup:
    """The sections at the side, each with what is open in it; `section` is the one shown."""
    urls = {each.code: f"/plans/{plan.ref}?section={each.code}" for each in SECTIONS}
    listed = macro("components/section_list.html", "section_list")

    def render() -> str:
        states = section_states(seen.findings, seen.begun, comments, urls, section.code)
        return str(listed(states, _("Sections")))

    key = ("side list", plan.stamp, section.code, tuple(sorted(comments.items())))
    return _fragments.get(key, render)


def _look_over(document: Json) -> Overview:
    return Overview(findings(document), begun_sections(document), names_of_rows(document))
