"""Translations keep to the glossary; see tests/house/terms.py for what is asked."""

from __future__ import annotations

from functools import cache

import pytest

from engage.kit.locales import CODES
from tests.house import catalogues, terms
from tests.house.terms import ANY, Finding, Sentence

TRANSLATED = [code for code in sorted(CODES) if code != catalogues.SOURCE]


def texts(found: object) -> tuple[str, ...]:
    return tuple(map(str, found)) if isinstance(found, (tuple, list)) else (str(found),)


def sentences(code: str) -> list[Sentence]:
    return [
        Sentence(texts(message.id)[0], texts(message.id)[-1], texts(message.string))
        for message in catalogues.read(code)
        if message.id and message.string
    ]


@cache
def findings(code: str) -> list[Finding]:
    glossary = terms.read_terms()
    return [
        found for sentence in sentences(code) for found in terms.judge(sentence, glossary, code)
    ]


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_says_terms_as_the_glossary_does(code: str) -> None:
    excuses = terms.read_elsewhere()
    left = [
        str(finding)
        for finding in findings(code)
        if not any(excuse.excuses(finding) for excuse in excuses)
    ]
    assert not left, f"{len(left)} in {code}:" + "".join(left)


@pytest.mark.parametrize("code", TRANSLATED)
def test_an_exception_of_a_language_is_still_needed(code: str) -> None:
    assert _stale(code, findings(code)) == []


def test_an_exception_of_all_languages_is_still_needed() -> None:
    everywhere = [found for code in TRANSLATED for found in findings(code)]
    assert _stale(ANY, everywhere) == []


def _stale(code: str, found: list[Finding]) -> list[tuple[str, str]]:
    return [
        (excuse.key, excuse.sentence)
        for excuse in terms.read_elsewhere()
        if excuse.language == code and not any(map(excuse.excuses, found))
    ]


def test_an_exception_says_why() -> None:
    assert [excuse.key for excuse in terms.read_elsewhere() if not excuse.reason] == []


def test_the_glossary_has_every_language() -> None:
    gaps = [
        (term.key, code)
        for term in terms.read_terms()
        for code in TRANSLATED
        if not term.renderings.get(code)
    ]
    assert gaps == []
