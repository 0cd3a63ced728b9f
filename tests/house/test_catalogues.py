from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog, Message

from engage.kit.locales import CODES
from tests.house import catalogues

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")
TAG = re.compile(r"</?\w+[^>]*>")
CALL = "run make catalogues, then translate what is new"


@cache
def code_sentences() -> Catalog:
    return catalogues.extract()


@cache
def catalogue(code: str) -> Catalog:
    return catalogues.read(code)


def strings(message: Message) -> list[str]:
    found = message.string
    return list(found) if isinstance(found, (tuple, list)) else [str(found)]


def identifiers(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, (tuple, list)) else [str(message.id)]


def test_the_template_is_in_step_with_the_code() -> None:
    on_disk = catalogues.TEMPLATE.read_text("utf-8")
    assert on_disk == catalogues.written(code_sentences()), CALL


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_holds_every_sentence(code: str) -> None:
    wanted = {(message.context, message.id) for message in code_sentences() if message.id}
    found = {(message.context, message.id) for message in catalogue(code) if message.id}
    assert found == wanted, CALL


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_is_translated_and_nothing_is_uncertain(code: str) -> None:
    left = [identifiers(message)[0] for message in catalogues.missing(catalogue(code))]
    assert left == []


@pytest.mark.parametrize("code", CODES)
def test_plural_forms_are_as_many_as_the_language_has(code: str) -> None:
    number = catalogue(code).num_plurals
    wrong = [
        identifiers(message)[0]
        for message in catalogue(code)
        if message.id and message.pluralizable and len(strings(message)) != number
    ]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_placeholders_and_tags_are_those_of_the_sentence(code: str) -> None:
    wrong = [
        (identifiers(message)[-1], string)
        for message in catalogue(code)
        if message.id
        for string in strings(message)
        if string and not _same_parts(message, string)
    ]
    assert wrong == []


def _same_parts(message: Message, string: str) -> bool:
    """A plural form may leave out the number itself (“one plan”), and nothing else."""
    asked, given = set(PLACEHOLDER.findall(identifiers(message)[-1])), PLACEHOLDER.findall(string)
    may_miss = {"%(num)s", "%(num)d", "%(count)s", "%(number)s"} if message.pluralizable else set()
    tags = sorted(TAG.findall(identifiers(message)[-1])) == sorted(TAG.findall(string))
    return tags and asked - may_miss <= set(given) <= asked


def test_english_says_what_the_code_says() -> None:
    wrong = [
        message.id for message in catalogue("en") if message.id and message.id != message.string
    ]
    assert wrong == []


def test_sentences_are_written_with_typographic_marks() -> None:
    wrong = [
        text
        for message in code_sentences()
        for text in identifiers(message)
        if re.search(r"[\"']|\.\.\.|!", TAG.sub("", text))
    ]
    assert wrong == []


def test_no_compiled_catalogue_is_older_than_its_source() -> None:
    stale = [
        str(source)
        for source in map(Path, map(catalogues.path_of, CODES))
        if source.exists() and source.with_suffix(".mo").stat().st_mtime < source.stat().st_mtime
    ]
    assert stale == []
