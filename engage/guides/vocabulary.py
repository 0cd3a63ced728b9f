"""Which guides there are, and the words of the pages that they name.

Each label of `Named` is a sentence that a page of the service itself shows: a guide never names a
button that does not exist.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class Guide(Vocabulary):
    """The code is part of the address."""

    FOCAL_POINT = "focal-point", _l("Guide for national focal points")
    REVIEWER = "reviewer", _l("Guide for reviewers")


class Part(Vocabulary):
    """A chapter so long that it has a page of its own; in the PDF it stands with the others."""

    QUESTIONS = "questions", _l("The questions, section by section")
    CODES = "codes", _l("Codes and their labels")


APART: dict[Guide, Part] = {Guide.FOCAL_POINT: Part.QUESTIONS, Guide.REVIEWER: Part.CODES}


class Named(Vocabulary):
    """Buttons, links and headings of the pages."""

    ACCEPT_REASON = "accept_reason", _l("Accept the reason")
    ADD_COMMENT = "add_comment", _l("Add a comment here")
    ADVICE = "advice", _l("Advice on the plan")
    AS_WRITTEN = "as_written", _l("As written, or a remark")
    ATTACH = "attach", _l("Attach a signed page")
    BEGIN = "begin", _l("Begin a new plan")
    BEGIN_IT = "begin_it", _l("Begin the plan")
    BOARD = "board", _l("Board")
    BORROW = "borrow", _l("Borrow an activity")
    CHECKLIST = "checklist", _l("Checklist")
    CLOSE_COMMENT = "close_comment", _l("Close comment")
    CLOSE_PLAN = "close_plan", _l("Close the plan")
    COMMENTS = "comments", _l("Comments on the plan")
    COMPLETE = "complete", _l("Complete the review")
    EDIT = "edit", _l("Edit this section")
    FULL_PDF = "full_pdf", _l("Full plan, PDF")
    FULL_TO_PRINT = "full_to_print", _l("Full plan, to print")
    FURTHER = "further", _l("Save and go on to the further questions")
    GIVEN = "given", _l("Note to whom it was given")
    GLANCE = "glance", _l("The plan at a glance")
    GO_ON = "go_on", _l("Save and go on")
    HISTORY = "history", _l("History")
    HOW_SURE = "how_sure", _l("How sure")
    INTERNAL_CHECK = "internal_check", _l("Internal check")
    KEEP_COMMENT = "keep_comment", _l("Keep the comment")
    KEEP_OPEN = "keep_open", _l("Keep open")
    LAST_LETTERS = "last_letters", _l("Last letters")
    LETTERS = "letters", _l("Letters")
    LETTERS_COME = "letters_come", _l("How letters come to you")
    MOVED = "moved", _l("What moved")
    MY_TOPICS = "my_topics", _l("My topics")
    NEW_VERSION = "new_version", _l("Start a new version")
    NEXT_DATES = "next_dates", _l("Next dates")
    NO_ANSWER = "no_answer", _l("No answer to give?")
    OTHERS = "others", _l("Others have it")
    OTHERWISE = "otherwise", _l("I see this otherwise")
    PAPERS = "papers", _l("Papers of the plan")
    PASTE = "paste", _l("Paste rows from a spreadsheet")
    PREVIEW = "preview", _l("Preview the letter")
    PRINT = "print", _l("Print")
    PRINT_PAGE = "print_page", _l("Print this page")
    PROMISES = "promises", _l("Promises")
    PUT_BACK = "put_back", _l("Put the kept text back")
    RETURN = "return", _l("Return the plan")
    RETURN_IT = "return_it", _l("Return for revision")
    REVIEW_COMPLETE = "review_complete", _l("Review complete")
    RULES = "rules", _l("Rules of assignment")
    SAVE = "save", _l("Save")
    SAVE_ANSWERS = "save_answers", _l("Save the answers")
    SAVE_FOR_LATER = "save_for_later", _l("Save and decide later")
    SET_ASIDE = "set_aside", _l("Set aside, with a reason")
    SHOULD = "should", _l("should")
    SIGN_OUT = "sign_out", _l("Sign out")
    SMALL_CHANGES = "small_changes", _l("Small changes after the review")
    STILL_OPEN = "still_open", _l("Still open in the whole plan")
    SUBMIT = "submit", _l("Submit the plan")
    SUBMIT_AGAIN = "submit_again", _l("Submit the plan again")
    SUMMARY_TO_PRINT = "summary_to_print", _l("Summary, to print")
    TAKE_UP = "take_up", _l("Take up the review")
    TIME_LINE = "time_line", _l("Time line")
    UNDO = "undo", _l("Undo")
    WHAT_IS_KNOWN = "what_is_known", _l("What the secretariat may know")
    WITHDRAW = "withdraw", _l("Withdraw")
    WORKLOAD = "workload", _l("Workload")
    YOUR_ACCOUNT = "your_account", _l("Your account")
    YOURS = "yours", _l("Yours to do")
