"""What waits for an administrator: mail that was not sent, and names that are lacking."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.locales import CODES
from engage.plans.start.queries import mail_not_sent
from engage.plans.start.sentences import NOTHING_WAITS
from engage.plans.start.shape import Waiting, Waits
from engage.reference.queries import MODELS, rows_of
from engage.reference.vocabulary.rows import RowKind


def waits_of_administrator(actor: User) -> list[Waits]:
    yours: list[Waiting] = []
    if actor.may(Permission.MAIL_READ):
        yours += _mail()
    if actor.may(Permission.REFERENCE_EDIT):
        yours += _names()
    return [Waits(_("Yours to do"), yours, str(NOTHING_WAITS))]


def _mail() -> Iterator[Waiting]:
    failed = mail_not_sent()
    if failed:
        yield Waiting(
            url="/outbox",
            text=ngettext(
                "Look at %(num)s e-mail that could not be sent",
                "Look at %(num)s e-mails that could not be sent",
                failed,
            ),
            sentence=_("The letters in it can be read here all the same."),
        )


def _names() -> Iterator[Waiting]:
    """The lists in which an entry in use lacks its name in a language."""
    for kind in RowKind:
        rows = rows_of(MODELS[kind])
        lacking = sum(any(not row.names.get(code) for code in CODES) for row in rows)
        if lacking:
            yield Waiting(
                url=f"/reference/{kind.value}",
                text=_("Name what lacks a name: %(list)s", list=kind.label),
                sentence=ngettext(
                    "%(num)s entry has no name in one of the languages; it is shown in English.",
                    "%(num)s entries have no name in one of the languages; they are shown in "
                    "English.",
                    lacking,
                ),
            )
