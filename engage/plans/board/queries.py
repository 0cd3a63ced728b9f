"""What happened to a Party's choice."""

from __future__ import annotations

from engage.history.models import Entry
from engage.history.queries import entries_for
from engage.history.vocabulary import Verb
from engage.reference.models import Party
from engage.upkeep.actions import party_subject

CHOICES = frozenset({Verb.DRAFTS_SHOWN, Verb.DRAFTS_HIDDEN})


def choices_of_party(party: Party) -> list[Entry]:
    """Who of the Party let its drafts be known or not, the latest first; nothing else about it."""
    return [entry for entry in entries_for(party_subject(party)) if entry.verb in CHOICES]
