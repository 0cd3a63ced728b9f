"""Every language is set with its own marks."""

from __future__ import annotations

from functools import cache

import pytest

from engage.kit.locales import CODES
from tests.house import catalogues, excuses, marks
from tests.house.excuses import SAME, Fault
from tests.house.parts import forms

GOOD = [
    ("fr", "Is it so?", "Est-ce ainsi\u00a0?"),
    ("fr", "“Save”: press it at 10:30.", "«\u00a0Enregistrer\u00a0»\u00a0: à 10:30."),
    ("fr", "See https://example.org.", "Voir https://example.org."),
    ("fr", "50 %", "50\u00a0%"),
    ("es", "Is it so?", "¿Es así?"),
    ("es", "“A plan”", "“Un plan”"),
    ("ru", "“A plan” of it", "«План „A“» — это"),
    ("ru", "Since %(date)s.", "С %(date)s"),
    ("ru", "Reference 8/COP.16", "Ссылка 8/COP.16"),
    ("ar", "One, two; three?", "واحد، اثنان؛ ثلاثة؟"),
    ("ar", "As in 8/COP.16 (1,234)", "كما في \u20668/COP.16\u2069 (1,234)"),
    ("ar", "Room for %(num)s", "لـ %(num)s"),
    ("zh", "Decision 8/COP.16: %(title)s.", "第8/COP.16号决定：%(title)s。"),
    ("zh", "Symbol ICCD/COP(17)/6", "文号ICCD/COP(17)/6"),
    ("zh", "Plan · version %(number)s", "计划 · 第%(number)s版"),
    ("zh", "%(currency)s %(number)s million", "%(currency)s %(number)s百万"),
    ("en", "A plan.", "A plan."),
]
BAD = [
    ("fr", "Is it so?", "Est-ce ainsi ?", "no no-break space before a mark"),
    ("fr", "Group: %(name)s", "Groupe: %(name)s", "no no-break space before a mark"),
    ("fr", "50 %", "50 %", "no no-break space before a mark"),
    ("fr", "“Plan”", "« Plan\u00a0»", "no no-break space after «"),
    ("fr", "“Plan”", "“Plan”", "English quotation marks"),
    ("fr", "The plan", "L'examen", "a straight quotation mark"),
    ("fr", "The plan", "Le рlan", "a letter of another script"),
    ("es", "Is it so?", "Es así?", "a question or call that does not open"),
    ("es", "Is it so?", "¿Es así", "another end than the English"),
    ("es", "“Plan”", "«Plan»", "other quotation marks"),
    ("es", "A plan: one", "Un plan : uno", "a space before a mark"),
    ("ru", "“Plan”", "“План”", "other quotation marks"),
    ("ru", "Its", "Её", "the letter ё"),
    ("ru", "A plan, a draft", "План—проект", "a dash without spaces"),
    ("ru", "A plan, a draft", "План – проект", "a short dash between words"),
    ("ru", "A plan, a draft", "План - проект", "a hyphen for a dash"),
    ("ru", "A Party", "Cторона", "Latin in a Cyrillic word"),
    ("ru", "With a plan", "План c целями", "a look-alike letter"),
    ("ar", "One, two", "واحد, اثنان", "a Latin mark"),
    ("ar", "Is it so?", "هل هو كذلك?", "a Latin mark"),
    ("ar", "%(a)s, %(b)s", "%(a)s, %(b)s", "a Latin mark"),
    ("ar", "A plan", "خطـــة", "a tatweel"),
    ("ar", "3 plans", "٣ خطط", "digits of another script"),
    ("ar", "A plan", "خطة جديدة في الکتاب", "letters of another language"),
    ("ar", "8/COP.16", "\u20668/COP.16", "marks that do not open and close"),
    ("ar", "8/COP.16", "\u202a8/COP.16\u202c", "a control character"),
    ("ar", "“Plan”", "«خطة»", "other quotation marks"),
    ("zh", "One, two", "一,二", "a half-width mark"),
    ("zh", "%(a)s: %(b)s", "%(a)s: %(b)s", "a half-width mark"),
    ("zh", "One (two)", "一(二)", "a half-width mark"),
    ("zh", "A plan.", "计划.", "a half-width full stop"),
    ("zh", "A plan.", "计划", "another end than the English"),
    ("zh", "COP 17", "第 17 届", "a space beside Chinese"),
    ("zh", "%(n)s plans", "%(n)s 份计划", "a space beside Chinese"),
    ("zh", "One, two", "一， 二", "a space beside Chinese"),
    ("zh", "2026", "２０２６年", "full-width letters"),
    ("zh", "“Plan”", "「计划」", "other quotation marks"),
    ("zh", "“Plan”", "“计划", "marks that do not open and close"),
    ("en", "A  plan", "A  plan", "two spaces"),
    ("es", "A plan", "Un plan ", "a space at an end"),
    ("es", "A plan", "Un plan.", "another end than the English"),
    ("es", "A plan…", "Un plan...", "three dots for an ellipsis"),
    ("es", "Action", "Accio\u0301n", "an accent apart from its letter"),
    ("pt", "A plan", "Um 'plano'", "a straight quotation mark"),
]


@pytest.mark.parametrize(("code", "english", "text"), GOOD)
def test_what_is_well_set_has_no_fault(code: str, english: str, text: str) -> None:
    assert marks.faults(code, english, text) == []


@pytest.mark.parametrize(("code", "english", "text", "fault"), BAD)
def test_what_is_badly_set_is_named(code: str, english: str, text: str, fault: str) -> None:
    assert fault in marks.faults(code, english, text)


def test_tags_are_no_part_of_the_text() -> None:
    assert marks.faults("es", "<a href='#x'>Plan</a>", '<a href="#x">Plan</a>') == []


@cache
def faults(code: str) -> list[Fault]:
    return [
        Fault(code, rule, forms(message.id)[0], text)
        for message in catalogues.read(code)
        if message.id
        for text in forms(message.string)
        if text
        for rule in marks.faults(code, forms(message.id)[-1], text)
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_is_set_with_the_marks_of_its_language(code: str) -> None:
    left = excuses.unexcused(faults(code), excuses.read())
    assert not left, f"{len(left)} in {code}:" + "".join(map(str, left))


@pytest.mark.parametrize("code", CODES)
def test_an_exception_to_marks_is_still_needed(code: str) -> None:
    listed = [excuse for excuse in excuses.read() if excuse.rule != SAME]
    assert excuses.stale(faults(code), listed, code) == []
