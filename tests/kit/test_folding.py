from __future__ import annotations

import pytest

from engage.kit.folding import fold, pattern


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Égypte", "egypte"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("الرَّعَوِيّة", "الرعويه"),
        ("أفريقيا", "افريقيا"),
        ("Объединённых", "ОБЪЕДИНЕННЫХ"),
        ("牧民 ＡＢＣ", "牧民 abc"),
        ("聯合國防治荒漠化公約", "联合国防治荒漠化公约"),
        ("乾旱、婦女與牧場", "干旱、妇女与牧场"),
        ("الأرض المتدهــورة", "الارض المتدهوره"),
        ("مؤتمر الشؤون البيئية", "موتمر الشوون البيييه"),
        ("Ação  \n climática", "acao climatica"),
    ],
)
def test_what_a_person_types_is_found(written: str, sought: str) -> None:
    assert fold(written) == fold(sought)


def test_marks_that_are_letters_are_kept() -> None:
    assert fold("किसान") == "किसान"


def test_signs_of_like_are_taken_as_they_are() -> None:
    assert pattern("50%_a\\") == "%50\\%\\_a\\\\%"
