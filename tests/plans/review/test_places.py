"""Places of comments: their codes, what the outline and the document say of them, their words."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from engage.kit.locales import force
from engage.kit.pieces import own, plain
from engage.plans.linked import Linked
from engage.plans.outline.plan import every_field
from engage.plans.review.models import Comment
from engage.plans.review.places import (
    InWords,
    Place,
    answers_in,
    find_chosen,
    find_place,
    heading,
    place_of,
    places_in,
    stands_in,
)
from tests.plans.documents import filled_document

ROW = Place("activities", "activities", "a3")
CODES = {
    "": Place(),
    "stakeholders": Place("stakeholders"),
    "purpose..purpose": Place("purpose", field="purpose"),
    "activities.a3": ROW,
    "activities.a3.title": Place("activities", "activities", "a3", "title"),
    "products.p1": Place("activities", "products", "p1"),
}


@pytest.mark.parametrize(("code", "place"), CODES.items())
def test_a_place_has_one_code(code: str, place: Place) -> None:
    assert find_place(code) == place
    assert place.code == code


@pytest.mark.parametrize(
    "code",
    [
        "nowhere",
        "purpose.",
        "purpose..",
        "purpose..odd",
        "purpose.p",
        "activities.a3.odd",
        ".",
        "a.b.c.d",
    ],
)
def test_what_the_outline_has_not_is_no_place(code: str) -> None:
    assert find_place(code) is None


def test_every_answer_is_a_place_and_private_ones_only_inside() -> None:
    for section, register, field in every_field():
        code = f"{register.code}.k.{field.code}" if register else f"{section.code}..{field.code}"
        assert find_place(code, private=True) is not None
        assert (find_place(code) is None) is field.private


def test_a_comment_tells_its_place() -> None:
    comment = Comment(section="activities", register="activities", row_key="a3", field="title")
    assert place_of(comment).code == "activities.a3.title"


def test_an_answer_goes_with_a_row_of_its_own_list() -> None:
    assert find_chosen("activities.a3", "activities..title") == CODES["activities.a3.title"]
    assert find_chosen("activities.a3", "") == ROW
    for about in ("products.p1", "activities", ""):
        assert find_chosen(about, "activities..title") is None


def named(rows: dict[str, str]) -> InWords:
    shown: list[dict[str, Any]] = [
        {"key": key, "values": {"title": title, "name": title}} for key, title in rows.items()
    ]
    return InWords(Linked(lambda _register: shown, "en"), "fr")


def test_places_are_told_in_the_language_of_the_reader(app: Flask) -> None:
    with app.app_context(), force("en"):
        names = named({"a1": "Radio", "a3": "Assemblée"})
        row = CODES["activities.a3.title"]
        assert plain(names.whole(row)).startswith(f"{heading(ROW)} · Activities: 2 Assemblée · ")
        assert own("2 Assemblée", "fr") in names.part(row)
        assert names.part(Place("stakeholders")) == ""
        assert names.whole(Place()) == "The whole plan"
        assert heading(Place("stakeholders")).startswith("4 ")


def test_a_row_that_is_gone_is_told_as_such(app: Flask) -> None:
    with app.app_context(), force("en"):
        names = named({})
        assert names.part(ROW) == "A row that is no longer there"
        gone = Place("activities", "activities", "a3", "former")
        assert "no longer asks" in plain(names.part(gone))


def test_each_choice_is_a_place_of_the_document(app: Flask) -> None:
    document = filled_document()
    with app.app_context(), force("en"):
        for section in document["sections"]:
            for group in places_in(section, document, "en", private=False):
                places = [find_place(option.code) for option in group.options]
                assert all(place and stands_in(place, document) for place in places)
            for group in answers_in(section, document, private=False):
                register = group.options[0].code.partition("..")[0]
                for option in group.options:
                    assert find_chosen(f"{register}.k", option.code) is not None
