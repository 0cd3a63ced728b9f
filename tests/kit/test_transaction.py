from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from engage.kit.db import db
from engage.kit.errors import Invalid, ensure
from engage.kit.transaction import commits
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
