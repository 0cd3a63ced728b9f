"""Forms of a plan, made from the outline: one per section and one per register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from markupsafe import Markup
from wtforms import (
    RadioField,
    SelectMultipleField,
)
from wtforms.validators import InputRequired

from engage.frame.fragments import macro
from engage.kit.fields import EngageForm, SelectChoice, ValueField, has_kept_text
from engage.kit.memo import Memo
from engage.kit.values.fingerprint import Merge, fingerprint
from engage.kit.values.links import Links
from engage.kit.values.options import Option
from engage.plans.drafting import Typed
from engage.plans.linked import GONE
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field
from engage.reference.vocabulary.identity import Depth

# By the code of a register: its rows that may be linked to, by what they are called.
Offered = Callable[[str], Sequence[Option]]

CLASSES = 500  # a simple plan asks for what it needs and for what is filled
TAKE_THEIRS = "take-theirs"
SEEN = "seen"


class AnswersForm(EngageForm):
    """Boxes for declared fields. Carries what the writer has seen, field by field.

    The version of a form is a fingerprint of each answer it showed: so two people who change
    different answers never collide, and two who change the same one always find out.
    """

    def answers(self) -> dict[str, Any]:
        return {field.name: field.data for field in self.value_fields()}


def posted(fields: tuple[Field, ...]) -> AnswersForm:
    """The form as it was sent. It may have asked for some of the answers only: one that its writer
    has not seen and not typed stays as it is (`fingerprint.merge`)."""
    return _class_of(tuple(each for each in fields if not each.fixed))()


def depth_shown(plan: Plan) -> Depth:
    """How much a form asks for; all, where text was kept that may answer anything."""
    return Depth.FULL if has_kept_text() else Depth(plan.depth)


def shown(
    fields: tuple[Field, ...],
    values: Mapping[str, Any],
    language: str,
    merged: Merge | None = None,
    *,
    offered: Offered,
    spoken: str = "",
) -> AnswersForm:
    """The form over what is kept, in the plan's language; after a collision the writer's own texts
    stand in the boxes.

    `offered` gives the rows of a register that may be linked to; `spoken` is the language of the
    words in the boxes, where it is not the plan's.
    """
    mine = {each.code: each.mine for each in merged.collisions} if merged else {}
    form = _class_of(fields)(formdata=None, data={**values, **mine})
    for field in form.value_fields():
        field.language = spoken or language
        if isinstance(field.kind, Links):
            field.language = language
            field.rows = _rows_for(field, offered(field.kind.register))
    return form


def with_mine(values: Mapping[str, Any], merged: Merge | None) -> Mapping[str, Any]:
    """What is kept and, after a collision, what its writer typed: both must be asked about."""
    mine = {each.code: each.mine for each in merged.collisions} if merged else {}
    return {**mine, **values}


def _rows_for(field: ValueField, offered: Sequence[Option]) -> tuple[Option, ...]:
    """What may be linked to; what was linked to and is gone stays, so that nothing is lost."""
    there = {option.code for option in offered}
    gone = (Option(key, str(GONE)) for key in field.typed[""] if key not in there)
    return (*offered, *gone)


def seen_by(form: AnswersForm, fields: tuple[Field, ...], values: Mapping[str, Any]) -> str:
    """What the writer of a form has seen; text that was kept brings what was seen when typed."""
    return form.kept_text(SEEN) if form.is_kept else seen_of(fields, values)


def seen_of(fields: tuple[Field, ...], values: Mapping[str, Any]) -> str:
    """The fingerprints of what a form shows, for its hidden box; blank answers need none."""
    filled = (each.code for each in fields if each.code in values)
    return " ".join(f"{code}:{fingerprint(values[code])}" for code in filled)


def seen_after(typed: Typed, merged: Merge) -> str:
    """What the writer has seen once a form has saved itself, while its page stays open.

    An answer that somebody else changed is not seen yet: the page still shows the former one.
    """
    marks = dict(typed.seen)
    for code in merged.agreed:
        marks[code] = fingerprint(merged.result.get(code))
    blank = fingerprint(None)
    return " ".join(f"{code}:{mark}" for code, mark in marks.items() if mark != blank)


def typed_of(form: AnswersForm, **row: str | None) -> Typed:
    """What was typed, less the answers for which the writer took the other person's text."""
    pairs = (pair.partition(":") for pair in request.form.get(SEEN, "").split())
    seen = {code: mark for code, _sep, mark in pairs}
    theirs = set(request.form.getlist(TAKE_THEIRS))
    values = {code: value for code, value in form.answers().items() if code not in theirs}
    return Typed(values=values, seen=seen, **row)


def _class_of(fields: tuple[Field, ...]) -> type[AnswersForm]:
    """Made once. A declared field lives as long as the program, so its identity names it; its
    hash would put all its sentences into words."""

    def make() -> type[AnswersForm]:
        boxes = {field.code: ValueField(field) for field in fields}
        return type("DeclaredForm", (AnswersForm,), boxes)

    return _classes.get(tuple(map(id, fields)), make)


_classes: Memo[type[AnswersForm]] = Memo(CLASSES)


def titled(plan: Plan) -> Markup:
    """A plan's title in its own language, with its code."""
    title = macro("components/own_words.html", "plan_title")(plan)
    return Markup("{} · {}").format(title, plan.ref) if plan.title else Markup(title)  # noqa: S704  # a macro escapes


class NewPlanForm(EngageForm):
    """Start from nothing, from a set or a template, or from chosen parts of a former plan."""

    NOTHING = "nothing"
    has_former = False

    start_from = RadioField(
        _l("What should the new plan start from?"),
        default=NOTHING,
        validators=[InputRequired(_l("Please choose what to start from."))],
    )
    parts = SelectMultipleField(
        _l("Sections to copy"),
        description=_l("Only if you start from a former plan. Dates and signatures are left out."),
        choices=[SelectChoice(each.code, each.title) for each in SECTIONS],
        default=[each.code for each in SECTIONS],
    )

    @classmethod
    def choosing(
        cls, plans: Sequence[Plan], beginnings: Iterable[tuple[str, str]] = ()
    ) -> NewPlanForm:
        """The form with what there is to begin from: sets and templates, and the Party's plans."""
        form = cls()
        form.start_from.choices = [
            SelectChoice(cls.NOTHING, _l("Nothing: an empty plan")),
            *(SelectChoice(mark, label) for mark, label in beginnings),
            *(SelectChoice(plan.ref, titled(plan)) for plan in plans),
        ]
        form.has_former = bool(plans)
        return form
