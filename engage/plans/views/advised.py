"""What good practice has to say of a plan, remembered until the plan or what it is measured by
changes.

The Party reads it of the plan as it stands, the secretariat of the version that was submitted.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from engage.frame.fragments import Fragments, macro
from engage.kit.formats import between_sentences
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.pieces import Cell, run_on
from engage.plans.advice.aside import SetAside, set_aside_in, still_given
from engage.plans.advice.rules import found
from engage.plans.advice.shape import Advice
from engage.plans.advice.words import in_words, title_of
from engage.plans.document import Json, compose
from engage.plans.gaps import Place, place_of_advice
from engage.plans.linked import Linked
from engage.plans.models import Plan, PlanRow, Version
from engage.plans.outline.plan import SECTIONS, find_register
from engage.plans.outline.shape import Register, Section
from engage.plans.vocabulary import Level
from engage.reference.norms import Norms
from engage.reference.queries import norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import Group

# Questions beside which advice is told while they are answered.
TOLD_AT: dict[str, tuple[str, ...]] = {"activities": ("when",)}
PLANS = 1000
FRAGMENTS = 1000


@dataclass(frozen=True, slots=True)
class Looked:
    """Advice that stands, and what was set aside, by the name of the advice."""

    standing: tuple[Advice, ...]
    aside: Mapping[str, SetAside]


@dataclass(frozen=True, slots=True)
class Shown:
    """One advice on a page: what it is about, its sentence, and where it can be followed."""

    name: str
    title: str
    sentence: Cell
    place: Place
    holds_up: bool


@dataclass(frozen=True, slots=True)
class ShownAside:
    name: str
    title: str
    about: str
    reason: str


_looked: Memo[Looked] = Memo(PLANS)
_fragments = Fragments(FRAGMENTS)


class Advised:
    """The advice on one document; `key` is new whenever the document is another."""

    def __init__(self, ref: str, language: str, key: Hashable, document: Callable[[], Json]):
        self.ref, self.language, self.key, self._document = ref, language, key, document
        self.norms: Norms = norms()

    @classmethod
    def plan(cls, plan: Plan) -> Advised:
        return cls(plan.ref, plan.language, plan.stamp, lambda: compose(plan))

    @classmethod
    def version(cls, plan: Plan, version: Version) -> Advised:
        key = (version.id, version.submitted_at)
        return cls(plan.ref, version.language, key, lambda: version.document)

    @property
    def looked(self) -> Looked:
        return _looked.get((self.key, self.norms), lambda: _look(self._document(), self.norms))

    @property
    def standing(self) -> tuple[Advice, ...]:
        return self.looked.standing

    def find(self, name: str) -> Advice | None:
        """An advice that stands, by its name."""
        return next((each for each in self.standing if each.name == name), None)

    def in_section(self, section: str) -> list[Advice]:
        return [each for each in self.standing if each.section == section]

    def in_form(self, section: str, register: str, key: str) -> list[Advice]:
        """On one row; or, without a register, on the questions of the section itself."""
        given, here = self.in_section(section), (register, key)
        return [each for each in given if (each.register, each.key) == here]

    def in_words(self, given: Sequence[Advice]) -> list[Shown]:
        """The advice in the language spoken now."""
        if not given:
            return []
        return [
            Shown(
                name=told.name,
                title=told.title,
                sentence=told.sentence,
                place=place_of_advice(told.advice, self.ref),
                holds_up=told.holds_up,
            )
            for told in in_words(given, self._document(), self.norms, self.language)
        ]

    def title_of(self, advice: Advice) -> Cell:
        """What the advice is about: a row, a group, or else a section of the plan."""
        row = title_of(advice, Linked.in_document(self._document(), current()), self.language)
        said = dict(advice.said)
        group = str(Group(str(said["group"])).label) if "group" in said else ""
        return row or group or str(next(s.title for s in SECTIONS if s.code == advice.section))

    def aside_in_words(self) -> list[ShownAside]:
        labels = AdviceCode.labels()
        return [
            ShownAside(each.name, str(labels.get(each.advice, "")), each.about, each.reason)
            for each in self.looked.aside.values()
        ]

    def section_in_html(self, section: str, *, linked: bool) -> Markup:
        """The advice on a section of the plan's page."""
        draw = macro("plans/_advice.html", "advice_on_section")
        given = self.in_section(section)

        def render() -> str:
            return str(draw(self.in_words(given), self, linked)) if given else ""

        return _fragments.get(("section", self.key, self.norms, section, linked), render)

    def form_in_html(self, section: str, register: str = "", key: str = "") -> Markup:
        """The advice above a form; empty where there is none."""
        draw = macro("plans/_advice.html", "advice_above")
        given = [each for each in self.in_form(section, register, key) if not _told_at(each)]

        def render() -> str:
            return str(draw(self.in_words(given), self)) if given else ""

        return _fragments.get(("form", self.key, self.norms, section, register, key), render)


def above_form(plan: Plan, section: Section, row: PlanRow | None = None) -> Markup:
    """The advice on what a form asks: on a row, or on the questions of a section."""
    advised = Advised.plan(plan)
    if row is None:
        return advised.form_in_html(section.code)
    return advised.form_in_html(section.code, row.register, row.key)


def news_of(before: Markup, now: Markup) -> Markup | None:
    """The advice, if it says something else than before."""
    return None if now == before else now


def lines_at_questions(plan: Plan, register: Register, row: PlanRow) -> dict[str, Cell]:
    """By question of a row, what is told right beside it; empty while there is nothing to tell."""
    section, fields = find_register(register.code), TOLD_AT.get(register.code, ())
    if section is None or not fields:
        return {}
    advised = Advised.plan(plan)
    given = advised.in_form(section[0].code, register.code, row.key)
    told = {each.name: each.sentence for each in advised.in_words(given)}
    return {
        field: _run_on([told[each.name] for each in given if each.field == field])
        for field in fields
    }


def open_advice(plan: Plan) -> int:
    """How much advice on a plan stands that could be set aside."""
    return sum(1 for each in Advised.plan(plan).standing if each.level is not Level.MUST)


def _told_at(advice: Advice) -> bool:
    """Whether it is told beside its question and not above the form."""
    return advice.field in TOLD_AT.get(advice.register, ())


def _run_on(sentences: Sequence[Cell]) -> Cell:
    """Sentences behind each other."""
    between = between_sentences(current())
    return run_on(*[cell for sentence in sentences for cell in (between, sentence)][1:])


def _look(document: Json, measured_by: Norms) -> Looked:
    aside = set_aside_in(document)
    return Looked(still_given(found(document, measured_by), aside), aside)
