"""Loading the rehearsal, and putting it back as it was at the beginning."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from flask_babel import gettext as _

from engage.accounts.actions import add_user, set_password
from engage.accounts.details import UserDetails
from engage.accounts.models import KeptText, User
from engage.accounts.queries import find_user
from engage.events.files import forget_files
from engage.events.models import Event, EventPartner, EventRow
from engage.history.models import Entry
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, ensure
from engage.plans.models import Plan, PlanRow, PlanSection, Presence, Version
from engage.plans.papers.actions import forget_papers
from engage.plans.review.models import Comment, Letter
from engage.plans.sharing.models import Borrowing, Offer
from engage.post.models import Mailing, Notice
from engage.post.vocabulary import Pace
from engage.reference.models import Party
from engage.reference.queries import find_party
from engage.rehearsal.caravan import remove_caravan
from engage.rehearsal.people import ACCOUNTS, CODE, PARTY, Account
from engage.rehearsal.stories import tell_all

NEW_LETTERS = dt.timedelta(days=10)


def load_rehearsal() -> tuple[Account, ...]:
    """The accounts to practise with; what testers changed since is kept.

    Raises Invalid where real people work already: everybody knows these passwords.
    """
    if not is_loaded():
        _ensure_nobody_works_here()
        _begin()
    return ACCOUNTS


def reset_rehearsal() -> tuple[Account, ...]:
    """The rehearsal as on its first day. Other Parties and other people stay as they are."""
    if not is_loaded():
        return load_rehearsal()
    _remove_events()
    _remove_plans()
    _begin()
    return ACCOUNTS


def is_loaded() -> bool:
    party = find_party(CODE)
    return party is not None and party.is_rehearsal


def _ensure_nobody_works_here() -> None:
    ensure(
        find_party(CODE) is None,
        Invalid(_("The code %(code)s belongs to a Party that is no rehearsal.", code=CODE)),
    )
    known = [account.email for account in ACCOUNTS]
    others = sa.select(sa.exists().where(User.email.not_in(known)))
    ensure(
        not db.session.scalar(others),
        Invalid(
            _(
                "People have accounts here already. The passwords of the rehearsal are known to "
                "everybody, so it is loaded only where nobody works yet."
            )
        ),
    )


def _begin() -> None:
    party = find_party(CODE)
    if party is None:
        party = Party(**PARTY)
        db.session.add(party)
        db.session.flush()  # people and plans point to it
    for column, value in PARTY.items():
        setattr(party, column, value)
    tell_all(party, {account.role: _person(account) for account in ACCOUNTS})
    _read_old_letters()
    db.session.flush()


def _read_old_letters() -> None:
    """The story began long ago; only the letters of the last days are still new."""
    people = sa.select(User.id).where(User.email.in_([account.email for account in ACCOUNTS]))
    old = Notice.person_id.in_(people), Notice.written_at < now() - NEW_LETTERS
    db.session.execute(sa.update(Notice).where(*old).values(read_at=Notice.written_at))


def _person(account: Account) -> User:
    """The person of an account, with the password as it is printed."""
    user = find_user(account.email)
    if user is None:
        details = UserDetails(
            email=account.email,
            name=account.name,
            role=account.role,
            party_code=account.party_code,
            function=account.function,
        )
        return add_user(details, account.password)
    user.name, user.function, user.is_active = account.name, account.function, True
    user.role, user.party_code = account.role.value, account.party_code
    user.pace, user.time_zone = Pace.WEEKLY.value, ""
    set_password(user, account.password)
    return user


def _remove_events() -> None:
    """Everything about the Party's events, the files too."""
    events = sa.select(Event.id).where(Event.party_code == CODE)
    forget_files(events)
    db.session.execute(sa.update(Event).where(Event.parent_id.in_(events)).values(parent_id=None))
    for model in (EventRow, EventPartner):
        db.session.execute(sa.delete(model).where(model.event_id.in_(events)))
    of_events = Entry.subject_kind == "event", Entry.subject_id.in_(events)
    db.session.execute(sa.delete(Entry).where(*of_events))
    db.session.execute(sa.delete(Event).where(Event.party_code == CODE))
    remove_caravan()


def _remove_plans() -> None:
    """Everything about the Party's plans, and what its people have typed but not sent."""
    plans = sa.select(Plan.id).where(Plan.party_code == CODE)
    offers = sa.select(Offer.id).where(Offer.plan_id.in_(plans))
    db.session.execute(sa.delete(Borrowing).where(Borrowing.offer_id.in_(offers)))
    db.session.execute(sa.delete(Offer).where(Offer.plan_id.in_(plans)))
    forget_papers(plans)
    for model in (Comment, Letter, Version, Presence, PlanRow, PlanSection):
        db.session.execute(sa.delete(model).where(model.plan_id.in_(plans)))
    db.session.execute(
        sa.delete(Entry).where(Entry.subject_kind == "plan", Entry.subject_id.in_(plans))
    )
    people = sa.select(User.id).where(User.email.in_([account.email for account in ACCOUNTS]))
    about = sa.and_(Notice.subject_kind == "plan", Notice.subject_id.in_(plans))
    db.session.execute(sa.delete(Notice).where(sa.or_(Notice.person_id.in_(people), about)))
    db.session.execute(sa.delete(Mailing).where(Mailing.person_id.in_(people)))
    db.session.execute(sa.delete(KeptText).where(KeptText.user_id.in_(people)))
    db.session.execute(sa.delete(Plan).where(Plan.party_code == CODE))
    db.session.expire_all()
