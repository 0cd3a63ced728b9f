"""With ENGAGE_REQUIRE_ALL=1 a test that skips is a test that fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engage.config import ROOT

SKIPS = """
import pytest

def test_skips():
    pytest.skip("nothing to test with")
"""


@pytest.mark.parametrize(("required", "code"), [("1", 1), ("0", 0)])
def test_a_skip_fails_where_everything_is_required(
    tmp_path: Path, required: str, code: int
) -> None:
    (tmp_path / "test_one.py").write_text(SKIPS)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-ra", "-p", "tests.conftest", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "ENGAGE_REQUIRE_ALL": required},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == code, ran.stdout
    assert "nothing to test with" in ran.stdout
