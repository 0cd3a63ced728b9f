"""Whatever the kind: a value survives its form, and typed text is never lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from engage.kit.values.base import Answer, Kind, is_as_typed
from tests.kit.values.samples import SAMPLES, fits, letters

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
NAMES = sorted(SAMPLES)
PLAUSIBLE = st.sampled_from(
    ["red", "words:a", "31", "2", "٢٠٢٦", "2026", "1,234", "1.5", "USD", "1000", "unknown", "none"]
)
# The same examples in every run: a test that fails must fail for everyone.
TRIED = settings(max_examples=30, deadline=None, derandomize=True)
SENTENCE = "Unlike this one, text that was typed stays."


def sample(name: str) -> tuple[Kind, st.SearchStrategy[Any]]:
    kind, values = SAMPLES[name]
    return kind, values.filter(fits)


def is_valid(kind: Kind, value: object) -> bool:
    schema = kind.schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema).is_valid(value)


def visible(typed: dict[str, list[str]]) -> dict[str, list[str]]:
    """What a person sees of typed text: parts that hold more than blanks."""
    shown = {part: [text for text in texts if text.strip()] for part, texts in typed.items()}
    return {part: texts for part, texts in shown.items() if texts}


@pytest.mark.parametrize("name", NAMES)
@TRIED
@given(data=st.data())
def test_a_value_survives_its_form_its_check_and_its_schema(name: str, data: st.DataObject) -> None:
    kind, values = sample(name)
    value = data.draw(values)
    assert kind.take(kind.typed(value)).value == value
    assert kind.check(value) == ()
    assert is_valid(kind, value)
    assert json.loads(json.dumps(value)) == value


@pytest.mark.parametrize("name", NAMES)
@TRIED
@given(data=st.data())
def test_typed_text_is_taken_or_kept_word_for_word(name: str, data: st.DataObject) -> None:
    kind, _values = sample(name)
    texts = st.lists(letters | PLAUSIBLE, min_size=1, max_size=3)
    typed = data.draw(st.dictionaries(st.sampled_from(kind.parts()), texts))
    taken = kind.take(typed)
    if taken.problems:
        assert kind.typed(taken.value) == visible(typed)
        assert is_as_typed(taken.value)
    else:
        assert kind.take(kind.typed(taken.value)).value == taken.value
    assert taken.value is None or kind.check(taken.value) == ()
    assert taken.value is None or is_valid(kind, taken.value)


@pytest.mark.parametrize("name", NAMES)
@settings(TRIED, max_examples=5)
@given(data=st.data())
def test_a_value_is_shown_in_every_language(name: str, data: st.DataObject) -> None:
    kind, values = sample(name)
    value = data.draw(values)
    for language in LANGUAGES:
        lines = kind.show(value, language)
        assert lines
        assert all(line.text.strip() for line in lines)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["start", "amount", "number", "words", "answer", "as_typed", "red", ""]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("name", NAMES)
@TRIED
@given(value=anything)
def test_a_document_value_that_passes_the_check_fits_the_schema(name: str, value: Any) -> None:
    kind, _values = sample(name)
    problems = kind.check(value)
    assert all(str(problem.sentence) for problem in problems)
    if not problems:
        assert is_valid(kind, value)
        kind.typed(value)
        kind.warn(value)


@pytest.mark.parametrize("name", NAMES)
def test_blank_text_is_no_value(name: str) -> None:
    kind, _values = SAMPLES[name]
    assert kind.take({part: ["", " \r\n"] for part in kind.parts()}).value is None
    assert kind.typed(None) == {}
    assert kind.show(None, "en") == ()


@pytest.mark.parametrize("name", [name for name in NAMES if SAMPLES[name][0].answers])
def test_other_answers_survive_where_they_are_allowed(name: str) -> None:
    kind, _values = SAMPLES[name]
    for answer in kind.answers:
        value: dict[str, Any] = {"answer": answer.value}
        if answer is Answer.NOT_APPLICABLE:
            value["because"] = SENTENCE
        assert kind.take(kind.typed(value)).value == value
        assert kind.check(value) == ()
        assert is_valid(kind, value)
        assert kind.warn(value) == ()


@pytest.mark.parametrize("name", [name for name in NAMES if not SAMPLES[name][0].answers])
def test_other_answers_are_refused_where_they_are_not_allowed(name: str) -> None:
    kind, _values = SAMPLES[name]
    assert kind.check({"answer": "unknown"}) != ()
    assert not is_valid(kind, {"answer": "unknown"})
