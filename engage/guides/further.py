"""The guide for those who write a plan, continued: advice, pictures, quicker ways, colleagues."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.accounts.permissions import Role
from engage.guides.shape import chapter, press, term
from engage.guides.vocabulary import Named
from engage.kit.booklet import Chapter


def further() -> list[Chapter]:
    return [
        _depth(),
        _advice(),
        _glance(),
        _quicker(),
        _internal_check(),
        _papers(),
        _promises(),
        _small_changes(),
    ]


def _depth() -> Chapter:
    return chapter(
        "depth",
        _("A simple plan or a full one"),
        _(
            "A simple plan asks for the least and what helps most, a full one for everything. You "
            "can change at any time: what is filled in stays and stays in sight."
        ),
        _(
            "A row with many questions has a second page. “%(further)s” leads there and saves.",
            further=Named.FURTHER.label,
        ),
    )


def _advice() -> Chapter:
    return chapter(
        "advice",
        Named.ADVICE.label,
        _(
            "Rules of practice look at the plan while you write: seasons, sittings of parliament, "
            "languages, consent. They never hold up a plan, with two exceptions: the consent of "
            "Indigenous Peoples to an activity that touches their lands, and due diligence before "
            "a signed partnership with a company, must be answered before you submit."
        ),
        steps=[
            _("Fill in a calendar of the year for a group. Activities that collide are told so."),
            _(
                "What does not fit your country: press “%(aside)s” and give the reason. The "
                "reviewer reads it too.",
                aside=Named.SET_ASIDE.label,
            ),
        ],
    )


def _glance() -> Chapter:
    return chapter(
        "glance",
        Named.GLANCE.label,
        _(
            "Pictures of the plan, each with its table: influence and interest, levels of "
            "engagement, a time line, the groups by quarter, the budget by currency. They stand at "
            "the end of the printed full plan as well. Attitudes are shown to your office only."
        ),
    )


def _quicker() -> Chapter:
    return chapter(
        "quicker",
        _("Getting there faster"),
        _(
            "A new plan can begin from the twelve groups, from a template of the secretariat, or "
            "from chosen sections of a former plan."
        ),
        steps=[
            _(
                "“%(paste)s” takes rows from a spreadsheet. You see what each cell becomes before "
                "anything is added.",
                paste=Named.PASTE.label,
            ),
            _(
                "“%(borrow)s” takes over an activity that another Party shares. Where it comes "
                "from stays visible, and that Party sees that you borrowed it.",
                borrow=Named.BORROW.label,
            ),
        ],
    )


def _internal_check() -> Chapter:
    return chapter(
        "internal-check",
        Named.INTERNAL_CHECK.label,
        _(
            "Before you submit, ask colleagues of your Party to read the draft. They comment on "
            "it, and say when they have finished. Nothing of it leaves your Party."
        ),
        _(
            "The secretariat sees a plan once it is submitted. “%(known)s” lets you choose whether "
            "it may know that there is a draft.",
            known=Named.WHAT_IS_KNOWN.label,
        ),
    )


def _papers() -> Chapter:
    return chapter(
        "papers",
        Named.PAPERS.label,
        _(
            "The page holds what goes with the plan on paper: a clearance sheet for the ministry, "
            "a cover letter, a receipt, the letters. Each has its number, its date and a code that "
            "tells which text was signed."
        ),
        steps=[
            _(
                "“%(given)s” keeps with whom the plan lies, and since when.",
                given=Named.GIVEN.label,
            ),
            _(
                "“%(attach)s” takes a photograph or a scan of what was signed, up to 2 megabytes.",
                attach=Named.ATTACH.label,
            ),
        ],
    )


def _promises() -> Chapter:
    return chapter(
        "promises",
        Named.PROMISES.label,
        _(
            "Write down who promised what to whom. The page lists all promises of a plan, to be "
            "printed for the next meeting with the same group."
        ),
    )


def _small_changes() -> Chapter:
    return chapter(
        "small-changes",
        Named.SMALL_CHANGES.label,
        _(
            "A date, a contact or a state may change after the review without another one. The "
            "version is then called 1a, 1b and so on. Anything else is reviewed again."
        ),
        steps=[
            press(Named.NEW_VERSION),
            _("Change what has to change."),
            _("The page on which you submit offers to publish it at once."),
        ],
    )


def colleagues() -> Chapter:
    return chapter(
        "colleagues",
        _("Colleagues, and who takes over"),
        _(
            "A plan belongs to the Party: a colleague who signs in with an account of the Party "
            "finds all of it. “%(history)s” says who did what, which comments came with a letter, "
            "and who was told.",
            history=Named.HISTORY.label,
        ),
        terms=[
            term(
                Role.FOCAL_POINT.label,
                _("Writes, submits and withdraws plans, begins new versions and closes plans."),
            ),
            term(Role.CONTRIBUTOR.label, _("Writes plans and answers, but does not submit.")),
            term(
                Role.ADVISER.label,
                _("Reads plans, and comments on drafts for the Party alone."),
            ),
        ],
    )
