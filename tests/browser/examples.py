"""An address of each page, who opens it there, and what is sent from it.

Adding a page means adding its example: `test_every_page_is_open.py` asks for it.
"""

from __future__ import annotations

from engage.accounts.permissions import Role
from engage.plans.actions import close_plan
from engage.plans.outline.asked import is_further
from engage.plans.outline.plan import SECTIONS
from engage.plans.queries import get_plan, own_plan
from engage.plans.review.actions import complete_review
from engage.reference.vocabulary.rows import RowKind
from engage.rehearsal.telling import document_of
from tests.browser.example import ADMINISTRATOR, ADVISER, FOCAL_POINT, REVIEWER, Example, Sent
from tests.browser.examples_of_events import CALENDAR, EVENTS, JOURNEYS
from tests.browser.examples_of_review import PAPERS, POST, REVIEW
from tests.browser.stage import (
    CLOSED,
    COMPLETE,
    DRAFT,
    EMPTY,
    IN_REVIEW,
    READY,
    RETURNED,
    REVISED,
    ROW,
    SUBMITTED,
    person,
)

# A name, dates that can be read in two ways, a heading that nothing is known of, a long word.
SHEET = (
    "No.\tName of the group or organization\tGroups\tSize\tWhen it is shared\tRemarks\n"
    "1\tHerders of the north\tPastoralists; Women\tabout 40\t03/04/2027\tx\n"
    "1.1\t草原牧民合作社\tnomads\tmany\tMarch 2027\thttps://example.org/a/long/address/of/a/page\n"
)


def _outline() -> list[Example]:
    """Each section as it is read, its form, and the form of a row of each register."""
    found = []
    rich = document_of("grassland")["sections"]
    for section in SECTIONS:
        found.append(Example(f"/plans/{RETURNED}?section={section.code}"))
        found.append(Example(f"/plans/{RETURNED}/sections/{section.code}"))
        for register in section.registers:
            [row, *_rest] = rich[section.code]["registers"][register.code]
            address = f"/plans/{RETURNED}/rows/{register.code}/{row['key']}"
            found.append(Example(address))
            if any(is_further(register, each) for each in register.fields):
                found.append(Example(f"{address}/further"))
    return found


PLANS = (
    *(
        Example(f"/plans/{ref}")
        for ref in (RETURNED, COMPLETE, IN_REVIEW, SUBMITTED, DRAFT, READY, EMPTY, CLOSED)
    ),
    Example(f"/plans/{RETURNED}", ADVISER),
    Example(f"/plans/{RETURNED}?section=activities&row=activities.forum"),
    *_outline(),
    Example(f"/plans/{DRAFT}/sections/identity"),  # holds a date that could not be read
    Example(f"/plans/{EMPTY}/sections/stakeholders"),
    Example(f"/plans/{EMPTY}/rows/stakeholders/{ROW}"),
    Example(f"/plans/{EMPTY}/sections/stakeholders?gone=stakeholders.{ROW}"),
    Example("/plans"),
    Example("/plans", ADVISER),
    Example("/plans/new"),
    Example("/start"),
    Example("/start", ADVISER),
    Example("/", REVIEWER),
    Example("/", ADMINISTRATOR),
    Example("/", None),
    Example(f"/plans/{RETURNED}/advice"),
    Example(f"/plans/{RETURNED}/advice", ADVISER),
    Example(f"/plans/{IN_REVIEW}/advice", REVIEWER),
    Example(f"/plans/{READY}/submit"),
    Example(f"/plans/{RETURNED}/submit"),
    Example(f"/plans/{SUBMITTED}/withdraw"),
    Example(f"/plans/{COMPLETE}/revise"),
    Example(f"/plans/{DRAFT}/close"),
    Example(f"/plans/{RETURNED}/history"),
    Example(f"/plans/{RETURNED}/pictures"),
    Example(f"/plans/{EMPTY}/pictures"),
    Example(f"/plans/{IN_REVIEW}/pictures", REVIEWER),
    Example(f"/plans/{REVISED}/submit"),
    Example(f"/plans/{REVISED}/changes?since=1.1"),
    Example(f"/plans/{RETURNED}/changes?since=1.1"),
    Example(f"/plans/{RETURNED}/changes?since=1.1", REVIEWER),
    Example(f"/plans/{RETURNED}/receipt"),
    Example(f"/plans/{RETURNED}/hints/purpose"),
    Example(f"/plans/{RETURNED}/hints/stakeholders/stakeholders?row=herd"),
    Example(f"/plans/{RETURNED}/promises"),
    Example(f"/plans/{RETURNED}/promises?group=media&state=kept"),
    Example(f"/plans/{IN_REVIEW}/promises", REVIEWER),
    Example(f"/plans/{RETURNED}/rows/stakeholders/paste"),
    Example(f"/plans/{RETURNED}/rows/stakeholders/paste", sent=Sent("#main-form", {})),
    Example(
        f"/plans/{RETURNED}/rows/stakeholders/paste",
        sent=Sent("#main-form", {"text": SHEET}, 200),
    ),
)
UPKEEP = (
    Example("/reference/", ADMINISTRATOR),
    *(Example(f"/reference/{kind.value}", ADMINISTRATOR) for kind in RowKind),
    *(Example(f"/reference/{kind.value}/add", ADMINISTRATOR) for kind in RowKind),
    *(Example(f"/reference/{kind.value}/{{{kind.value}}}", ADMINISTRATOR) for kind in RowKind),
    Example("/reference/occasions/add", ADMINISTRATOR, sent=Sent("#entry", {})),
    Example("/reference/parties", ADMINISTRATOR),
    Example("/reference/parties/XA", ADMINISTRATOR),
    Example("/reference/parties/XA", ADMINISTRATOR, sent=Sent("#party", {"seen": "old"}, 409)),
)
SHARING = (
    Example("/activities"),
    Example("/activities?words=nothing+of+the+kind"),
    Example("/activities", REVIEWER),  # the rehearsal shares with itself alone
    Example("/activities/{offer}"),
    Example("/activities/{offer}", sent=Sent("#borrow", {})),
    Example("/activities/ours"),
    Example("/templates", REVIEWER),
    Example("/templates/new", REVIEWER),
    Example(f"/templates/new?plan={COMPLETE}", REVIEWER),
    Example("/templates/new", REVIEWER, sent=Sent("#template-form", {"text": "[]"})),
    Example("/templates/{template}", ADMINISTRATOR),
    Example("/templates/{template}/edit", ADMINISTRATOR),
)
EVERYBODY = (
    Example("/sign-in", None),
    Example("/sign-in?next=/plans", None),
    Example("/plans", None),
    Example("/sign-in", None, sent=Sent("#sign-in", {})),
    Example("/sign-in", None, sent=Sent("#sign-in", {"email": "a@b.example", "password": "no"})),
    Example("/account"),
    Example("/account", sent=Sent("#account", {"name": ""})),
    Example("/account", sent=Sent("[action$='/password']", {"new_password": "short"})),
    *(
        Example(address, None)
        for address in (
            "/help",
            "/help/focal-point",
            "/help/focal-point/questions",
            "/help/focal-point/section-stakeholders",
            "/help/reviewer",
            "/about",
            "/accessibility",
        )
    ),
    Example("/help", REVIEWER),
)
ERRORS = (
    Example("/plans/new", ADVISER, 403),
    Example("/nowhere", FOCAL_POINT, 404),
    Example("/nowhere", None, 404),
)


def _end_the_review() -> None:
    reviewer = person(Role.REVIEWER)
    plan = get_plan(IN_REVIEW, visible_to=reviewer, lock=True)
    complete_review(reviewer, plan, "All is well.")


def _close_what_was_returned() -> None:
    writer = person(Role.FOCAL_POINT)
    close_plan(writer, own_plan(RETURNED, visible_to=writer, lock=True))


AFTER_A_CHANGE = (
    Example(
        f"/review/{IN_REVIEW}",
        REVIEWER,
        sent=Sent("#decision", {"strengths": "", "reason": ""}, button="button[value=preview]"),
        changes=True,
    ),
    Example(
        f"/review/{IN_REVIEW}",
        REVIEWER,
        sent=Sent("#decision", {"reason": "One point."}, 409, _end_the_review),
        changes=True,
    ),
    Example(
        f"/plans/{RETURNED}/sections/purpose",
        sent=Sent("#main-form", {"seen": "{}", "purpose": "In other words."}, 409),
        changes=True,
    ),
    Example(
        f"/plans/{RETURNED}/comments",
        sent=Sent("#main-form", {"text_{asked}": "Typed."}, 409, _close_what_was_returned),
        changes=True,
    ),
    Example(
        f"/plans/{RETURNED}/comments",
        sent=Sent("#main-form", {"seen_{asked}": "old", "text_{asked}": "Typed."}, 409),
        changes=True,
    ),
)
EXAMPLES = (
    *PLANS,
    *PAPERS,
    *POST,
    *REVIEW,
    *EVENTS,
    *JOURNEYS,
    *CALENDAR,
    *UPKEEP,
    *SHARING,
    *EVERYBODY,
    *ERRORS,
    *AFTER_A_CHANGE,
)
