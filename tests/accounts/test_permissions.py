from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import PARTY_ROLES, PERMISSIONS, Permission, Role


def allowed(role: Role) -> set[Permission]:
    user = User(role=role.value, is_active=True)
    return {permission for permission in Permission if user.may(permission)}


def test_each_role_has_a_line_in_the_table() -> None:
    assert set(PERMISSIONS) == set(Role)


def test_only_the_focal_point_submits() -> None:
    assert [role for role in Role if Permission.PLAN_SUBMIT in allowed(role)] == [Role.FOCAL_POINT]


def test_an_adviser_reads_and_comments_only() -> None:
    assert allowed(Role.ADVISER) == {Permission.PLAN_READ, Permission.PLAN_COMMENT}


def test_a_reviewer_never_edits_a_plan() -> None:
    assert Permission.PLAN_EDIT not in allowed(Role.REVIEWER)


def test_templates_are_edited_by_the_secretariat_only() -> None:
    keepers = {role for role in Role if Permission.TEMPLATE_EDIT in allowed(role)}
    assert keepers == set(Role) - PARTY_ROLES


def test_shared_activities_are_read_by_those_who_write_plans_and_those_who_review_them() -> None:
    readers = {role for role in Role if Permission.ACTIVITY_READ in allowed(role)}
    writers = {role for role in Role if Permission.PLAN_EDIT in allowed(role)}
    assert readers == {*writers, Role.REVIEWER}


def test_somebody_no_longer_active_may_nothing() -> None:
    user = User(role=Role.FOCAL_POINT.value, is_active=False)
    assert not any(user.may(permission) for permission in Permission)
