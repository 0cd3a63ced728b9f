"""One commit per request: actions flush, the view that carries `@commits` makes it last."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

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
