"""Words that take the language of whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from babel import Locale
from flask_babel import get_locale
from flask_babel.speaklater import LazyString

from engage.kit.formats import show_day
from engage.kit.locales import current, force
from engage.kit.values.vocabulary import Label


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Translate into this language inside the block; free of cost when it is spoken already."""
    spoken_now = get_locale()
    if spoken_now is None or spoken_now.language == language:
        yield
        return
    with force(language):
        yield


def _day(written: str) -> str:
    return show_day(written, language=current())


def _weekday(number: int) -> str:
    return str(Locale.parse(current()).days["format"]["wide"][number])


def spoken_day(written: str) -> Label:
    """A date such as `2027-03` in the reader's language, worked out when it is read."""
    return LazyString(partial(_day, written))


def spoken_weekday(number: int) -> Label:
    return LazyString(partial(_weekday, number))
