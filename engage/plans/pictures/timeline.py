"""Activities on a time line by quarter: two years beside each other, one drawing after another.

A few activities have a line each, with their titles; many share lines and are told by number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.kit.drawing import (
    NARROW,
    USUAL,
    Drawing,
    Mark,
    bar,
    circle,
    fitted,
    rule,
    stamp,
    width_of,
    words,
)
from engage.kit.formats import show_year
from engage.kit.pictures import Picture
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.pictures.doings import (
    LOOKS,
    Doing,
    doings_chart,
    keys_of,
    strokes_over,
)
from engage.plans.pictures.quarters import WHOLE_YEAR, Quarter, Stretch, abreast
from engage.plans.pictures.rows import frame_of

FEW = 24
YEARS_ABREAST = 2
HEAD, LINE, LANE = 40, 48, 28
NUMBERS = 2.8  # sizes of letters that the number takes before a title
MARKS_ABREAST = 6


@dataclass(frozen=True, slots=True)
class Years:
    """Years beside each other, and where their quarters stand across."""

    years: tuple[int, ...]

    def start_of(self, quarter: Quarter) -> float:
        if quarter.year < self.years[0]:
            return 0
        return self._at(quarter.year, quarter.quarter - 1 if quarter.exact else 0)

    def end_of(self, quarter: Quarter) -> float:
        if quarter.year > self.years[-1]:
            return 1
        return self._at(quarter.year, quarter.quarter if quarter.exact else WHOLE_YEAR - 1)

    def _at(self, year: int, quarters: int) -> float:
        """A year that is left out, since nothing begins or ends in it, has no room."""
        before = sum(1 for each in self.years if each < year)
        return (before + quarters / 4 * (year in self.years)) / len(self.years)


def timeline_picture(doings: Sequence[Doing], years: tuple[int, ...], language: str) -> Picture:
    dated = any(each.stretches for each in doings)
    return {
        "code": "timeline",
        "title": _("Activities by quarter"),
        "says": [_says(doings)],
        "drawings": list(_drawings(doings, years, language)),
        "names": [] if len(doings) <= FEW else [each.row.named for each in doings],
        "legend": keys_of(doings) if dated else [],
        "charts": [doings_chart(doings, language)] if doings else [],
        "notes": [],
    }


def _says(doings: Sequence[Doing]) -> str:
    if not doings:
        return str(ACTIVITIES.empty)
    dated = sum(1 for each in doings if each.stretches)
    return _(
        "Activities on the time line: %(number)s. Without a date: %(undated)s.",
        number=dated,
        undated=len(doings) - dated,
    )


def _drawings(doings: Sequence[Doing], years: tuple[int, ...], language: str) -> Iterator[Drawing]:
    few, says = len(doings) <= FEW, _says(doings)
    for chunk in abreast(years, YEARS_ABREAST):
        met = [each for each in doings if each.within(chunk)]
        if met:
            yield _two_years(met, Years(chunk), language, few=few, says=says)
    undated = [each for each in doings if not each.stretches]
    if undated:
        yield _undated(undated, few=few)


def _two_years(
    doings: Sequence[Doing], years: Years, language: str, *, few: bool, says: str
) -> Drawing:
    lanes = list(range(len(doings))) if few else packed(doings, years)
    step = LINE if few else LANE
    height = HEAD + (max(lanes) + 1) * step + 4
    marks = [*_quarters(years, height, language)]
    for doing, lane in zip(doings, lanes, strict=True):
        y = HEAD + lane * step
        marks += _titled(doing, years, y) if few else _in_lane(doing, years, y)
    return {
        "height": height,
        "says": says,
        "marks": marks,
        "stamps": {"blank": [circle(0, 0, 9, "blank")]},
    }


def _quarters(years: Years, height: float, language: str) -> Iterator[Mark]:
    """The years, their quarters, and the lines between them."""
    count = len(years.years)
    for place, year in enumerate(years.years):
        yield words(show_year(year, language=language), place / count, 14, dx=4, look="bold")
        for quarter in range(1, WHOLE_YEAR):
            x = (place + (quarter - 1) / 4) / count
            yield rule(x, 20 if quarter > 1 else 0, x, height, "hair" if quarter > 1 else "line")
            yield _quarter_word(quarter, x, 1 / count / 4)
    yield rule(1, 0, 1, height, "line")
    yield rule(0, HEAD - 2, 1, HEAD - 2, "line")


def _quarter_word(quarter: int, x: float, width: float) -> Mark:
    """`Q1`; the figure alone where there is no room for more."""
    # Translators: the quarter of a year, in a narrow column below the year.
    said, figure = _("Q%(quarter)s", quarter=quarter), str(quarter)
    full = said if width_of(said) < USUAL * width else figure
    slim = said if width_of(said) < NARROW * width else figure
    return words(full, x + width / 2, 33, side="middle", look="quiet", slim=slim)


# ---------------------------------------------------------------- a line each


def _titled(doing: Doing, years: Years, y: float) -> Iterator[Mark]:
    bars = doing.within(years.years)
    first = min(years.start_of(each.first) for each in bars)
    last = max(years.end_of(each.last) for each in bars)
    state, room = doing.state_words, max(first, 1 - last)
    fits, slim = (room * width > width_of(state) + 1 for width in (USUAL, NARROW))
    yield from _title(doing, y + 17, beside=not fits)
    yield from _bars(doing, bars, years, y + 23, 16)
    slim_words = state if slim else ""
    if not fits:
        yield words(state, 1, y + 17, side="end", look="quiet", slim="")
    elif 1 - last == room:
        yield words(state, last, y + 36, dx=7, look="quiet", slim=slim_words)
    else:
        yield words(state, first, y + 36, dx=-7, side="end", look="quiet", slim=slim_words)


def _title(doing: Doing, y: float, *, beside: bool) -> Iterator[Mark]:
    """`beside` leaves room for the state in words."""
    yield words(doing.row.number, 0, y, dx=4, look="bold")
    taken = width_of(doing.state_words) + 1 if beside else 0
    full = fitted(doing.row.name, USUAL - NUMBERS - taken)
    slim = fitted(doing.row.name, NARROW - NUMBERS)
    yield words(full, 0, y, dx=NUMBERS * 14, slim=slim)


def _bars(
    doing: Doing, bars: Sequence[Stretch], years: Years, y: float, height: float
) -> Iterator[Mark]:
    """What is known to the year only is half as high."""
    for each in bars:
        x, end = years.start_of(each.first), years.end_of(each.last)
        high = height if each.first.exact else height / 2
        top = y + (height - high) / 2
        yield bar(x, top, end - x, high, LOOKS[doing.state])
        strokes = (rule(x, top + high, end, top, "line"), rule(x, top, end, top + high, "line"))
        yield from strokes[: strokes_over(doing.state)]


# ---------------------------------------------------------------- many in a lane


def packed(doings: Sequence[Doing], years: Years) -> list[int]:
    """The lane of each activity: the first in which its place is still free."""
    ends: list[float] = []
    lanes = []
    for doing in doings:
        bars = doing.within(years.years)
        first = min(years.start_of(each.first) for each in bars)
        last = max(years.end_of(each.last) for each in bars)
        lane = next((place for place, end in enumerate(ends) if end <= first), len(ends))
        ends[lane : lane + 1] = [last]
        lanes.append(lane)
    return lanes


def _in_lane(doing: Doing, years: Years, y: float) -> Iterator[Mark]:
    bars = doing.within(years.years)
    yield from _bars(doing, bars, years, y + 3, 22)
    for each in bars:
        middle = (years.start_of(each.first) + years.end_of(each.last)) / 2
        on_paper = strokes_over(doing.state) or not each.first.exact
        if on_paper:
            yield stamp("blank", middle, y + 14)
        inverse = LOOKS[doing.state] == "solid" and not on_paper
        look = "inverse" if inverse else "bold"
        yield words(doing.row.number, middle, y + 19, side="middle", look=look)


# ---------------------------------------------------------------- without a date


def _undated(doings: Sequence[Doing], *, few: bool) -> Drawing:
    marks: list[Mark] = [words(_("no date yet"), 0, 16, dx=4, look="bold")]
    marks.append(rule(0, 24, 1, 24, "line"))
    height = 26.0
    if few:
        for doing in doings:
            marks += [*_title(doing, height + 18, beside=True)]
            marks.append(
                words(doing.state_words, 1, height + 18, side="end", look="quiet", slim="")
            )
            height += 26
    else:
        marks += _numbers(doings, height)
        height += -(-len(doings) // MARKS_ABREAST) * 31
    says = ", ".join(each.row.number for each in doings)
    return {
        "height": height + 4,
        "says": says,
        "marks": marks,
        "stamps": {"mark": frame_of([each.row for each in doings])},
    }


def _numbers(doings: Sequence[Doing], y: float) -> Iterator[Mark]:
    for place, doing in enumerate(doings):
        line, column = divmod(place, MARKS_ABREAST)
        x, middle = (column + 0.5) / MARKS_ABREAST, y + line * 31 + 15
        yield stamp("mark", x, middle)
        yield words(doing.row.number, x, middle + 5, side="middle", look="bold")
