from __future__ import annotations

from flask import Flask

from engage.kit.locales import CODES, LANGUAGES, current, direction, force, language


def test_the_six_languages_stand_in_the_order_of_the_strip() -> None:
    assert CODES == ("ar", "zh", "en", "fr", "ru", "es")
    assert [each.code for each in LANGUAGES if each.direction == "rtl"] == ["ar"]
    assert language("zh").tag == "zh-Hans"


def test_own_words_may_be_of_other_languages() -> None:
    assert direction("fa") == "rtl"
    assert direction("mn") == "ltr"


def test_another_language_is_spoken_for_a_while(app: Flask) -> None:
    with app.app_context():
        assert current() == "en"
        with force("ar"):
            assert current() == "ar"
        assert current() == "en"
