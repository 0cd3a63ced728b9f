"""Two versions compared: frozen, so that what is remembered of them can never be stale."""

from __future__ import annotations

from collections.abc import Sequence

from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.plans.comparison import compare
from engage.plans.review.moved import Moved, Pair, Spot, read_moved

PAIRS, COUNTS = 100, 2000
_moved: Memo[Moved] = Memo(PAIRS)
_counts: Memo[int] = Memo(COUNTS)


def moved_in(pair: Pair, spots: Sequence[Spot]) -> Moved:
    """What moved, in words; without the documents where it was asked before."""
    key = (pair.key, tuple(spots), current())
    return _moved.get(key, lambda: read_moved(pair.before.document, pair.after.document, spots))


def count_moved(pair: Pair | None) -> int:
    """How many rows and answers differ; nought where there is nothing to compare with."""
    if pair is None:
        return 0
    return _counts.get(pair.key, lambda: _count(pair))


def _count(pair: Pair) -> int:
    return len(compare(pair.before.document, pair.after.document).places)
