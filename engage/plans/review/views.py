"""The addresses of the review, all in one table; the pages stand in `pages`, one subject each."""

from __future__ import annotations

from flask import Blueprint

from engage.plans.review.pages import (
    answers,
    comments,
    desk,
    letters,
    moved,
    objections,
    people,
    queue,
    topics,
)

blueprint = Blueprint("review", __name__)

READ, POST = ("GET",), ("POST",)
TABLE = (
    ("/review", "queue", queue.queue_page, READ),
    ("/review/<ref>", "desk", desk.desk, READ),
    ("/review/<ref>/moved", "moved", moved.moved, READ),
    ("/review/<ref>/topics", "topics", topics.topics, READ),
    ("/review/<ref>/take-up", "take_up", desk.begin, POST),
    ("/review/<ref>/history", "timeline", desk.timeline, READ),
    ("/review/<ref>/people", "people", people.people, READ),
    ("/review/<ref>/people", "save_people", people.save_people, POST),
    ("/review/<ref>/lead", "lead", people.lead, POST),
    ("/review/<ref>/topics/<topic>/finish", "finish", people.finish, POST),
    ("/review/<ref>/topics/<topic>/reopen", "reopen", people.reopen, POST),
    ("/review/<ref>/comment/<section>", "comment_page", comments.comment_page, READ),
    ("/review/<ref>/comment/<section>", "comment", comments.comment, POST),
    ("/review/<ref>/comments/<int:comment_id>/objection", "objection", objections.page, READ),
    ("/review/<ref>/comments/<int:comment_id>/objection", "object", objections.keep, POST),
    (
        "/review/<ref>/comments/<int:comment_id>/objection/withdraw",
        "withdraw_objection",
        objections.withdraw,
        POST,
    ),
    (
        "/review/<ref>/comments/<int:comment_id>/<any(keep, drop):what>",
        "resolve",
        objections.resolve_it,
        POST,
    ),
    ("/review/<ref>/decision", "decide", letters.decide, POST),
    ("/review/<ref>/letter", "preview", letters.preview, READ),
    ("/review/<ref>/letter", "send", letters.send, POST),
    ("/plans/<ref>/comment/<section>", "comment_inside_page", comments.comment_page, READ),
    ("/plans/<ref>/comment/<section>", "comment_inside", comments.comment, POST),
    ("/plans/<ref>/comments", "comments", answers.comments_page, READ),
    ("/plans/<ref>/comments", "save_answers", answers.save_answers, POST),
    ("/plans/<ref>/comments/<int:comment_id>", "change_page", comments.change_page, READ),
    ("/plans/<ref>/comments/<int:comment_id>", "change", comments.change, POST),
    ("/plans/<ref>/comments/<int:comment_id>/remove", "remove", comments.remove, POST),
    ("/plans/<ref>/comments/<int:comment_id>/close", "close", desk.close, POST),
    ("/plans/<ref>/comments/<int:comment_id>/keep-open", "keep_open", desk.reopen, POST),
    ("/plans/<ref>/letter/<int:number>.<int:round_>", "letter", letters.letter, READ),
    ("/plans/<ref>/letter/<int:number>.<int:round_>.pdf", "letter_pdf", letters.letter_pdf, READ),
)

for _address, _endpoint, _view, _methods in TABLE:
    blueprint.add_url_rule(_address, _endpoint, _view, methods=_methods)
