"""The parts of a sentence that a translation keeps as they are: placeholders, tags, entities."""

from __future__ import annotations

import re
from collections import Counter
from gettext import c2py

FIELD = re.compile(r"%\(\w+\)[#0+-]*\d*(?:\.\d+)?[a-zA-Z]|\{\w*\}")
FIXED = re.compile(r"%%|</?\w[^>]*>|&#?\w+;")
STRAY = re.compile(r"%(?=\()|[{}]")
# The number that chose the plural form.
NUMBER = re.compile(r"%\((?:num|count|number)\)[a-z]")
ENOUGH = 1000


def forms_of_one_number(plural: str) -> set[int]:
    """Plural forms that serve one number only, and so may say it in a word: one plan, no plan."""
    form_of = c2py(plural)
    served = Counter(form_of(number) for number in range(ENOUGH))
    return {form for form, numbers in served.items() if numbers == 1}


def faults(english: str, text: str, *, number_may_go: bool = False) -> list[str]:
    """What a translation lacks, or has too much, beside the English."""
    asked, given = set(FIELD.findall(english)), set(FIELD.findall(text))
    lacking = {field for field in asked - given if not (number_may_go and NUMBER.fullmatch(field))}
    found = [f"lacks {field}" for field in sorted(lacking)]
    found += [f"has {field}" for field in sorted(given - asked)]
    if sorted(FIXED.findall(english)) != sorted(FIXED.findall(text)):
        found.append("other tags, entities or %%")
    if STRAY.search(FIELD.sub("", text)):
        found.append("a broken placeholder")
    return found


def forms(string: object) -> tuple[str, ...]:
    """The texts of a message: one, or one for each plural form."""
    return tuple(map(str, string)) if isinstance(string, (tuple, list)) else (str(string),)


def words(text: str) -> str:
    """What is left for a translator when the parts are taken away."""
    return re.sub(r"[\W\d_]+", " ", FIXED.sub(" ", FIELD.sub(" ", text))).strip()
