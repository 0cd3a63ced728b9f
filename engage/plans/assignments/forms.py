"""Forms in which reviewers share the work out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from wtforms import (
    HiddenField,
    SelectField,
)
from wtforms.validators import ValidationError

from engage.accounts.models import User
from engage.kit.fields import A_NAME, EngageForm, SelectChoice
from engage.kit.locales import LANGUAGES
from engage.plans.assignments.details import RuleDetails
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.sentences import NO_REVIEWER
from engage.plans.assignments.vocabulary import Topic
from engage.plans.filters.details import id_in
from engage.plans.filters.forms import choices_of
from engage.reference.vocabulary.identity import Region


class PeopleForm(EngageForm):
    """Who reads each topic; made by `people_form`. What one saw goes along, topic by topic."""

    def reader(self, topic: Topic) -> Any:
        return self[f"reader_{topic.value}"]

    def seen(self, topic: Topic) -> Any:
        return self[f"seen_{topic.value}"]

    def changes(self) -> Iterator[tuple[Topic, int]]:
        """What was chosen otherwise than it stood there, with the id of the person, or nought."""
        for topic in Topic:
            chosen = self.reader(topic).data or ""
            if chosen != (self.seen(topic).data or ""):
                yield topic, id_in(chosen)

    def clashes(self, now: Mapping[Topic, str]) -> list[Topic]:
        """The topics among them for which a colleague has named somebody else meanwhile."""
        return [
            topic
            for topic, chosen in self.changes()
            if now.get(topic, "") not in (self.seen(topic).data or "", str(chosen or ""))
        ]


def people_form(assignments: Sequence[Assignment], people: Sequence[User]) -> PeopleForm:
    """The form as posted, or as it stands; who reads a topic already can stay with it."""
    present = {each.topic: each.reviewer for each in assignments}
    boxes: dict[str, Any] = {}
    kept: dict[str, str] = {}
    for topic in Topic:
        reader = present.get(topic.value)
        boxes[f"reader_{topic.value}"] = SelectField(
            str(topic.label), choices=_choices(people, reader)
        )
        boxes[f"seen_{topic.value}"] = HiddenField()
        stands = str(reader.id) if reader else ""
        kept |= {f"reader_{topic.value}": stands, f"seen_{topic.value}": stands}
    made: PeopleForm = type("PeopleOfAPlan", (PeopleForm,), boxes)(data=kept)
    return made


def _choices(people: Sequence[User], reader: User | None) -> list[Any]:
    offered = {each.id: each.name for each in (*people, *([reader] if reader else ()))}
    named = [SelectChoice(str(id_), name, A_NAME) for id_, name in offered.items()]
    return [SelectChoice("", _("Nobody yet")), *named]


class RuleForm(EngageForm):
    """A rule by which people are asked to read, when a plan is submitted."""

    topic = SelectField(_lp("rule", "Topic"), choices=choices_of(Topic))
    annex = SelectField(
        _lp("rule", "Plans from the annex"),
        choices=[SelectChoice("", _l("Any annex")), *choices_of(Region)],
    )
    language = SelectField(
        _lp("rule", "Plans in the language"),
        choices=[
            SelectChoice("", _l("Any language")),
            *[SelectChoice(each.code, each.name) for each in LANGUAGES],
        ],
    )
    reviewer = SelectField(_lp("rule", "Read by"), choices=[])

    def offer(self, people: Sequence[User]) -> None:
        self.reviewer.choices = [
            SelectChoice("", _("Please choose")),
            *[SelectChoice(str(each.id), each.name, A_NAME) for each in people],
        ]

    def validate_reviewer(self, field: SelectField) -> None:
        if not field.data:
            raise ValidationError(NO_REVIEWER)

    def details(self) -> RuleDetails:
        return RuleDetails(
            topic=self.topic.data or "",
            annex=self.annex.data or "",
            language=self.language.data or "",
            reviewer_id=id_in(self.reviewer.data or ""),
        )
