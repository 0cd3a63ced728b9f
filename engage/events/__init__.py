"""Awareness and outreach events: planned, held, and counted.

An event may belong to an activity of a plan, to a journey, or to nothing yet. Its questions are
declared in `outline`; what somebody else than its own side may know of it is decided in `safety`
and goes out as a whole (`document`) or as a line of a list (`cards`). Who came is counted in the
alcove `counting`; `counted` leads from the answers to its figures, `figures` shows those of one
event, `totals` and `sums` those of several. Promises are found in `ledger`, `promises` and
`passing`, joint events in `partners`, evidence in `files`.
"""
