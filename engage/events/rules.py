"""Who may do what with an event: one predicate each, asked by the button, page and action."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.events.models import Event, EventFile, EventPartner
from engage.events.vocabulary import FileKind, PartnerState, Visibility

# What may be shown to those outside at all, where its owner says so.
PUBLIC_KINDS = frozenset({FileKind.PHOTO, FileKind.FLYER})


def may_write(actor: User | None) -> bool:
    """A Party's writers and the secretariat write events, each their own."""
    return actor is not None and actor.may(Permission.EVENT_EDIT)


def is_inside(reader: User | None, party_code: str | None) -> bool:
    """Whether an event of this Party (none: the secretariat) is of the reader's own side."""
    if reader is None or reader.party_code != party_code:
        return False
    return party_code is not None or reader.may(Permission.EVENT_EDIT)


def may_edit(actor: User | None, event: Event) -> bool:
    return may_write(actor) and is_inside(actor, event.party_code) and event.deleted_at is None


def may_restore(actor: User | None, event: Event) -> bool:
    return may_write(actor) and is_inside(actor, event.party_code)


def may_answer(actor: User, partner: EventPartner) -> bool:
    """The focal point of the Party that was asked says whether the event is held jointly; it may
    change its mind."""
    return actor.may(Permission.STOP_ANSWER) and actor.party_code == partner.party_code


def may_see_file(reader: User | None, event: Event, file: EventFile) -> bool:
    """All for those who write the event; for others never an attendance list, and a photograph
    only with the consent of those on it."""
    if is_inside(reader, event.party_code) and may_write(reader):
        return True
    if not file.is_public or file.kind not in PUBLIC_KINDS or event.safety:
        return False
    if file.kind == FileKind.PHOTO and not file.has_consent:
        return False
    return event.visibility == Visibility.PUBLIC or (
        reader is not None and event.visibility == Visibility.PARTIES
    )


def names_partner(partner: EventPartner) -> bool:
    """A Party is named in public, and counted with, only after it said yes."""
    return partner.state == PartnerState.ACCEPTED
