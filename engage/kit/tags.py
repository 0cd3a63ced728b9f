"""Numbers on a map: set at their places, moved aside with a line, or joined, so that none covers
another. Everything is counted in the pixels of the map, whose corner is at the left above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, dist, pi, sin

from engage.kit.drawing import width_of

LETTER, LINE = 14, 16
# Spots nearer than this are one place.
NEAR = 4
# How far aside a tag may go, and the ways it may go, upwards first.
REACHES = (17, 25, 35, 48)
WAYS = tuple(pi * step / 6 for step in (-2, -1, -4, -5, 0, 6, 1, 2, 5, 4, -3, 3))
MIXED = "hollow"
_MOST = 5

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number belongs; `look` is one of `route_map.LOOKS`."""

    x: float
    y: float
    label: str
    look: str

    @property
    def place(self) -> Place:
        return self.x, self.y


@dataclass(frozen=True, slots=True)
class Tag:
    """A box with numbers, its middle at (x, y); spots that it does not cover have a line to it."""

    x: float
    y: float
    w: float
    h: float
    lines: tuple[str, ...]
    look: str
    spots: tuple[Spot, ...]

    def covers(self, place: Place, margin: float = 0) -> bool:
        x, y = place
        return abs(x - self.x) < self.w / 2 + margin and abs(y - self.y) < self.h / 2 + margin

    def meets(self, other: Tag) -> bool:
        return (
            abs(self.x - other.x) < (self.w + other.w) / 2 + 1
            and abs(self.y - other.y) < (self.h + other.h) / 2 + 1
        )


def tagged(spots: Sequence[Spot], width: float, height: float) -> list[Tag]:
    """A tag for each spot that finds room; spots that find none share one with their neighbours."""
    groups = _one_place(spots)
    tags: list[Tag] = []
    while len(tags) < len(groups):
        group = groups[len(tags)]
        others = [each for each in spots if each not in group]
        tag = _free(group, others, tags, width, height)
        if tag is None:
            _join_nearest(groups, len(tags))
            tags = []
        else:
            tags.append(tag)
    return tags


def _one_place(spots: Sequence[Spot]) -> list[list[Spot]]:
    groups: list[list[Spot]] = []
    for spot in spots:
        near = (group for group in groups if dist(group[0].place, spot.place) < NEAR)
        group = next(near, None)
        if group is None:
            groups.append([spot])
        else:
            group.append(spot)
    return groups


def _join_nearest(groups: list[list[Spot]], at: int) -> None:
    here = _middle(groups[at])
    others = [index for index in range(len(groups)) if index != at]
    nearest = min(others, key=lambda index: (dist(_middle(groups[index]), here), index))
    joined = groups[at] + groups[nearest]
    groups[min(at, nearest)] = joined
    del groups[max(at, nearest)]


def _middle(group: Sequence[Spot]) -> Place:
    return sum(each.x for each in group) / len(group), sum(each.y for each in group) / len(group)


def _free(
    group: Sequence[Spot], others: Sequence[Spot], tags: Sequence[Tag], width: float, height: float
) -> Tag | None:
    """The first tag that covers nothing; one that stands alone is set whatever it covers."""
    lines = _lines([each.label for each in group])
    # The letters are bold, and may be those of any machine.
    w = max(18, max(width_of(line) for line in lines) * LETTER * 1.15 + 9)
    h = LINE * len(lines) + 2
    looks = {each.look for each in group}
    look = looks.pop() if len(looks) == 1 else MIXED
    room = w / 2 + 1, h / 2 + 1
    for x, y in _places(_middle(group), w, h):
        within = _held(x, room[0], width), _held(y, room[1], height)
        if (x, y) != within and others:
            continue
        tag = Tag(*within, w, h, tuple(lines), look, tuple(group))
        if not any(map(tag.meets, tags)) and not any(tag.covers(o.place, 2) for o in others):
            return tag
    return None


def _held(value: float, room: float, length: float) -> float:
    return min(max(value, room), length - room)


def _places(middle: Place, w: float, h: float) -> Iterator[Place]:
    x, y = middle
    yield middle
    for reach in REACHES:
        for way in WAYS:
            across, down = reach + w / 2 - 9, reach + h / 2 - 9
            yield x + cos(way) * across, y + sin(way) * down


# ---------------------------------------------------------------- numbers in words


def _lines(labels: Sequence[str]) -> list[str]:
    runs = joined(labels)
    cut = [runs[at : at + _MOST] for at in range(0, len(runs), _MOST)]
    lines = [", ".join(each) for each in cut]
    return [f"{line}," for line in lines[:-1]] + lines[-1:]


def joined(labels: Sequence[str]) -> list[str]:
    """In order, with three or more that follow each other as one: `1`, `3–6`, `9`, `12a`."""
    numbers = sorted({int(each) for each in labels if each.isdecimal()})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [
        each
        for run in runs
        for each in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    return said + [each for each in labels if not each.isdecimal()]
