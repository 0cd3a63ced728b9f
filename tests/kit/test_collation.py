from __future__ import annotations

import pytest

from engage.kit.collation import sort_key
from engage.kit.locales import CODES
from engage.reference.actions import lines_of

IN_ORDER = {
    # Every alef is alike, with hamza or madda or without: the second letter decides.
    "ar": ["إثيوبيا", "أذربيجان", "الأردن", "ألبانيا", "أوكرانيا", "آيسلندا", "بوتان"],
    "zh": ["阿尔及利亚", "巴西", "厄瓜多尔", "法国", "乍得", "中国"],
    "en": ["Chad", "Côte d'Ivoire", "Croatia", "Türkiye", "Turkmenistan"],
    "fr": ["Danemark", "Égypte", "Émirats arabes unis", "Espagne", "eswatini", "Zambie"],
    "ru": ["Ёмкость", "Йемен", "Казахстан", "Ямайка"],
    "es": ["Nueva Zelandia", "Ñandú", "Omán", "Túnez", "Turquía"],
}


def in_order(names: list[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language=language))


@pytest.mark.parametrize("language", IN_ORDER)
def test_names_stand_where_readers_look_for_them(language: str) -> None:
    assert in_order(IN_ORDER[language][::-1], language) == IN_ORDER[language]


@pytest.mark.parametrize("language", CODES)
def test_no_two_parties_share_a_place(language: str) -> None:
    names = [line[language] for line in lines_of("parties.csv")]
    assert len({sort_key(name, language=language) for name in names}) == len(names) == 197
