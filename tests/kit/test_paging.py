"""A page of a longer list."""

from __future__ import annotations

from engage.kit.paging import Page


def test_a_page_says_which_lines_stand_on_it_and_whether_more_follow() -> None:
    page = Page(("d", "e", "f"), total=8, page=2, size=3)
    assert (page.first, page.last, page.has_more) == (4, 6, True)
    assert not Page(("g", "h"), total=8, page=3, size=3).has_more


def test_page_nought_holds_everything() -> None:
    page = Page(("a", "b"), total=2, page=0, size=1)
    assert (page.first, page.last, page.has_more) == (1, 2, False)
