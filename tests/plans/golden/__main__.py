"""Writes the golden summaries anew: `python -m tests.plans.golden`; then read what changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from engage._build import compile_catalogues
from engage.app import create_app
from engage.config import ROOT
from engage.kit.locales import CODES
from tests.conftest import make_settings
from tests.plans.golden.telling import told


def main() -> None:
    compile_catalogues(ROOT / "translations")
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(make_settings(Path(folder), f"sqlite:///{folder}/engage.sqlite"))
        with app.test_request_context():
            for language in CODES:
                path = Path(__file__).with_name(f"summary.{language}.txt")
                path.write_text(told(language), encoding="utf-8")
        app.extensions["engage.engine"].dispose()


main()
