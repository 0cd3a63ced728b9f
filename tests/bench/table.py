"""The figures as one table: ours, the floor's, and how many times the floor is faster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.load import Measured

CONNECTIONS = (1, 8, 32)
HEAD = ("", "queries", "median", "95th", *(f"{n} con." for n in CONNECTIONS), "first", "next")
WIDTHS = (34, 8, 9, 9, 9, 9, 9, 17, 17)


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes on the wire at the first visit, with all it asks for, and at the next."""

    first: int
    requests: int
    next: int
    status: int


@dataclass(slots=True)
class Side:
    """What one server gave: rounds of measurements by number of connections."""

    queries: int
    weight: Weight | None
    rounds: dict[int, list[Measured]]

    def rate(self, connections: int) -> float:
        return median(each.per_second for each in self.rounds[connections])

    def cells(self) -> list[str]:
        alone = self.rounds[1]
        times = (median(e.median for e in alone), median(e.late for e in alone))
        rates = [f"{self.rate(each):,.0f}/s" for each in CONNECTIONS]
        return [str(self.queries), *(f"{t * 1000:.1f} ms" for t in times), *rates, *self._weight()]

    def _weight(self) -> list[str]:
        if self.weight is None:
            return ["", ""]
        first = f"{self.weight.first / 1024:.1f} KiB in {self.weight.requests}"
        return [first, f"{self.weight.next:,} B ({self.weight.status})"]


@dataclass(frozen=True, slots=True)
class Line:
    title: str
    ours: Side
    floor: Side

    def ratio(self, connections: int) -> float:
        """Round by round, since the two were measured one after the other in each."""
        pairs = zip(self.floor.rounds[connections], self.ours.rounds[connections], strict=True)
        return median(floor.per_second / ours.per_second for floor, ours in pairs)


def told(database: str, lines: Sequence[Line]) -> str:
    rows: list[Sequence[str]] = [(database, *HEAD[1:])]
    for line in lines:
        ratios = [f"{line.ratio(each):.1f}" for each in CONNECTIONS]
        rows += [
            (line.title, *line.ours.cells()),
            ("  floor", *line.floor.cells()),
            ("  floor is faster, times", "", "", "", *ratios, "", ""),
        ]
    return "\n".join(_row(cells) for cells in rows)


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    shown = [first.ljust(WIDTHS[0])]
    shown += [cell.rjust(width) for cell, width in zip(rest, WIDTHS[1:], strict=True)]
    return "".join(shown).rstrip()
