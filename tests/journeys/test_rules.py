"""Who may do what with a journey, where no page or step asks for it by itself."""

from __future__ import annotations

from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.journeys.rules import may_read_baton
from engage.journeys.vocabulary import StopState
from tests.factories import make_journey, make_party, make_stop, make_user


def test_who_is_only_asked_to_host_does_not_read_the_list_of_the_next_stop(
    session: Session,
) -> None:
    journey, reader = make_journey(session), make_user(session)
    before = make_stop(session, journey, reader.party, StopState.PROPOSED)
    stop = make_stop(session, journey, make_party(session))
    assert not may_read_baton(reader, stop, before)
    assert may_read_baton(make_user(session, Role.REVIEWER), stop, before)
    before.state = StopState.ACCEPTED.value
    assert may_read_baton(reader, stop, before)
