"""Translations keep to the glossary; see tests/house/terms.py for what is asked."""

from __future__ import annotations

from functools import cache

import pytest

from engage.kit.locales import CODES
from tests.house import catalogues, terms
from tests.house.parts import forms
from tests.house.terms import ANY, Elsewhere, Finding, Sentence

TRANSLATED = sorted(set(CODES) & terms.read_glossary().languages)


# Sentences as a catalogue may have them, and the terms that they fail.
SAMPLES = [
    ("fr", "Reviewer", "Personne chargée de l’examen", ""),
    ("fr", "Reviewer:", "personne chargée de l’examen :", ""),
    ("fr", "Reviewer", "Réviseur", "reviewer"),
    ("fr", "Administrator", "Administratrice", ""),
    ("es", "Administrator", "Administradora", ""),
    ("es", "Stakeholder engagement plans", "Planes de participación de las partes interesadas", ""),
    ("es", "Stakeholder engagement plans", "Planes de los socios", "stakeholder_engagement_plan"),
    ("ru", "The stakeholders of the plan", "Заинтересованные стороны плана", ""),
    ("ru", "The stakeholders of the plan", "Участники плана", "stakeholders"),
    ("ar", "Plan", "الخطة", ""),
    ("ar", "Your stakeholders", "الجهات المعنية", "stakeholders"),
    ("zh", "The Party’s plan", "缔约方的计划", ""),
    ("zh", "The Party’s plan", "成员的计划", "party"),
    ("zh", "The working party meets", "工作组开会", ""),
    ("zh", "%(plan)s is here", "%(plan)s在此", ""),
    ("fr", "Nobody has begun to plan.", "Personne n’a commencé.", ""),
]


@pytest.mark.parametrize(("code", "english", "translation", "key"), SAMPLES)
def test_a_translation_is_held_against_the_glossary(
    code: str, english: str, translation: str, key: str
) -> None:
    sentence = Sentence(english, english, (translation,))
    found = [finding.key for finding in terms.read_glossary().judge(sentence, code)]
    assert found == ([key] if key else [])


def test_every_plural_form_is_held_against_the_glossary() -> None:
    sentence = Sentence("%(num)s plan", "%(num)s plans", ("%(num)s plan", "%(num)s projets"))
    assert [found.key for found in terms.read_glossary().judge(sentence, "fr")] == ["plan"]


def test_an_exception_covers_its_own_words_only() -> None:
    excuse = Elsewhere("zh", "version", ANY, "版 / 稿", "with a number: 第3版")
    said, other = (
        Finding("zh", "version", "Version %(number)s", "版本", text) for text in ("第3稿", "第3个")
    )
    assert excuse.excuses(said)
    assert not excuse.excuses(other)
    assert not excuse.excuses(Finding("zh", "plan", "Plan", "计划", "第3版"))


def test_every_noun_that_is_looked_for_is_a_term() -> None:
    known = {term.english for term in terms.read_glossary().terms}
    assert set(terms.NOUNS.split()) - known == set()
    assert set(terms.COMMANDS.split()) <= {term.key for term in terms.read_glossary().terms}


def sentences(code: str) -> list[Sentence]:
    return [
        Sentence(forms(message.id)[0], forms(message.id)[-1], forms(message.string))
        for message in catalogues.read(code)
        if message.id and message.string
    ]


@cache
def findings(code: str) -> list[Finding]:
    judge = terms.read_glossary().judge
    return [found for sentence in sentences(code) for found in judge(sentence, code)]


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
        for term in terms.read_glossary().terms
        for code in term.renderings
        if not term.renderings[code]
    ]
    assert gaps == []
