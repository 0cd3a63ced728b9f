"""What comes to a baton list from outside: the promises of an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise of an event. `key` names it there for good, such as the key of its row; `when`
    is a time as `kit/values/when` keeps it, `language` that of the words."""

    key: str
    what: str
    who: str = ""
    when: Mapping[str, Any] | None = None
    language: str = ""

    def content(self) -> dict[str, Any]:
        """As the baton list keeps it."""
        found = {"what": self.what, "who": self.who, "when": dict(self.when or {})}
        return {code: value for code, value in found.items() if value} | (
            {"language": self.language} if self.language else {}
        )
