"""Form fields over kinds of value, and the form that all forms of the site are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from flask import flash, g, has_request_context, request
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms import SelectChoice as SelectChoice  # type: ignore[attr-defined]  # newer than the stubs; forms take it from here
from wtforms.utils import unset_value

from engage.kit.formats import show_months
from engage.kit.locales import current
from engage.kit.locales import language as find
from engage.kit.pieces import Cell
from engage.kit.values.base import ANSWER, Json, Kind, Problem, is_as_typed
from engage.kit.values.choice import Choices
from engage.kit.values.groups import ByGroup
from engage.kit.values.links import Links
from engage.kit.values.options import Option
from engage.kit.values.strip import MONTHS, month_part
from engage.kit.values.tongues import reader_first
from engage.kit.values.vocabulary import Label

# For an option that is the name of a person: a name is in no language of the pages.
A_NAME: Mapping[str, str] = MappingProxyType({"lang": ""})
KeptSource = Callable[[str], "MultiDict[str, str] | None"]


class ValueField(Field):
    """A field whose `data` is a value of its kind, or the text as typed where it cannot be read.

    Made from a declared field (`label`, `help`, `kind`, `level`) or from its parts:
    `ValueField(declared)`, `ValueField(kind=Text(200), label=_l("Title"), hint=_l("…"))`.
    It never stops a form: what is wrong is kept and marked. `language` is that of the words in its
    boxes, where it may be another than the page's. `rows` are the rows of a plan that may be linked
    to: a kind of links knows none. `beside` is a line that follows from other answers, empty while
    nothing follows; `opens` says what more can be opened, and where it is; `suggested_in` names
    the list of words that the page suggests.
    """

    language = ""
    beside: Cell | None = None
    opens: tuple[Label, str] | None = None
    suggested_in = ""
    rows: tuple[Option, ...] = ()
    kind: Kind
    typed: dict[str, list[str]]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    def __init__(
        self,
        declared: Any = None,
        *,
        kind: Kind | None = None,
        label: Label | None = None,
        hint: Label = "",
        level: str = "",
        **settings: Any,
    ) -> None:
        settings["label"] = label if declared is None else declared.label
        super().__init__(**settings)
        self.declared = declared
        self.kind = kind or declared.kind
        self.hint = hint if declared is None else declared.help
        self.level = level if declared is None else declared.level
        self.label.field_id = self.part_id(self.kind.parts()[0])
        self._hold(None)

    def process(
        self,
        formdata: Any,
        data: Any = unset_value,
        extra_filters: Sequence[Any] | None = None,  # noqa: ARG002  # WTForms passes it
    ) -> None:
        """From the posted parts where there are any; otherwise from a stored value."""
        self.process_errors = []
        self.object_data = self.default if data is unset_value else data
        if formdata is None:
            self._hold(self.object_data)
            return
        typed = {part: formdata.getlist(self.part_name(part)) for part in self.kind.parts()}
        taken = self.kind.take(typed)
        self._hold(taken.value, taken.problems, taken.warnings)

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:  # noqa: ARG002  # as WTForms
        """Saving always works: problems are shown beside the field and never stop a form."""
        return True

    def part_name(self, part: str = "") -> str:
        return f"{self.name}-{part}" if part else self.name

    def part_id(self, part: str = "") -> str:
        return f"{self.id}-{part}" if part else self.id

    def options(self, part: str = "") -> list[tuple[str, Label]]:
        """Codes and labels to choose from in a part; nothing where words are typed."""
        return _pairs(self._options(part))

    def own_codes(self, part: str = "") -> frozenset[str]:
        """The codes among them whose labels are the Party's own words."""
        return frozenset(option.code for option in self._options(part) if option.own)

    def _options(self, part: str) -> Sequence[Option]:
        if isinstance(self.kind, Links) and not part:
            return self._linkable()
        if isinstance(self.kind, Choices) and self.kind.ranked and not part:
            return self.kind.ranking_options(self.data)
        return self.kind.options(part)

    def _linkable(self) -> tuple[Option, ...]:
        """The rows to link to; a key that is none of them stays as it is: nothing is lost."""
        there = {option.code for option in self.rows}
        others = (Option(key, key, own=True) for key in self.typed[""] if key not in there)
        return (*self.rows, *others)

    def groups(self) -> list[tuple[str, Label]]:
        """The groups that are asked about, where the kind asks by group."""
        return _pairs(self.kind.group_options()) if isinstance(self.kind, ByGroup) else []

    def months(self) -> list[tuple[str, str]]:
        """The parts of a year with the names of their months, in the language spoken now."""
        return [(month_part(each), show_months(each, each, language=current())) for each in MONTHS]

    def tongues(self) -> list[tuple[str, str, str]]:
        """Code, own name and direction of each language, that of the page before the others."""
        return [(code, find(code).name, find(code).direction) for code in reader_first(current())]

    @property
    def hint_id(self) -> str:
        return f"{self.id}-hint"

    @property
    def error_id(self) -> str:
        return f"{self.id}-error"

    @property
    def answers_allowed(self) -> list[tuple[str, Label]]:
        """What may be answered instead of a value: none, not known, does not apply."""
        return _pairs(self.kind.options(ANSWER))

    def _hold(
        self, value: Json, problems: Sequence[Problem] = (), warnings: Sequence[Problem] = ()
    ) -> None:
        """Stored text that could not be read is read again, so that its problems show again."""
        typed = self.kind.typed(value)
        if is_as_typed(value) and not problems:
            problems = self.kind.take(typed).problems
        self.data = value
        self.typed = {part: typed.get(part, []) for part in self.kind.parts()}
        self.problems = tuple(problems)
        self.warnings = tuple(warnings) or self.kind.warn(value)


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the error summary: where it leads, and what it says."""

    href: str
    text: Label


class EngageForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF carries no types
    """The base of all forms.

    On GET it fills itself with text that was kept when a session had ended, if the text was meant
    for this page and for this form; `is_kept` tells the page to say so.
    """

    is_kept = False
    kept: MultiDict[str, str] | None = None

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF carries no types
        def wrap_formdata(self, form: EngageForm, formdata: Any) -> Any:
            posted = super().wrap_formdata(form, formdata)
            if posted is not None or not _is_reading():
                return posted
            kept = _kept_text(request.path)
            if kept is None or not form.asks_for(kept):
                return None
            form.is_kept = True
            form.kept = kept
            _say_once()
            return kept

    def asks_for(self, typed: MultiDict[str, str]) -> bool:
        """Some of the text is meant for fields of this form."""
        return any(name in typed for field in self._asked() for name in _names_of(field))

    def kept_text(self, name: str) -> str:
        """What a box held that is no field of this form, such as what its writer had seen."""
        return self.kept.get(name, "") if self.kept is not None else ""

    def value_fields(self) -> list[ValueField]:
        return [field for field in self if isinstance(field, ValueField)]

    def problems_list(self) -> list[Finding]:
        """Everything amiss in the form, in its order, each with the box it leads to."""
        return [finding for field in self for finding in _findings(field)]

    def warnings_list(self) -> list[Finding]:
        return [_finding(field, each) for field in self.value_fields() for each in field.warnings]

    def _asked(self) -> Iterator[Field]:
        return (field for field in self if field.short_name != self.meta.csrf_field_name)


def set_kept_source(source: KeptSource) -> None:
    """Name where text comes from that was typed before a session ended: path to text."""
    _kept_sources[:] = [source]


_kept_sources: list[KeptSource] = []


def has_kept_text() -> bool:
    """Whether text was kept for the page that is read now."""
    return _is_reading() and bool(_kept_text(request.path))


def _is_reading() -> bool:
    return has_request_context() and request.method == "GET"


def _kept_text(path: str) -> MultiDict[str, str] | None:
    return _kept_sources[0](path) if _kept_sources else None


def _say_once() -> None:
    """On a page with several forms one sentence is enough."""
    if not g.get("told_of_kept_text"):
        g.told_of_kept_text = True
        flash(_("What you typed before is below. It is not saved yet."))


def _pairs(options: Sequence[Option]) -> list[tuple[str, Label]]:
    return [(option.code, option.label) for option in options]


def _names_of(field: Field) -> list[str]:
    if isinstance(field, ValueField):
        return [field.part_name(part) for part in field.kind.parts()]
    return [field.name]


def _finding(field: ValueField, problem: Problem) -> Finding:
    parts = field.kind.parts()
    part = problem.part if problem.part in parts else parts[0]
    # Translators: a question of the form, then what to look at there.
    text = _("%(field)s: %(problem)s", field=field.label.text, problem=problem.sentence)
    return Finding(f"#{field.part_id(part)}", text)


def _findings(field: Field) -> list[Finding]:
    if isinstance(field, ValueField):
        return [_finding(field, problem) for problem in field.problems]
    return [Finding(f"#{field.id}", error) for error in field.errors]
