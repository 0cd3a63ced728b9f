"""An app that does nothing but speak, for pure code that asks how something is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from flask_babel import Babel

from engage.config import TRANSLATIONS
from engage.kit.locales import Catalogues


@contextmanager
def spoken(language: str = "en") -> Iterator[None]:
    app = Flask("speaking")
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    babel = Babel(app, locale_selector=lambda: language)
    babel.domain_instance = Catalogues()
    with app.test_request_context():
        yield
