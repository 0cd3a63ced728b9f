"""A picture as marks on a sheet: pure geometry, drawn as SVG by pages and by Typst on paper.

Across, a place is a share of the width (0 to 1), so that one drawing fills a phone, a screen and a
sheet of paper; downwards, and within a stamp, it is counted in pixels of a screen. A builder counts
from the side where reading begins; `facing` turns the finished drawing for languages that are
written from right to left. Nothing here knows a plan.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from typing import Literal, NotRequired, TypedDict

from engage.kit.pieces import Cell, plain

# The least width of a picture, on a phone of 320 pixels, and a usual one, in letters of 14 pixels.
NARROW, USUAL = 254 / 14, 574 / 14
ELLIPSIS = "…"

Side = Literal["start", "middle", "end"]
Way = Literal["ltr", "rtl"]
_OTHER_SIDE: Mapping[Side, Side] = {"start": "end", "middle": "middle", "end": "start"}


class Rule(TypedDict):
    """A straight line."""

    kind: Literal["rule"]
    x: float
    y: float
    x2: float
    y2: float
    look: str


class Bar(TypedDict):
    """A box; `round` is the radius of its corners."""

    kind: Literal["bar"]
    x: float
    y: float
    w: float
    h: float
    look: str
    round: NotRequired[float]


class Stamp(TypedDict):
    """A shape of the drawing's stamps, set with its middle at a place."""

    kind: Literal["stamp"]
    x: float
    y: float
    name: str


class Words(TypedDict):
    """Words on a line; `y` is the foot of the letters, `side` the one that stands at the place.

    `slim` is said instead where the picture is narrow; `way` is the direction of the words.
    """

    kind: Literal["words"]
    x: float
    dx: float
    y: float
    side: Side
    look: str
    text: Cell
    slim: NotRequired[Cell]
    way: NotRequired[Way]


class Area(TypedDict):
    """Rings of a map, or lines where it is not closed: in its pixels both ways, even-odd."""

    rings: list[list[tuple[float, float]]]
    closed: bool
    look: str


Mark = Rule | Bar | Stamp | Words


class Circle(TypedDict):
    shape: Literal["circle"]
    x: float
    y: float
    r: float
    look: str


class Path(TypedDict):
    """Points joined by lines."""

    shape: Literal["path"]
    points: list[tuple[float, float]]
    closed: bool
    look: str


Shape = Circle | Path


class Drawing(TypedDict):
    """`says` tells the essential to those who cannot see it.

    What has a `width` is a map: it keeps its form and is scaled as a whole, letters and all, and is
    never turned, since east is at the right in every language. Its `ground` lies below the marks.
    """

    width: NotRequired[float]
    height: float
    says: str
    ground: NotRequired[list[Area]]
    marks: list[Mark]
    stamps: dict[str, list[Shape]]


# ---------------------------------------------------------------- marks


def rule(x: float, y: float, x2: float, y2: float, look: str = "hair") -> Rule:
    return {"kind": "rule", "x": x, "y": y, "x2": x2, "y2": y2, "look": look}


def bar(x: float, y: float, w: float, h: float, look: str, *, rounded: float = 0) -> Bar:
    made: Bar = {"kind": "bar", "x": x, "y": y, "w": w, "h": h, "look": look}
    return {**made, "round": rounded} if rounded else made


def stamp(name: str, x: float, y: float) -> Stamp:
    return {"kind": "stamp", "x": x, "y": y, "name": name}


def area(rings: list[list[tuple[float, float]]], look: str, *, closed: bool = True) -> Area:
    return {"rings": rings, "closed": closed, "look": look}


def words(
    text: Cell,
    x: float,
    y: float,
    *,
    side: Side = "start",
    dx: float = 0,
    look: str = "",
    slim: Cell | None = None,
) -> Words:
    said: Words = {
        "kind": "words",
        "x": x,
        "dx": dx,
        "y": y,
        "side": side,
        "look": look,
        "text": text,
    }
    return said if slim is None or slim == text else {**said, "slim": slim}


def circle(x: float, y: float, r: float, look: str) -> Circle:
    return {"shape": "circle", "x": x, "y": y, "r": r, "look": look}


def path(*points: tuple[float, float], look: str, closed: bool = False) -> Path:
    return {"shape": "path", "points": list(points), "closed": closed, "look": look}


# ---------------------------------------------------------------- direction


def facing(drawing: Drawing, direction: str) -> Drawing:
    """The drawing as it is seen: turned where reading begins at the right, words left as they are.

    Afterwards `start` is the left side in every language.
    """
    spoken: Way = "rtl" if direction == "rtl" and "width" not in drawing else "ltr"
    marks = [_turned(each) if spoken == "rtl" else each for each in drawing["marks"]]
    return {
        **drawing,
        "marks": [_spoken(each, spoken) for each in marks],
        "stamps": {name: facing_shapes(each, spoken) for name, each in drawing["stamps"].items()},
    }


def facing_shapes(shapes: list[Shape], direction: str) -> list[Shape]:
    return [_turned_shape(each) for each in shapes] if direction == "rtl" else shapes


def _turned(mark: Mark) -> Mark:
    if mark["kind"] == "rule":
        return {**mark, "x": 1 - mark["x"], "x2": 1 - mark["x2"]}
    if mark["kind"] == "bar":
        return {**mark, "x": 1 - mark["x"] - mark["w"]}
    if mark["kind"] == "stamp":
        return {**mark, "x": 1 - mark["x"]}
    return {**mark, "x": 1 - mark["x"], "dx": -mark["dx"], "side": _OTHER_SIDE[mark["side"]]}


def _turned_shape(shape: Shape) -> Shape:
    if shape["shape"] == "circle":
        return {**shape, "x": -shape["x"]}
    return {**shape, "points": [(-x, y) for x, y in shape["points"]]}


def _spoken(mark: Mark, direction: Way) -> Mark:
    """Words of somebody's own run as their first letter does, labels as the language does."""
    if mark["kind"] != "words":
        return mark
    text = mark["text"]
    is_own = isinstance(text, Mapping)
    return {**mark, "way": first_way(plain(text), direction) if is_own else direction}


def first_way(text: str, otherwise: Way) -> Way:
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return otherwise


# ---------------------------------------------------------------- an area as SVG


def path_data(mark: Area) -> str:
    """The `d` of its path, to a tenth of a pixel: each point as a step from the one before."""
    return "".join(_ring_data(ring, "z" if mark["closed"] else "") for ring in mark["rings"])


def _ring_data(ring: list[tuple[float, float]], end: str) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [
        _tenths(x - before_x) + _tenths(y - before_y)
        for (before_x, before_y), (x, y) in pairwise(tenths)
    ]
    (x, y) = tenths[0]
    return f"M{_tenths(x)}{_tenths(y)}l{''.join(steps)}{end}".replace("l ", "l").replace("M ", "M")


def _tenths(number: int) -> str:
    """In as few letters as SVG allows: -5 is `-.5`, 12 is ` 1.2`, 30 is ` 3`."""
    whole, part = divmod(abs(number), 10)
    said = f"{whole or ''}.{part}" if part else str(whole)
    return f"-{said}" if number < 0 else f" {said}"


# ---------------------------------------------------------------- how much fits


def width_of(text: str) -> float:
    """About how wide a text is, in sizes of its letters: no font is asked."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 1.0
    if unicodedata.combining(letter):
        return 0.0
    if letter.isupper() or letter in "mwMWшщжюфыШЩЖЮ—…":
        return 0.72
    if letter in " .,;:'’|!ijlftI()،؛ا":
        return 0.32
    return 0.5 if "\u0600" <= letter <= "\u06ff" else 0.58


def fitting(text: str, width: float) -> str:
    """The text, or as much of it as fits with an ellipsis; cut between words if one ends near."""
    if width_of(text) <= width:
        return text
    room, end = width - width_of(ELLIPSIS), 0
    while end < len(text) and room >= _width(text[end]):
        room -= _width(text[end])
        end += 1
    space = text.rfind(" ", max(end - 12, 1), end + 1)
    return text[: space if space > 0 else max(end, 1)].rstrip(" ,;:،؛，；、") + ELLIPSIS


def fitted(cell: Cell, width: float) -> Cell:
    """The same for a piece; several pieces are left whole."""
    if isinstance(cell, str):
        return fitting(cell, width)
    if isinstance(cell, Mapping):
        return {**cell, "text": fitting(cell["text"].replace("\n", " "), width)}
    return cell
