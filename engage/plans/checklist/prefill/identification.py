"""Chapter two of the checklist: who is seen, down to those who are easily overlooked."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.plans.advice.seen import Seen, Stakeholder
from engage.plans.checklist.prefill.shape import (
    Found,
    counted,
    is_given,
    nothing,
    of_all,
    of_rows,
    rows_in,
)
from engage.plans.checklist.vocabulary import Verdict
from engage.reference.norms import Norms
from engage.reference.vocabulary.activities import Reach
from engage.reference.vocabulary.groups import Group

HERE = "stakeholders"
APART = frozenset({Group.INDIGENOUS, Group.LOCAL_COMM})
CLOSE_BY = frozenset({Reach.LOCAL, Reach.SUBNATIONAL})


def groups(seen: Seen, _norms: Norms) -> Found:
    """Each of the twelve groups has a row, or a reason why not.

    Source: decision 8/COP.16, which names the groups.
    """
    named = set(reasons(seen)).union(*(row.circle for row in seen.every_stakeholder.values()))
    left = [group for group in Group if group.value not in named]
    told = _("Every one of the twelve groups has a row, or a reason why not.")
    if left:
        labels = show_items([str(group.label) for group in left], language=current())
        told = _("Neither a row nor a reason: %(groups)s.", groups=labels)
    return Found(of_all(len(Group) - len(left), len(Group)), (told,), HERE)


def sub_groups(seen: Seen, _norms: Norms) -> Found:
    """Rows that stand below others, or say where people are; whether that is far from the
    capital is for a reader to tell.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021
    (identification).
    """
    found = sum(_is_placed(row) for row in seen.every_stakeholder.values())
    if not found:
        told = _("No row stands below another, and none says where the group is or works.")
        return Found(Verdict.NO, (told,), HERE, HERE)
    told = ngettext(
        "%(num)s row stands below another, or says where the group is or works.",
        "%(num)s rows stand below another, or say where the group is or works.",
        found,
    )
    return Found(None, (told,), HERE, HERE)


def vulnerability(seen: Seen, _norms: Norms) -> Found:
    """What makes people vulnerable is told; barriers alone are half an answer.

    Source: Bank Information Center, analysis of stakeholder engagement plans, 2021 (definition of
    vulnerable groups).
    """
    described = rows_in(seen, "vulnerable")
    if described:
        return of_rows(described, "vulnerable", "meaning")
    if any(is_given(row.get("barriers")) for row in seen.stakeholders):
        told = counted(seen.stakeholders, HERE, "barriers")
        return Found(Verdict.PARTLY, (told,), HERE, "vulnerable")
    return nothing("vulnerable")


def representation(seen: Seen, _norms: Norms) -> Found:
    """Each row says who speaks for the group.

    Source: PRAIS 4 (groups “and their representatives” in planning and decision-making).
    """
    return of_rows(seen.stakeholders, HERE, "representation")


def kept_apart(seen: Seen, _norms: Norms) -> Found:
    """No row puts Indigenous Peoples or local communities together with organizations.

    Source: decision 8/COP.16 and decision 5/COP.16, which give each a place of its own.
    """
    rows = [row for row in seen.stakeholders if row.groups & APART]
    mixed = sum(Group.CSO in row.groups for row in rows)
    if not rows:
        told = _("No row is for Indigenous Peoples or local communities.")
        explained = reasons(seen) >= {group.value for group in APART}
        return Found(Verdict.NOT_APPLICABLE if explained else None, (told,), HERE, HERE)
    if not mixed:
        told = _("No row holds them together with civil society organizations.")
        return Found(Verdict.YES, (told,), HERE, HERE)
    told = ngettext(
        "%(num)s row holds them together with civil society organizations.",
        "%(num)s rows hold them together with civil society organizations.",
        mixed,
    )
    return Found(Verdict.NO if mixed == len(rows) else Verdict.PARTLY, (told,), HERE, HERE)


def reasons(seen: Seen) -> frozenset[str]:
    """The groups that are said not to be relevant."""
    value = seen.fields("stakeholders").get("not_relevant")
    return frozenset(value) if isinstance(value, dict) else frozenset()


def _is_placed(row: Stakeholder) -> bool:
    is_below = len(row.line) > 1
    return is_below or bool(row.text("whereabouts") or row.chosen("organization_reach") & CLOSE_BY)
