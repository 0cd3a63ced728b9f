"""Activities as the time line shows them: a number, a state, and the stretches of their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.kit.drawing import Shape, path
from engage.kit.pictures import Chart, Key, square
from engage.kit.pieces import Cell
from engage.plans.document import Json, rows_of
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.pictures.quarters import Quarter, Stretch, stretches
from engage.plans.pictures.rows import Numbered, code_of, numbered
from engage.plans.tables import cell_of, shown
from engage.reference.vocabulary.activities import ActivityStatus

# How the bar of a state looks, and the strokes over it.
LOOKS: Mapping[str, str] = {
    ActivityStatus.PLANNED: "hollow",
    ActivityStatus.CONFIRMED: "bold",
    ActivityStatus.DONE: "solid",
    ActivityStatus.POSTPONED: "broken",
    ActivityStatus.CANCELLED: "hollow",
    ActivityStatus.REPLACED: "hollow",
    "": "dotted",
}
STROKES = {ActivityStatus.CANCELLED: 2, ActivityStatus.REPLACED: 1}


@dataclass(frozen=True, slots=True)
class Doing:
    """`state` is the code of its status, empty where none is given."""

    row: Numbered
    state: str
    stretches: tuple[Stretch, ...]

    @property
    def state_words(self) -> str:
        return str(ActivityStatus(self.state).label) if self.state else _("State not given")

    def within(self, years: Sequence[int]) -> tuple[Stretch, ...]:
        return tuple(
            each
            for each in self.stretches
            if each.first.year <= years[-1] and each.last.year >= years[0]
        )


def doings_of(document: Json, language: str) -> tuple[Doing, ...]:
    """In the order of time; those without a date last, each in the order of the plan."""
    rows = numbered(rows_of(document, "activities", "activities"), ACTIVITIES, language)
    return tuple(sorted((_doing(row) for row in rows), key=_time_of))


def _doing(row: Numbered) -> Doing:
    state = code_of(row.values.get("status"))
    known = state if state in ActivityStatus.labels() else ""
    return Doing(row, known, stretches(row.values.get("when")))


def _time_of(doing: Doing) -> tuple[Quarter, Quarter]:
    never = Quarter(9999, 0)
    if not doing.stretches:
        return never, never
    return min(each.first for each in doing.stretches), max(each.last for each in doing.stretches)


def states_of(doings: Sequence[Doing]) -> list[str]:
    """Those that occur, in the order of the list; none given comes last."""
    met = {each.state for each in doings}
    return [state for state in LOOKS if state in met]


def keys_of(doings: Sequence[Doing]) -> list[Key]:
    dated = [each for each in doings if each.stretches]
    keys: list[Key] = [
        {"shapes": sample(state), "words": Doing(doings[0].row, state, ()).state_words}
        for state in states_of(dated)
    ]
    if any(not stretch.first.exact for each in dated for stretch in each.stretches):
        shapes: list[Shape] = [box(13, 4, "hollow")]
        keys.append({"shapes": shapes, "words": _("Known to the year only")})
    return keys


def sample(state: str) -> list[Shape]:
    """A small bar that looks as the bars of a state do."""
    strokes: list[Shape] = [
        path((-13, 7), (13, -7), look="line"),
        path((-13, -7), (13, 7), look="line"),
    ]
    return [box(13, 7, LOOKS[state]), *strokes[: strokes_over(state)]]


def strokes_over(state: str) -> int:
    return STROKES.get(ActivityStatus(state), 0) if state else 0


def box(x: float, y: float, look: str) -> Shape:
    return path((-x, -y), (x, -y), (x, y), (-x, y), look=look, closed=True)


def doings_chart(doings: Sequence[Doing], language: str) -> Chart:
    state, when = _("State"), _("When")
    return {
        "title": "",
        "head": [_("Activity"), state, when],
        "rows": [
            [
                square(each.row.named),
                square(each.state_words, label=state),
                square(_when(each, language), label=when),
            ]
            for each in doings
        ],
        "squared": False,
    }


def _when(doing: Doing, language: str) -> Cell:
    return cell_of(shown(ACTIVITIES, "when", doing.row.values, language), _("no date yet"))
