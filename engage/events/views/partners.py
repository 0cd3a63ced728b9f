"""Events held jointly: another Party is asked, and answers."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.events import partners, rules
from engage.events.document import compose
from engage.events.models import Event, EventPartner
from engage.events.outline.what import WHAT
from engage.events.partner_forms import AnswerForm, AskForm
from engage.events.queries import cards, event_asked_of, get_event, own_event
from engage.events.vocabulary import PartnerState
from engage.kit.clock import now
from engage.kit.errors import EngageError, Invalid, NotFound, OutOfTurn, ensure
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.plans.linked import Linked
from engage.plans.reading import Entry, read_fields
from engage.reference.queries import get_party, parties

blueprint = Blueprint("events_partners", __name__)

AT = "/events/<event_ref>/partners"
AT_PARTY = f"{AT}/<party_code>"


@blueprint.get(AT)
@allowed_to(Permission.EVENT_EDIT)
def page(event_ref: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor())
    return _page(event, _ask_form(event))


@blueprint.post(AT)
@allowed_to(Permission.EVENT_EDIT)
@commits
def ask(event_ref: str) -> ResponseReturnValue:
    event = own_event(event_ref, writer=actor(), lock=True)
    form = _ask_form(event)
    if not form.validate_on_submit():
        return _page(event, form), 422
    try:
        partners.ask(actor(), event, get_party(form.party.data))
    except Invalid as refused:
        form.party.errors = [refused.sentence]
        return _page(event, form), 422
    flash(_("The Party is asked. Nobody else reads of it before it has accepted."))
    return redirect(url_for("events_partners.page", event_ref=event_ref), 303)


@blueprint.post(f"{AT_PARTY}/take-back")
@allowed_to(Permission.EVENT_EDIT)
@commits
def take_back(event_ref: str, party_code: str) -> ResponseReturnValue:
    partners.take_back(actor(), own_event(event_ref, writer=actor(), lock=True), party_code)
    flash(_("The question is taken back. The Party is not named."))
    return redirect(url_for("events_partners.page", event_ref=event_ref), 303)


@blueprint.get(AT_PARTY)
@allowed_to(Permission.STOP_ANSWER)
def answer_page(event_ref: str, party_code: str) -> ResponseReturnValue:
    event = _event_to_answer(event_ref, party_code)
    return _answer_page(event, _answer_form(partners.get_partner(event, party_code)), party_code)


@blueprint.post(AT_PARTY)
@allowed_to(Permission.STOP_ANSWER)
@commits
def answer(event_ref: str, party_code: str) -> ResponseReturnValue:
    """Even where the question is gone by now, what was typed is shown again."""
    form = AnswerForm()
    ensure(party_code == actor().party_code, NotFound(_("This Party is not asked.")))
    event = event_asked_of(event_ref, party_code, lock=True)
    if event is None:
        return render_template("events/taken_back_page.html", form=form), 409
    if not form.validate_on_submit():
        return _answer_page(event, form, party_code), 422
    partner, state = partners.get_partner(event, party_code), PartnerState(form.answer.data)
    try:
        partners.answer(
            actor(), event, partner, state, form.reason.data or "", form.seen.data or ""
        )
    except OutOfTurn as refused:
        return _overtaken(event, form, refused), refused.status
    flash(_("Your answer is with the side that asked. You can change it at any time."))
    return redirect(url_for("events_partners.asked"), 303)


@blueprint.get("/events/asked")
@allowed_to(Permission.STOP_ANSWER)
def asked() -> ResponseReturnValue:
    found = partners.asked_of(actor().party_code or "")
    ids = [each.event_id for each in found]
    shown = {each.id: each for each in cards(actor(), Event.id.in_(ids))}
    names = {each.code: each.name(current()) for each in parties(current(), with_rehearsal=True)}
    return render_template(
        "events/asked_page.html",
        asked=[(each, shown[each.event_id]) for each in found if each.event_id in shown],
        states=PartnerState.labels(),
        names=names,
    )


def _event_to_answer(event_ref: str, party_code: str) -> Event:
    event = get_event(event_ref, visible_to_reader=actor())
    partner = partners.get_partner(event, party_code)
    ensure(rules.may_answer(actor(), partner), NotFound(_("Another Party is asked here.")))
    return event


def _overtaken(event: Event, form: AnswerForm, refused: EngageError) -> str:
    """The form again, over the answer that stands by now."""
    form.answer.errors = [refused.sentence]
    party_code = actor().party_code or ""
    form.seen.data = partners.mark(partners.get_partner(event, party_code))
    return _answer_page(event, form, party_code)


def _ask_form(event: Event) -> AskForm:
    """A rehearsal asks only those that rehearse, and nobody who rehearses is asked in earnest."""
    rehearses = event.party is not None and event.party.is_rehearsal
    others = [
        each
        for each in parties(current(), with_rehearsal=True)
        if each.code != event.party_code and each.is_rehearsal == rehearses
    ]
    return AskForm().choosing(others, current())


def _answer_form(partner: EventPartner) -> AnswerForm:
    stands = None if partner.state == PartnerState.ASKED else partner.state
    return AnswerForm(answer=stands, reason=partner.reason, seen=partners.mark(partner))


def _page(event: Event, form: AskForm) -> str:
    return render_template(
        "events/partners_page.html", event=event, form=form, states=PartnerState.labels()
    )


def _answer_page(event: Event, form: AnswerForm, party_code: str) -> str:
    partner = partners.get_partner(event, party_code)
    return render_template(
        "events/answer_page.html",
        event=event,
        partner=partner,
        state=PartnerState(partner.state).label,
        entries=_read(event),
        form=form,
    )


def _read(event: Event) -> tuple[Entry, ...]:
    """What the event is, as far as those outside may know."""
    document, language = compose(event, inside=False, moment=now()), current()
    linked = Linked(lambda _register: (), language)
    return read_fields(WHAT.fields, document["fields"], language, linked)
