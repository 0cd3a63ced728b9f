"""What a print says, as one run of letters without spaces, so that line breaks do not matter."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

from pypdf import PdfReader

from tests.pages import parse

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2066-\u2069]+")


def packed(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def text_of_pdf(data: bytes) -> str:
    return packed("".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def text_of_page(page: str) -> str:
    return packed("".join(parse(page).itertext()))
