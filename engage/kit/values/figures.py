"""A figure as people write it in one place: `about 40`, `USD 18,500`, `18,5 тыс. USD`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engage.kit.values.clean import latin_digits
from engage.kit.values.named import SHARED, certainties, currency_of, plain, units

_NUMBER = re.compile(r"[0-9](?:[0-9\s,.'’٫٬،]*[0-9])?")
_MINUS = re.compile(r"[(（]\s*[0-9][0-9\s,.]*[)）]")  # as accountants write it
_BRACKETS = re.compile(r"[()（）[\]]")
_UNSPACED = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u3400-\u9fff])")
_STEP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Figure:
    """The number as it is written, with what stands around it; `sign` is that of a currency which
    several countries use."""

    number: str
    certainty: str = ""
    unit: str = ""
    currency: str = ""
    sign: str = ""

    @property
    def is_bare(self) -> bool:
        """A number of things: without a unit and without a currency."""
        return not (self.unit or self.currency or self.sign)


def read_figure(text: str) -> Figure | None:
    """Nothing where the text says more than a figure does: then its words are to be kept."""
    line = " ".join(_UNSPACED.sub(" ", latin_digits(text)).split())
    found = _NUMBER.findall(line)
    if len(found) != 1 or _MINUS.search(line):
        return None
    before, after = _BRACKETS.sub(" ", line).split(found[0], 1)
    figure: Figure | None = Figure(found[0])
    for words in (before, after):
        figure = _with(figure, words.strip()) if figure else None
    return figure


def _with(figure: Figure, words: str) -> Figure | None:
    """The figure with what the words on one side of it say; nothing where they say something else.

    Names may have several words, so that the longest is tried first.
    """
    if not words:
        return figure
    parts = _STEP.split(words)
    for length in range(len(parts), 0, -1):
        told = _told(figure, " ".join(parts[:length]))
        if told and (whole := _with(told, " ".join(parts[length:]))):
            return whole
    return None


def _told(figure: Figure, name: str) -> Figure | None:
    known = plain(name) or name
    number, unit, currency, sign = figure.number, figure.unit, figure.currency, figure.sign
    if not figure.certainty and (certainty := certainties().get(known)):
        return Figure(number, certainty, unit, currency, sign)
    if not currency and not sign and (code := currency_of(name)):
        return Figure(number, figure.certainty, unit, code)
    if not unit and (found := units().get(known)):
        return Figure(number, figure.certainty, found, currency, sign)
    if not currency and not sign and name.casefold() in SHARED:
        return Figure(number, figure.certainty, unit, currency, name)
    return None
