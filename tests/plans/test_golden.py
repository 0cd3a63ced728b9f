"""The summary of one rich plan, letter by letter, in each language.

When a sentence is meant to change: `python -m tests.plans.golden` writes the files anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from engage.kit.locales import CODES
from tests.plans.golden.telling import told

FOLDER = Path(__file__).with_name("golden")


@pytest.mark.parametrize("language", CODES)
def test_the_summary_says_what_was_read_and_found_right(app: Flask, language: str) -> None:
    golden = (FOLDER / f"summary.{language}.txt").read_text(encoding="utf-8")
    with app.test_request_context():
        assert told(language) == golden
