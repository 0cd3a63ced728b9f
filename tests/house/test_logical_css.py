"""Our own style sheets speak of start and end, so that Arabic needs no second one."""

from __future__ import annotations

import re

from engage.config import ROOT

PHYSICAL = re.compile(
    r"(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin)-(?:left|right)\b[\w-]*|left|right)\s*:"
    r"|float\s*:\s*(?:left|right)|text-align\s*:\s*left|border-(?:top|bottom)-(?:left|right)-radius",
    re.MULTILINE,
)


def test_own_style_sheets_use_logical_properties_only() -> None:
    found = [
        f"{path.name}:{number} {line.strip()}"
        for path in sorted((ROOT / "static" / "css").rglob("*.css"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if PHYSICAL.search(line)
    ]
    assert found == []
