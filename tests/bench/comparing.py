"""Comparing two versions beside rendering the page of the same plan, in this process."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import sqlalchemy as sa
from flask import Flask

from engage.frame.fragments import macro
from engage.kit.db import db
from engage.plans.compared import Compared
from engage.plans.comparison import compare
from engage.plans.document import Json
from engage.plans.models import Plan
from tests.bench.content import document_of, rewritten
from tests.bench.counting import ask, client_of
from tests.bench.pages import Asked
from tests.bench.seed import BESIDES, MANY

TIMES = 7
SAID = """\
Comparing two versions of 40 stakeholders and 120 activities, a third of the rows changed, beside
the page of that plan; time of the processor in one process, median of {times}.
  its page:      {cold:6.1f} ms the first time after a change, {warm:.1f} ms after that
  what changed:  {made:6.1f} ms with nothing remembered (codes {codes:.1f}), {again:.1f} ms after
  times the page:{slow:6.1f}    with nothing remembered, {quick:.1f} after that
"""


def told_comparing(app: Flask, page: Asked, changes: Asked) -> str:
    there, other = client_of(app, page), client_of(app, changes)

    def changed() -> None:
        with app.app_context():
            plan = sa.update(Plan).where(Plan.ref == page.ref)
            db.session.execute(plan.values(stamp=f"{time.perf_counter_ns()}"))
            db.session.commit()

    cold = _took(lambda: ask(there, page), before=changed)
    warm = _took(lambda: ask(there, page))
    again = _took(lambda: ask(other, changes))
    first = document_of("", "", counts=BESIDES[MANY])
    second = rewritten(first)
    with app.test_request_context("/"):
        made = _took(lambda: _anew(first, second))
        codes = _took(lambda: compare(first, second))
    return SAID.format(
        times=TIMES,
        cold=cold,
        warm=warm,
        made=made,
        codes=codes,
        again=again,
        slow=made / cold,
        quick=again / warm,
    )


def _anew(first: Json, second: Json) -> object:
    """All that the page of changes does where nothing is remembered: codes, words, HTML."""
    found = Compared(first, second).sections(compare(first, second))
    return macro("plans/_changes.html", "sheets")(found, "en", "en")


def _took(work: Callable[[], object], before: Callable[[], object] | None = None) -> float:
    """Milliseconds of the processor; the first time, which loads templates, does not count."""
    times = []
    for _time in range(TIMES + 1):
        if before is not None:
            before()
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return median(times[1:])
