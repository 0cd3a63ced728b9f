"""How much moved between two versions, for the head of the desk."""

from __future__ import annotations

from engage.kit.memo import Memo
from engage.plans.comparison import compare
from engage.plans.review.moved import Pair

COUNTS = 2000
_counts: Memo[int] = Memo(COUNTS)


def count_moved(pair: Pair | None) -> int:
    """How many rows and answers differ; nought where there is nothing to compare with."""
    if pair is None:
        return 0
    return _counts.get(pair.key, lambda: _count(pair))


def _count(pair: Pair) -> int:
    return len(compare(pair.before.document, pair.after.document).places)
