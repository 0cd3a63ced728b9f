"""Papers as they go out: the language of their labels, the strip of languages, the PDF.

A paper says the minute at which it was printed, so it is set anew in the next; within the minute
the one that was set is given to all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, make_response, request

from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.locales import CODES, LANGUAGES, Language, current
from engage.kit.memo import Memo
from engage.kit.pdf import typeset

PAPERS = 50  # so many are kept, some tenths of a megabyte each


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is to be set: the template, what `kit.paper` says goes into it, the name of the file."""

    template: str
    payload: Mapping[str, Any]
    name: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that was set in this minute, and what its file is called."""

    content: bytes
    name: str


_papers: Memo[Paper] = Memo(PAPERS)


def language_of_paper() -> str:
    """The language of the labels: the one asked for in the address, else the reader's."""
    asked = request.args.get("lang", "")
    return asked if asked in CODES else current()


def in_each_language(address: str) -> Sequence[tuple[Language, str]]:
    """The same paper in each language, for the strip beside its buttons."""
    return [(each, f"{address}?lang={each.code}") for each in LANGUAGES]


def pdf_answer(key: tuple[Hashable, ...], write: Callable[[], Manuscript]) -> Response:
    """The PDF of what `write` gives; `key` names all it depends on, besides the minute."""
    made = _papers.get((*key, now().strftime("%Y-%m-%dT%H:%M")), lambda: _set(write()))
    answer = make_response(made.content)
    answer.mimetype = "application/pdf"
    answer.add_etag()
    answer.make_conditional(request)
    return named(answer, made.name)


def named(answer: Response, name: str) -> Response:
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _set(manuscript: Manuscript) -> Paper:
    db.session.rollback()  # no transaction stays open while the pages are set
    return Paper(typeset(manuscript.template, manuscript.payload), manuscript.name)
