"""What comes from the form of a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class TemplateDetails:
    """`text` is the plan document as it was uploaded or pasted, None to keep the present one;
    without a `language` the document says it."""

    names: Mapping[str, str]
    note: str
    language: str
    text: str | bytes | None
    take_the_rest: bool = False
