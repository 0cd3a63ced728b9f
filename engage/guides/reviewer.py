"""The guide for those who review plans at the secretariat, task by task."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.guides.both import dates, kinds_of_comment, letters, sign_in, trouble
from engage.guides.codes import codes
from engage.guides.going_out import calendar, counting, events, planning
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
        _start(),
        _queue(),
        _board(),
        _take_up(),
        _read(),
        _checklist(),
        _comment(),
        _letter(),
        _round(),
        letters(),
        planning(),
        events(),
        counting(),
        calendar(),
        _paper(),
        trouble(),
        codes(),
    ]


def _start() -> Chapter:
    return chapter(
        "start",
        _("What waits for you"),
        _(
            "“%(yours)s” lists the plans that you lead or that nobody leads yet, your topics, and "
            "objections that wait for your decision. “%(others)s” lists what Parties have.",
            yours=Named.YOURS.label,
            others=Named.OTHERS.label,
        ),
        dates(),
    )


def _queue() -> Chapter:
    return chapter(
        "queue",
        _("Plans for review"),
        _(
            "The list begins with the plan that has waited longest. Filter it, or press a heading "
            "to sort by it."
        ),
    )


def _board() -> Chapter:
    return chapter(
        "board",
        Named.BOARD.label,
        _(
            "The board shows all Parties: who has a plan, where it stands, for how long, and who "
            "holds it. Of a draft it says at most that there is one. No Party is compared with "
            "another."
        ),
        steps=[
            _("Name for each plan who leads the review, and who reads which topic."),
            _(
                "“%(rules)s” does it for each plan that comes, by annex and language.",
                rules=Named.RULES.label,
            ),
            _("“%(workload)s” shows what each reviewer has now.", workload=Named.WORKLOAD.label),
        ],
        notes=[_("Everybody can read and comment on the whole plan; only the lead decides.")],
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
        _(
            "“%(topics)s” shows only the sections that your topics look at.",
            topics=Named.MY_TOPICS.label,
        ),
        _(
            "“%(time_line)s” says who did what, which comments came with a letter, how many were "
            "answered, and who of the secretariat was told.",
            time_line=Named.TIME_LINE.label,
        ),
    )


def _checklist() -> Chapter:
    return chapter(
        "checklist",
        Named.CHECKLIST.label,
        _(
            "Its items help to forget nothing. Where the plan answers by itself, an answer is "
            "suggested; look before you keep it. Each item leads to its place in the plan."
        ),
        notes=[_("The Party does not see the checklist, and nothing is counted into a score.")],
    )


def _comment() -> Chapter:
    return chapter(
        "comment",
        _("Write a comment"),
        steps=[
            _(
                "Beside a section, open “%(label)s”. A comment can be on the whole plan, a "
                "section, a row or one answer.",
                label=Named.ADD_COMMENT.label,
            ),
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
            _(
                "“%(otherwise)s” tells the lead that you disagree with a comment of a colleague. "
                "The lead keeps the comment or drops it before the letter goes.",
                otherwise=Named.OTHERWISE.label,
            ),
        ],
        terms=kinds_of_comment(),
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
        _(
            "“%(moved)s” shows each comment beside the old and the new text, then what else has "
            "changed; the rest is folded away.",
            moved=Named.MOVED.label,
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
