"""A guide says nothing of the database: it is read beside one of the two."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("guides")
    return f"sqlite:///{folder / 'engage.sqlite'}"
