"""The desk is one form: the letter, and a box for a comment on each section.

Whatever is sent, the rest of what was typed comes along. It is kept, and stands in its boxes again.
"""

from __future__ import annotations

from flask import request, url_for
from werkzeug.datastructures import MultiDict

from engage.accounts.access import actor
from engage.accounts.details import Typed
from engage.accounts.kept import keep_rest
from engage.accounts.typed import typed_fields
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS
from engage.plans.review.forms import LETTER, CommentForm, DecisionForm, PlacedCommentForm
from engage.plans.review.places import WHOLE
from engage.plans.review.queries import draft_letter

MARK = "desk"  # a box that only the form of the desk has
THE_LETTER = "the letter"

Fields = dict[str, list[str]]


def comment_boxes() -> dict[str, CommentForm]:
    """A comment for the whole plan and for each section, as far as it was typed."""
    return {code: CommentForm(prefix=code) for code in (WHOLE, *(each.code for each in SECTIONS))}


def comment_form(section: str) -> PlacedCommentForm:
    """The comment that was sent: from its box on the desk, or from its own page."""
    if MARK not in request.form:
        return PlacedCommentForm()
    typed = {name: request.form.get(f"{section}-{name}", "") for name in ("kind", "text")}
    return PlacedCommentForm(formdata=MultiDict(typed))


def keep_unsent(plan: Plan, sent: str = "") -> None:
    """`sent` is the section whose comment was sent, or THE_LETTER, or nothing of the two."""
    if MARK not in request.form:
        return
    typed = {name: words for name, words in typed_fields().items() if any(words)}
    fields = _other_comments(typed, sent) | ({} if sent == THE_LETTER else _letter(plan, typed))
    there, sent_to = (url_for(f"review.{page}", ref=plan.ref) for page in ("desk", "decide"))
    keep_rest(Typed(place=there, posted_to=sent_to, fields=fields))


def _other_comments(typed: Fields, sent: str) -> Fields:
    names = {
        box.name
        for code, form in comment_boxes().items()
        if code != sent
        for box in (form.kind, form.text)
    }
    return {name: words for name, words in typed.items() if name in names}


def _letter(plan: Plan, typed: Fields) -> Fields:
    """The letter, where it is not as it was kept last; what is only suggested was not typed."""
    kept, form = draft_letter(actor(), plan), DecisionForm()
    offered = {name for name in ("strengths", "reason") if form.is_offer(name)}
    own = {name: typed.get(name, []) for name in LETTER if name not in offered}
    before = [_lines(getattr(kept, name, "")) for name in LETTER]
    now = [_lines("".join(own.get(name, []))) for name in LETTER]
    return {} if before == now else own


def _lines(words: str | None) -> list[str]:
    return (words or "").splitlines()
