"""My topics: the sections of a plan that a reviewer of topics looks at."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.clock import now
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.vocabulary import Topic
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.pages import parse, text_of


def test_my_topics_are_their_sections_of_the_plan(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    there = f"/review/{plan.ref}/topics"
    assert "You look at no topic of this plan" in desk.get(there).text
    other = make_user(session, party=plan.party)
    for topic, who in (
        (Topic.FEEDBACK, reviewer),
        (Topic.RESOURCES, reviewer),
        (Topic.YOUTH, other),
    ):
        session.add(Assignment(plan=plan, topic=topic.value, reviewer_id=who.id, assigned_at=now()))
    session.commit()
    page = desk.get(there).text
    heads = [text_of(each).split()[0] for each in parse(page).iter("h2")]
    assert heads == ["7", "8", "9"]
    assert f"/review/{plan.ref}/comment/feedback?back=topics" in page
