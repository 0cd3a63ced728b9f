"""Names in the data that comes with Engage: set and drawn like the sentences around them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from engage.config import ROOT
from engage.kit.glyphs import covered
from engage.kit.locales import CODES
from tests.house import catalogues, marks
from tests.house.parts import forms

DATA = sorted((ROOT / "engage" / "reference" / "data").glob("*.csv"))
# The names of Parties are the forms of the United Nations, letter by letter.
OTHERS = "parties.csv"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def undrawn(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Texts with characters that no font of ours can draw, and these."""
    return [
        (text, "".join(lacking)) for text in texts if (lacking := sorted(set(text) - covered()))
    ]


def test_a_character_that_no_font_has_is_seen() -> None:
    assert undrawn(["план", "خطة", "计划", "ᚠlan"]) == [("ᚠlan", "ᚠ")]


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_can_be_printed(code: str) -> None:
    messages = catalogues.read(code)
    texts = [text for message in messages if message.id for text in forms(message.string)]
    assert undrawn(texts) == []


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_every_name_in_the_data_can_be_printed(path: Path) -> None:
    assert undrawn(text for row in rows(path) for text in row.values()) == []


@pytest.mark.parametrize(
    "path", [path for path in DATA if path.name != OTHERS], ids=lambda path: path.name
)
def test_names_in_the_data_are_set_with_the_marks_of_their_language(path: Path) -> None:
    wrong = [
        (code, name, faults)
        for row in rows(path)
        for code in CODES
        for kind in ("", "citation_")
        if (name := row.get(kind + code))
        if (faults := marks.faults(code, row[f"{kind}en"], name))
    ]
    assert wrong == []
