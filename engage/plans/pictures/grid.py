"""Interest and influence: three by three squares, each stakeholder a mark with its number.

What the Party thinks of a stakeholder's attitude is drawn only when it is asked for: as a track of
five steps, from the attitude now to the one hoped for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from engage.kit.drawing import (
    NARROW,
    Drawing,
    Mark,
    Shape,
    Side,
    bar,
    circle,
    fitting,
    path,
    stamp,
    words,
)
from engage.kit.formats import show_items
from engage.kit.pictures import Chart, Key, Picture, Square, square
from engage.kit.pieces import Cell
from engage.plans.document import Json, rows_of
from engage.plans.outline.stakeholders import STAKEHOLDERS
from engage.plans.pictures.rows import (
    HALF_HEIGHT,
    Numbered,
    code_of,
    frame_of,
    half_width,
    label_of,
    numbered,
)
from engage.reference.vocabulary.groups import Attitude, Rating

ACROSS, DOWN = tuple(Rating), tuple(reversed(Rating))
ATTITUDES = tuple(Attitude)
HEAD, FOOT, STEP = 26, 46, 8


@dataclass(frozen=True, slots=True)
class Spot:
    """A stakeholder; `now` and `wanted` are steps of the track, where they may be known."""

    row: Numbered
    influence: Rating | None
    interest: Rating | None
    now: int | None
    wanted: int | None

    @property
    def rated(self) -> bool:
        return self.influence is not None and self.interest is not None

    @property
    def track(self) -> str:
        """The name of its stamp; nothing where nothing is known."""
        if self.now is None and self.wanted is None:
            return ""
        return f"track-{'' if self.now is None else self.now}-{self.wanted_step}"

    @property
    def wanted_step(self) -> str:
        return "" if self.wanted is None else str(self.wanted)


def grid_picture(document: Json, language: str, *, private: bool) -> Picture:
    spots = spots_of(document, language, private=private)
    drawn = any(each.rated or each.track for each in spots)
    return {
        "code": "grid",
        "title": _("Influence and interest"),
        "says": _says(spots, drawn=drawn),
        "drawings": [_drawing(spots, language)] if drawn else [],
        "names": [each.row.named for each in spots] if drawn else [],
        "legend": _keys(spots, language) if drawn else [],
        "charts": [_chart(spots, private=private)] if drawn else [],
        "notes": [_private_note()] if private and any(each.track for each in spots) else [],
    }


def spots_of(document: Json, language: str, *, private: bool) -> tuple[Spot, ...]:
    rows = numbered(rows_of(document, "stakeholders", "stakeholders"), STAKEHOLDERS, language)
    return tuple(_spot(row, private=private) for row in rows)


def _spot(row: Numbered, *, private: bool) -> Spot:
    asked = row.values.get
    return Spot(
        row,
        influence=_rating(asked("influence")),
        interest=_rating(asked("interest_degree")),
        now=_step(asked("attitude_now")) if private else None,
        wanted=_step(asked("attitude_wanted")) if private else None,
    )


def _rating(value: Any) -> Rating | None:
    code = code_of(value)
    return Rating(code) if code in Rating.labels() else None


def _step(value: Any) -> int | None:
    code = code_of(value)
    return ATTITUDES.index(Attitude(code)) if code in Attitude.labels() else None


def _says(spots: Sequence[Spot], *, drawn: bool) -> list[Cell]:
    if not spots:
        return [str(STAKEHOLDERS.empty)]
    if not drawn:
        return [_("No stakeholder is rated yet. Influence and interest are asked in each row.")]
    placed = sum(1 for each in spots if each.rated)
    return [
        _(
            "Stakeholders in the grid: %(number)s. Not rated yet: %(unrated)s.",
            number=placed,
            unrated=len(spots) - placed,
        )
    ]


def _private_note() -> str:
    return _("Attitudes are for your office only: they are neither printed nor sent.")


# ---------------------------------------------------------------- the drawing


def _drawing(spots: Sequence[Spot], language: str) -> Drawing:
    room = Room.for_all(spots)
    marks: list[Mark] = [_axis("influence", 0, 15, "start")]
    y = 24.0
    for influence in DOWN:
        cells = [_met(spots, influence, interest) for interest in ACROSS]
        height = HEAD + max(1, *(room.lines(len(cell)) for cell in cells)) * room.unit + 4
        marks += _band(cells, influence, y, height, room)
        y += height
    marks += _foot(y)
    y += FOOT
    if rest := [each for each in spots if not each.rated]:
        marks += _unrated(rest, y, room)
        y += HEAD + room.lines(len(rest), 3) * room.unit
    stamps: dict[str, list[Shape]] = {"mark": frame_of([each.row for each in spots])}
    stamps |= {each.track: track(each.now, each.wanted) for each in spots if each.track}
    return {"height": y, "says": _told(spots, language), "marks": marks, "stamps": stamps}


def _met(spots: Sequence[Spot], influence: Rating, interest: Rating) -> list[Spot]:
    return [each for each in spots if (each.influence, each.interest) == (influence, interest)]


@dataclass(frozen=True, slots=True)
class Room:
    """How high a line of marks is, and how many stand beside each other in a third on a phone."""

    unit: int
    abreast: int

    @classmethod
    def for_all(cls, spots: Sequence[Spot]) -> Room:
        tracked = any(each.track for each in spots)
        wide = tracked or half_width([each.row for each in spots]) > HALF_HEIGHT
        return cls(46 if tracked else 31, 2 if wide else 3)

    def lines(self, number: int, thirds: int = 1) -> int:
        return -(-number // (self.abreast * thirds))


def _band(
    cells: Sequence[Sequence[Spot]], influence: Rating, y: float, height: float, room: Room
) -> Iterator[Mark]:
    for column in range(len(ACROSS)):
        yield bar(column / 3, y, 1 / 3, height, "cell")
    yield words(str(influence.label), 0, y + 18, dx=8, look="quiet")
    for column, cell in enumerate(cells):
        yield from _placed(cell, column, 1, y + HEAD, room)


def _placed(spots: Sequence[Spot], first: int, thirds: int, y: float, room: Room) -> Iterator[Mark]:
    abreast = room.abreast * thirds
    for place, spot in enumerate(spots):
        line, column = divmod(place, abreast)
        x = (first + (column + 0.5) * thirds / abreast) / 3
        middle = y + line * room.unit + HALF_HEIGHT
        yield stamp("mark", x, middle)
        yield words(spot.row.number, x, middle + 5, side="middle", look="bold")
        if spot.track:
            yield stamp(spot.track, x, middle + HALF_HEIGHT + 9)


def _foot(y: float) -> Iterator[Mark]:
    for column, interest in enumerate(ACROSS):
        yield words(str(interest.label), (column + 0.5) / 3, y + 18, side="middle", look="quiet")
    yield _axis("interest_degree", 1, y + 38, "end")


def _axis(code: str, x: float, y: float, side: Side) -> Mark:
    label = label_of(STAKEHOLDERS, code)
    return words(label, x, y, side=side, look="bold", slim=fitting(label, NARROW))


def _unrated(rest: Sequence[Spot], y: float, room: Room) -> Iterator[Mark]:
    yield words(_("Not rated yet"), 0, y + 16, look="quiet")
    yield from _placed(rest, 0, 3, y + HEAD, room)


def track(now: int | None, wanted: int | None) -> list[Shape]:
    """Five steps; a disc for now, from it an arrow to what is hoped for, a ring where both meet."""
    shapes: list[Shape] = [circle(_at(step), 0, 1.5, "dot") for step in range(len(ATTITUDES))]
    if now is not None and wanted is not None and now != wanted:
        way = 1 if wanted > now else -1
        tip, back = _at(wanted) + 3 * way, _at(wanted) - 3 * way
        shapes.append(path((_at(now), 0), (back, 0), look="line"))
        shapes.append(path((back, -4), (tip, 0), (back, 4), look="ink", closed=True))
    elif wanted is not None:
        shapes.append(circle(_at(wanted), 0, 5, "ring"))
    if now is not None:
        shapes.append(circle(_at(now), 0, 3, "ink"))
    return shapes


def _at(step: int) -> float:
    return (step - (len(ATTITUDES) - 1) / 2) * STEP


def _told(spots: Sequence[Spot], language: str) -> str:
    """Who stands where, by number."""
    told = []
    for influence in DOWN:
        for interest in reversed(ACROSS):
            met = [each.row.number for each in _met(spots, influence, interest)]
            if met:
                told.append(
                    _(
                        "Influence: %(influence)s; interest: %(interest)s; "
                        "stakeholders: %(numbers)s.",
                        influence=influence.label,
                        interest=interest.label,
                        numbers=show_items(met, language=language),
                    )
                )
    return " ".join(told)


def _keys(spots: Sequence[Spot], language: str) -> list[Key]:
    if not any(each.track for each in spots):
        return []
    steps = show_items([str(each.label) for each in ATTITUDES], language=language)
    return [
        {"shapes": track(None, None), "words": steps},
        {"shapes": [circle(0, 0, 3, "ink")], "words": label_of(STAKEHOLDERS, "attitude_now")},
        {
            "shapes": [path((-4, -4), (3, 0), (-4, 4), look="ink", closed=True)],
            "words": label_of(STAKEHOLDERS, "attitude_wanted"),
        },
    ]


# ---------------------------------------------------------------- the table


def _chart(spots: Sequence[Spot], *, private: bool) -> Chart:
    codes = ["influence", "interest_degree"]
    codes += ["attitude_now", "attitude_wanted"] if private else []
    return {
        "title": "",
        "head": [_("Stakeholder"), *(label_of(STAKEHOLDERS, code) for code in codes)],
        "rows": [_line(each, codes) for each in spots],
        "squared": False,
    }


def _line(spot: Spot, codes: Sequence[str]) -> list[Square]:
    labels = {**Rating.labels(), **Attitude.labels()}
    blank = _("not described yet")
    squares = [square(spot.row.named)]
    for code in codes:
        said = labels.get(code_of(spot.row.values.get(code)), blank)
        squares.append(square(str(said), label=label_of(STAKEHOLDERS, code)))
    return squares
