"""Who may do what: the one page that says it."""

from __future__ import annotations

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class Role(Vocabulary):
    """What a person is, for a Party or at the secretariat."""

    FOCAL_POINT = "focal_point", _l("National focal point")
    CONTRIBUTOR = "contributor", _l("Contributor")
    ADVISER = "adviser", _l("Adviser")
    REVIEWER = "reviewer", _l("Reviewer")
    ADMINISTRATOR = "administrator", _l("Administrator")


class Permission(StrEnum):
    """Resource and action. What a person sees of it is a matter of queries."""

    PLAN_READ = "plan:read"
    PLAN_EDIT = "plan:edit"
    PLAN_SUBMIT = "plan:submit"
    PLAN_COMMENT = "plan:comment"
    PLAN_REVIEW = "plan:review"
    MAIL_READ = "mail:read"  # the outbox of all, to see what could not be sent
    PAPER_ATTACH = "paper:attach"  # signed pages, to the papers of one's own side
    ACTIVITY_READ = "activity:read"  # what Parties let others borrow; to borrow is to edit a plan
    TEMPLATE_EDIT = "template:edit"
    REFERENCE_EDIT = "reference:edit"
    USER_EDIT = "user:edit"
    EVENT_EDIT = "event:edit"  # events of one's own side, each side its own
    JOURNEY_PLAN = "journey:plan"  # journeys as a whole, and the order of their stops
    STOP_ANSWER = "stop:answer"  # say yes or no for one's Party to a stop or a joint event


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.FOCAL_POINT: frozenset(
        {
            Permission.PLAN_READ,
            Permission.PLAN_EDIT,
            Permission.PLAN_SUBMIT,
            Permission.PLAN_COMMENT,
            Permission.PAPER_ATTACH,
            Permission.ACTIVITY_READ,
            Permission.EVENT_EDIT,
            Permission.STOP_ANSWER,
        }
    ),
    Role.CONTRIBUTOR: frozenset(
        {
            Permission.PLAN_READ,
            Permission.PLAN_EDIT,
            Permission.PLAN_COMMENT,
            Permission.PAPER_ATTACH,
            Permission.ACTIVITY_READ,
            Permission.EVENT_EDIT,
        }
    ),
    Role.ADVISER: frozenset({Permission.PLAN_READ, Permission.PLAN_COMMENT}),
    Role.REVIEWER: frozenset(
        {
            Permission.PLAN_READ,
            Permission.PLAN_COMMENT,
            Permission.PLAN_REVIEW,
            Permission.PAPER_ATTACH,
            Permission.ACTIVITY_READ,
            Permission.TEMPLATE_EDIT,
            Permission.EVENT_EDIT,
            Permission.JOURNEY_PLAN,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.TEMPLATE_EDIT,
            Permission.REFERENCE_EDIT,
            Permission.USER_EDIT,
            Permission.MAIL_READ,
        }
    ),
}

# Those who work for a Party; the others belong to the secretariat and to no Party.
PARTY_ROLES: frozenset[Role] = frozenset({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.ADVISER})
