"""Chapters and terms that stand in both guides."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.guides.shape import chapter, term
from engage.guides.vocabulary import Named
from engage.kit.booklet import Chapter, Term
from engage.plans.review.vocabulary import CommentKind


def sign_in() -> Chapter:
    return chapter(
        "sign-in",
        _("Sign in and choose a language"),
        _(
            "Sign in with your own email address and password. Those who look after the service "
            "add accounts."
        ),
        _("The strip at the top of each page changes the language. What you typed stays."),
        _(
            "Under “%(page)s” you change your name, your language and your password.",
            page=Named.YOUR_ACCOUNT.label,
        ),
        _(
            "On a shared computer, press “%(button)s” when you leave.",
            button=Named.SIGN_OUT.label,
        ),
    )


def kinds_of_comment() -> list[Term]:
    meanings = {
        CommentKind.QUESTION: _("It asks for an answer in words."),
        CommentKind.MUST_CHANGE: _("It advises a change that the plan should not be without."),
        CommentKind.SUGGESTION: _("It names what would make the plan better."),
        CommentKind.PRAISE: _("It says what is good, and asks for nothing."),
    }
    return [term(kind.label, meanings[kind]) for kind in CommentKind]


def letters() -> Chapter:
    return chapter(
        "letters",
        Named.LETTERS.label,
        _(
            "What you should know comes as a letter: a step of a plan, a call for plans, a draft "
            "that rests. All letters can be read here, under “%(letters)s”.",
            letters=Named.LETTERS.label,
        ),
        _(
            "By e-mail they come once a week, in your language. Only that a plan was returned, or "
            "that its review is complete, is sent at once. “%(choose)s” changes this.",
            choose=Named.LETTERS_COME.label,
        ),
        notes=[
            _("A reminder never changes a plan, and no date cuts anybody off."),
        ],
    )


def dates() -> str:
    """What stands at the side of a start page."""
    return _(
        "“%(letters)s” holds what you have not read yet. “%(dates)s” names open calls for plans "
        "and the international days that come. A call names a day by which a plan helps most.",
        letters=Named.LAST_LETTERS.label,
        dates=Named.NEXT_DATES.label,
    )


def trouble(*first: Term) -> Chapter:
    return chapter(
        "trouble",
        _("If something goes wrong"),
        terms=[
            *first,
            term(
                _("You are not signed in"),
                _("You were signed out. What you typed is kept; sign in and it will be there."),
            ),
            term(
                _("Somebody was quicker"),
                _(
                    "A step that somebody else took first is not taken twice. The page says what "
                    "happened, and your text is kept."
                ),
            ),
            term(
                _("Something went wrong on our side"),
                _(
                    "It has been written down for those who look after the service. What you "
                    "saved before is safe; go back and try again."
                ),
            ),
        ],
    )
