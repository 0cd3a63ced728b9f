"""The glossary, translations/terms.csv, held against the catalogues.

A sentence that is a term has the glossary's rendering. A sentence with a term in it has that
rendering in it, in any grammatical form: this is asked for terms of several words and for the
nouns of the Convention and of plans, not for everyday words, which have many senses.

What stands otherwise for a reason is a line of translations/terms-elsewhere.csv. `language` and
`sentence` may be `*` for all of them; `instead` are the words to look for in place of the term's
(several choices: with “ / ” between them; blank: nothing is looked for).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from engage.config import ROOT
from tests.house.stems import ARABIC_MARKS, contains

GLOSSARY = ROOT / "translations" / "terms.csv"
ELSEWHERE = ROOT / "translations" / "terms-elsewhere.csv"
ANY = "*"

# Words that have one sense in Engage, so that they are looked for inside sentences too.
NOUNS = """
    UNCCD secretariat Party Parties observer accreditation drafter reviewer administrator
    stakeholder stakeholders women girls men youth children landowners farmers pastoralists
    media parliamentarians donors awareness-raising outreach dissemination advocacy
    desertification drought DLDD LDN rangelands pastoralism drylands resilience
    gender-responsive partnership synergies capacity-building biodiversity decision
    implementation Africa Asia plan annex objective activity indicator baseline budget partner
    participants outcome output commitment complaint risk milestone journey campaign workshop
    seminar webinar consultation deadline review comment version government institution
    influence task method channel progress barrier opportunity event timeline meeting dialogue
    survey region theme currency likelihood severity summary feedback reminder
"""
# After “to” and “can” these are verbs, and other words than the noun's may say them.
VERBS = frozenset(
    {"plan", "review", "comment", "partner", "risk", "budget", "campaign", "influence"}
)
# Commands of the interface: inside a sentence they are verbs like any other.
COMMANDS = """
    sign_in sign_out add_comment save_draft action_submit_for_review action_start_review
    action_complete_review action_return_for_revision action_unpublish reset_password
"""
# In these a capital makes another word: a Party to the Convention, and any party.
CAPITALS = {"Party", "Parties"}

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|</?\w[^>]*>|&#?\w+;")
ARABIC_ARTICLE = re.compile(r"\b(?:ال){1,2}(?=\w\w)")  # twice in الالتزام
ALTERNATIVES = re.compile(r"[^\W\d]+(?: [^\W\d]+)?/[^\W\d]+(?: [^\W\d]+)?")


@dataclass(frozen=True)
class Term:
    key: str
    english: str
    renderings: dict[str, str]

    def in_language(self, code: str) -> tuple[str, ...]:
        """The rendering; where both genders are given (“lecteur/lectrice”), either one too."""
        rendering = self.renderings[code]
        if not ALTERNATIVES.fullmatch(rendering):
            return (rendering,)
        first, second = rendering.split("/")
        if len(second) == 1:
            second = (first if first.endswith("r") else first[:-1]) + second
        return rendering, first, second

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The term as whole words, one or many of it, at the start of a sentence or within."""
        words = re.escape(self.english).replace(r"\ ", r"\s+")
        words = words[:-1] + "(?:y|ies)" if words.endswith("y") else words + "(?:e?s)?"
        words = re.sub(r"^([\w’-]+)(?=\\s\+(?:of|to|for)\b)", r"\1s?", words)
        if self.english not in CAPITALS:
            words = f"(?i:{words[0]}){words[1:]}"
        verb = r"(?<!\bto )(?<!\bcan )" if self.english in VERBS else ""
        return re.compile(rf"{verb}(?<![\w-]){words}(?![\w-])")


@dataclass(frozen=True)
class Sentence:
    english: str
    plural: str
    translations: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    language: str
    key: str
    english: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"\n  {self.key}: “{self.english}”\n    {self.expected} | {self.found}"


@dataclass(frozen=True)
class Elsewhere:
    language: str
    key: str
    sentence: str
    instead: str
    reason: str

    def excuses(self, finding: Finding) -> bool:
        return (
            self.key == finding.key
            and self.language in {ANY, finding.language}
            and self.sentence in {ANY, finding.english}
            and (not self.instead or self._is_said_in(finding))
        )

    def _is_said_in(self, finding: Finding) -> bool:
        choices = self.instead.split(" / ")
        return any(contains(finding.language, finding.found, words) for words in choices)


def read_elsewhere(path: Path = ELSEWHERE) -> list[Elsewhere]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Elsewhere(**row) for row in csv.DictReader(file)]


def same_label(one: str, other: str) -> bool:
    """The same but for a capital, a colon, and the marks and the article of Arabic."""
    return _label(one) == _label(other)


@cache
def _label(text: str) -> str:
    text = ARABIC_ARTICLE.sub("", ARABIC_MARKS.sub("", text.rstrip(" :：\u00a0")))
    return text[:1].lower() + text[1:]


class Glossary:
    def __init__(self, terms: list[Term]) -> None:
        self.terms = terms
        self.languages = {code for term in terms for code in term.renderings}
        nouns, commands = set(NOUNS.split()), set(COMMANDS.split())
        self.looked_for = sorted(
            (
                term
                for term in terms
                if (" " in term.english or term.english in nouns) and term.key not in commands
            ),
            key=lambda term: -len(term.english),
        )

    def label(self, english: str) -> list[Term]:
        """The terms that the sentence is, with nothing beside."""
        return [term for term in self.terms if same_label(term.english, english)]

    def within(self, english: str) -> list[Term]:
        """The terms in a sentence, the longest first; a stretch of text belongs to one of them."""
        rest, found = PLACEHOLDER.sub("\0", english), []
        for term in self.looked_for:
            if term.english[1:-1] in rest and term.pattern.search(rest):
                rest = term.pattern.sub("\0", rest)
                found.append(term)
        return found

    def judge(self, sentence: Sentence, code: str) -> Iterator[Finding]:
        """Where a translation says a term in other words than the glossary."""
        label = self.label(sentence.english)
        if label:
            yield from _unless(same_label, sentence, label, code)
            return
        for term in self.within(sentence.plural):
            yield from _unless(partial(contains, code), sentence, self.label(term.english), code)


def _unless(
    said: Callable[[str, str], bool], sentence: Sentence, terms: list[Term], code: str
) -> Iterator[Finding]:
    wanted = [rendering for term in terms for rendering in term.in_language(code)]
    for text in sentence.translations:
        if text and not any(said(text, rendering) for rendering in wanted):
            expected = " / ".join(dict.fromkeys(wanted))
            yield Finding(code, terms[0].key, sentence.english, expected, text)
            return


@cache
def read_glossary(path: Path = GLOSSARY) -> Glossary:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    languages = set(rows[0]) - {"key", "en", "confidence", "source"}
    return Glossary(
        [Term(row["key"], row["en"], {code: row[code] for code in languages}) for row in rows]
    )
