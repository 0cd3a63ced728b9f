"""Build hook: compiles the catalogues (.po to .mo) and packs the folders into the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(folder: Path) -> None:
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as readable:
            catalogue = read_po(readable, locale=source.parts[-3])
        with target.open("wb") as writable:
            write_mo(writable, catalogue)


class EngageBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_catalogues(root / "translations")
        if self.target_name == "wheel" and version != "editable":
            # A checkout keeps its folders beside the package; a wheel carries them inside it.
            for name in ("migrations", "static", "templates", "translations"):
                build_data["force_include"][str(root / name)] = f"engage/_data/{name}"
