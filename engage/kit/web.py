"""Addresses on the web, as people write them: what may be followed from a page."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")


def web_address(text: object) -> str:
    """The address to follow, with its scheme; empty for what is no address on the web."""
    written = text.strip() if isinstance(text, str) else ""
    if any(map(str.isspace, written)):
        return ""
    if _SCHEME.match(written):
        return written
    return f"https://{written}" if _HOST.fullmatch(written) else ""
