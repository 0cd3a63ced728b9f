"""What a new plan can begin from, besides nothing and one of the Party's own plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.kit.locales import current, language
from engage.plans.document import Json
from engage.plans.sharing.models import PlanTemplate
from engage.plans.sharing.queries import find_template, templates
from engage.plans.sharing.starting import Start, document_of

START, TEMPLATE = "start:", "template:"


@dataclass(frozen=True, slots=True)
class Beginning:
    """`mark` says in a plan where it comes from; `name` is in the language of the reader."""

    mark: str
    name: str
    name_language: str
    document: Json


def choices(plan_language: str) -> Iterator[tuple[str, str]]:
    """Marks and labels: the sets first, then the templates, with the language they are in."""
    for start in Start:
        yield f"{START}{start.value}", str(start.label)
    for template in templates():
        yield f"{TEMPLATE}{template.code}", _label(template, plan_language)


def find_beginning(mark: str, plan_language: str) -> Beginning | None:
    """What was chosen; None for a mark that means nothing, or no longer."""
    if mark.startswith(START) and mark.removeprefix(START) in set(Start):
        start = Start(mark.removeprefix(START))
        return Beginning(mark, str(start.label), current(), document_of(start, plan_language))
    template = find_template(mark.removeprefix(TEMPLATE)) if mark.startswith(TEMPLATE) else None
    if template is None or not template.is_active:
        return None
    return Beginning(mark, template.name(current()), current(), template.document)


def _label(template: PlanTemplate, plan_language: str) -> str:
    """A template in another language than the Party's names it."""
    label = str(_("Template: %(name)s", name=template.name(current())))
    if template.language == plan_language:
        return label
    return f"{label} · {language(template.language).name}"
