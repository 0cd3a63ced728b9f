"""Contacts, signatures, and one answer for each group."""

from __future__ import annotations

import pytest

from engage.kit.values.base import Answer, Line
from engage.kit.values.choice import Choice
from engage.kit.values.contact import Contact
from engage.kit.values.groups import ByGroup
from engage.kit.values.signature import Signature
from engage.kit.values.text import Text
from tests.kit.values.samples import Colour, Shade, own_groups


def test_a_contact_keeps_what_is_given() -> None:
    typed = {"name": ["  Amina B. "], "email": ["amina@example.org"], "phone": [""]}
    taken = Contact().take(typed)
    assert taken.value == {"name": "Amina B.", "email": "amina@example.org"}
    assert taken.warnings == ()


@pytest.mark.parametrize("email", ["amina at example.org", "amina@", "amina@example", "a@b@c.org"])
def test_an_odd_address_is_warned_of_and_kept(email: str) -> None:
    taken = Contact().take({"email": [email]})
    assert taken.value == {"email": email}
    assert [warning.part for warning in taken.warnings] == ["email"]


def test_addresses_in_any_script_are_fine() -> None:
    assert Contact().warn({"email": "用户@例子.中国"}) == ()


def test_a_contact_is_shown_from_the_name_to_the_telephone() -> None:
    value = {"phone": "+216 1", "institution": "IRA", "name": "Amina B."}
    assert [line.text for line in Contact().show(value, "en")] == ["Amina B.", "IRA", "+216 1"]


def test_a_signature_has_a_whole_date() -> None:
    typed = {"name": ["Amina B."], "on_day": ["٢٢"], "on_month": ["11"], "on_year": ["2026"]}
    taken = Signature().take(typed)
    assert taken.value == {"name": "Amina B.", "on": "2026-11-22"}
    assert Signature().show(taken.value, "en") == (
        Line("Amina B.", own=True),
        Line("22 November 2026", own=False),
    )


@pytest.mark.parametrize(
    ("boxes", "part"),
    [(("", "11", "2026"), "on_day"), (("31", "11", "2026"), "on_day"), (("1", "1", ""), "on_year")],
)
def test_a_signature_without_a_day_is_kept_as_typed(boxes: tuple[str, str, str], part: str) -> None:
    names = ("on_day", "on_month", "on_year")
    typed = {name: [text] for name, text in zip(names, boxes, strict=True)}
    taken = Signature().take({"title": ["Director"], **typed})
    assert [problem.part for problem in taken.problems] == [part]
    assert Signature().typed(taken.value)["title"] == ["Director"]


def test_groups_have_a_part_each_and_are_shown_in_their_order() -> None:
    kind = ByGroup(Colour, Choice(Shade), own_groups)
    assert kind.parts() == ("red", "green", "blue", "own-1")
    taken = kind.take({"own-1": ["dark"], "green": ["light"]})
    assert taken.value == {"green": "light", "own-1": "dark"}
    assert [line.text for line in kind.show(taken.value, "en")] == [
        "Green: Light shade",
        "Herders of the north: Dark shade",
    ]


def test_words_about_a_group_stand_under_its_name() -> None:
    assert ByGroup(Colour, Text(20)).show({"red": "came twice"}, "en") == (
        Line("Red:", own=False),
        Line("came twice", own=True),
    )


def test_a_problem_names_the_group_and_keeps_all_groups() -> None:
    taken = ByGroup(Colour, Choice(Shade)).take({"red": ["light"], "blue": ["pale"]})
    assert taken.value == {"as_typed": {"red": ["light"], "blue": ["pale"]}}
    assert [problem.part for problem in taken.problems] == ["blue"]


def test_a_document_may_only_name_groups_that_there_are() -> None:
    kind = ByGroup(Colour, Choice(Shade), own_groups)
    assert [(p.part, str(p.sentence)) for p in kind.check({"own-2": "dark"})] == [
        ("own-2", "The part “own-2” is not known here. Known are: red, green, blue, own-1.")
    ]
    assert [problem.part for problem in kind.check({"red": "pale"})] == ["red"]


def test_does_not_apply_wants_a_reason() -> None:
    kind = Contact(answers=frozenset({Answer.NOT_APPLICABLE}))
    taken = kind.take({"answer": ["not_applicable"]})
    assert taken.value == {"as_typed": {"answer": ["not_applicable"]}}
    assert [problem.part for problem in taken.problems] == ["because"]
    value = {"answer": "not_applicable", "because": "There is no such office."}
    assert kind.show(value, "en") == (
        Line("Does not apply, because:", own=False),
        Line("There is no such office.", own=True),
    )


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ({"answer": ["unknown"]}, "answer"),
        ({"answer": ["none"], "because": ["A reason"]}, "because"),
        ({"because": ["A reason"]}, "because"),
        ({"answer": ["none"], "name": ["Amina B."]}, "answer"),
        ({"answer": ["not_applicable"], "because": ["long " * 101]}, "because"),
    ],
)
def test_answers_that_contradict_are_kept_as_typed(typed: dict[str, list[str]], part: str) -> None:
    kind = Contact(answers=frozenset({Answer.NONE, Answer.NOT_APPLICABLE}))
    taken = kind.take(typed)
    assert kind.typed(taken.value) == typed
    assert [problem.part for problem in taken.problems] == [part]


def test_what_is_kept_as_typed_is_shown_with_codes_in_words() -> None:
    kind = Contact(answers=frozenset({Answer.NONE}))
    value = {"as_typed": {"name": ["Amina B."], "answer": ["none"]}}
    assert kind.show(value, "en") == (Line("Amina B. There are none", own=True),)
    assert [problem.part for problem in kind.check({"as_typed": {"fax": ["1"]}})] == [
        "as_typed.fax"
    ]
