from __future__ import annotations

import pytest

from tests.pages import faults

PAGE = """<!doctype html>
<html lang="en" dir="ltr"><head><title>Plans – Engage</title></head>
<body><h1>Plans</h1>{}</body></html>"""


def test_a_sound_page_has_no_faults() -> None:
    form = (
        '<form method="post" action="/save"><input type="hidden" name="csrf_token" value="x">'
        '<label for="a">A</label><input id="a" name="a"></form>'
    )
    assert faults(PAGE.format(form)) == []


@pytest.mark.parametrize(
    ("piece", "fault"),
    [
        ("<h1>Again</h1>", "2 h1 where there should be one: ['Plans', 'Again']"),
        ('<p id="a"></p><p id="a"></p>', "id 'a' stands 2 times"),
        ('<input name="a">', "input 'a' has no label"),
        ('<form method="get"></form>', "form without an action"),
        ('<form action="/" method="post"></form>', "form to '/' has 0 CSRF tokens"),
        ('<p style="color: red"></p>', "p with style="),
        ('<p onclick="x()"></p>', "p with onclick="),
        ("<script>x()</script>", "inline script"),
        ('<a href="#nowhere">x</a>', "href='#nowhere' points at nothing"),
        ('<p aria-describedby="gone">x</p>', "aria-describedby='gone' points at nothing"),
    ],
)
def test_a_fault_is_named(piece: str, fault: str) -> None:
    assert faults(PAGE.format(piece)) == [fault]


def test_an_unclosed_element_is_not_valid() -> None:
    assert faults(PAGE.format("<div><b></div>"))[0].startswith("not valid HTML")


def test_the_direction_must_fit_the_language() -> None:
    page = PAGE.format("").replace('lang="en"', 'lang="ar"')
    assert faults(page) == ["dir is 'ltr' for ar"]
