"""Placeholders, tags and entities: what a translation must keep."""

from __future__ import annotations

import pytest

from tests.house import parts

KEPT = [
    ("%(num)s plans of %(party)s", "%(party)s : %(num)s plans"),
    ("Page {page} of {pages}", "Страница {page} из {pages}"),
    ("50%% of <b>plans</b>&nbsp;", "<b>计划</b>&nbsp;的50%%"),
    ("about 50 %", "environ 50 %"),
]
LOST = [
    ("%(num)s plans of %(party)s", "%(num)s plans", "lacks %(party)s"),
    ("%(num)d plans", "%(num)s plans", "lacks %(num)d"),
    ("%(num)s plans", "%(nombre)s plans", "has %(nombre)s"),
    ("Page {page} of {pages}", "Страница {page} из {страниц}", "has {страниц}"),
    ("More: {n}", "Еще: {}", "has {}"),
    ("50%% of plans", "50% des plans", "other tags, entities or %%"),
    ("<b>plans</b>", "<b>计划<b>", "other tags, entities or %%"),
    ("A&nbsp;plan", "Un plan", "other tags, entities or %%"),
    ("%(num)s plans", "%(num) planes", "a broken placeholder"),
    ("Page {page}", "Page {page", "a broken placeholder"),
]


@pytest.mark.parametrize(("english", "text"), KEPT)
def test_a_translation_with_all_parts_has_no_fault(english: str, text: str) -> None:
    assert parts.faults(english, text) == []


@pytest.mark.parametrize(("english", "text", "fault"), LOST)
def test_a_part_that_differs_is_a_fault(english: str, text: str, fault: str) -> None:
    assert fault in parts.faults(english, text)


def test_a_form_for_one_number_may_say_it_in_a_word_and_lack_nothing_else() -> None:
    english = "%(num)s plans of %(party)s"
    assert parts.faults(english, "خطة واحدة: %(party)s", number_may_go=True) == []
    assert parts.faults(english, "خطة واحدة", number_may_go=True) == ["lacks %(party)s"]
    assert parts.faults(english, "خطة واحدة: %(party)s") == ["lacks %(num)s"]


def test_only_forms_that_serve_one_number_may_lack_it() -> None:
    assert parts.forms_of_one_number("n != 1") == {0}
    assert parts.forms_of_one_number("n > 1") == set()
    assert parts.forms_of_one_number("0") == set()
    russian = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
    assert parts.forms_of_one_number(russian) == set()


def test_words_are_what_is_left_to_translate() -> None:
    assert parts.words("%(party)s · %(version)s, 2026") == ""
    assert parts.words("<b>{n}</b> plans") == "plans"
