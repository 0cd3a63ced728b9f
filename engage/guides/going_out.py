"""What both guides say of events, journeys and the calendar."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.events.counting.telling import RULES
from engage.guides.shape import chapter
from engage.kit.booklet import Chapter


def events() -> Chapter:
    return chapter(
        "events",
        _("Events"),
        _(
            "An event is written down with eight questions, on a telephone too. If the line drops, "
            "what you typed stays in the browser until the server has it, and the page says so."
        ),
        steps=[
            _("Answer what you know. Everything else can be added later, by you or a colleague."),
            _(
                "Say who may see the event. As long as nothing is chosen, only your own side sees "
                "it."
            ),
            _(
                "If people could be in danger, choose what stays back: place and time until the "
                "event is over, or the place for good. Pages, maps, calendars, prints and files "
                "keep to it."
            ),
            _(
                "Say where it belongs: to an activity of a plan, to a larger event, to a journey. "
                "This can be done at any time afterwards."
            ),
        ],
        notes=[
            _(
                "An event that did not take place is written down too, with the reason. Nobody "
                "draws conclusions from it."
            )
        ],
    )


def counting() -> Chapter:
    return chapter(
        "counting",
        _("Counting who came"),
        _(
            "Print the tally sheet before the event: it has the same order as the page on which "
            "the numbers are typed, in each of the six languages, and holds no names."
        ),
        _("These rules stand below every total:"),
        notes=list(RULES),
    )


def promises_made() -> Chapter:
    return chapter(
        "promises-made",
        _("Promises made at an event"),
        _(
            "Each promise says who, what, how much and by when. The next event with the same group "
            "begins with the promises of the last one, to be printed and read out: what was said, "
            "and what was done about it."
        ),
    )


def hosting() -> Chapter:
    return chapter(
        "hosting",
        _("Hosting a stop of a journey"),
        _(
            "The secretariat proposes a stop to your Party. Your Party is named to others only "
            "after your focal point has accepted; an answer can be changed later."
        ),
        steps=[
            _("Fill in your own stop: place, days, host institution, languages."),
            _(
                "Keep the baton list: permits, the press note in your language, guests, and what "
                "the stop before has promised. Each line says who and when."
            ),
            _("Open the stop into an event, to count and to write down what came of it."),
        ],
    )


def planning() -> Chapter:
    return chapter(
        "planning-a-journey",
        _("Planning a journey"),
        _(
            "The journey and the order of its stops are the secretariat’s; each host fills in its "
            "own stop. Days that overlap, and ways that are too long for the time between two "
            "stops, are told and never changed by themselves."
        ),
        steps=[
            _("Add the stops in their order. Place and days may still be unknown."),
            _("Propose each stop to its host. A Party that declines gives the reason."),
            _("Make the journey public when the first hosts have accepted."),
        ],
    )


def calendar() -> Chapter:
    return chapter(
        "calendar",
        _("Calendar and subscriptions"),
        _(
            "The calendar shows events, stops of journeys, international days and sessions, by "
            "month, as a list, and by quarter to print. Times stand with their zone in words, the "
            "time of the place first."
        ),
        _(
            "A calendar program can subscribe to what a filter shows. A private address shows what "
            "you may see; whoever has the address reads it, until you revoke it."
        ),
    )
