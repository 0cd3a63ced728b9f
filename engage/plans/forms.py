"""Forms of a plan, made from the outline: one per section and one per register."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectChoice, SelectMultipleField, widgets

from engage.kit.fields import EngageForm, ValueField
from engage.kit.values.fingerprint import fingerprint
from engage.plans.drafting import Typed
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.outline.shape import Field

TAKE_THEIRS = "take-theirs"
SEEN = "seen"


class AnswersForm(EngageForm):
    """Boxes for declared fields. Carries what the writer has seen, field by field.

    The version of a form is a fingerprint of each answer it showed: so two people who change
    different answers never collide, and two who change the same one always find out.
    """

    def answers(self) -> dict[str, Any]:
        return {field.name: field.data for field in self if isinstance(field, ValueField)}

    def boxes(self) -> list[ValueField]:
        return [field for field in self if isinstance(field, ValueField)]


def section_form(code: str, values: Mapping[str, Any]) -> AnswersForm:
    return _section_class(code)(data=dict(values))


def row_form(register: str, values: Mapping[str, Any]) -> AnswersForm:
    return _register_class(register)(data=dict(values))


def seen_of(fields: tuple[Field, ...], values: Mapping[str, Any]) -> str:
    """The fingerprints of what a form shows, for its hidden box."""
    return " ".join(f"{each.code}:{fingerprint(values.get(each.code))}" for each in fields)


def typed_of(form: AnswersForm, **row: str | None) -> Typed:
    """What was typed, less the answers for which the writer took the other person's text."""
    pairs = (pair.partition(":") for pair in request.form.get(SEEN, "").split())
    seen = {code: mark for code, _sep, mark in pairs}
    theirs = set(request.form.getlist(TAKE_THEIRS))
    values = {code: value for code, value in form.answers().items() if code not in theirs}
    return Typed(values=values, seen=seen, **row)


@lru_cache(maxsize=None)
def _section_class(code: str) -> type[AnswersForm]:
    section = find_section(code)
    if section is None:
        raise KeyError(code)
    return _class_of(section.fields)


@lru_cache(maxsize=None)
def _register_class(code: str) -> type[AnswersForm]:
    found = find_register(code)
    if found is None:
        raise KeyError(code)
    return _class_of(found[1].fields)


def _class_of(fields: tuple[Field, ...]) -> type[AnswersForm]:
    boxes = {field.code: ValueField(field) for field in fields}
    return type("DeclaredForm", (AnswersForm,), boxes)


class NewPlanForm(EngageForm):
    """Start from nothing, or from chosen parts of a former plan."""

    start_from = RadioField(_l("What should the new plan start from?"))
    parts = SelectMultipleField(
        _l("Sections to copy"),
        choices=[SelectChoice(each.code, each.title) for each in SECTIONS],
        option_widget=widgets.CheckboxInput(),
        widget=widgets.ListWidget(prefix_label=False),
    )


class SubmitForm(EngageForm):
    confirmed = BooleanField(_l("The plan may go to the secretariat as it stands."))
