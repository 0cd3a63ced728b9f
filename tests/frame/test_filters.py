from __future__ import annotations

import pytest

from engage.frame.filters import breakable


def test_an_address_may_break_in_a_narrow_column() -> None:
    shown = breakable("See https://www.example.org/plans/<2026>/listening-evenings")
    assert shown.replace("<wbr>", "") == (
        "See https://www.example.org/plans/&lt;2026&gt;/listening-evenings"
    )
    assert max(len(piece) for piece in shown.split("<wbr>")) < 30


@pytest.mark.parametrize(
    "text", ["Herders’ assembly", "在草原上放牧的家庭参与决定让哪些水井休息" * 3, "<b>"]
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert breakable(text) is text
