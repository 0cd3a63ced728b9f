"""Is a term's word in a translation, in whatever form grammar gives it?

Light stems, not a dictionary: enough to see the same word in another case, number or gender, and
another word as another word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

Stems = frozenset[str]

WORD = re.compile(r"[^\W_]+", re.UNICODE)
ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
HAMZAS = str.maketrans("أإآٱىةؤئ", "ااااىهوي", "ء")

SMALL_WORDS = {
    code: frozenset(words.split())
    for code, words in {
        "ar": "من في على إلى عن أو و مع غير أن ما بشأن ذات",
        "es": "a al de del e el en la las los o para por que un una u y",
        "fr": "a à au aux d de des du en et l la le les ou par pour qu que s sur un une",
        "ru": "в во для до за и из к на не о об от по при с со у",
    }.items()
}

SPANISH_ENDINGS = re.compile(r"(?:[aeo]s|s|[aeo])$")
RUSSIAN_ENDINGS = """
    а я о е ы и у ю ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ья ье ью ьи ьев ия ии ию ие ием
    ий иям иями иях ый ая яя ое ее ые ого его ому ему ым им ых их ую юю ыми ими
    ан ана ано аны ен ена ено ены
"""
ARABIC_BEFORE = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل|[بكل])|[وف])")
ARABIC_AFTER = "تهما تهم تها تي ته تك تنا تكم هما هم ها هن كم نا تان تين ات ون ين ان ه ا ي ت و"


def contains(code: str, text: str, rendering: str) -> bool:
    """Every word of the rendering that carries meaning stands in the text, in some form."""
    if code not in STEMS:
        return rendering.lower() in text.lower()
    found = list(map(LOOSE.get(code, STEMS[code]), words_of(text)))
    return all(any(one & other for other in found) for one in _needed(code, rendering))


@cache
def _needed(code: str, rendering: str) -> tuple[Stems, ...]:
    words = [word for word in words_of(rendering) if word not in SMALL_WORDS[code]]
    return tuple(STEMS[code](word) for word in words or words_of(rendering))


def words_of(text: str) -> list[str]:
    bare = ARABIC_MARKS.sub("", unicodedata.normalize("NFC", text))
    return WORD.findall(bare.lower().replace("ё", "е"))


def without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def french(word: str) -> Stems:
    word = without_accents(word).replace("œ", "oe")
    if word.endswith("aux"):
        word = word.removesuffix("aux") + "al"
    single = re.sub(r"[sx]$", "", word)
    return _long_enough(word, single, re.sub(r"e+$", "", single))


@cache
def spanish(word: str) -> Stems:
    word = without_accents(word)
    if word.endswith("ces"):
        word = word.removesuffix("ces") + "z"
    return _long_enough(word, word.removesuffix("s"), SPANISH_ENDINGS.sub("", word))


@cache
def russian(word: str) -> Stems:
    cut = {word}
    for ending in RUSSIAN_ENDINGS.split():
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            cut.add(word.removesuffix(ending))
    # день, дня; оценка, оценок: a vowel that comes and goes.
    moved = {re.sub(r"[ео]([бвгджзклмнпрстфхцчшщ])$", r"\1", stem) for stem in cut}
    return frozenset(cut | moved)


@cache
def arabic(word: str) -> Stems:
    """Stems of a term: without the article, and without a plural's ending."""
    word = word.translate(HAMZAS)
    bare = word.removeprefix("ال") if len(word) > 4 else word
    return frozenset(map(_bones, _without_endings(bare)))


@cache
def arabic_in_text(word: str) -> Stems:
    """Stems of a word in a sentence, where particles are written to it."""
    whole = word.translate(HAMZAS)
    once = ARABIC_BEFORE.sub("", whole, count=1)
    twice = ARABIC_BEFORE.sub("", whole.lstrip("وف"), count=1)
    kept = {stem for stem in (once, twice, whole.lstrip("وف")) if len(stem) >= 2} | {whole}
    return frozenset(_bones(cut) for stem in kept for cut in _without_endings(stem))


def _without_endings(word: str) -> set[str]:
    cut = {word}
    for ending in ARABIC_AFTER.split():
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            cut.add(word.removesuffix(ending))
    return cut


def _bones(word: str) -> str:
    """The consonants, since Arabic makes many plurals inside the word: نشاط, أنشطة."""
    bones = re.sub("[اوىي]", "", word.replace("ى", "ي"))
    bones = re.sub(r"(.)\1+", r"\1", bones.removesuffix("ه") or bones)
    return bones if len(bones) >= 2 else word


def _long_enough(*stems: str) -> Stems:
    longest = max(stems, key=len)
    return frozenset(stem for stem in stems if len(stem) >= 3 or stem == longest)


STEMS: dict[str, Callable[[str], Stems]] = {
    "ar": arabic,
    "es": spanish,
    "fr": french,
    "ru": russian,
}
LOOSE: dict[str, Callable[[str], Stems]] = {"ar": arabic_in_text}
