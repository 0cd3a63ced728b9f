"""Two people change the same thing: what can be joined is joined, the rest is asked."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engage.kit.values.fingerprint import Collision, Merge, fingerprint, fingerprints, merge

json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
OLD: dict[str, Any] = {"title": "Plan", "period": {"start": "2026", "end": "2027"}}


@given(value=json)
def test_a_fingerprint_is_short_and_the_same_for_the_same_value(value: Any) -> None:
    assert fingerprint(value) == fingerprint(value)
    assert len(fingerprint(value)) == 16


def test_a_fingerprint_does_not_depend_on_the_order_of_keys() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])
    assert fingerprint("1") != fingerprint(1)


def test_what_only_i_changed_is_mine() -> None:
    mine = OLD | {"title": "New plan"}
    assert merge(fingerprints(OLD), mine, OLD) == Merge(mine)


def test_what_only_the_other_changed_stays() -> None:
    theirs = OLD | {"title": "Their plan", "purpose": "To agree"}
    assert merge(fingerprints(OLD), OLD | {"purpose": None}, theirs) == Merge(theirs)


def test_changes_of_different_fields_are_joined() -> None:
    mine, theirs = OLD | {"title": "My plan"}, OLD | {"period": {"start": "2028"}}
    assert merge(fingerprints(OLD), mine, theirs) == Merge(
        {"title": "My plan", "period": {"start": "2028"}}
    )


def test_changes_of_the_same_field_collide_and_both_texts_are_given() -> None:
    mine, theirs = OLD | {"title": "My plan"}, OLD | {"title": "Their plan"}
    assert merge(fingerprints(OLD), mine, theirs) == Merge(
        theirs, (Collision("title", "My plan", "Their plan"),)
    )


def test_what_i_have_not_seen_yet_is_not_agreed() -> None:
    mine = OLD | {"title": "My plan", "purpose": None}
    theirs = OLD | {"period": {"start": "2028"}, "purpose": None}
    assert merge(fingerprints(OLD), mine, theirs).agreed == {"title", "purpose"}


def test_the_same_change_by_both_is_no_collision() -> None:
    both = OLD | {"title": "Our plan"}
    assert merge(fingerprints(OLD), both, both) == Merge(both)


def test_a_field_that_i_cleared_is_gone() -> None:
    assert merge(fingerprints(OLD), {"title": None}, OLD) == Merge({"period": OLD["period"]})


def test_clearing_collides_with_a_change() -> None:
    theirs = OLD | {"title": "Their plan"}
    result = merge(fingerprints(OLD), {"title": None}, theirs)
    assert result == Merge(theirs, (Collision("title", None, "Their plan"),))


def test_a_field_filled_by_both_for_the_first_time_collides() -> None:
    result = merge({}, {"title": "My plan"}, {"title": "Their plan"})
    assert [collision.code for collision in result.collisions] == ["title"]


@given(old=st.dictionaries(st.sampled_from("abc"), json), data=st.data())
def test_nothing_of_either_side_is_lost(old: dict[str, Any], data: st.DataObject) -> None:
    fields = st.dictionaries(st.sampled_from("abc"), json)
    mine, theirs = data.draw(fields), data.draw(fields)
    joined = merge(fingerprints(old), mine, theirs)
    asked = {collision.code: collision for collision in joined.collisions}
    for code, value in mine.items():
        changed = fingerprint(value) != fingerprint(old.get(code))
        if changed and value != theirs.get(code):
            assert asked[code].mine == value if code in asked else joined.result.get(code) == value
    for code, collision in asked.items():
        assert joined.result.get(code) == collision.current == theirs.get(code)
