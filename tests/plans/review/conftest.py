"""People at the desk, and a plan that went back with a comment."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.models import Plan
from engage.plans.review.actions import comment_on, return_plan
from engage.plans.review.details import CommentDetails
from engage.plans.review.models import Comment
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def reviewer(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Maro Selten")


@pytest.fixture
def desk(client: FlaskClient, signed_in: SignIn, reviewer: User) -> FlaskClient:
    """A client in the hands of the reviewer."""
    return signed_in(client, reviewer)


@pytest.fixture
def returned(session: Session, reviewer: User) -> tuple[Plan, Comment]:
    """A plan that was returned, and the comment that asks for something."""
    plan = make_plan(session, Status.IN_REVIEW)
    details = CommentDetails(CommentKind.MUST_CHANGE, "Name a way to complain.", "en")
    comment = comment_on(reviewer, plan, "feedback", details)
    return_plan(reviewer, plan, "Clear.", "One point.")
    return plan, comment
