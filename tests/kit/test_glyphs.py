"""The fonts as they are filed: what they draw, where they come from, what they weigh."""

from __future__ import annotations

import hashlib
import json

from fontTools.ttLib import TTFont

from engage.config import ROOT
from engage.kit import glyphs

FONTS = ROOT / "static" / "fonts"
MOST_BYTES = 6_000_000


def test_the_coverage_on_file_is_that_of_the_fonts() -> None:
    drawn = {chr(c) for path in FONTS.glob("*.ttf") for c in TTFont(path).getBestCmap()}
    assert glyphs.covered() - drawn <= set("\n\u200b\u200c\u200d\u200e\u200f\u2060") | {
        chr(c) for c in range(0x2066, 0x206A)
    }
    assert drawn <= glyphs.covered()


def test_the_manifest_names_every_font_as_it_is() -> None:
    fonts = json.loads((FONTS / "manifest.json").read_text(encoding="utf-8"))["fonts"]
    assert {font["file"] for font in fonts} == {path.name for path in FONTS.glob("*.ttf")}
    assert sum(font["bytes"] for font in fonts) < MOST_BYTES
    for font in fonts:
        content = (FONTS / font["file"]).read_bytes()
        assert font["sha256"] == hashlib.sha256(content).hexdigest()
        assert font["bytes"] == len(content)
        assert (FONTS / font["licence_file"]).exists()
