"""The questions of a plan as a chapter: in the words of the form, from the outline itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _

from engage.guides.shape import chapter, term
from engage.guides.vocabulary import Named, Part
from engage.kit.booklet import Chapter, Term
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.groups import ByGroup
from engage.kit.values.vocabulary import Label
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register, Section, always
from engage.plans.vocabulary import Level


def questions() -> Chapter:
    return chapter(
        Part.QUESTIONS,
        Part.QUESTIONS.label,
        _("Only a must holds up submission. A should is advice."),
        terms=_marks(),
        chapters=[_section(each) for each in SECTIONS],
    )


def level_word(level: Level) -> str:
    words: dict[Level, str] = {
        Level.MUST: _("must"),
        Level.SHOULD: _("helps the reader"),
        Level.MAY: _("if you wish"),
    }
    return words[level]


def _marks() -> list[Term]:
    """What stands beside a question, and what it means."""
    return [
        term(
            level_word(Level.MUST),
            _("Needed before the plan can be submitted. On the form these boxes carry no mark."),
        ),
        term(
            level_word(Level.SHOULD),
            _(
                "Not needed, but readers look for it. Where the page of the plan lists what is "
                "open, it is called “%(should)s”.",
                should=Named.SHOULD.label,
            ),
        ),
        term(level_word(Level.MAY), _("Boxes that are folded away at the end of a form.")),
        term(_depends(), _("Asked for only where another answer calls for it.")),
        term(
            _private(),
            _("Answers that are marked as being for your office only do not leave your Party."),
        ),
    ]


def _depends() -> str:
    return _("depends on other answers")


def _private() -> str:
    return _("for your office only")


def code_of(section: Section) -> str:
    return f"section-{section.code}"


def title_of(section: Section) -> str:
    return f"{section.number} {section.title}"


def _section(section: Section) -> Chapter:
    return chapter(
        code_of(section),
        title_of(section),
        section.help,
        terms=[_question(each) for each in section.fields],
        chapters=[_register(each) for each in section.registers],
    )


def _register(register: Register) -> Chapter:
    return chapter(
        f"list-{register.code}",
        register.title,
        register.help,
        terms=[_question(each) for each in register.fields],
    )


def _question(field: Field) -> Term:
    text = (field.help, _example_of(field), _to_choose_from(field))
    return term(field.label, *text, marks=list(_said_of(field)))


def _said_of(field: Field) -> Iterator[str]:
    yield level_word(field.level)
    if field.needed is not always:
        yield _depends()
    if field.private:
        yield _private()


def _example_of(field: Field) -> str:
    return _("For example: %(example)s", example=field.example) if field.example else ""


def _to_choose_from(field: Field) -> str:
    options = " · ".join(str(each) for each in choices_of(field))
    return _("To choose from: %(options)s", options=options) if options else ""


def choices_of(field: Field) -> Iterable[Label]:
    """The answers that a field offers, in the order of its list."""
    kind = field.kind
    if not isinstance(kind, Choice | Choices | ByGroup):
        return ()
    offered = [option.label for option in kind.options()]
    is_open = isinstance(kind, Choices) and kind.open
    return [*offered, _("Something else, in your own words")] if is_open else offered
