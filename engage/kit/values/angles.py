"""Reading latitudes and longitudes as maps, receivers and people write them.

`41.2995`, `41,2995`, `41°17′58″N`, `N 41 17.97`, `41° 17′ 58″ с. ш.`, `北纬41度17分58秒`: one, or
two on a line, which are told apart by trying every place where the line can be parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from engage.kit.folding import fold
from engage.kit.values.clean import latin_digits

LATITUDE, LONGITUDE = "lat", "lon"
LIMITS: Mapping[str, int] = {LATITUDE: 90, LONGITUDE: 180}
LONGEST_LINE = 100
# Five decimals are about a metre on the ground.
SMALLEST = Decimal("0.00001")

_SAME_MARK = str.maketrans(
    dict.fromkeys("−–—‐‑‒﹣－", "-")
    | dict.fromkeys("º˚∘度", "°")
    | dict.fromkeys("′’‘ʹʼ`´＇分", "'")
    | dict.fromkeys("″”“˝ʺ＂秒", '"')
    | {
        "٫": ".",
        "．": ".",
        "،": ",",
        "，": ",",
        "、": ",",
        "؛": ";",
        "；": ";",
        "：": ":",
        "＋": "+",
    }
    | dict.fromkeys("()[]（）", " ")
)
# Letters and words for the sides of the world in the six languages, folded; O is west in two.
_SIDES = {
    "N": "n north nord norte с сш север северной северная ش شمال شمالا 北 北纬",
    "S": "s south sud sur ю юш юг южной южная ج جنوب جنوبا 南 南纬",
    "E": "e east est este в вд восток восточной восточная ق شرق شرقا 东 东经",
    "W": "w west o ouest oeste з зд запад западной западная غ غرب غربا 西 西经",
}
_NAMES = {
    "Y": "lat latitude latitud ш широта широты عرض",
    "X": "lon long longitude longitud д долгота долготы طول",
    "": "خط",
}
_LETTERS: Mapping[str, str] = {
    fold(word): f" {letter} "
    for letter, words in (_SIDES | _NAMES).items()
    for word in words.split()
}
_AXES = dict.fromkeys("NSY", LATITUDE) | dict.fromkeys("EWX", LONGITUDE)
_WORD = re.compile(r"[^\W\d_]+")
_DOT_OF_WORD = re.compile(r"(?<=[^\W\d_])[.:=]+")
_FIGURE = r"[0-9]{1,3}(?:[.,][0-9]+)?"
_ANGLE = re.compile(
    rf"([XY]?)\s*([NSEW]?)\s*([+-]?)\s*({_FIGURE})"
    rf"(?:(?:\s*[°:]\s*|\s+)({_FIGURE})(?:(?:\s*[':]\s*|\s+)({_FIGURE}))?)?"
    r"\s*[°'\"]?\s*([NSEW]?)\s*([XY]?)"
)
_PARTING = re.compile(r"\s*[,;/]\s*|\s+|(?<=[NSEWXY°'\"])(?=[NSEWXY0-9+-])")


@dataclass(frozen=True, slots=True)
class Angle:
    """Degrees, south and west below nought; `axis` where a letter tells it; `figures` read."""

    degrees: Decimal
    axis: str = ""
    figures: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    lat: Decimal
    lon: Decimal

    @property
    def beyond(self) -> tuple[str, ...]:
        """Which of the two is further than the world reaches."""
        held = {LATITUDE: self.lat, LONGITUDE: self.lon}
        return tuple(axis for axis, degrees in held.items() if abs(degrees) > LIMITS[axis])


def read_angle(text: str) -> Angle | None:
    """One angle; a comma in it stands before decimals."""
    return _angle(_plain(text))


def read_pairs(text: str) -> tuple[Pair, ...]:
    """Every way to read two angles in a line; those of the same form before any others."""
    line = _plain(text)
    alike: dict[Pair, None] = {}
    others: dict[Pair, None] = {}
    for first, second in _parted(line):
        if pair := paired(first, second):
            (alike if first.figures == second.figures else others)[pair] = None
    return tuple(alike or others)


def paired(first: Angle, second: Angle) -> Pair | None:
    """Latitude and longitude in this order, or in that which their letters tell."""
    if first.axis == LONGITUDE or second.axis == LATITUDE:
        first, second = second, first
    if first.axis == LONGITUDE or second.axis == LATITUDE:
        return None
    return Pair(first.degrees, second.degrees)


def write_degrees(degrees: Decimal) -> str:
    """In plain form: no more decimals than needed, and no nought below nought."""
    plain = f"{degrees:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain == "-0" else plain


def _parted(line: str) -> Iterator[tuple[Angle, Angle]]:
    for place in _PARTING.finditer(line):
        first, second = _angle(line[: place.start()]), _angle(line[place.end() :])
        if first and second:
            yield first, second


def _plain(text: str) -> str:
    """In marks of one sort, with sides as N, S, E and W; blank where a word is not known."""
    if len(text) > LONGEST_LINE:
        return ""
    marked = latin_digits(text).translate(_SAME_MARK).replace("''", '"')
    line = _DOT_OF_WORD.sub("", fold(marked))
    if not _LETTERS.keys() >= set(_WORD.findall(line)):
        return ""
    return " ".join(_WORD.sub(lambda word: _LETTERS[word[0]], line).split())


def _angle(line: str) -> Angle | None:
    found = _ANGLE.fullmatch(line.strip())
    if not found:
        return None
    name, side, sign, *written, side_after, name_after = found.groups()
    told = [each for each in (sign, side, side_after) if each]
    axes = {_AXES[each] for each in (name, side, side_after, name_after) if each}
    figures = [figure.replace(",", ".") for figure in written if figure]
    degrees = _degrees(figures)
    if len(told) > 1 or len(axes) > 1 or (name and name_after) or degrees is None:
        return None
    turned = -degrees if told and told[0] in "-SW" else degrees
    return Angle(turned.quantize(SMALLEST), "".join(axes), len(figures))


def _degrees(figures: list[str]) -> Decimal | None:
    """Degrees, minutes and seconds: decimals stand in the last alone, and sixty is one more."""
    numbers = [Decimal(figure) for figure in figures]
    if any("." in figure for figure in figures[:-1]) or any(each >= 60 for each in numbers[1:]):
        return None
    return sum((number / 60**place for place, number in enumerate(numbers)), Decimal())
