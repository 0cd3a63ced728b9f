"""What moves a plan: begun, submitted, withdrawn, revised, closed.

Each step asks the rule that shows its button, moves along the table of `workflow`, writes the
history and flushes; the request commits.
"""

from __future__ import annotations

import copy
from collections.abc import Collection
from itertools import count

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now, today
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, ensure
from engage.plans import rules
from engage.plans.assignments.actions import assign_by_rules
from engage.plans.completeness import Finding, dated_ahead, findings, holds_up
from engage.plans.document import Json, compose, groups_met
from engage.plans.drafting import name_plan, section_of, touch
from engage.plans.imprint import label_of
from engage.plans.linked import without_dangling
from engage.plans.models import Plan, PlanRow, PlanSection, Version
from engage.plans.notices import plan_submitted, plan_withdrawn
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.queries import last_entry, last_round, next_ref
from engage.plans.sentences import MAY_NOT, too_late
from engage.plans.vocabulary import Status, Step
from engage.plans.workflow import advance
from engage.reference.models import Party
from engage.reference.queries import mandates

EVERY_PART = frozenset(section.code for section in SECTIONS)
# A copy says anew who signs it, when it runs and how it was prepared.
NEVER_COPIED = {"identity": ("period",), "signature": ("prepared_by", "authorised_by")}


class Incomplete(Invalid):
    """A plan that cannot be submitted yet, with the musts that are open."""

    def __init__(self, sentence: str, found: tuple[Finding, ...]) -> None:
        super().__init__(sentence)
        self.found = found


def draft_plan(
    actor: User,
    party: Party,
    former: Plan | None = None,
    parts: Collection[str] = EVERY_PART,
) -> Plan:
    """A new plan of the Party: empty, or with the chosen sections of a former plan.

    `former` must come from `queries.own_plan`; private answers are copied with it.
    """
    ensure(rules.may_draft(actor), NotAllowed(MAY_NOT))
    plan = new_plan(party)
    if former is None:
        _begin_with_presets(plan)
        verb, details = Verb.STARTED, {}
    else:
        _copy_parts(former, plan, parts)
        plan.copied_from = former.ref
        verb = Verb.COPIED
        details = {"title": former.title or former.ref, "language": former.language}
    name_plan(plan, section_of(plan, "identity").content)
    db.session.flush()  # the history needs the plan's id
    record(actor, verb, ("plan", plan.id), **details)
    return plan


def new_plan(party: Party) -> Plan:
    """An empty draft with a reference of its own, not yet flushed."""
    moment = now()
    plan = Plan(
        ref=next_ref(party.code, today().year),
        party=party,
        language=party.ui_language,
        stamp="",
        created_at=moment,
        changed_at=moment,
        moved_at=moment,
        status=Status.DRAFT,
        version=1,
        round=0,
        title="",
        search_text="",
    )
    touch(plan)
    db.session.add(plan)
    return plan


def submit_plan(actor: User, plan: Plan) -> Version:
    """Freeze the plan as it stands and hand it to the secretariat.

    Raises Incomplete where a must is open.
    """
    advance(Status(plan.status), Step.SUBMIT, refusal=too_late(last_entry(plan), actor))
    ensure(rules.may_submit(actor, plan), NotAllowed(MAY_NOT))
    document = composed_whole(plan)
    plan.round += 1
    version = freeze(actor, plan, document)
    move(actor, plan, Step.SUBMIT, Verb.SUBMITTED)
    assign_by_rules(plan)
    plan_submitted(actor, plan)
    return version


def composed_whole(plan: Plan) -> Json:
    """The document of the plan as it stands. Raises Incomplete where a must is open."""
    document = compose(plan)
    open_musts = holds_up(findings(document)) + dated_ahead(document, today().isoformat())
    if open_musts:
        raise Incomplete(
            _("The plan cannot be submitted yet. What is open is listed below."), open_musts
        )
    return document


def freeze(actor: User, plan: Plan, document: Json, minor: int = 0) -> Version:
    """Keep the document for good as the plan's present version and round; deleted rows go."""
    version = Version(
        number=plan.version,
        round=plan.round,
        minor=minor,
        title=plan.title,
        language=plan.language,
        document=document,
        submitted_at=now(),
        submitted_by=actor,
    )
    plan.versions.append(version)
    for row in [row for row in plan.rows if row.deleted_at is not None]:
        plan.rows.remove(row)
    _note_submission(plan, version)
    return version


def _note_submission(plan: Plan, version: Version) -> None:
    """What lists of the secretariat show of the plan, whatever the Party drafts afterwards."""
    plan.submitted_at = version.submitted_at
    plan.submitted_version, plan.submitted_round = version.number, version.round
    plan.minor = version.minor
    plan.submitted_title, plan.submitted_language = plan.title, plan.language
    plan.submitted_text = plan.search_text
    plan.submitted_groups = groups_met(version.document)


def withdraw_plan(actor: User, plan: Plan) -> None:
    """Take a submitted plan back before its review has begun."""
    _take_step(actor, plan, Step.WITHDRAW, Verb.WITHDRAWN, allowed=rules.may_withdraw(actor, plan))
    plan_withdrawn(actor, plan)


def revise_plan(actor: User, plan: Plan) -> None:
    """Begin the next version; the completed one stays as it is among the versions."""
    _take_step(actor, plan, Step.REVISE, Verb.REVISED, allowed=rules.may_revise(actor, plan))
    plan.version += 1
    plan.round = last_round(plan)


def close_plan(actor: User, plan: Plan) -> None:
    _take_step(actor, plan, Step.CLOSE, Verb.CLOSED, allowed=rules.may_close(actor, plan))


def move(actor: User, plan: Plan, step: Step, verb: Verb, note: str = "", **details: str) -> None:
    """Go one step along the table and write it down; the only place that changes a status."""
    refusal = too_late(last_entry(plan), actor)
    plan.status = advance(Status(plan.status), step, refusal=refusal)
    plan.moved_at = now()
    touch(plan)
    record(actor, verb, ("plan", plan.id), note, version=label_of(plan), **details)
    db.session.flush()  # what was written must hold before anybody is told


def _take_step(actor: User, plan: Plan, step: Step, verb: Verb, *, allowed: bool) -> None:
    advance(Status(plan.status), step, refusal=too_late(last_entry(plan), actor))
    ensure(allowed, NotAllowed(MAY_NOT))
    move(actor, plan, step, verb)


def _begin_with_presets(plan: Plan) -> None:
    identity = section_of(plan, "identity")
    identity.content = {"language": plan.language, "depth": "simple"}
    if plan.party.annexes:
        identity.content["annexes"] = list(plan.party.annexes)
    name_mandates(plan)


def name_mandates(plan: Plan) -> None:
    """The decisions that every plan refers to, behind those that it names already."""
    named = [row for row in plan.rows if row.register == "mandates"]
    symbols, keys = {row.content.get("symbol") for row in named}, {row.key for row in named}
    lacking = [mandate for mandate in mandates() if mandate.symbol not in symbols]
    free = (key for number in count(1) if (key := f"m{number}") not in keys)
    for position, mandate in enumerate(lacking, start=len(named) + 1):
        plan.rows.append(
            PlanRow(
                register="mandates",
                key=next(free),
                position=position,
                number="",
                parent_key=None,
                content={"symbol": mandate.symbol, "title": mandate.name(plan.language)},
                private={},
            )
        )


def _copy_parts(former: Plan, plan: Plan, parts: Collection[str]) -> None:
    for section in former.sections:
        if section.code in parts:
            left_out = NEVER_COPIED.get(section.code, ())
            content = {k: v for k, v in section.content.items() if k not in left_out}
            plan.sections.append(
                PlanSection(
                    code=section.code,
                    content=copy.deepcopy(content),
                    private=copy.deepcopy(section.private),
                )
            )
    for row in former.rows:
        found = find_register(row.register)
        if row.deleted_at is None and found is not None and found[0].code in parts:
            plan.rows.append(_copy_of(row))
    _drop_dangling(plan)


def _drop_dangling(plan: Plan) -> None:
    """Links to rows that were not copied: nothing in a new plan leads nowhere."""
    keys: dict[str, set[str]] = {}
    for row in plan.rows:
        keys.setdefault(row.register, set()).add(row.key)

    def there(register: str) -> Collection[str]:
        return keys.get(register, ())

    for row in plan.rows:
        if found := find_register(row.register):
            row.content = without_dangling(found[1].fields, row.content, there)
    for section in plan.sections:
        if declared := find_section(section.code):
            section.content = without_dangling(declared.fields, section.content, there)


def _copy_of(row: PlanRow) -> PlanRow:
    return PlanRow(
        register=row.register,
        key=row.key,
        position=row.position,
        number=row.number,
        parent_key=row.parent_key,
        content=copy.deepcopy(row.content),
        private=copy.deepcopy(row.private),
    )
