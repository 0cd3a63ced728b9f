"""One commit per request: actions flush, the view that carries `@commits` makes it last."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import Session

from engage.kit.db import db

P = ParamSpec("P")
R = TypeVar("R")


def commits(view: Callable[P, R]) -> Callable[P, R]:
    """Commit after the view has answered; on any error roll back and let the error through."""

    @wraps(view)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            answer = view(*args, **kwargs)
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
        return answer

    wrapper.commits = True  # type: ignore[attr-defined]  # read by the house's route test
    return wrapper


def when_ended(
    committed: Callable[[], object] | None = None, undone: Callable[[], object] | None = None
) -> None:
    """Do one of the two once the present transaction has ended: for what no database undoes.

    A savepoint inside it ends nothing.
    """
    if not db.session.in_transaction():
        db.session.begin()  # what has not begun does not end
    waiting = [True]

    def once(do: Callable[[], object] | None) -> Callable[[Session], None]:
        def ended(session: Session) -> None:
            if waiting and not session.in_nested_transaction():
                waiting.clear()
                if do is not None:
                    do()

        return ended

    event.listen(db.session, "after_commit", once(committed))
    event.listen(db.session, "after_rollback", once(undone))
