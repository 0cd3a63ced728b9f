from __future__ import annotations

from contextlib import suppress

import pytest
from sqlalchemy.orm import Session

from engage.kit.db import db
from engage.kit.errors import Invalid, ensure
from engage.kit.transaction import commits, when_ended
from engage.reference.models import Party
from tests.factories import make_party


def test_what_a_view_changed_is_committed_once_it_answered(session: Session) -> None:
    @commits
    def view() -> str:
        make_party(db.session, code="A0", name="Telmara")
        return "done"

    assert view() == "done"
    db.session.rollback()
    assert session.get(Party, "A0") is not None


def test_a_refusal_undoes_everything(session: Session) -> None:
    @commits
    def view() -> str:
        make_party(db.session, code="A0")
        ensure(False, Invalid("No."))
        return "done"

    with pytest.raises(Invalid):
        view()
    assert session.get(Party, "A0") is None


@pytest.mark.parametrize("is_refused", [True, False])
def test_what_no_database_undoes_is_done_once_the_end_is_known(
    session: Session, is_refused: bool
) -> None:
    done: list[str] = []

    @commits
    def view() -> str:
        when_ended(committed=lambda: done.append("kept"), undone=lambda: done.append("undone"))
        with session.begin_nested():
            make_party(session)  # a savepoint is no end
        assert done == []
        ensure(not is_refused, Invalid("No."))
        return "done"

    with suppress(Invalid):
        view()
    session.rollback()
    session.commit()
    assert done == ["undone" if is_refused else "kept"]
