"""Values speak the language they are shown in, whatever language the page speaks."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import Babel
from flask_babel.speaklater import LazyString

from engage.kit.locales import current
from engage.kit.values.choice import Choice
from engage.kit.values.money import Money
from engage.kit.values.spoken import speaking
from engage.kit.values.when import When


@pytest.fixture
def english_page() -> Flask:
    app = Flask(__name__)
    Babel(app, locale_selector=lambda: "en")
    return app


def spoken_label() -> list[tuple[str, LazyString]]:
    return [("code", LazyString(current))]


def test_labels_dates_and_money_are_in_the_language_asked_for(english_page: Flask) -> None:
    with english_page.test_request_context():
        assert Choice(spoken_label).show("code", "fr")[0].text == "fr"
        assert When().show({"start": "2026-08"}, "fr")[0].text == "août 2026"
        assert Money().show({"amount": "5", "currency": "USD"}, "fr")[0].text == "5\u00a0USD"


def test_the_page_speaks_its_own_language_again_afterwards(english_page: Flask) -> None:
    with english_page.test_request_context():
        with speaking("ar"):
            assert current() == "ar"
        assert current() == "en"


def test_sentences_take_the_language_of_their_reader(english_page: Flask) -> None:
    taken = When().take({"start_day": ["31"], "start_month": ["6"], "start_year": ["2027"]})
    sentence = taken.problems[0].sentence
    with english_page.test_request_context():
        assert "June 2027" in str(sentence)
        with speaking("es"):
            assert "junio de 2027" in str(sentence)
        [warning] = When().warn({"words": "Monday", "start": "2027-03-20"})
        with speaking("ru"):
            assert "понедельник" in str(warning.sentence)
