"""Templates as the secretariat keeps them: added, changed, taken out of use and brought back."""

from __future__ import annotations

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, ensure
from engage.kit.locales import CODES
from engage.plans.document import Json, fields_of
from engage.plans.imports import NotTaken
from engage.plans.incoming import LeftOut, parse, read_document
from engage.plans.models import Plan, Version
from engage.plans.sentences import MAY_NOT
from engage.plans.sharing import rules
from engage.plans.sharing.details import TemplateDetails
from engage.plans.sharing.documents import as_document, in_language, of_a_plan
from engage.plans.sharing.models import PlanTemplate
from engage.reference.models import FALLBACK
from engage.upkeep.actions import ensure_unchanged, free_code

HISTORY = "plan_template"
TAKEN_BY_PAGES = frozenset({"new"})  # words that stand in the address of another page


def add_template(actor: User, details: TemplateDetails) -> PlanTemplate:
    """Raises NotTaken with all that cannot be taken of the document; then nothing is kept."""
    return _add(actor, details, _document(details))


def add_template_of(
    actor: User, details: TemplateDetails, plan: Plan, version: Version
) -> PlanTemplate:
    """A template of what a plan says of whom it engages, how and why."""
    ensure(rules.may_become_template(actor, plan, version), NotAllowed(str(MAY_NOT)))
    return _add(actor, details, of_a_plan(version.document))


def change_template(
    actor: User, template: PlanTemplate, details: TemplateDetails, *, seen: str
) -> None:
    """`seen` is the stamp of the template as the person saw it."""
    _ensure_keeps(actor)
    document = template.document if details.text is None else _document(details)
    ensure_unchanged(template, seen)
    _fill(template, details, document)
    record(actor, Verb.ROW_CHANGED, subject(template), title=template.name(FALLBACK))


def put_in_use(actor: User, template: PlanTemplate, *, in_use: bool) -> None:
    """What is not in use is no longer offered; the plans that began from it stay."""
    _ensure_keeps(actor)
    template.is_active, template.edited_at = in_use, now()
    record(actor, Verb.ROW_CHANGED, subject(template), title=template.name(FALLBACK))


def subject(template: PlanTemplate) -> tuple[str, int]:
    return (HISTORY, template.id)


def left_out_of(document: Json) -> tuple[LeftOut, ...]:
    """What cannot be taken of a document; a template is of no Party, so that is not asked."""
    return tuple(each for each in read_document(document).left_out if each.path != "party")


def _add(actor: User, details: TemplateDetails, document: Json) -> PlanTemplate:
    _ensure_keeps(actor)
    template = PlanTemplate(code=_code_for(details))
    _fill(template, details, document)
    db.session.add(template)
    db.session.flush()
    record(actor, Verb.ROW_ADDED, subject(template), title=template.name(FALLBACK))
    return template


def _fill(template: PlanTemplate, details: TemplateDetails, document: Json) -> None:
    language = details.language or _language_of(document)
    template.names, template.note = dict(details.names), details.note
    template.language, template.document = language, in_language(document, language)
    template.edited_at = now()


def _document(details: TemplateDetails) -> Json:
    found = parse(details.text or "")
    imported, left_out = read_document(found), left_out_of(found)
    if not imported.readable or (left_out and not details.take_the_rest):
        raise NotTaken(_("The document cannot be taken as it is. Nothing was written."), left_out)
    return as_document(imported)


def _language_of(document: Json) -> str:
    said = fields_of(document, "identity").get("language")
    ensure(said in CODES, Invalid(_("Please say in which language the document is written.")))
    return str(said)


def _code_for(details: TemplateDetails) -> str:
    name = details.names.get(FALLBACK) or next(iter(details.names.values()), "")
    code = free_code(PlanTemplate, name)
    return f"{code}_template" if code in TAKEN_BY_PAGES else code


def _ensure_keeps(actor: User) -> None:
    ensure(actor.may(Permission.TEMPLATE_EDIT), NotAllowed(str(MAY_NOT)))
