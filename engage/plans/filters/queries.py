"""The filters that a person has kept."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _

from engage.accounts.models import User
from engage.kit.collation import sort_key
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.locales import current
from engage.plans.filters.models import SavedFilter
from engage.plans.filters.vocabulary import Place


def filters_of(actor: User, place: Place) -> Sequence[SavedFilter]:
    """One's own, by name."""
    found = db.session.scalars(
        sa.select(SavedFilter).where(SavedFilter.user_id == actor.id, SavedFilter.page == place)
    )
    return sorted(found, key=lambda each: (sort_key(each.name, language=current()), each.id))


def find_filter(actor: User, place: Place, name: str) -> SavedFilter | None:
    found = sa.select(SavedFilter).where(
        SavedFilter.user_id == actor.id, SavedFilter.page == place, SavedFilter.name == name
    )
    return db.session.scalar(found)


def get_filter(actor: User, place: Place, filter_id: int) -> SavedFilter:
    found = db.session.get(SavedFilter, filter_id)
    if found is None or (found.user_id, found.page) != (actor.id, place):
        raise NotFound(_("You have no such filter. You may have removed it before."))
    return found
