"""The stems see a word in its forms, and another word as another."""

from __future__ import annotations

import pytest

from tests.house.stems import contains

THE_SAME_WORD = [
    ("fr", "Les plans de participation de toutes les parties prenantes.", "parties prenantes"),
    ("fr", "Ajouter une activité à l’examen", "examen"),
    ("fr", "Aux échelons locaux", "échelon local"),
    ("fr", "Deux messages clés", "message clé"),
    ("es", "Las reuniones y los países afectados", "reunión"),
    ("es", "Dos planes", "plan"),
    ("es", "pueblos indígenas", "Pueblos Indígenas"),
    ("ru", "в плане взаимодействия с заинтересованными сторонами", "заинтересованные стороны"),
    ("ru", "Утрата пастбищных угодий", "пастбищные угодья"),
    ("ru", "пять оценок", "оценка"),
    ("ru", "участник мероприятий", "мероприятие"),
    ("ru", "В срок до трех дней", "день"),
    ("ar", "وبالأنشطة الجديدة", "نشاط"),
    ("ar", "خطتكم وخططها", "خطة"),
    ("ar", "هاتان خطتان", "خطة"),
    ("ar", "خطتي", "خطة"),
    ("ar", "لأصحاب المصلحة", "أصحاب المصلحة"),
    ("ar", "الأطراف", "طرف"),
    ("ar", "للأمانة", "الأمانة"),
    ("zh", "利益相关方参与计划", "计划"),
]
ANOTHER_WORD = [
    ("fr", "Le plan d’engagement des parties prenantes", "participation des parties prenantes"),
    ("fr", "Envoyer pour révision", "examen"),
    ("fr", "Les autres parties", "parties prenantes"),
    ("es", "Los socios del plan", "asociado"),
    ("es", "la revisión del plan", "examen"),
    ("es", "las partes del plan", "partes interesadas"),
    ("ru", "вовлечение заинтересованных сторон", "взаимодействие с заинтересованными сторонами"),
    ("ru", "другие страны", "сторона"),
    ("ru", "событие на местах", "мероприятие"),
    ("ru", "цели плана", "показатель"),
    ("ar", "الجهات المعنية", "أصحاب المصلحة"),
    ("ar", "القرار الأخير", "مقرر"),
    ("ar", "البلدان المتأثرة", "طرف"),
    ("ar", "مراجعة الخطة", "الاستعراض"),
    ("zh", "利益攸关方参与计划", "利益相关方"),
]


@pytest.mark.parametrize(("code", "text", "term"), THE_SAME_WORD)
def test_a_word_is_seen_in_its_forms(code: str, text: str, term: str) -> None:
    assert contains(code, text, term)


@pytest.mark.parametrize(("code", "text", "term"), ANOTHER_WORD)
def test_another_word_is_not_taken_for_it(code: str, text: str, term: str) -> None:
    assert not contains(code, text, term)


def test_words_of_a_language_without_stems_are_compared_as_they_stand() -> None:
    assert contains("pt", "O Plano de participação", "plano")
    assert not contains("pt", "Os planos", "atividade")
