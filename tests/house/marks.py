"""Marks as each language sets them: what a printer's reader would strike out.

`faults` names what is wrong with one translation. A rule is a pattern of what may not stand there;
in the text given to it every placeholder is one SLOT, and tags are gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

SLOT = "\ufffc"
PLACEHOLDER = re.compile(r"%\(\w+\)[#0+-]*\d*(?:\.\d+)?[a-zA-Z]|%%|\{\w*\}|&#?\w+;")
TAG = re.compile(r"</?\w+[^>]*>")

CHINESE = r"\u3007\u3400-\u9fff"
HAN = CHINESE + SLOT
WIDE = "，。、；：？！（）《》“”…"
CYRILLIC = "\u0400-\u04ff"
ARABIC = "\u0600-\u06ff"
NARROW = "\u00a0"  # the space that French sets before its marks

Rules = dict[str, str]

EVERYWHERE: Rules = {
    "a straight quotation mark": "[\"'`´]",
    "two spaces": r"\s\s",
    "a space before a mark": r"[^\S\u00a0]+[,;:?!.)](?!\w)",
    "a space after a bracket": r"\(\s",
    "a hyphen for a dash": r"(?<!«)\s-\s(?!»)|--",
    "three dots for an ellipsis": r"\.\.\.",
    "a control character": "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\ufeff\ufffd]",
}
LATIN: Rules = {
    "a letter of another script": r"[\u0370-\u1cff\u2c00-\u2dff\u3040-\u9fff\uff00-\uffef]",
}
RULES: dict[str, Rules] = {
    "ar": {
        "a Latin mark": (
            rf"(?<=[{ARABIC}{SLOT}”])\s?[,;?]|[,;?](?=\s?[{ARABIC}{SLOT}])(?<!\d[,;?])|[;?]$"
        ),
        # It stays where a letter is joined to a number or a name: لـ %(num)s.
        "a tatweel": rf"\u0640(?!\s?[{SLOT}\d])",
        "digits of another script": "[\u0660-\u0669\u06f0-\u06f9]",
        "letters of another language": "[پچژڤکگیےۀە\ufb50-\ufdff\ufe70-\ufefc]",
        "other quotation marks": "[«»„‘]",
        "a letter of another script": r"[\u0370-\u05ff\u0750-\u1cff\u3040-\u9fff]",
    },
    "en": LATIN,
    "es": {
        **LATIN,
        "other quotation marks": "[«»„]",
        "a space before a mark": r"\s[,;:?!.)]",
    },
    "fr": {
        **LATIN,
        "no no-break space before a mark": rf"(?<![{NARROW}?!])[;?!%»]|(?<![{NARROW}]):(?!//|\d)",
        "no no-break space after «": f"«(?!{NARROW})",
        "English quotation marks": r"^[^«]*[“„]|»[^«]*[“„]",
    },
    "ru": {
        "other quotation marks": "”|^[^„]*“",
        "the letter ё": "[ёЁ]",
        "a dash without spaces": r"(?<=[^\s(])—|—(?=[^\s,.])",
        "a short dash between words": r"\s–\s",
        "Latin in a Cyrillic word": f"[{CYRILLIC}][A-Za-z]|[A-Za-z][{CYRILLIC}]",
        "a letter of another script": r"[\u0370-\u03ff\u0450\u0452-\u1cff\u3040-\u9fff]",
    },
    "zh": {
        "a half-width mark": rf"(?<=[{HAN}{WIDE}])[,;:?!()]|[,;:?!()](?=[{HAN}])",
        "a half-width full stop": rf"(?<=[{CHINESE}”）》])\.",
        "a space beside Chinese": (
            rf"[{CHINESE}]\s+[\w{SLOT}]|[\w{SLOT}]\s+[{CHINESE}]|\s[{WIDE}]|[{WIDE}]\s"
        ),
        "full-width letters": "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]",
        "other quotation marks": "[«»„「」『』]",
        "a letter of another script": r"[\u0370-\u1cff\u3040-\u30ff]",
    },
}
COMPILED = {
    code: {name: re.compile(rule) for name, rule in (EVERYWHERE | rules).items()}
    for code, rules in {**RULES, "": {}}.items()
}
PAIRS = {"(": ")", "（": "）", "“": "”", "«": "»", "《": "》", "\u2066": "\u2069", "[": "]"}
ISOLATES = str.maketrans("\u2067\u2068", "\u2066\u2066")
# How a language writes the mark that ends a sentence in English.
ENDS = {
    "zh": {".": "。", ":": "：", "?": "？", "…": "…"},
    "ar": {".": ".", ":": ":", "?": "؟", "…": "…"},
}
PLAIN_ENDS = {mark: mark for mark in ".:?…"}
# A Russian date ends in “г.”, which is the full stop too.
YEAR = re.compile(rf"{SLOT}$|\bг\.$")
CLOSING = "”“»)）\u00a0\u2069"
LOOK_ALIKE = re.compile(r"(?<!\w)[aceopxykABCEHKMOPTXY]+(?!\w)")


def faults(code: str, english: str, text: str) -> list[str]:
    bare = PLACEHOLDER.sub(SLOT, TAG.sub("", text))
    found = [name for name, rule in COMPILED.get(code, COMPILED[""]).items() if rule.search(bare)]
    checks: dict[str, Callable[[str, str], bool]] = {
        "a space at an end": _has_outer_space,
        "an accent apart from its letter": lambda _, bare: not _is_composed(bare),
        "marks that do not open and close": lambda _, bare: not _is_balanced(code, bare),
        "another end than the English": lambda english, bare: _ends_otherwise(code, english, bare),
        "a look-alike letter": lambda english, bare: code == "ru" and _looks_alike(english, bare),
        "a question or call that does not open": lambda _, bare: code == "es" and _unopened(bare),
    }
    return found + [name for name, fails in checks.items() if fails(english, bare)]


def _has_outer_space(english: str, bare: str) -> bool:
    return english == english.strip() and bare != bare.strip()


def _is_composed(bare: str) -> bool:
    return unicodedata.is_normalized("NFC", bare)


def _is_balanced(code: str, bare: str) -> bool:
    """What opens closes, in order; in Russian “ closes what „ opened."""
    pairs = {**PAIRS, "„": "“"} if code == "ru" else PAIRS
    expected: list[str] = []
    for mark in bare.translate(ISOLATES):
        if expected and mark == expected[-1]:
            expected.pop()
        elif mark in pairs:
            expected.append(pairs[mark])
        elif mark in pairs.values():
            return False
    return not expected


def _ends_otherwise(code: str, english: str, bare: str) -> bool:
    marks = ENDS.get(code, PLAIN_ENDS)
    if code == "ru" and YEAR.search(bare):
        return False
    end = PLACEHOLDER.sub(SLOT, TAG.sub("", english)).rstrip(CLOSING)[-1:]
    own = bare.rstrip(CLOSING)[-1:]
    return own != marks[end] if end in marks else own in {*marks.values(), ".", ":"}


def _looks_alike(english: str, bare: str) -> bool:
    """A word all of Latin letters that look Cyrillic, and that is no word of the English."""
    known = set(re.findall(r"\w+", english))
    return any(word not in known for word in LOOK_ALIKE.findall(bare))


def _unopened(bare: str) -> bool:
    return any(not _open_and_close(bare, *pair) for pair in ("¿?", "¡!"))


def _open_and_close(bare: str, first: str, last: str) -> bool:
    marks = "".join(_only(bare, first + last))
    return marks == (first + last) * (len(marks) // 2)


def _only(bare: str, wanted: str) -> Iterator[str]:
    return (mark for mark in bare if mark in wanted)
