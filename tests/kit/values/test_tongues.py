"""One text in several languages: each marked with its own, the reader's first."""

from __future__ import annotations

from engage.kit.values.base import Line
from engage.kit.values.tongues import Tongues
from tests.kit.values.cells import value
from tests.speaking import spoken

NAME = Tongues(max=40)
HELD = {"en": "Pastoral days", "ar": "أيام الرعي", "fr": "Journées pastorales"}


def test_one_language_is_enough_and_none_is_needed() -> None:
    assert NAME.take({"ru": ["Дни пастбищ"], "en": [" "]}).value == {"ru": "Дни пастбищ"}
    assert NAME.take({}).value is None
    assert NAME.check({"ru": "Дни пастбищ"}) == ()


def test_a_language_that_is_not_asked_for_is_no_part_of_a_document() -> None:
    assert NAME.check({"tlh": "jajmey"}) != ()
    assert NAME.check({}) != ()


def test_a_text_that_is_too_long_is_marked_in_its_own_box() -> None:
    taken = NAME.take({"fr": ["Journées " * 9], "en": ["Days"]})
    assert [(each.code, each.part) for each in taken.problems] == [("too_long", "fr")]
    assert NAME.typed(taken.value) == {"en": ["Days"], "fr": ["Journées " * 9]}


def test_the_line_of_the_reader_comes_first_and_each_names_its_language() -> None:
    assert NAME.show(HELD, "fr") == (
        Line("Journées pastorales", own=True, language="fr"),
        Line("أيام الرعي", own=True, language="ar"),
        Line("Pastoral days", own=True, language="en"),
    )


def test_a_reader_gets_their_own_language_else_english_else_the_first() -> None:
    assert Tongues.in_language(HELD, "ar") == ("أيام الرعي", "ar")
    assert Tongues.in_language(HELD, "zh") == ("Pastoral days", "en")
    assert Tongues.in_language({"ru": "Дни", "fr": "Journées"}, "zh") == ("Journées", "fr")
    assert Tongues.in_language(None, "zh") == ("", "")
    assert Tongues.in_language({"as_typed": {"en": ["Days"]}}, "en") == ("", "")


def test_a_cell_names_its_languages_or_shows_them_by_their_script() -> None:
    with spoken("es"):
        assert value(NAME, "en: Days\nFrançais : Journées\nأيام\n牧民日\nДни\nDías") == {
            "en": "Days",
            "fr": "Journées",
            "ar": "أيام",
            "zh": "牧民日",
            "ru": "Дни",
            "es": "Días",
        }
    with spoken("ar"):
        assert value(NAME, "Rain: a workshop") == {"en": "Rain: a workshop"}
