"""Examples of the pages of the review: papers, letters, the desk, the board."""

from __future__ import annotations

from tests.browser.example import ADMINISTRATOR, ADVISER, REVIEWER, Example, Sent
from tests.browser.stage import COMPLETE, DRAFT, IN_REVIEW, READY, RETURNED, SUBMITTED

PAPERS = (
    *(Example(f"/plans/{ref}/summary") for ref in (RETURNED, DRAFT, SUBMITTED)),
    Example(f"/plans/{RETURNED}/full"),
    Example(f"/plans/{COMPLETE}/versions/1.1/summary", REVIEWER),
    Example(f"/plans/{COMPLETE}/versions/1.1/full", REVIEWER),
    Example(f"/plans/{RETURNED}/letter/2.2"),
    Example(f"/plans/{COMPLETE}/letter/1.1"),
    Example(f"/plans/{READY}/papers"),
    Example(f"/plans/{RETURNED}/papers", REVIEWER),
    Example(f"/plans/{READY}/papers/clearance"),
    Example(f"/plans/{RETURNED}/papers/cover/2.2"),
    Example(f"/plans/{RETURNED}/papers/receipt/2.2", REVIEWER),
    Example(f"/plans/{READY}/papers/given/new"),
    Example(f"/plans/{READY}/papers/given/new", sent=Sent("main form", {})),
    Example(f"/plans/{READY}/papers/given/{{given}}"),
    Example(f"/plans/{READY}/papers/signed/new"),
    Example(f"/plans/{READY}/papers/signed/new", sent=Sent("main form", {})),
)
POST = (
    Example("/letters"),
    Example("/letters/{letter}"),
    Example("/letters/settings"),
    Example("/letters/settings", sent=Sent("main form", {"time_zone": "Nowhere"})),
    Example("/outbox", ADMINISTRATOR),
)
REVIEW = (
    Example(f"/plans/{RETURNED}/comments"),
    Example(f"/plans/{COMPLETE}/comments"),
    Example(f"/plans/{DRAFT}/comments", ADVISER),
    Example(f"/plans/{DRAFT}/comment/purpose", ADVISER),
    Example(f"/plans/{DRAFT}/comment/purpose", ADVISER, sent=Sent("#comment-form", {})),
    Example(f"/plans/{DRAFT}/comments/{{advice}}", ADVISER),
    Example("/review", REVIEWER),
    Example("/review?state=all&words=grassland&annex=asia", REVIEWER),
    Example("/review?words=nothing+of+the+kind", REVIEWER),
    Example(f"/review/{IN_REVIEW}", REVIEWER),
    Example(f"/review/{SUBMITTED}", REVIEWER),
    Example(f"/review/{COMPLETE}", REVIEWER),
    Example(f"/review/{IN_REVIEW}/history", REVIEWER),
    Example(f"/review/{IN_REVIEW}/checklist", REVIEWER),
    Example(f"/review/{COMPLETE}/checklist", REVIEWER),
    Example(f"/review/{IN_REVIEW}/comment/purpose", REVIEWER),
    Example(f"/plans/{IN_REVIEW}/comments/{{remark}}", REVIEWER),
    Example(f"/review/{IN_REVIEW}/comment/purpose", REVIEWER, sent=Sent("#comment-form", {})),
    Example(f"/review/{IN_REVIEW}/letter", REVIEWER),
    Example(f"/review/{IN_REVIEW}/people", REVIEWER),
    Example("/review/rules", REVIEWER),
    Example("/review/rules", REVIEWER, sent=Sent("#rule", {})),
    Example("/review/workload", REVIEWER),
    Example("/board", REVIEWER),
    Example("/board?annex=asia&sort=since", REVIEWER),
    Example("/board?words=nothing+of+the+kind", REVIEWER),
    Example("/filters/board?annex=asia", REVIEWER),
    Example("/filters/board?annex=asia", REVIEWER, sent=Sent("#filter", {})),
    Example("/our-party"),
    Example(f"/review/{RETURNED}/moved", REVIEWER),
    Example(f"/review/{SUBMITTED}/moved", REVIEWER),  # with nothing to compare it with
    Example(f"/review/{IN_REVIEW}/topics", REVIEWER),
    Example(f"/review/{IN_REVIEW}/comments/{{otherwise}}/objection", REVIEWER),
    Example(f"/plans/{DRAFT}/check"),
    Example(f"/plans/{DRAFT}/check", sent=Sent("#ask-form", {})),
    Example(f"/plans/{DRAFT}/check/{{check}}", ADVISER),
)
