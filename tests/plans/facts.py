"""The facts of a text: codes, numbers, months and currencies, however its language writes them.

Of a number only the digits count, since a point is a comma elsewhere; a date is its day, its month
and its year, since the lines of an Arabic PDF come out in pieces.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from functools import cache
from io import BytesIO

from pypdf import PdfReader

from engage.kit.formats import show_date, show_month
from engage.kit.locales import language as find

CODE = re.compile(r"(?<![A-Z\d])[A-Z]{2}-\d{4}-\d+")
CURRENCY = re.compile(r"(?<![A-Z])(?:EUR|USD|XOF)(?![A-Z])")
# A space between groups of three is no other space once it stands in a PDF.
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*", re.ASCII)
CHINESE_MONTH = re.compile(r"(?<=年)(\d{1,2})月", re.ASCII)
# Chinese lines break anywhere.
CHINESE_BREAK = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def facts_in(text: str, language: str) -> Counter[str]:
    text = UNSEEN.sub("", text)
    if language == "zh":
        text = CHINESE_MONTH.sub(r" month-\1 ", CHINESE_BREAK.sub("", text))
    for name, month in months_of(language).items():
        text = re.sub(rf"\b{name}\b", f" month-{month} ", text)
    found: Counter[str] = Counter()
    for pattern in (re.compile(r"month-\d+"), CODE, CURRENCY):
        found.update(pattern.findall(text))
        text = pattern.sub(" ", text)
    found.update(re.sub(r"\D", "", number) for number in NUMBER.findall(text))
    return found


@cache
def months_of(language: str) -> Mapping[str, int]:
    """Each name that a month has in the language; of the two Arabic ones the second."""
    if language == "zh":
        return {}
    if own := find(language).months:
        return {name.split("/")[1]: month for month, name in enumerate(own, start=1)}
    names: dict[str, int] = {}
    for month in range(1, 13):
        day = dt.date(2026, month, 17)
        for shown in (show_date(day, language=language), show_month(day, language=language)):
            longest = max(re.findall(r"[^\W\d]+", shown), key=len)
            names[longest] = month
    return names


def facts_of_pdf(pdf: bytes, foot: Mapping[str, str], language: str) -> Counter[str]:
    """What stands in a PDF besides the foot of each page, which depends on how many there are."""
    pages = len(PdfReader(BytesIO(pdf)).pages)
    found = facts_in(words_of_pdf(pdf), language)
    every_page = facts_in(" ".join(foot[part] for part in ("prepared", "print", "code")), language)
    for number in range(1, pages + 1):
        found.subtract(every_page + Counter([str(number), str(pages)]))
    assert min(found.values()) >= 0, found
    return +found


def words_of_pdf(pdf: bytes) -> str:
    """The text, each cell by itself, as poppler puts it in order."""
    asked = ["pdftotext", "-", "-"]
    return subprocess.run(asked, input=pdf, capture_output=True, check=True).stdout.decode()
