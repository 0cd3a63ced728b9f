"""Keeping a filter under a name, and letting it go."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from engage.accounts.models import User
from engage.kit.db import db
from engage.kit.errors import NotAllowed, OutOfTurn, ensure
from engage.plans.filters.models import SavedFilter
from engage.plans.filters.queries import find_filter
from engage.plans.filters.vocabulary import Place
from engage.plans.sentences import MAY_NOT


def keep_filter(actor: User, place: Place, name: str, query: str, *, replaces: str) -> SavedFilter:
    """Keep what is asked for under a name; `replaces` is the query that the name is known to hold.

    Raises OutOfTurn where the name holds another one: saving again is then a choice.
    """
    kept = find_filter(actor, place, name)
    if kept is None:
        kept = SavedFilter(user_id=actor.id, page=place.value, name=name, query=query)
        try:
            with db.session.begin_nested():  # the same person may press twice
                db.session.add(kept)
        except IntegrityError:
            raise OutOfTurn(_name_is_taken(name)) from None
        return kept
    ensure(kept.query in (query, replaces), OutOfTurn(_name_is_taken(name)))
    kept.query = query
    return kept


def remove_filter(actor: User, kept: SavedFilter) -> None:
    ensure(kept.user_id == actor.id, NotAllowed(str(MAY_NOT)))
    db.session.delete(kept)
    db.session.flush()


def _name_is_taken(name: str) -> str:
    return _(
        "You keep another filter under the name “%(name)s”. Give this one another name, or keep it "
        "again to put it in the place of the other.",
        name=name,
    )
