"""The guide for those who review plans at the secretariat, task by task."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.guides.both import kinds_of_comment, sign_in, trouble
from engage.guides.codes import codes
from engage.guides.shape import chapter, press, term
from engage.guides.vocabulary import Named
from engage.kit.booklet import Chapter


def lead() -> list[str]:
    return [
        _("A plan is voluntary. A review is technical advice: no Party is scored or ranked."),
    ]


def chapters() -> list[Chapter]:
    return [
        sign_in(),
        _queue(),
        _take_up(),
        _read(),
        _comment(),
        _checklist(),
        _letter(),
        _round(),
        _paper(),
        trouble(),
        codes(),
    ]


def _queue() -> Chapter:
    return chapter(
        "queue",
        _("Plans for review"),
        _(
            "The list begins with the plan that has waited longest. Filter it, or press a heading "
            "to sort by it."
        ),
    )


def _take_up() -> Chapter:
    return chapter(
        "take-up",
        Named.TAKE_UP.label,
        steps=[press(Named.TAKE_UP)],
        notes=[_("From then on the Party cannot withdraw the plan, and you can write comments.")],
    )


def _read() -> Chapter:
    return chapter(
        "read",
        _("Read the plan"),
        _(
            "The desk shows the plan as it was submitted, with the comments beside each section. "
            "What the Party keeps for its own office is not shown to the secretariat."
        ),
        _("“%(time_line)s” says who did what.", time_line=Named.TIME_LINE.label),
    )


def _comment() -> Chapter:
    return chapter(
        "comment",
        _("Write a comment"),
        steps=[
            _("Beside a section, open “%(label)s”.", label=Named.ADD_COMMENT.label),
            _("Please choose the kind of comment."),
            press(Named.KEEP_COMMENT),
        ],
        notes=[
            _(
                "The Party reads this comment with the letter, when the plan is returned or its "
                "review is complete."
            ),
            _(
                "Until the letter goes you can change or remove your own comments. The Party does "
                "not read who wrote them."
            ),
        ],
        terms=kinds_of_comment(),
    )


def _checklist() -> Chapter:
    return chapter(
        "checklist",
        _("Answer the checklist"),
        _(
            "Where the plan answers by itself, its answer is chosen and marked as suggested. "
            "Please look at it and change what you see otherwise."
        ),
        _(
            "The Party never sees the checklist, and nothing is counted from it but how many items "
            "are answered."
        ),
    )


def _letter() -> Chapter:
    return chapter(
        "letter",
        _("Write the letter and decide"),
        steps=[
            _("Please say first what is strong in the plan; the letter begins with it."),
            _("Please choose what happens next."),
            press(Named.PREVIEW),
            _(
                "Read the letter, and press “%(returns)s” or “%(completes)s” to send it.",
                returns=Named.RETURN.label,
                completes=Named.COMPLETE.label,
            ),
        ],
        notes=[
            _(
                "The letter does not save itself. “%(later)s” keeps it; nobody else reads it yet.",
                later=Named.SAVE_FOR_LATER.label,
            )
        ],
        terms=[
            term(
                Named.REVIEW_COMPLETE.label,
                _("The Party decides who may see the plan. Open comments stay as advice."),
            ),
            term(
                Named.RETURN_IT.label,
                _("The Party can edit again. A reason is needed."),
                _("Please give the reason for the return, in one or two sentences."),
            ),
        ],
    )


def _round() -> Chapter:
    return chapter(
        "round",
        _("The answers, and another round"),
        _(
            "When the Party submits again, the plan is back in the list. Each answer stands below "
            "its comment; what you do with it is seen with the next letter."
        ),
        terms=[
            term(Named.CLOSE_COMMENT.label, _("The matter is settled.")),
            term(Named.ACCEPT_REASON.label, _("The Party did not do it, and its reason is good.")),
            term(Named.KEEP_OPEN.label, _("The answer is not enough yet.")),
        ],
    )


def _paper() -> Chapter:
    return chapter(
        "paper",
        Named.PRINT.label,
        _(
            "“%(summary)s”, “%(full)s” and “%(pdf)s” show the version as it was submitted. On a "
            "page made for paper, press “%(button)s”.",
            summary=Named.SUMMARY_TO_PRINT.label,
            full=Named.FULL_TO_PRINT.label,
            pdf=Named.FULL_PDF.label,
            button=Named.PRINT_PAGE.label,
        ),
    )
