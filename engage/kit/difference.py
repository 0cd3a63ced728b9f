"""A text with what went out of it and what came into it, word by word.

Where words are not set apart, as in Chinese, each character is one. What would take too long word
by word is compared sentence by sentence first, and then word by word where sentences differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, takewhile

SAME, OLD, NEW = "same", "old", "new"
SHORT = 75  # characters; a shorter text is seen at once
STEPS = 5_000_000  # of comparing, for one text: some tenths of a second at worst
ALIKE = 0.3  # two sentences with less in common are read one after the other
_WORD = re.compile(
    r"(?:[\u2e80-\uffef\U00020000-\U0003ffff]|[^\s\u2e80-\uffef\U00020000-\U0003ffff]+)\s*|\s+"
)
_SENTENCE = re.compile(r"[^\n.!?…。！？؟]*(?:[.!?…。！？؟]+[\"”»」』）)]*\s*|\n\s*|$)")

Pieces = tuple[tuple[str, str], ...]


def old_and_new(was: str, now: str) -> Pieces:
    """Pieces in their order: (`same`, `old` or `new`, text).

    None where the texts are short, or have so little in common that they are read side by side.
    """
    if max(len(was), len(now)) <= SHORT:
        return ()
    pieces = _joined(_Work(STEPS).by_words(was, now, is_whole=True))
    return pieces if any(kind == SAME for kind, _text in pieces) else ()


class _Work:
    """Compares as long as it has steps left; what remains then is old and new as a whole."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def by_words(self, was: str, now: str, *, is_whole: bool = False) -> Iterator[tuple[str, str]]:
        left, right = _WORD.findall(was), _WORD.findall(now)
        before, after = _shared_ends(left, right)
        old, new = (words[before : len(words) - after] for words in (left, right))
        yield SAME, "".join(left[:before])
        if self._takes(old, new):
            yield from _by_tokens(old, new)
        elif is_whole:
            yield from self._by_sentences("".join(old), "".join(new))
        else:
            yield from ((OLD, "".join(old)), (NEW, "".join(new)))
        yield SAME, "".join(left[len(left) - after :])

    def _by_sentences(self, was: str, now: str) -> Iterator[tuple[str, str]]:
        old, new = _SENTENCE.findall(was), _SENTENCE.findall(now)
        if not self._takes(old, new):
            yield from ((OLD, was), (NEW, now))
            return
        for same, left, right in _runs(old, new):
            yield from ((SAME, left),) if same else self.by_words(left, right)

    def _takes(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether there are steps enough: each equal pair may be looked at for each word."""
        counted = Counter(new)
        steps = sum(counted[each] for each in old) * min(len(old), len(new))
        if steps > self._left:
            return False
        self._left -= steps
        return True


def _by_tokens(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    runs = list(_runs(old, new))
    alike = sum(len(left) for same, left, _right in runs if same)
    was, now = "".join(old), "".join(new)
    if alike < ALIKE * max(len(was), len(now)):
        runs = [(False, was, now)]
    for same, left, right in runs:
        yield from ((SAME, left),) if same else ((OLD, left), (NEW, right))


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Whether it stayed, what stood there, and what stands there."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", "".join(old[i1:i2]), "".join(new[j1:j2])


def _shared_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many words the two have in common at the beginning, and then at the end."""
    before = _shared(old, new)
    return before, _shared(old[before:][::-1], new[before:][::-1])


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _joined(pieces: Iterator[tuple[str, str]]) -> Pieces:
    """Pieces of one kind that follow each other are one."""
    told = groupby((each for each in pieces if each[1]), key=lambda each: each[0])
    return tuple((kind, "".join(text for _kind, text in run)) for kind, run in told)
