"""The order of names in a language, as its readers expect it in a list.

ICU sorts by CLDR's rules: accents count last (Égypte stands under E), ñ is a letter of its own,
Chinese goes by pinyin. `sorting` in a language's `language.toml` adds to these rules.
"""

from __future__ import annotations

from functools import cache, lru_cache

import icu

from engage.kit.locales import language as find


@cache
def _collator(language: str) -> icu.Collator:
    found = find(language)
    collator = icu.Collator.createInstance(icu.Locale(found.code))
    if found.sorting:
        return icu.RuleBasedCollator(collator.getRules() + found.sorting)
    return collator


@lru_cache(maxsize=8192)
def sort_key(name: str, *, language: str) -> bytes:
    """Compare the keys of one language with each other, and with nothing else."""
    return _collator(language).getSortKey(name)
