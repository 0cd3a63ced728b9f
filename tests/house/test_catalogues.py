from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog, Message

from engage.kit.locales import CODES
from tests.house import catalogues, excuses, parts
from tests.house.excuses import Fault

TAG = re.compile(r"</?\w+[^>]*>")
TRANSLATED = [code for code in CODES if code != catalogues.SOURCE]
CALL = "run make catalogues, then translate what is new"


@cache
def code_sentences() -> Catalog:
    return catalogues.extract()


@cache
def catalogue(code: str) -> Catalog:
    return catalogues.read(code)


def strings(message: Message) -> tuple[str, ...]:
    return parts.forms(message.string)


def identifiers(message: Message) -> tuple[str, ...]:
    return parts.forms(message.id)


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
    may_go = parts.forms_of_one_number(catalogue(code).plural_expr)
    wrong = [
        (identifiers(message)[-1], string, faults)
        for message in catalogue(code)
        if message.id
        for form, string in enumerate(strings(message))
        if (faults := _faults(message, form, string, may_go))
    ]
    assert wrong == []


def _faults(message: Message, form: int, string: str, may_go: set[int]) -> list[str]:
    if not string:
        return []
    number_may_go = bool(message.pluralizable) and form in may_go
    return parts.faults(identifiers(message)[-1], string, number_may_go=number_may_go)


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_sentence_is_left_in_english(code: str) -> None:
    left = excuses.unexcused(_same(code), excuses.read())
    assert not left, f"{len(left)} in {code}:" + "".join(map(str, left))


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_sentence_that_may_be_the_same_as_english_still_is(code: str) -> None:
    listed = [excuse for excuse in excuses.read() if excuse.rule == excuses.SAME]
    assert excuses.stale(_same(code), listed, code) == []


def _same(code: str) -> list[Fault]:
    """Where a translation is the English itself, though there are words in it."""
    return [
        Fault(code, excuses.SAME, identifiers(message)[0], string)
        for message in catalogue(code)
        if message.id
        for string in strings(message)
        if string in identifiers(message) and parts.words(string)
    ]


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
