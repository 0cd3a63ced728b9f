"""The guide for those who write a plan, task by task."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.guides.both import dates, kinds_of_comment, letters, sign_in, trouble
from engage.guides.further import colleagues, further
from engage.guides.going_out import calendar, counting, events, hosting, promises_made
from engage.guides.questions import questions
from engage.guides.shape import chapter, press, term
from engage.guides.vocabulary import Named
from engage.kit.booklet import Chapter
from engage.kit.values.base import Answer
from engage.reference.vocabulary.identity import AnswerToComment


def lead() -> list[str]:
    return [
        _("A plan is voluntary. A review is technical advice: no Party is scored or ranked."),
    ]


def chapters() -> list[Chapter]:
    return [
        sign_in(),
        _start(),
        _begin(),
        _write(),
        _answers(),
        _submit(),
        _withdraw(),
        _letter(),
        _after(),
        _paper(),
        letters(),
        *further(),
        events(),
        counting(),
        promises_made(),
        hosting(),
        calendar(),
        colleagues(),
        _trouble(),
        questions(),
    ]


def _start() -> Chapter:
    return chapter(
        "start",
        _("What waits for you"),
        _(
            "“%(yours)s” lists what you can work on: plans that were returned, drafts, checks that "
            "were made. “%(others)s” lists what the secretariat, a colleague or an office has, and "
            "for how long. Beside them stands your latest plan.",
            yours=Named.YOURS.label,
            others=Named.OTHERS.label,
        ),
        dates(),
    )


def _begin() -> Chapter:
    return chapter(
        "begin",
        Named.BEGIN.label,
        _("A minimum plan takes about twenty minutes. You can stop at any time and go on later."),
        steps=[
            press(Named.BEGIN),
            _("Choose an empty plan, or one of your plans and the sections to copy from it."),
            press(Named.BEGIN_IT),
        ],
    )


def _write() -> Chapter:
    return chapter(
        "write",
        _("Edit the plan"),
        steps=[
            _("Open the plan, and choose a section in the list beside it."),
            press(Named.EDIT),
            press(Named.GO_ON),
        ],
        notes=[
            _(
                "What you type is saved by itself after a few seconds, and a line above the boxes "
                "says so. Where it does not, press “%(button)s”.",
                button=Named.SAVE.label,
            ),
            _(
                "A box without a remark beside its name is needed to submit. Nothing is needed to "
                "save."
            ),
            _(
                "In a list, each entry is a row with buttons that move, duplicate or delete it. A "
                "row that was deleted comes back with “%(button)s”.",
                button=Named.UNDO.label,
            ),
            _("A row can be filled in part and finished later."),
        ],
    )


def _answers() -> Chapter:
    return chapter(
        "answers",
        _("Answer as exactly as you know"),
        _(
            "Under many boxes, “%(label)s” offers answers that tell the reader more than a blank "
            "box.",
            label=Named.NO_ANSWER.label,
        ),
        _(
            "What cannot be read is kept as you typed it, and holds up submission until it is "
            "clear."
        ),
        terms=[
            term(Answer.NONE.label, _("You looked, and found none.")),
            term(Answer.UNKNOWN.label, _("Nobody can say yet.")),
            term(
                Answer.NOT_APPLICABLE.label, _("Please say in a few words why this does not apply.")
            ),
            term(
                _("Dates"),
                _("Day and month may stay empty: 2027 alone stays a year. Words will do too."),
            ),
            term(
                _("Amounts and numbers"),
                _(
                    "“%(sure)s” says whether a figure is exact. What does not fit the boxes goes "
                    "into “%(words)s”.",
                    sure=Named.HOW_SURE.label,
                    words=Named.AS_WRITTEN.label,
                ),
                _(
                    "One line for each amount and currency. Amounts in two currencies are never "
                    "added."
                ),
            ),
        ],
    )


def _submit() -> Chapter:
    return chapter(
        "submit",
        Named.SUBMIT.label,
        _(
            "“%(list)s” on the page of the plan names what is missing, and leads to the box.",
            list=Named.STILL_OPEN.label,
        ),
        steps=[
            press(Named.SUBMIT),
            _("Check who stands for the plan, and press the same button once more."),
        ],
        notes=[
            _(
                "The plan is frozen as it stands and goes to the secretariat. You can withdraw it "
                "until the review begins, and you can print it at any time."
            )
        ],
    )


def _withdraw() -> Chapter:
    return chapter(
        "withdraw",
        _("Withdraw the plan"),
        steps=[press(Named.WITHDRAW)],
        notes=[
            _(
                "It becomes a draft again, and the secretariat no longer waits to review it. You "
                "can submit it again at any time."
            )
        ],
    )


def _letter() -> Chapter:
    return chapter(
        "letter",
        _("Read the letter and answer the comments"),
        _(
            "The plan comes back with a letter and with comments by section. They stand under "
            "“%(comments)s”, and each letter under “%(letters)s” beside them.",
            comments=Named.COMMENTS.label,
            letters=Named.LETTERS.label,
        ),
        steps=[
            press(Named.COMMENTS),
            _("Choose for each comment what you did, and say why where it is not all done."),
            press(Named.SAVE_ANSWERS),
            press(Named.SUBMIT_AGAIN),
        ],
        notes=[
            _(
                "The Party can edit the plan again, answer each comment, and submit it when it is "
                "ready. The comments are technical advice; no Party is scored or ranked."
            )
        ],
        chapters=[
            chapter("letter-kinds", _("Kind of comment"), terms=kinds_of_comment()),
            _what_was_done(),
        ],
    )


def _what_was_done() -> Chapter:
    partly = _("Please say in a few words what is left, and why.")
    return chapter(
        "letter-answers",
        _("What did you do?"),
        _(
            "Say for each comment what you did with it. The secretariat reads your answers when "
            "you submit the plan again."
        ),
        _("Answers can be saved half done; you can go on later."),
        terms=[
            term(AnswerToComment.DONE.label, _("No text is needed.")),
            term(AnswerToComment.PARTLY_DONE.label, partly),
            term(AnswerToComment.NOT_DONE.label, _("Please say in a few words why.")),
        ],
    )


def _after() -> Chapter:
    return chapter(
        "after",
        Named.REVIEW_COMPLETE.label,
        _(
            "Comments that are still open are advice; the Party decides what it does with them. "
            "The Party also decides who may see the plan."
        ),
        terms=[
            term(
                Named.NEW_VERSION.label,
                _(
                    "The plan opens for writing as its next version. The version that was reviewed "
                    "stays as it is and can be printed."
                ),
            ),
            term(
                Named.CLOSE_PLAN.label,
                _("A closed plan can be read, printed and copied, but no longer changed."),
            ),
        ],
    )


def _paper() -> Chapter:
    return chapter(
        "paper",
        _("Print, PDF and document"),
        _(
            "“%(print)s” on the page of the plan shows the summary, of two pages at most. From "
            "there lead the full plan, the PDF, and the language of the labels.",
            print=Named.PRINT.label,
        ),
        _(
            "“%(history)s” holds each version as it was submitted, also as a document for other "
            "programs.",
            history=Named.HISTORY.label,
        ),
    )


def _trouble() -> Chapter:
    return trouble(
        term(
            _("The line is down"),
            _(
                "The page says so and keeps your text in this browser. It is sent when the line is "
                "back; if you had closed the page, open it again and press “%(button)s”.",
                button=Named.PUT_BACK.label,
            ),
        ),
        term(
            _("Two people write at once, or one in two windows"),
            _(
                "Answers to different questions are both kept. Where both changed the same answer, "
                "you see the two texts and choose."
            ),
        ),
    )
