"""What a print says, as one run of letters without spaces, so that line breaks do not matter."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from engage.kit.locales import CODES
from engage.plans import exports
from engage.plans.document import Json
from engage.plans.vocabulary import Status
from tests.pages import parse

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2066-\u2069]+")


def packed(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def text_of_pdf(data: bytes) -> str:
    return packed("".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def text_of_page(page: str) -> str:
    return packed("".join(parse(page).itertext()))


def copy_of(document: Json, **facts: Any) -> exports.Copy:
    return exports.Copy(
        **{
            "document": document,
            "party": {code: f"Orvanda-{code}" for code in CODES},
            "is_rehearsal": False,
            "ref": "XA-2026-1",
            "version": 2,
            "round": 2,
            "status": Status.RETURNED,
            "since": dt.datetime(2026, 11, 18, 9, 0, tzinfo=dt.UTC),
            "printed_at": dt.datetime(2026, 11, 22, 14, 40, tzinfo=dt.UTC),
            "is_draft": True,
            **facts,
        }
    )
