"""Taking a plan document from outside as a new draft of a Party.

While anything of the document is left out, a plan is made only if the rest was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, ensure
from engage.plans import rules
from engage.plans.actions import new_plan
from engage.plans.drafting import name_plan, section_of, touch
from engage.plans.incoming import Imported, LeftOut, read_document
from engage.plans.models import Plan, PlanRow
from engage.plans.sentences import MAY_NOT
from engage.reference.models import Party


@dataclass(frozen=True, slots=True)
class Arrival:
    """A plan that was made from a document, and what of the document it does not hold."""

    plan: Plan
    left_out: tuple[LeftOut, ...]


class NotTaken(Invalid):
    """A document of which something cannot be taken; nothing was written."""

    def __init__(self, sentence: str, left_out: tuple[LeftOut, ...]) -> None:
        super().__init__(sentence)
        self.left_out = left_out


def import_plan(
    actor: User | None, party: Party, document: Any, *, take_the_rest: bool = False
) -> Arrival:
    """A new draft of the Party from a document; without an actor, a command did it.

    Raises NotTaken with all that cannot be taken, unless the rest is to be taken.
    """
    if actor is not None:
        own = rules.may_draft(actor) and actor.party_code == party.code
        ensure(own, NotAllowed(MAY_NOT))
    imported = read_document(document)
    if imported.party and imported.party != party.code:
        expected = _l(
            "Expected the code of the Party that takes the plan, %(code)s.", code=party.code
        )
        imported.leave("party", imported.party, expected)
    left_out = tuple(imported.left_out)
    if not imported.readable or (left_out and not take_the_rest):
        raise NotTaken(_("The document cannot be taken as it is. Nothing was written."), left_out)
    plan = plan_of(imported, party, actor)
    db.session.flush()  # the history needs the plan's id
    record(actor, Verb.IMPORTED, ("plan", plan.id))
    return Arrival(plan, left_out)


def plan_of(imported: Imported, party: Party, actor: User | None) -> Plan:
    """A new draft with what could be read of a document."""
    plan = new_plan(party)
    saved_at, saved_by = now(), actor.id if actor else None
    for code, values in imported.sections.items():
        section = section_of(plan, code)
        section.content = values
        section.saved_at, section.saved_by_id = saved_at, saved_by
    for register, rows in imported.rows.items():
        for position, row in enumerate(rows, start=1):
            plan.rows.append(
                PlanRow(
                    register=register,
                    key=row["key"],
                    position=position,
                    number=row.get("number", ""),
                    parent_key=row.get("parent"),
                    content=row["values"],
                    private={},
                    saved_at=saved_at,
                    saved_by_id=saved_by,
                )
            )
    name_plan(plan, imported.sections.get("identity", {}))
    touch(plan)
    return plan
